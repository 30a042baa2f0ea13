using Gongbao.Kernel.Directory;
using Gongbao.Kernel.Results;
using Gongbao.Ledger.Work;
using Gongbao.Platform.City;

namespace Gongbao.Ledger.Meetings;

/// <summary>Units that are typed where each must be known: attendance, teams, calls.</summary>
internal static class MeetingUnits
{
    private const int MostWords = 5000;

    /// <param name="typed">Names as documents print them, one a line or with 、 between; groups (各县（市、区）人民政府) are their members.</param>
    /// <param name="city">The city.</param>
    /// <param name="on">The day: only units that existed then are named.</param>
    /// <returns>Each once, in the order typed. Refusals: <c>ledger.no-such-unit</c> (none typed, or one that is not known or not certain), <c>ledger.long-words</c>.</returns>
    public static Result<IReadOnlyList<Unit>> Of(string? typed, CityDeclarations city, DateOnly on)
    {
        var words = string.Join('、', (typed ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        if (words.Length == 0) return new Refusal("ledger.no-such-unit", "请填写单位，每行一家，或者用顿号隔开。");
        if (words.Length > MostWords) return new Refusal("ledger.long-words", $"单位名单最多 {MostWords} 字，现在有 {words.Length} 字；请分几次。");
        var named = NamedUnits.Of([(words, DutyRole.Responsible)], city.Directory, on);
        return named.Doubts is [var doubt, ..] ? new Refusal("ledger.no-such-unit", $"单位名单有一处不能确定：{doubt.Why}请改成机构名录里的名称。") : named.Shares.Select(s => s.Unit).ToList();
    }
}
