using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Ledger.Limits;
using Gongbao.Ledger.Storage;
using Gongbao.Ledger.Work;
using Gongbao.Platform.City;
using Gongbao.Platform.Files;
using Gongbao.Platform.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Sheets;

/// <summary>Reads a sheet as it would be taken into the ledger, and everything that is wrong with it by row and column. Keeps nothing.</summary>
internal sealed class ReadSheet(LedgerDb db, StoredFiles files, EnterObligation enter, IServiceProvider services)
{
    /// <summary>Obligations of one sheet: they are entered in one unit of work.</summary>
    public const int MostEntries = 2_000;

    /// <summary>Rows among which the heads are looked for; above them stands what the sheet is called.</summary>
    private const int HeadWithin = 15;

    private const int MostWords = 1_000;
    private const int MostLimit = 60;

    /// <param name="sheet">The sheet.</param>
    /// <param name="stop">Ends the work.</param>
    /// <returns>Refusals: those of <see cref="SheetFile"/>, <c>ledger.not-declared</c>, <c>ledger.sheet-no-head</c>, <c>ledger.sheet-too-many</c>, and those of <see cref="EnterObligation.ReadAsync"/>.</returns>
    public async Task<Result<SheetPreview>> HandleAsync(StoredSheet sheet, CancellationToken stop)
    {
        if (LedgerRules.InForce(services).IsRefused(out var refusal, out var declared)) return refusal;
        if (SheetFile.Read(await BytesAsync(sheet.File, stop)).IsRefused(out refusal, out var table)) return refusal;
        if ((await HeadAsync(table, sheet, stop)).IsRefused(out refusal, out var found)) return refusal;
        var (head, mapping, isOurs, isKnown) = found;
        var below = table.Rows.Where(r => r.Number > head.Number).ToList();
        var rows = isOurs ? SheetRows.OfOurs(below, head) : mapping.Of(SheetField.Task) is null ? new([], [], []) : SheetRows.OfOffice(below, mapping);
        if (rows.Entries.Count > MostEntries) return new Refusal("ledger.sheet-too-many", $"表格里有 {rows.Entries.Count} 项任务，一次最多导入 {MostEntries} 项；请分成几个文件。");

        var errors = rows.Errors.ToList();
        errors.AddRange(table.Faults.Where(f => f.Row > head.Number && (isOurs || mapping.At(f.Column) is not null)).Select(f => new SheetError(f.Row, f.Column, head.Cell(f.Column), f.Why)));
        if (!isOurs && mapping.Of(SheetField.Task) is null) errors.Add(new(head.Number, null, null, "没有认出哪一列是任务；请在“列的对应”里选择表头所在的行和任务这一列。"));
        if ((await enter.ReadAsync(sheet.Programme, [.. rows.Entries.Select(e => e.Entry)], stop)).IsRefused(out refusal, out var read)) return refusal;
        var (signedOn, have) = await KnownAsync(sheet.Programme, stop);
        var (lines, seen) = (new List<SheetLine>(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var ((numbers, entry), one) in rows.Entries.Zip(read))
        {
            var wrong = Wrong(numbers[0], entry, one, sheet.LeavesOpen, head, mapping).Select(e => Exact(e, numbers, below, head)).ToList();
            if (!isOurs && !seen.TryAdd(KeyOf(entry.Task, NamedUnits.Printed(EnterObligation.Lines(entry)), entry.Limit), numbers[0]))
                wrong.Add(new(numbers[0], null, null, $"与第 {seen[KeyOf(entry.Task, NamedUnits.Printed(EnterObligation.Lines(entry)), entry.Limit)]} 行是同一项任务；请删去其中一行。"));
            errors.AddRange(wrong);
            one.IsRefused(out _, out var good);
            lines.Add(Line(numbers, entry, wrong.Count == 0 ? good : null, signedOn, have, declared.City));
        }
        return new SheetPreview(table, head, mapping, isOurs, isKnown, lines, [.. errors.OrderBy(e => e.Row).ThenBy(e => e.Column)], [.. table.Notes, .. rows.Notes, .. Notes(isOurs, head, mapping)]);
    }

    /// <summary>What tells that two obligations of a programme are the same: the task, the units and the limit in words, white space aside.</summary>
    public static string KeyOf(string? task, string? units, string? limit) => string.Concat($"{task}\0{units}\0{limit}".Where(c => !char.IsWhiteSpace(c)));

    private async Task<byte[]> BytesAsync(string file, CancellationToken stop)
    {
        await using var kept = await files.OpenAsync(file, stop) ?? throw new InvalidOperationException($"The sheet {file} is not kept.");
        using var bytes = new MemoryStream();
        await kept.CopyToAsync(bytes, stop);
        return bytes.ToArray();
    }

    /// <summary>The row of heads: the one that was set, one that is our own, one whose mapping is remembered, else the one that says most.</summary>
    private async Task<Result<(SheetRow Head, SheetMapping Mapping, bool IsOurs, bool IsKnown)>> HeadAsync(SheetTable table, StoredSheet sheet, CancellationToken stop)
    {
        var near = sheet.HeadRow is { } set ? table.Rows.Where(r => r.Number == set).ToList() : [.. table.Rows.Take(HeadWithin)];
        if (near.Count == 0) return new Refusal("ledger.sheet-no-head", $"第 {sheet.HeadRow} 行是空的，不能当作表头；请另选一行。");
        if (near.Find(r => LedgerSheet.IsHead(r.Cells)) is { } ours && sheet.Columns is null) return (ours, LedgerSheet.Mapping(ours.Cells), true, true);
        var keys = near.ToDictionary(r => r.Number, SheetMapping.KeyOf);
        var kept = await db.SheetMappings.Where(m => keys.Values.Contains(m.Heads)).ToDictionaryAsync(m => m.Heads, m => m.Columns, stop);
        var head = near.Find(r => kept.ContainsKey(keys[r.Number])) ?? near.MaxBy(r => SheetMapping.Guess(r).Columns.Count)!;
        if (sheet.Columns is { } columns) return (head, SheetMapping.Read(columns), false, false);
        return kept.TryGetValue(keys[head.Number], out var known) ? (head, SheetMapping.Read(known), false, true) : (head, SheetMapping.Guess(head), false, false);
    }

    private async Task<(DateOnly? SignedOn, Dictionary<string, int> Have)> KnownAsync(string slug, CancellationToken stop)
    {
        var programme = await db.Programmes.FirstOrDefaultAsync(p => p.Slug == slug, stop);
        var have = new Dictionary<string, int>(StringComparer.Ordinal);
        if (programme is not null)
            foreach (var o in await db.Obligations.Where(o => o.ProgrammeId == programme.Id).OrderBy(o => o.Ordinal).Select(o => new { o.Ordinal, o.Task, o.Units, o.Limit }).ToListAsync(stop)) have.TryAdd(KeyOf(o.Task, o.Units, o.Limit), o.Ordinal);
        return (programme?.SignedOn, have);
    }

    private static SheetLine Line(IReadOnlyList<int> rows, EnteredObligation entry, ReadEntry? read, DateOnly? signedOn, Dictionary<string, int> have, CityDeclarations city)
    {
        if (read is null) return new(rows, entry, null, null, [], null);
        var limit = CountedLimit.Printed(read.Limit, signedOn);
        var questions = read.Named.Doubts.Select(d => d.Why).ToList();
        if (read.Named.Shares.Count == 0 && questions.Count == 0) questions.Add("没有写明责任单位；请确定由谁负责。");
        if (limit.Nature is LimitNature.Unstated) questions.Add(read.Limit is { } words ? $"没有读懂时限“{words}”；请认定。" : "没有标明完成时限；请认定，或者确认按报告节奏推进。");
        return new(rows, entry, read, limit.DueOn(null, city.Calendar), questions, have.TryGetValue(KeyOf(read.Typed.Task, EnterObligation.Printed(read.Typed), read.Limit), out var same) ? same : null);
    }

    private static IEnumerable<SheetError> Wrong(int row, EnteredObligation entry, Result<ReadEntry> read, bool leavesOpen, SheetRow head, SheetMapping mapping)
    {
        SheetError At(SheetField field, string why) => mapping.Of(field) is { } column ? new(row, column, head.Cell(column), why) : new(row, null, null, why);

        var isLong = false;
        foreach (var (field, words, most) in Lengths(entry))
            if (words?.Length > most)
            {
                isLong = true;
                yield return At(field, $"最多 {most} 字，现在有 {words.Length} 字；请精简。");
            }
        if (isLong) yield break;
        if (read.IsRefused(out var refusal, out var good))
        {
            yield return refusal.Code switch
            {
                "ledger.no-such-unit" => new(row, null, LedgerSheet.UnitHead, refusal.Reason),
                "ledger.no-such-place" => At(SheetField.Place, refusal.Reason),
                var code when code.StartsWith("basis.", StringComparison.Ordinal) => At(SheetField.Place, refusal.Reason),
                _ => new(row, null, null, refusal.Reason),
            };
            yield break;
        }
        if (leavesOpen) yield break;
        if (good.Limit is { } limit && TimeLimit.Parse(limit, good.Since.Year) is null && entry.Kept?.Questions.Any(q => q.Contains(limit, StringComparison.Ordinal)) is not true)
            yield return At(SheetField.Limit, $"没有读懂时限“{limit}”；请写成“2023年8月31日”“2023年8月底前”“每半年”“长期坚持”这样的形式，没有时限的留空。");
        foreach (var (kind, words, why) in good.Named.Doubts)
            if (kind is QuestionKind.Unit && entry.Kept is null)
                yield return At(new[] { SheetField.Lead, SheetField.Supporting }.FirstOrDefault(f => (f is SheetField.Lead ? entry.Lead : entry.Supporting)?.Contains(words, StringComparison.Ordinal) is true, SheetField.Units), $"{why.TrimEnd('。')}；请改为机构名录里的全称或者简称，不能确定的选“先导入，留作待明确”。");
    }

    /// <summary>Of an obligation that stands in several rows, the one that names what is wrong.</summary>
    private static SheetError Exact(SheetError error, IReadOnlyList<int> rows, List<SheetRow> all, SheetRow head)
    {
        if (error.Head != LedgerSheet.UnitHead || head.Cells.Index().Where(c => c.Item == LedgerSheet.UnitHead).Select(c => (int?)c.Index).FirstOrDefault() is not { } column) return error;
        return error with { Row = all.Find(r => rows.Contains(r.Number) && r.Cell(column).Length > 0 && error.Why.Contains($"“{r.Cell(column)}”", StringComparison.Ordinal))?.Number ?? error.Row, Column = column };
    }

    private static (SheetField Field, string? Words, int Most)[] Lengths(EnteredObligation e) =>
    [
        (SheetField.Task, e.Task, WrittenText.Most), (SheetField.Group, e.Group, MostWords), (SheetField.Measure, e.Measure, MostWords), (SheetField.Lead, e.Lead, MostWords), (SheetField.Units, e.Units ?? e.Kept?.Printed, MostWords),
        (SheetField.Supporting, e.Supporting, MostWords), (SheetField.Limit, e.Limit, MostLimit), (SheetField.Output, e.Output, MostWords), (SheetField.Source, e.Source, MostWords), (SheetField.Place, e.Place, MostWords), (SheetField.Evidence, e.Evidence, WrittenText.Most),
    ];

    private static IEnumerable<string> Notes(bool isOurs, SheetRow head, SheetMapping mapping)
    {
        if (isOurs) yield return "这是台账下载的表格：状态、到期日和报告日期不读，它们只由时限、报告和核验产生；认定、改定的时限也不在表里。";
        else if (head.Cells.Index().Where(c => c.Item.Length > 0 && mapping.At(c.Index) is null).Select(c => $"“{c.Item}”").ToList() is { Count: > 0 } left) yield return $"{string.Join('、', left)}{(left.Count > 1 ? "这几列" : "一列")}没有读。";
    }
}
