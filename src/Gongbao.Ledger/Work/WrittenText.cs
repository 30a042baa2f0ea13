using Gongbao.Kernel.Results;

namespace Gongbao.Ledger.Work;

/// <summary>What people write in the ledger: reports, reasons, answers.</summary>
internal static class WrittenText
{
    public const int Most = 2000;

    /// <summary>The words without white space around them.</summary>
    /// <param name="typed">As typed.</param>
    /// <param name="what">What it is, as 进展.</param>
    /// <returns>Refusals: <c>ledger.no-text</c>, <c>ledger.long-text</c>.</returns>
    public static Result<string> Of(string? typed, string what)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length == 0) return new Refusal("ledger.no-text", $"请填写{what}。");
        return text.Length > Most ? new Refusal("ledger.long-text", $"{what}最多 {Most} 字，现在有 {text.Length} 字；请精简，或把详细材料放在链接里。") : text;
    }
}
