using Gongbao.Kernel.Results;

namespace Gongbao.Platform.Packages;

/// <summary>Leaves a file in the middle of reading it. Caught where reading begins, and nowhere seen outside.</summary>
/// <param name="code">What is wrong, without the room: <c>damaged</c>.</param>
/// <param name="reason">A whole Chinese sentence with the mend.</param>
public sealed class UnreadableFile(string code, string reason) : Exception(reason)
{
    /// <summary>The refusal as a room gives it: <c>room.code</c>.</summary>
    public Refusal In(string room) => new($"{room}.{code}", Message);

    public static UnreadableFile Damaged(string part) =>
        new("damaged", $"文件已损坏：其中的“{part}”读不完整；请在文字处理软件中打开并重新保存，或重新下载后再读。");

    public static UnreadableFile TooDeep(string part) =>
        new("too-deep", $"文件中的“{part}”层层嵌套超过 {PackageLimits.Depth} 层，不是正常的公文；请在文字处理软件中打开、另存后再读。");
}
