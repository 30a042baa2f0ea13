using Gongbao.Gazette.Citations;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Kernel.Clauses;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Campaigns.Lists;

/// <summary>What a list led to.</summary>
/// <param name="Documents">What stands for each document that was found: its number, or its part of the address.</param>
/// <param name="Rows">How many rows speak of a document.</param>
/// <param name="Mistakes">What is wrong, each with its row and the mend.</param>
internal sealed record CleanUpList(IReadOnlyList<string> Documents, int Rows, IReadOnlyList<string> Mistakes);

/// <summary>
/// Reads the list of documents that a unit keeps (文件目录) and finds each in the library: by number, else by title. A row in which the two
/// speak of different documents is a mistake, for then one of them is mistyped.
/// </summary>
internal sealed class ReadList(GazetteDb db)
{
    /// <summary>Rows among which the heads of the columns are looked for; above them stands what the list is called.</summary>
    private const int HeadWithin = 10;

    private static readonly string[] NumberHeads = ["发文字号", "文号", "文件字号", "文件编号", "发文号"];
    private static readonly string[] TitleHeads = ["文件名称", "文件标题", "标题", "名称", "文件名", "文件"];

    /// <returns>Refusals: those of <see cref="SheetFile"/>, <c>clean-up.list-no-head</c>, <c>clean-up.list-empty</c>.</returns>
    public async Task<Result<CleanUpList>> HandleAsync(byte[] bytes, CancellationToken stop)
    {
        if (SheetFile.Read(bytes).IsRefused(out var refusal, out var table)) return refusal;
        var rows = table.Rows;
        var head = rows.Take(HeadWithin).FirstOrDefault(r => Column(r, NumberHeads) is not null || Column(r, TitleHeads) is not null);
        if (head is null) return new Refusal("clean-up.list-no-head", $"清单的前 {HeadWithin} 行里没有“发文字号”或者“文件名称”这样的表头；请在最上面的一行写上，再选一次。");
        var (number, title) = (Column(head, NumberHeads), Column(head, TitleHeads));
        var asked = rows.Where(r => r.Number > head.Number).Select(r => new Asked(r.Number, r.Cell(number), r.Cell(title))).ToList();
        if (asked.Count == 0) return new Refusal("clean-up.list-empty", "清单里只有表头，没有文件；请把文件写在表头下面。");
        var known = await KnownAsync(asked, stop);

        var documents = new Dictionary<string, int>();
        var mistakes = new List<string>();
        foreach (var row in asked)
        {
            if (Find(row, known).IsRefused(out var wrong, out var found)) mistakes.Add($"第 {row.Number} 行：{wrong.Reason}");
            else if (!documents.TryAdd(found.Number ?? found.Slug, row.Number)) mistakes.Add($"第 {row.Number} 行：与第 {documents[found.Number ?? found.Slug]} 行是同一份文件；请删去其中一行。");
        }
        return new CleanUpList([.. documents.OrderBy(d => d.Value).Select(d => d.Key)], asked.Count, mistakes);
    }

    private static int? Column(SheetRow row, string[] heads) =>
        row.Cells.Index().Where(c => heads.Contains(string.Concat(c.Item.Where(x => !char.IsWhiteSpace(x))))).Select(c => (int?)c.Index).FirstOrDefault();

    private static Result<Known> Find(Asked row, IReadOnlyList<Known> known)
    {
        if (row.Words.Length > 0)
        {
            var number = DocumentNumber.Normalise(row.Words);
            if (known.Where(k => k.Key == number || k.Slug == row.Words).ToList() is not [var byNumber, ..])
                return new Refusal("clean-up.list-row", number is null ? $"“{Short(row.Words)}”不是发文字号；请写成“×府发〔2024〕3号”的样子，没有文号的留空、写上文件名称。" : $"文件库里没有“{number}”；请核对文号，或者先把文件入库。");
            return row.Title.Length == 0 || IsCalled(byNumber, row.Title) ? byNumber
                : new Refusal("clean-up.list-row", $"“{byNumber.Number ?? byNumber.Slug}”在文件库里是《{byNumber.Title}》，和这一行写的名称“{Short(row.Title)}”不同；请核对文号和名称。");
        }
        if (row.Title.Length == 0) return new Refusal("clean-up.list-row", "没有写发文字号，也没有写文件名称；请补上，或者删去这一行。");
        return known.Where(k => IsCalled(k, row.Title)).ToList() switch
        {
            [var only] => only,
            [] => new Refusal("clean-up.list-row", $"文件库里没有名称是“{Short(row.Title)}”的文件；请核对名称，最好写上发文字号，或者先把文件入库。"),
            var several => new Refusal("clean-up.list-row", $"文件库里有 {several.Count} 份文件都叫“{Short(row.Title)}”；请写上发文字号。"),
        };
    }

    /// <summary>Whether a list calls a document so: with or without who issued it.</summary>
    private static bool IsCalled(Known known, string title)
    {
        var form = TitleForm.Exact(title);
        return form.Length > 0 && (form == TitleForm.Exact(known.Title) || form == TitleForm.Exact(FullTitle.Of(known.Issuers, known.Title)));
    }

    /// <summary>The documents that any of the rows may mean.</summary>
    private async Task<IReadOnlyList<Known>> KnownAsync(IReadOnlyList<Asked> rows, CancellationToken stop)
    {
        var known = new Dictionary<Guid, Known>();
        var keys = rows.SelectMany(r => new[] { DocumentNumber.Normalise(r.Words), r.Words }).OfType<string>().Where(k => k.Length > 0).Distinct();
        foreach (var some in keys.Chunk(400))
            foreach (var k in await Shown(db.Documents.Where(d => some.Contains(d.Key) || some.Contains(d.Slug))).ToListAsync(stop)) known[k.Id] = k;
        if (rows.Any(r => r.Words.Length == 0 && r.Title.Length > 0))
        {
            // Titles are compared without marks and white space, which no database does alike; the titles alone are small.
            var wanted = rows.Where(r => r.Words.Length == 0).Select(r => TitleForm.Exact(r.Title)).ToHashSet();
            await foreach (var k in Shown(db.Documents).AsAsyncEnumerable().WithCancellation(stop))
                if (wanted.Contains(TitleForm.Exact(k.Title)) || wanted.Contains(TitleForm.Exact(FullTitle.Of(k.Issuers, k.Title)))) known[k.Id] = k;
        }
        return [.. known.Values];
    }

    private static IQueryable<Known> Shown(IQueryable<StoredDocument> documents) =>
        documents.Where(d => !d.IsWithdrawn).Select(d => new Known(d.Id, d.Slug, d.Key, d.Number, d.Title, d.Issuers));

    private static string Short(string words) => words.Length > 60 ? words[..60] + "……" : words;

    private sealed record Asked(int Number, string Words, string Title);

    private sealed record Known(Guid Id, string Slug, string Key, string? Number, string Title, string Issuers);
}
