using Gongbao.Kernel.Results;
using Gongbao.Ledger.Storage;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Access;
using Gongbao.Platform.Files;
using Gongbao.Platform.Sheets;
using Gongbao.Platform.Store;
using Gongbao.Web.Deciding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Ledger.Sheets;

/// <summary>Takes a sheet into the ledger (导入表格): it is brought, its columns are told apart, and all of it is entered in one unit of work or nothing.</summary>
internal sealed class ImportSheet(Writer writer, EnterObligation enter, IServiceProvider services)
{
    private const int MostName = 200;

    /// <summary>Keeps a sheet beside its programme; nothing of it is entered yet.</summary>
    /// <param name="programme">The programme's part of the address.</param>
    /// <param name="name">What the file is called.</param>
    /// <param name="bytes">All of it.</param>
    /// <param name="by">Who brings it.</param>
    /// <param name="stop">Gives up before the act.</param>
    /// <returns>
    /// Its id; of a sheet that was brought before and not taken in, the id of that. Refusals: those of <see cref="SheetFile"/>, <c>ledger.no-such-document</c>,
    /// <c>ledger.sheet-taken</c> (the same file was taken into this programme already).
    /// </returns>
    public async Task<Result<Guid>> BringAsync(string programme, string name, byte[] bytes, Actor by, CancellationToken stop)
    {
        if (SheetFile.Read(bytes).IsRefused(out var refusal, out _)) return refusal;
        if ((await enter.ReadAsync(programme, [], stop)).IsRefused(out refusal, out _)) return refusal;
        if ((await FileContent.ReadAsync(new MemoryStream(bytes, writable: false), SheetFile.MostBytes, stop)).IsRefused(out refusal, out var content)) return refusal;
        return await writer.DoAsync<Guid>(new Act(by.ActorId, LedgerRules.ManageVerb, $"programme:{programme}"), async (unit, inner) =>
        {
            var db = unit.Db<LedgerDb>();
            if (await db.Sheets.FirstOrDefaultAsync(s => s.Programme == programme && s.File == content.Hash, inner) is { } known)
                return known.TakenAt is { } at ? new Refusal("ledger.sheet-taken", $"这份表格（{known.Name}）已经在{Web.Formats.ChineseFormat.Instant(at)}导入，得到 {known.Taken} 项任务，没有再次导入；那次导入见 /ledger/sheets/{known.Id:D}。") : known.Id;
            await StoredFiles.KeepAsync(unit, content, inner);
            var sheet = new StoredSheet
            {
                Id = Guid.CreateVersion7(), Programme = programme, File = content.Hash, Name = Path.GetFileName(name) is { Length: > 0 and <= MostName } own ? own : "表格", BroughtBy = by.ActorId.Value, BroughtAt = unit.LegalAt,
            };
            db.Sheets.Add(sheet);
            return sheet.Id;
        }, stop);
    }

