using Gongbao.Kernel.Results;

namespace Gongbao.Gazette.Campaigns;

/// <summary>The reason for an opinion or a decision: a whole sentence, for it is published.</summary>
internal static class ReasonText
{
    public const int Most = 500;
    private const int Least = 5;

    /// <returns>The reason without white space around it, or the refusal <c>clean-up.no-reason</c>.</returns>
    public static Result<string> Of(string? typed)
    {
        var reason = typed?.Trim() ?? "";
        if (reason.Length < Least || reason[^1] is not ('。' or '！' or '”' or '）')) return new Refusal("clean-up.no-reason", "请把理由写成完整的一句话，以句号结尾，如“上位法已经废止，内容不再适用。”");
        return reason.Length > Most ? new Refusal("clean-up.no-reason", $"理由最多 {Most} 字，现在有 {reason.Length} 字；请精简。") : reason;
    }
}
