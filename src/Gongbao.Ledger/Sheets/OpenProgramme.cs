using Gongbao.Contracts.Gazette;
using Gongbao.Kernel.Clauses;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Ledger.Storage;
using Gongbao.Platform.Access;
using Gongbao.Platform.Store;
using Gongbao.Web.Formats;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Ledger.Sheets;

/// <summary>Opens a programme for a document that the library does not have (新建台账), as a notice that came on paper.</summary>
internal sealed class OpenProgramme(Writer writer, IServiceProvider services)
{
    public const int MostTitle = 200;
    public const int MostSource = 200;

    /// <param name="title">The document's title.</param>
    /// <param name="number">Its number; null or blank for none.</param>
    /// <param name="signedOn">Its day, whose year a limit without a year means.</param>
    /// <param name="source">Where it came from.</param>
    /// <param name="by">Who opens it.</param>
    /// <param name="stop">Gives up before the act.</param>
    /// <returns>
    /// Its part of the address. Refusals: <c>ledger.not-declared</c>, <c>ledger.no-title</c>, <c>ledger.bad-number</c>, <c>ledger.bad-day</c>, <c>ledger.no-source</c>, <c>ledger.in-library</c>, <c>ledger.programme-twice</c>.
    /// </returns>
    public async Task<Result<string>> HandleAsync(string? title, string? number, DateOnly? signedOn, string? source, Actor by, CancellationToken stop)
    {
        if (LedgerRules.InForce(services).IsRefused(out var refusal, out _)) return refusal;
        if (title?.Trim() is not { Length: > 0 and <= MostTitle } name) return new Refusal("ledger.no-title", $"请填写文件的标题，不超过 {MostTitle} 字。");
        if (source?.Trim() is not { Length: > 0 and <= MostSource } from) return new Refusal("ledger.no-source", $"请写明文件从哪里来，如“省政府办公厅纸质通知”，不超过 {MostSource} 字。");
        DocumentNumber? known = null;
        if (!string.IsNullOrWhiteSpace(number) && !DocumentNumber.TryParse(number, out known)) return new Refusal("ledger.bad-number", $"“{(number.Length > 40 ? number[..40] + "……" : number)}”不是发文字号；请写成“川办发〔2023〕12号”的样子，没有文号的留空。");
        await using var scope = services.CreateAsyncScope();
        if (signedOn is not { } day || day > scope.ServiceProvider.GetRequiredService<CityClock>().Today) return new Refusal("ledger.bad-day", "请填写文件的成文日期，不能晚于今天。");
        var slug = known is not null && DocumentKey.Of(known) is { } key ? ClauseRef.Whole(key).DocumentSlug : null;
        if (slug is not null && await scope.ServiceProvider.GetRequiredService<IProposedObligations>().OfAsync(slug, stop) is { } work)
            return new Refusal("ledger.in-library", $"文件库里有这份文件（{work.Document.Title}），它的任务从 /ledger/{slug}/proposals 纳入，也可以在它的台账里录入。");
        return await writer.DoAsync<string>(new Act(by.ActorId, LedgerRules.ManageVerb, $"programme:{slug ?? "paper"}"), async (unit, inner) =>
        {
            var db = unit.Db<LedgerDb>();
            if (slug is not null && await db.Programmes.FirstOrDefaultAsync(p => p.Slug == slug, inner) is { } same) return new Refusal("ledger.programme-twice", $"已经有{same.Number ?? same.Title}的台账；请到 /ledger/{same.Slug} 里录入。");
            var address = slug ?? await FreeAsync(db, $"纸质-{ChineseFormat.Iso(day)}", inner);
            db.Programmes.Add(new() { Id = Guid.CreateVersion7(), Slug = address, Title = name, Number = known?.Normalised, SignedOn = day, Source = from, OpenedOn = unit.LegalAt.BeijingDate() });
            return address;
        }, stop);
    }

    /// <summary>The first part of an address that nobody has: of documents without a number several may be of one day.</summary>
    private static async Task<string> FreeAsync(LedgerDb db, string head, CancellationToken stop)
    {
        var taken = await db.Programmes.Where(p => p.Slug.StartsWith(head)).Select(p => p.Slug).ToListAsync(stop);
        return Enumerable.Range(1, taken.Count + 1).Select(n => n == 1 ? head : $"{head}-{n}").First(s => !taken.Contains(s));
    }
}
