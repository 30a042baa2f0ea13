using System.Text.RegularExpressions;
using Gongbao.Kernel.Directory;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Sheets;
using Gongbao.Web.Formats;

namespace Gongbao.Ledger.Sheets;

/// <summary>The obligations that stand in the rows under the heads, as words; what is none of them is named.</summary>
/// <param name="Entries">Each with the rows that it stands in.</param>
/// <param name="Errors">What is wrong with the rows.</param>
/// <param name="Notes">What was left out or taken for a heading.</param>
internal sealed partial record SheetRows(IReadOnlyList<(IReadOnlyList<int> Rows, EnteredObligation Entry)> Entries, IReadOnlyList<SheetError> Errors, IReadOnlyList<string> Notes)
{
    private static readonly DutyRole[] Roles = Enum.GetValues<DutyRole>();

    /// <summary>Of a sheet of an office: a row an obligation.</summary>
    public static SheetRows OfOffice(IEnumerable<SheetRow> rows, SheetMapping mapping)
    {
        var (entries, errors, notes) = (new List<(IReadOnlyList<int>, EnteredObligation)>(), new List<SheetError>(), new List<string>());
        string? heading = null;
        foreach (var row in rows)
        {
            string? Cell(SheetField field) => mapping.Of(field) is { } column && row.Cell(column) is { Length: > 0 } words ? Csv.Plain(words) : null;

            var (task, filled) = (Cell(SheetField.Task), row.Cells.Where(c => c.Length > 0).ToList());
            if (filled.Count == 1 && (task is null || Numbered().IsMatch(task) && mapping.Columns.Count > 1))
            {
                if (Remark().IsMatch(filled[0]) || mapping.Of(SheetField.Group) is not null || !Numbered().IsMatch(filled[0])) notes.Add($"第 {row.Number} 行只有“{Short(filled[0])}”一格，没有当作任务。");
                else
                {
                    heading = filled[0];
                    notes.Add($"第 {row.Number} 行“{Short(heading)}”当作下面任务的类别。");
                }
                continue;
            }
            if (task is null)
            {
                errors.Add(new(row.Number, mapping.Of(SheetField.Task), SheetFields.Word(SheetField.Task), "没有写任务；请补上，或者删去这一行。"));
                continue;
            }
            entries.Add(([row.Number], new()
            {
                Task = task, Group = Cell(SheetField.Group) ?? heading, Measure = Cell(SheetField.Measure), Place = Cell(SheetField.Place), Lead = Cell(SheetField.Lead), Units = Cell(SheetField.Units),
                Supporting = Cell(SheetField.Supporting), Limit = SheetLimit.Words(Cell(SheetField.Limit)), Output = Cell(SheetField.Output), Source = Cell(SheetField.Source), Evidence = Cell(SheetField.Evidence),
            }));
        }
        return new(entries, errors, notes);
    }

    /// <summary>Of a table that the ledger gave out: rows with the same number and task are the shares of one obligation.</summary>
    public static SheetRows OfOurs(IEnumerable<SheetRow> rows, SheetRow head)
    {
        var columns = head.Cells.Index().Where(c => c.Item.Length > 0).GroupBy(c => c.Item).ToDictionary(g => g.Key, g => g.First().Index);
        string? Cell(SheetRow row, string name) => columns.TryGetValue(name, out var column) && row.Cell(column) is { Length: > 0 } words ? Csv.Plain(words) : null;

        var (entries, errors) = (new List<(IReadOnlyList<int>, EnteredObligation)>(), new List<SheetError>());
        foreach (var group in Runs(rows, r => (Cell(r, LedgerSheet.OrdinalHead), Cell(r, LedgerSheet.TaskHead))))
        {
            var first = group[0];
            var shares = new List<(string, DutyRole)>();
            foreach (var row in group)
            {
                if (Cell(row, LedgerSheet.TaskHead) is null) errors.Add(new(row.Number, columns[LedgerSheet.TaskHead], LedgerSheet.TaskHead, "没有写任务；请补上，或者删去这一行。"));
                if (Cell(row, LedgerSheet.UnitHead) is not { } unit) continue;
                var role = Roles.Where(r => StateWords.Of(r) == Cell(row, LedgerSheet.RoleHead)).Cast<DutyRole?>().FirstOrDefault();
                if (role is null) errors.Add(new(row.Number, columns[LedgerSheet.RoleHead], LedgerSheet.RoleHead, $"“{Cell(row, LedgerSheet.RoleHead)}”不是分工；请写{string.Join('、', Roles.Select(StateWords.Of))}之一。"));
                else if (shares.Exists(s => s.Item1 == unit)) errors.Add(new(row.Number, columns[LedgerSheet.UnitHead], LedgerSheet.UnitHead, $"{unit}在这项任务里写了两次；请删去其中一行。"));
                else shares.Add((unit, role.Value));
            }
            var (printed, questions) = (Cell(first, LedgerSheet.UnitsHead), Cell(first, LedgerSheet.QuestionsHead)?.Split(LedgerSheet.Between, StringSplitOptions.TrimEntries) ?? []);
            // A row that somebody added has the units in words alone.
            var isAdded = shares.Count == 0 && questions.Length == 0;
            entries.Add(([.. group.Select(r => r.Number)], new()
            {
                Task = Cell(first, LedgerSheet.TaskHead), Group = Cell(first, LedgerSheet.GroupHead), Measure = Cell(first, LedgerSheet.PlaceHead), Limit = SheetLimit.Words(Cell(first, LedgerSheet.LimitHead)), Output = Cell(first, LedgerSheet.OutputHead), Evidence = Cell(first, LedgerSheet.EvidenceHead),
                Units = isAdded ? printed : null, Kept = isAdded ? null : new(printed, shares, questions),
            }));
        }
        return new(entries, errors, []);
    }

    private static IEnumerable<List<SheetRow>> Runs<T>(IEnumerable<SheetRow> rows, Func<SheetRow, T> key)
    {
        List<SheetRow> run = [];
        foreach (var row in rows)
        {
            if (run.Count > 0 && !Equals(key(run[0]), key(row)))
            {
                yield return run;
                run = [];
            }
            run.Add(row);
        }
        if (run.Count > 0) yield return run;
    }

    private static string Short(string words) => words.Length > 30 ? words[..30] + "……" : words;

    [GeneratedRegex("^(?:[一二三四五六七八九十]{1,3}[、.．]|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十]{1,3}[部章])")]
    private static partial Regex Numbered();

    [GeneratedRegex("^(?:备注|注|说明|填表|制表|联系|审核|单位负责)")]
    private static partial Regex Remark();
}
