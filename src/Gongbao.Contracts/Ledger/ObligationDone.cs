namespace Gongbao.Contracts.Ledger;

/// <summary>An obligation is done: so many of its shares are verified or released as the city declares to be enough.</summary>
/// <param name="Obligation">Its id.</param>
/// <param name="On">The legal day, in Beijing.</param>
public sealed record ObligationDone(Guid Obligation, DateOnly On);
