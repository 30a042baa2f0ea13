using Gongbao.Platform.Store;

namespace Gongbao.Notices.Telling;

/// <summary>Something may have fallen due: a watch began, moved or ended.</summary>
internal sealed class LadderSignal : ChangeSignal;

/// <summary>There is something to send.</summary>
internal sealed class OutboxSignal : ChangeSignal;