    /// <summary>Says which column is what, for this sheet and from now on for every sheet with the same heads.</summary>
    /// <param name="seen">The sheet, as it was seen.</param>
    /// <param name="headRow">Number of the row of heads; null where it is found by itself.</param>
    /// <param name="columns">Columns by what they say, from 0.</param>
    /// <param name="leavesOpen">Whether what cannot be understood is left to be decided in the ledger.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="stop">Gives up before the act.</param>
    /// <returns>The sheet's id. Refusals: <c>ledger.no-such-sheet</c>, <c>ledger.sheet-changed</c>, <c>ledger.sheet-taken</c>, <c>ledger.sheet-no-head</c>, <c>ledger.sheet-no-task</c>, <c>ledger.sheet-column-twice</c>.</returns>
    public async Task<Result<Guid>> MapAsync(Seen? seen, int? headRow, IReadOnlyDictionary<SheetField, int> columns, bool leavesOpen, Actor by, CancellationToken stop)
    {
        if (!columns.ContainsKey(SheetField.Task)) return new Refusal("ledger.sheet-no-task", "请选择哪一列是任务。");
        if (columns.GroupBy(c => c.Value).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return new Refusal("ledger.sheet-column-twice", $"{SheetTable.ColumnName(twice.Key)} 列同时选作了{string.Join('和', twice.Select(c => $"“{SheetFields.Word(c.Key)}”"))}；请改正其中一个。");
        if ((await PreviewAsync(seen, (sheet, _) => (sheet.HeadRow, sheet.Columns, sheet.LeavesOpen) = (headRow, new SheetMapping(columns).Write(), leavesOpen), stop)).IsRefused(out var refusal, out var found)) return refusal;
        var (known, preview) = found;
        return await ChangeAsync(known, by, (sheet, unit, db) =>
        {
            (sheet.HeadRow, sheet.Columns, sheet.LeavesOpen) = (headRow, new SheetMapping(columns).Write(), leavesOpen);
            var key = SheetMapping.KeyOf(preview.Head);
            if (db.SheetMappings.FirstOrDefault(m => m.Heads == key) is { } kept) (kept.Columns, kept.SetBy, kept.SetAt) = (sheet.Columns, by.ActorId.Value, unit.LegalAt);
            else db.SheetMappings.Add(new() { Id = Guid.CreateVersion7(), Heads = key, Words = SheetMapping.WordsOf(preview.Head), Columns = sheet.Columns, SetBy = by.ActorId.Value, SetAt = unit.LegalAt });
        }, stop);
    }

    /// <summary>Enters all obligations of a sheet that the programme does not have yet.</summary>
    /// <param name="seen">The sheet, as it was seen.</param>
    /// <param name="by">Who takes it in.</param>
    /// <param name="stop">Gives up before the act.</param>
    /// <returns>
    /// How many were entered. Refusals: <c>ledger.no-such-sheet</c>, <c>ledger.sheet-changed</c>, <c>ledger.sheet-taken</c>, <c>ledger.sheet-errors</c>, <c>ledger.nothing</c>, and those of <see cref="ReadSheet"/>
    /// and <see cref="EnterObligation"/>.
    /// </returns>
    public async Task<Result<int>> TakeAsync(Seen? seen, Actor by, CancellationToken stop)
    {
        if ((await PreviewAsync(seen, (_, _) => { }, stop)).IsRefused(out var refusal, out var found)) return refusal;
        var (known, preview) = found;
        if (preview.Errors.Count > 0) return new Refusal("ledger.sheet-errors", $"表格里还有 {preview.Errors.Count} 处要改正，没有导入任何一项；请改正后重新选择文件。");
        if (preview.Fresh.Count == 0) return new Refusal("ledger.nothing", "表格里的任务都已经在台账里，没有要导入的。");
        return await enter.HandleAsync<int>(await ProgrammeAsync(known.Id, stop), [.. preview.Fresh.Select(l => l.Entry)], async (unit, open, inner) =>
        {
            var db = unit.Db<LedgerDb>();
            if ((await OpenAsync(db, known, inner)).IsRefused(out var against, out var sheet)) return against;
            // Somebody may have entered the same meanwhile: what is new in this unit is not in the database yet.
            var keys = open.Select(o => ReadSheet.KeyOf(o.Obligation.Task, o.Obligation.Units, o.Obligation.Limit)).ToHashSet();
            foreach (var o in await db.Obligations.AsNoTracking().Where(o => o.ProgrammeId == open[0].Programme.Id).Select(o => new { o.Task, o.Units, o.Limit }).ToListAsync(inner))
                if (keys.Contains(ReadSheet.KeyOf(o.Task, o.Units, o.Limit))) return Changed;
            (sheet.TakenAt, sheet.TakenBy, sheet.Taken) = (unit.LegalAt, by.ActorId.Value, open.Count);
            return open.Count;
        }, by, stop);
    }

    private static Refusal Changed { get; } = new("ledger.sheet-changed", "这份表格或者台账刚刚有别人办理过，本次没有作任何改动；请刷新页面，看过新的内容再办。");

    private async Task<string> ProgrammeAsync(Guid id, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<LedgerDb>().Sheets.Where(s => s.Id == id).Select(s => s.Programme).SingleAsync(stop);
    }

    /// <summary>The sheet as it would be read after a change that is not kept.</summary>
    private async Task<Result<(Seen Seen, SheetPreview Preview)>> PreviewAsync(Seen? seen, Action<StoredSheet, LedgerDb> change, CancellationToken stop)
    {
        if (seen is not { } known) return NoSheet;
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LedgerDb>();
        if ((await OpenAsync(db, known, stop)).IsRefused(out var refusal, out var sheet)) return refusal;
        change(sheet, db);
        return (await scope.ServiceProvider.GetRequiredService<ReadSheet>().HandleAsync(sheet, stop)).IsRefused(out refusal, out var preview) ? refusal : (known, preview);
    }

    private Task<Result<Guid>> ChangeAsync(Seen known, Actor by, Action<StoredSheet, UnitOfWork, LedgerDb> change, CancellationToken stop) => writer.DoAsync<Guid>(new Act(by.ActorId, LedgerRules.ManageVerb, $"sheet:{known.Id:N}"), async (unit, inner) =>
    {
        var db = unit.Db<LedgerDb>();
        if ((await OpenAsync(db, known, inner)).IsRefused(out var refusal, out var sheet)) return refusal;
        change(sheet, unit, db);
        return known.Id;
    }, stop);

    private static async Task<Result<StoredSheet>> OpenAsync(LedgerDb db, Seen seen, CancellationToken stop)
    {
        if (await db.Sheets.FirstOrDefaultAsync(s => s.Id == seen.Id, stop) is not { } sheet) return NoSheet;
        if (sheet.TakenAt is not null) return new Refusal("ledger.sheet-taken", "这份表格已经导入，不能再次导入。");
        return sheet.Revision == seen.Revision ? sheet : Changed;
    }

    private static Refusal NoSheet { get; } = new("ledger.no-such-sheet", "没有这份表格；请从台账页面的“导入表格”进入。");
}
