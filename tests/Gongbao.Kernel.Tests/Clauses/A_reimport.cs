using CsCheck;
using Gongbao.Kernel.Clauses;

namespace Gongbao.Kernel.Tests.Clauses;

public class A_reimport
{
    private static readonly Gen<(string Path, string Text)[]> Clauses =
        Gen.Select(Gen.Int[1, 4], Gen.Int[0, 5], Gen.Int[0, 6], (one, two, text) => (two == 0 ? $"L{one}" : $"{one}-{two}", text == 0 ? "" : $"文{text}"))
            .Array[0, 20].Select(all => all.DistinctBy(c => c.Item1).ToArray());

    [Fact]
    public void Of_the_same_text_keeps_every_clause()
    {
        KnownClause<ClausePath>[] stored = [Stored("一", "总则"), Stored("一（一）", "目标"), Stored("一（二）", "原则")];

        Assert.All(Match(stored, stored), m => Assert.Equal((ClauseFate.Kept, false), (m.Fate, m.WordsChanged)));
    }

    [Fact]
    public void Lets_a_moved_clause_keep_its_id_when_another_is_put_before_it()
    {
        KnownClause<ClausePath>[] stored = [Stored("一（一）", "甲"), Stored("一（二）", "乙"), Stored("一（三）", "丙")];
        var matches = ClauseMatcher.Match(stored, [New("一（一）", "甲"), New("一（二）", "新"), New("一（三）", "乙"), New("一（四）", "丙")]);

        Assert.Equal([ClauseFate.Kept, ClauseFate.New, ClauseFate.Moved, ClauseFate.Moved], matches.Select(m => m.Fate));
        Assert.Equal([stored[0].Id, null, stored[1].Id, stored[2].Id], matches.Select(m => m.Id));
        Assert.Equal(("一（二）", "一（三）"), (matches[2].From!.ToString(), matches[2].To!.ToString()));
    }

    [Fact]
    public void Lets_a_corrected_clause_keep_its_id()
    {
        KnownClause<ClausePath>[] stored = [Stored("一", "总则"), Stored("二", "任各")];
        var matches = ClauseMatcher.Match(stored, [New("一", "总则"), New("二", "任务")]);

        Assert.Equal(new ClauseMatch<ClausePath>(ClauseFate.Kept, stored[1].Id, stored[1].Place, stored[1].Place, WordsChanged: true), matches[1]);
    }

    [Fact]
    public void Names_what_vanished()
    {
        KnownClause<ClausePath>[] stored = [Stored("一", "总则"), Stored("二", "任务")];

        Assert.Equal([ClauseFate.Kept, ClauseFate.Vanished], ClauseMatcher.Match(stored, [New("一", "总则")]).Select(m => m.Fate));
    }

    [Fact]
    public void Matches_equal_words_in_order_and_no_words_by_place_alone()
    {
        KnownClause<ClausePath>[] stored = [Stored("一", ""), Stored("一（一）", "及时公开"), Stored("一（二）", "及时公开")];
        var matches = ClauseMatcher.Match(stored, [New("二", ""), New("二（一）", "及时公开"), New("二（二）", "及时公开")]);

        Assert.Equal([null, stored[1].Id, stored[2].Id, stored[0].Id], matches.Select(m => m.Id));
        Assert.Equal([ClauseFate.New, ClauseFate.Moved, ClauseFate.Moved, ClauseFate.Vanished], matches.Select(m => m.Fate));
    }

