using Gongbao.Contracts.Gazette;
using Gongbao.Gazette.Tests.Library;
using Gongbao.Platform.Store;

namespace Gongbao.Gazette.Tests.Import;

public class A_corrected_document_on_SQLite() : A_corrected_document(StoreProvider.Sqlite);

public class A_corrected_document_on_PostgreSQL() : A_corrected_document(StoreProvider.Postgres);

/// <summary>A new version of a document is told to the other rooms once, with the places that changed.</summary>
public abstract class A_corrected_document(StoreProvider provider) : LibraryTests(provider)
{
    private const string Patrol = "清府办发〔2024〕7号";
    private const string Supply = "清府发〔2024〕3号";

    [Fact]
    public async Task Is_told_once_with_the_clauses_whose_words_changed()
    {
        await Library.ImportAsync(Issues.Both);
        Library.Told.Facts.Clear();

        await Library.ImportAsync(Issues.Both.Replace("每月公布结果", "每周公布结果", StringComparison.Ordinal));

        var told = Assert.IsType<DocumentCorrected>(Assert.Single(Library.Told.Facts));
        Assert.Equal((await Library.SlugAsync(Supply), "关于加强城市供水管理的意见"), (told.Slug, told.Title));
        Assert.Equal(["2.p1"], told.Places);
    }

    [Fact]
    public async Task Is_told_with_the_old_and_the_new_place_of_what_moved()
    {
        await Library.ImportAsync(Issues.Both);
        Library.Told.Facts.Clear();

        await Library.ImportAsync(Issues.Both.Replace("（二）水质。每周取样一次。\n", "", StringComparison.Ordinal).Replace("（三）堤岸", "（二）堤岸", StringComparison.Ordinal));

        var told = Assert.IsType<DocumentCorrected>(Assert.Single(Library.Told.Facts));
        Assert.Equal(await Library.SlugAsync(Patrol), told.Slug);
        Assert.Superset(new HashSet<string> { "1.2", "1.3" }, told.Places.ToHashSet());
    }

    [Fact]
    public async Task Is_not_told_where_its_words_are_the_same()
    {
        await Library.ImportAsync(Issues.Both);
        Library.Told.Facts.Clear();

        await Library.ImportAsync(Issues.Both);
        await Library.ImportAsync("\n\n" + Issues.Both);

        Assert.Empty(Library.Told.Facts);
    }

    [Fact]
    public async Task Is_told_as_changed_when_its_issue_prints_it_no_more_and_when_it_does_again()
    {
        await Library.ImportAsync(Issues.Both + "\n" + Issues.Trees);
        var slug = await Library.SlugAsync(Supply);
        Library.Told.Facts.Clear();

        await Library.ImportAsync(Issues.Patrol + "\n" + Issues.Trees);
        await Library.ImportAsync(Issues.Both + "\n" + Issues.Trees);

        Assert.Equal([slug, slug], Library.Told.Facts.Select(f => Assert.IsType<DocumentChanged>(f).Slug));
    }
}
