using Gongbao.Gazette.Generating;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Search;
using Gongbao.Gazette.Search.Index;
using Gongbao.Gazette.Tests.Generated;
using Gongbao.Gazette.Tests.Library;
using Gongbao.Platform.Store;

namespace Gongbao.Gazette.Tests.Search;

public class The_search_beside_a_plain_scan_on_SQLite() : The_search_beside_a_plain_scan(StoreProvider.Sqlite);

public class The_search_beside_a_plain_scan_on_PostgreSQL() : The_search_beside_a_plain_scan(StoreProvider.Postgres);

/// <summary>A library of generated issues and one with rare characters, asked by the index and by looking through all of it.</summary>
public abstract class The_search_beside_a_plain_scan(StoreProvider provider) : LibraryTests(provider)
{
    private const string Rare = """
        清河市人民政府办公室
        关于整理𠮷家堰地名的通知
        清府办发〔2024〕91号
        各县（市、区）人民政府，市级有关部门（单位）：
        为整理𠮷家堰、𠀀𠀁口等地名，现将“放管服”改革中Ａ类ABC事项100%办结的有关要求通知如下。
        一、𠮷家堰、㐂㐂坪的写法
        （一）𠀀𠀁口。门牌号１２３－45号（含*号、%、_）;"引号"与'单引号'；^及~。
        水
        清河市人民政府办公室
        2024年5月6日
        """;

    /// <summary>A process that keeps texts, and one that may keep none and has the database look at them.</summary>
    private readonly SearchFacts[] _facts = [new(), new() { MostCharacters = 0 }];