    [Fact]
    public void Gives_every_clause_one_fate_and_no_id_twice() => Gen.Select(Clauses, Clauses).Sample((before, now) =>
    {
        KnownClause<ClausePath>[] stored = [.. before.Select(c => Stored(Place(c.Path), c.Text))];
        ReadClause<ClausePath>[] imported = [.. now.Select(c => New(Place(c.Path), c.Text))];
        var matches = ClauseMatcher.Match(stored, imported);

        Assert.Equal(imported.Select(i => i.Place), matches.Take(imported.Length).Select(m => m.To));
        Assert.Equal(stored.Select(s => s.Id).Order(), matches.Where(m => m.Id is not null).Select(m => m.Id!.Value).Order());
        Assert.All(matches, m => Assert.Equal(m.Id is null, m.Fate is ClauseFate.New));
        foreach (var same in imported.Where(i => stored.Any(s => s.Place.Equals(i.Place) && s.Text == i.Text)))
            Assert.Equal(ClauseFate.Kept, matches.Single(m => same.Place.Equals(m.To)).Fate);
        foreach (var match in matches.Where(m => m.Fate is ClauseFate.Vanished))
            Assert.DoesNotContain(matches, m => m.Fate is ClauseFate.New && m.To!.Equals(match.From));
    }, iter: 700);

    [Fact]
    public void Done_twice_changes_nothing_more() => Gen.Select(Clauses, Clauses).Sample((before, now) =>
    {
        KnownClause<ClausePath>[] stored = [.. before.Select(c => Stored(Place(c.Path), c.Text))];
        ReadClause<ClausePath>[] imported = [.. now.Select(c => New(Place(c.Path), c.Text))];
        KnownClause<ClausePath>[] again = [.. ClauseMatcher.Match(stored, imported).Take(imported.Length).Zip(imported, (m, i) => new KnownClause<ClausePath>(m.Id ?? Guid.CreateVersion7(), i.Place, i.Text))];

        Assert.All(ClauseMatcher.Match(again, imported), m => Assert.Equal((ClauseFate.Kept, false), (m.Fate, m.WordsChanged)));
    }, iter: 500);

    [Fact]
    public void Remembers_a_decision_by_words_and_not_by_line()
    {
        var document = ClauseRef.Parse("清河府办发〔2023〕14号").Document;
        var before = ReadingKey.Number(document, [("obligation.units", "市商务局、\n市教育局"), ("obligation.units", "市教育局"), ("obligation.task", "市教育局"), ("obligation.units", "市教育局")]);
        var after = ReadingKey.Number(document, [("obligation.units", "市商务局、市教 育局"), ("obligation.units", "市教育局"), ("obligation.units", "市民政局")]);

        Assert.Equal([1, 1, 1, 2], before.Select(k => k.Occurrence));
        Assert.Equal(before[0], after[0]);
        Assert.Equal(before[0].Digest(), after[0].Digest());
        Assert.DoesNotContain(after[2], before);
        Assert.Equal(4, before.Select(k => k.Digest()).Distinct().Count());
    }

    [Theory]
    [InlineData("“一件事”（试行） 2023年", "\"一件事\"(试行)2023年")]
    [InlineData("０８１８—１２３", "0818-123")]
    [InlineData("清府发【2023】1号", "清府发[2023]1号")]
    [InlineData(" \u3000\n", "")]
    public void Compares_words_without_regard_to_width_space_and_quotes(string printed, string form)
    {
        Assert.Equal(form, SourceWords.Normalise(printed));
        Assert.Equal(form, SourceWords.Normalise(form));
    }

    private static KnownClause<ClausePath> Stored(string path, string text) => new(Guid.CreateVersion7(), Path(path), text);

    private static ReadClause<ClausePath> New(string path, string text) => new(Path(path), text);

    private static IReadOnlyList<ClauseMatch<ClausePath>> Match(KnownClause<ClausePath>[] stored, KnownClause<ClausePath>[] imported) =>
        ClauseMatcher.Match(stored, [.. imported.Select(s => new ReadClause<ClausePath>(s.Place, s.Text))]);

    private static ClausePath Path(string text) => ClausePath.TryParse(text, out var path) ? path : throw new FormatException(text);

    private static string Place(string code)
    {
        var numbers = code.TrimStart('L').Split('-').Select(n => ChineseNumerals.Format(int.Parse(n, System.Globalization.CultureInfo.InvariantCulture))).ToArray();
        return numbers.Length == 1 ? numbers[0] : $"{numbers[0]}（{numbers[1]}）";
    }
}
