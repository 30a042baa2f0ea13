using Gongbao.Kernel.Results;

namespace Gongbao.Gazette.Ingest;

/// <summary>Leaves a file in the middle of reading it. Caught where reading begins, and nowhere seen outside.</summary>
internal sealed class UnreadableFile(Refusal refusal) : Exception(refusal.Reason)
{
    public UnreadableFile(string code, string reason) : this(new Refusal(code, reason))
    {
    }

    public Refusal Refusal { get; } = refusal;

    public static UnreadableFile Damaged(string part) =>
        new("gazette.damaged", $"文件已损坏：其中的“{part}”读不完整；请在文字处理软件中打开并重新保存，或重新下载后再读。");

    public static UnreadableFile TooDeep(string part) =>
        new("gazette.too-deep", $"文件中的“{part}”层层嵌套超过 {IngestLimits.Depth} 层，不是正常的公文；请在文字处理软件中打开、另存后再读。");

    public static UnreadableFile TooLong() =>
        new("gazette.too-large", $"文件展开后的文字超过 {IngestLimits.Characters / 10_000} 万字，超过一次读入的上限；请分成几个文件再读。");
}
