using System.Globalization;
using Gongbao.Gazette.Campaigns.Lists;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Access;
using Gongbao.Platform.Sheets;
using Gongbao.Web.Deciding;
using Microsoft.AspNetCore.Http;

namespace Gongbao.Gazette.Campaigns;

/// <summary>Carries out what the forms of the desk ask for, on one document or many.</summary>
internal sealed class DeskForms(GiveOpinions give, DecideItems decide, AddDocuments add, PublishCampaign publish, ReadList lists)
{
    /// <summary>The field of a form that carries a list.</summary>
    public const string ListField = "list";

    /// <summary>How many mistakes of a list are told at once.</summary>
    public const int MostMistakes = 50;

    /// <param name="campaign">Its part of the address.</param>
    /// <param name="form">As it was sent.</param>
    /// <param name="seen">The documents that are picked.</param>
    /// <param name="by">Who sent it.</param>
    /// <param name="stop">Gives up before the act.</param>
    /// <returns>How many documents were acted on, or what refuses it; <c>clean-up.no-act</c> where the form asks for nothing known.</returns>
    public async Task<Result<int>> DoAsync(string campaign, IFormCollection form, IReadOnlyList<Seen> seen, Actor by, CancellationToken stop)
    {
        switch (form["act"].ToString())
        {
            case "opinion": return await give.HandleAsync(campaign, seen, form["office"], MeasureWords.Read(form["opinion-measure"]), form["opinion-reason"], by, stop);
            case "follow": return await decide.HandleAsync(campaign, seen, new(null), by, stop);
            case "decide":
                if (MeasureWords.Read(form["decision-measure"]) is not { } measure) return new Refusal("clean-up.no-measure", "请选择继续有效、修改、废止或者宣布失效。");
                if (ReadDay(form["until"], "新的有效期截止日").IsRefused(out var wrong, out var until)) return wrong;
                return await decide.HandleAsync(campaign, seen, new(measure, form["decision-reason"], until), by, stop);
            case "take-back": return await decide.HandleAsync(campaign, seen, null, by, stop);
            case "add":
                if ((await ListedAsync(form, lists, stop)).IsRefused(out var unread, out var listed)) return unread;
                if (listed.Mistakes.Count > 0) return Result<int>.Refused([.. listed.Mistakes.Take(MostMistakes).Select(m => new Refusal("clean-up.list-row", m))]);
                return await add.HandleAsync(campaign, [.. NewCleanUpPage.Lines(form["documents"]).Union(listed.Documents)], by, stop);
            case "publish":
                if (ReadDay(form["effect-on"], "生效日期").IsRefused(out wrong, out var effectOn)) return wrong;
                return await publish.HandleAsync(campaign, effectOn, by, stop);
            case "abandon":
                return form["sure"] == "yes" ? await publish.AbandonAsync(campaign, by, stop) : new Refusal("clean-up.not-sure", "终止以后不能恢复；确要终止的，请先勾选“确认终止”。");
            default: return new Refusal("clean-up.no-act", "没有认出要办的事；请用页面上的按钮。");
        }
    }

    /// <summary>The list that was sent with a form, read; nothing where none was sent.</summary>
    public static async Task<Result<CleanUpList>> ListedAsync(IFormCollection form, ReadList lists, CancellationToken stop)
    {
        if (form.Files.GetFile(ListField) is not { Length: > 0 } file) return new CleanUpList([], 0, []);
        if (file.Length > SheetFile.MostBytes) return SheetFile.TooLarge;
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, stop);
        return await lists.HandleAsync(bytes.ToArray(), stop);
    }

    private static Result<DateOnly?> ReadDay(string? typed, string what)
    {
        if (string.IsNullOrWhiteSpace(typed)) return (DateOnly?)null;
        return DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? (DateOnly?)day : new Refusal("clean-up.bad-day", $"{what}“{(typed.Length > 20 ? typed[..20] + "……" : typed)}”不是日期；请写成 2026-12-31 的样子。");
    }
}
