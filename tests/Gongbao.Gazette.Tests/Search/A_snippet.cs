using Gongbao.Gazette.Search;

namespace Gongbao.Gazette.Tests.Search;

public class A_snippet
{
    [Fact]
    public void Marks_each_word_and_loses_no_character()
    {
        var parts = Snippet.Of("（一）水位。每日记录一次，水质。", [SearchForm.Of("水质"), SearchForm.Of("（一）")]);
        Assert.Equal("（一）水位。每日记录一次，水质。", string.Concat(parts.Select(p => p.Text)));
        Assert.Equal(["（一）", "水质"], parts.Where(p => p.IsFound).Select(p => p.Text));
    }

    [Fact]
    public void Cuts_a_long_text_around_the_first_word_but_no_character_in_two()
    {
        var text = string.Concat(Enumerable.Repeat("𠮷", 40)) + "井水质" + string.Concat(Enumerable.Repeat("𠮷", 80));
        var parts = Snippet.Of(text, ["水质"]);
        Assert.Equal(("……", "……"), (parts[0].Text, parts[^1].Text));
        Assert.Contains(new("水质", true), parts);
        Assert.All(parts, p => Assert.DoesNotContain(p.Text.EnumerateRunes(), r => r.Value == 0xFFFD));
    }
}
