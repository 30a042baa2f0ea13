using Gongbao.Kernel.Results;

namespace Gongbao.Platform.Store;

internal static class StoreRefusals
{
    public static Refusal Busy { get; } = new("store.busy", "系统繁忙，等待处理的操作过多，请稍后重试。");

    public static Refusal Stopping { get; } = new("store.stopping", "系统正在停止，不再接受新的操作，请稍后重试。");

    public static Refusal KeyReused { get; } = new("store.key-reused", "同一幂等键已用于内容不同的请求，请换用新的键。");
}