    private readonly Dice _dice = new(11);
    private PlainSearch _plain = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Library.ImportAsync(Rare);
        for (var seed = 1UL; seed <= 2; seed++)
        {
            var issue = IssueGenerator.Generate(SampleCity.Words, 8, seed, seed == 1 ? Defects.All & ~Defects.WrongContents : Defects.None);
            await Library.ImportAsync(GazetteReader.Read(SourceText.Of(issue.Text, $"generated-{seed}.txt"), SampleCity.Reader));
        }
        _plain = await Library.ReadAsync(PlainSearch.OfAsync);
    }

    [Fact]
    public async Task Finds_every_stretch_of_any_text_and_nothing_else()
    {
        var checkedStretches = 0;
        for (var i = 0; i < 500; i++)
        {
            var form = SearchForm.Of(Stretch());
            if (form.Length == 0) continue;
            checkedStretches++;
            Assert.Equal(Ids(_plain.Find(form)), await MatchAsync([form]));
        }
        Assert.True(checkedStretches > 400, $"{checkedStretches} stretches");
    }

    [Fact]
    public async Task Finds_nothing_for_stretches_that_no_text_holds()
    {
        for (var i = 0; i < 200; i++)
        {
            // Two halves of two texts: their pairs occur, the whole seldom.
            var form = SearchForm.Of(Stretch(8)) + SearchForm.Of(Stretch(8));
            if (form.Length > 0) Assert.Equal(Ids(_plain.Find(form)), await MatchAsync([form]));
        }
    }

    [Fact]
    public async Task Finds_the_documents_that_hold_all_of_several_stretches()
    {
        for (var i = 0; i < 200; i++)
        {
            var document = _plain.Documents[_dice.Below(_plain.Documents.Count)];
            var forms = Enumerable.Range(0, 2 + _dice.Below(2)).Select(_ => SearchForm.Of(Stretch(6, document))).Where(f => f.Length > 0).Distinct().ToList();
            if (forms.Count > 0) Assert.Equal(Ids(_plain.Find(forms)), await MatchAsync(forms));
        }
    }

    [Fact]
    public async Task Shows_every_document_of_a_stretch_in_the_box_and_counts_its_facets()
    {
        for (var i = 0; i < 60; i++)
        {
            var form = SearchForm.Of(Stretch(10));
            if (form.Length == 0 || form.Any(c => "“”\"「」『』".Contains(c)) || form is ['《', ..] or [.., '》']) continue;
            var plain = _plain.Find(form);
            var shown = new List<string>();
            var view = await Library.SearchAsync(form);
            for (var page = 1; page <= view.Pages; page++) shown.AddRange((await Library.SearchAsync(form, page)).Hits.Select(h => h.Document.Slug));
            Assert.Equal(shown.Count, shown.Distinct().Count());
            Assert.Equal(view.Total, shown.Count);
            Assert.Empty(plain.Select(p => p.Slug).Except(shown));
            if (view.Total != plain.Count) continue; // what was typed names something too: an issuer, a number
            AssertFacets(plain, view);
        }
    }

    [Fact]
    public async Task Finds_what_stands_in_cells_titles_of_attachments_and_dates()
    {
        var looked = new Dictionary<NodeKind, int>();
        foreach (var document in _plain.Documents)
        {
            var body = (await Library.DocumentAsync(document.Slug))!.Body;
            // What stands in an attachment is found there; of the rest the names of attachments and the day are.
            var blocks = body.SelectMany(b => b.WithAll).Where(b => b.Kind is NodeKind.Cell or NodeKind.AttachmentNote or NodeKind.DatedOn).Concat(body.SelectMany(b => b.WithAll).Where(b => b.Slug is not null).SelectMany(b => b.Children).Where(b => b.Kind is NodeKind.Title));
            // Of many cells some; of what there are few, all.
            foreach (var block in blocks.Where(b => SearchForm.Of(b.Plain).Length >= 2).OrderBy(b => b.Kind is NodeKind.Cell ? 1 + _dice.Below(1000) : 0).GroupBy(b => b.Kind).SelectMany(g => g.Take(12)))
            {
                var form = SearchForm.Of(block.Plain);
                var from = _dice.Below(Math.Max(1, form.Length - 6));
                Assert.True((await MatchAsync([form.Substring(from, Math.Min(form.Length - from, 12))])).Contains(document.Id), $"{document.Slug} {block.Kind}: {block.Plain}");
                looked[block.Kind] = looked.GetValueOrDefault(block.Kind) + 1;
            }
        }
        Assert.Equal([NodeKind.Title, NodeKind.DatedOn, NodeKind.AttachmentNote, NodeKind.Cell], looked.Keys.Order());
        Assert.True(looked[NodeKind.Cell] > 30, $"{looked[NodeKind.Cell]} cells");
    }

    [Fact]
    public async Task Filters_by_any_facet_and_all_of_them_together()
    {
        foreach (var word in new[] { "清河市", "工作", "的", "" })
            foreach (var document in _plain.Documents.Take(6))
            {
                var all = Facet.Shown.Where(f => document.Values(f.Key).Any()).ToDictionary(f => f.Key, f => document.Values(f.Key).First());
                foreach (var filters in all.Select(f => new Dictionary<string, string> { [f.Key] = f.Value }).Append(all))
                {
                    var plain = (word.Length == 0 ? [.. _plain.Documents] : _plain.Find(word)).Where(d => filters.All(f => d.Values(f.Key).Contains(f.Value))).ToList();
                    var view = await Library.AskAsync(l => l.SearchAsync(new SearchRequest(word, filters), CancellationToken.None));
                    Assert.Equal(plain.Count, view.Total);
                    foreach (var facet in view.Facets.Where(f => !filters.ContainsKey(f.Key)))
                        Assert.Equal(Counts(plain, facet.Key), facet.Values.ToDictionary(v => v.Value, v => v.Count));
                    foreach (var facet in view.Facets.Where(f => filters.ContainsKey(f.Key) && word.Length > 0))
                    {
                        var others = _plain.Find(word).Where(d => filters.Where(f => f.Key != facet.Key).All(f => d.Values(f.Key).Contains(f.Value))).ToList();
                        Assert.Equal(Counts(others, facet.Key), facet.Values.ToDictionary(v => v.Value, v => v.Count));
                        Assert.Equal(filters[facet.Key], facet.Values.SingleOrDefault(v => v.IsSet)?.Value ?? filters[facet.Key]);
                    }
                }
            }
    }

    [Fact]
    public async Task Puts_the_document_first_whose_number_is_typed_in_any_form()
    {
        var numbered = _plain.Documents.Where(d => d.Number is { } n && n.Contains('〔') && !n.Contains('、')).ToList();
        Assert.True(numbered.Count >= 8, $"{numbered.Count} documents with numbers");
        foreach (var document in numbered)
            foreach (var form in NumberForms(document.Number!))
            {
                var view = await Library.SearchAsync(form);
                Assert.True(view.Exact == document.Slug && view.Hits[0].Document.Slug == document.Slug, $"{form}: {view.Exact}, first {view.Hits.FirstOrDefault()?.Document.Number}");
            }
    }

    [Fact]
    public async Task Puts_a_document_first_whose_title_is_typed()
    {
        foreach (var document in _plain.Documents)
        {
            var same = _plain.Documents.Where(d => SearchForm.Of(d.Title) == SearchForm.Of(document.Title)).Select(d => d.Slug).ToList();
            foreach (var form in new[] { document.Title, $"《{document.Title}》", FullTitle.Of(string.Join('、', document.Issuers), document.Title) })
            {
                var view = await Library.SearchAsync(form);
                Assert.True(view.Hits.Count > 0 && same.Contains(view.Hits[0].Document.Slug), $"{form}: {view.Hits.FirstOrDefault()?.Document.Title}");
            }
        }
    }

    /// <summary>The bracket, the width, the blanks, what is left out: as officials type them.</summary>
    private static IEnumerable<string> NumberForms(string number)
    {
        var (code, year, serial) = (number[..number.IndexOf('〔')], number.Substring(number.IndexOf('〔') + 1, 4), number[(number.IndexOf('〕') + 1)..^1]);
        foreach (var (open, close) in new[] { ("〔", "〕"), ("[", "]"), ("【", "】"), ("（", "）"), ("(", ")"), ("［", "］") })
            yield return $"{code}{open}{year}{close}{serial}号";
        yield return $"{code}〔{year}〕{serial}";
        yield return $"{code}({year}){serial}";
        yield return $"{code}{year}{serial}号".Insert(code.Length + 4, " ");
        yield return $"{code} {year} {serial}";
        yield return $"{code}{year}年{serial}号";
        yield return $"{code}〔{year}〕第{serial}号";
        yield return $" {code} 〔{year}〕 第 {serial} 号 ";
        yield return $"（{code}〔{year}〕{serial}号）";
        yield return $"《{code}〔{year}〕{serial}号》";
        yield return $"{code}〔{Wide(year)}〕{Wide(serial)}号";
    }

    private static string Wide(string digits) => string.Concat(digits.Select(d => (char)(d - '0' + '０')));

    private string Stretch(int longest = 30, PlainDocument? of = null)
    {
        var document = of ?? (_dice.Chance(0.2) ? _plain.Documents.Single(d => d.Title.Contains("𠮷家堰", StringComparison.Ordinal)) : _plain.Documents[_dice.Below(_plain.Documents.Count)]);
        string[] texts = [document.Title, .. document.Clauses.Where(c => c.Length > 0)];
        var runes = texts[_dice.Below(texts.Length)].EnumerateRunes().Select(r => r.ToString()).ToList();
        var from = _dice.Below(runes.Count);
        return string.Concat(runes.Skip(from).Take(1 + _dice.Below(longest)));
    }

    private Task<List<Guid>> MatchAsync(IReadOnlyList<string> forms) => Library.ReadAsync(async db =>
    {
        await using var moment = await db.AtOneMomentAsync(CancellationToken.None);
        var state = await SearchState.ReadAsync(db, CancellationToken.None);
        var found = new List<int[]>();
        foreach (var facts in _facts) found.Add([.. (await new IndexReader(db, state, facts).MatchAsync(forms, [], new(100_000), CancellationToken.None)).Select(f => f.Id)]);
        Assert.Equal(found[0], found[1]);
        var (index, ids) = (new IndexReader(db, state, _facts[0]), found[0]);
        Assert.Equal(ids.OrderDescending(), ids);
        return (await index.FactsAsync(ids, CancellationToken.None)).ConvertAll(f => f.DocumentId).Order().ToList();
    });

    private static List<Guid> Ids(IEnumerable<PlainDocument> documents) => [.. documents.Select(d => d.Id).Order()];

    private static void AssertFacets(List<PlainDocument> plain, SearchView view)
    {
        Assert.Equal(Facet.Shown.Select(f => f.Key), view.Facets.Select(f => f.Key));
        foreach (var facet in view.Facets) Assert.Equal(Counts(plain, facet.Key), facet.Values.ToDictionary(v => v.Value, v => v.Count));
    }

    private static Dictionary<string, int> Counts(IEnumerable<PlainDocument> documents, string facet) =>
        documents.SelectMany(d => d.Values(facet).Distinct()).CountBy(v => v).ToDictionary();
}
