using Gongbao.Casework.Release;

namespace Gongbao.Casework.Tests;

/// <summary>What is left out of a text that is released, and why.</summary>
[Law("政府信息公开条例", "第三十七条")]
public sealed class A_text_released_in_part
{
    private const string Text = "申请人张某某，住清河市临江区，电话号码一二三。经办人：张某某。";

    private static readonly Dictionary<string, RedactionReason> Reasons = new()
    {
        ["personal"] = new("personal", "个人隐私", "《政府信息公开条例》第十五条"), ["internal"] = new("internal", "内部事务信息", "《政府信息公开条例》第十六条"),
    };

    [Fact]
    public void Shows_the_reason_in_place_of_what_is_left_out()
    {
        var redaction = Made(Of("张某某", "personal"), Of("一二三", "personal"), Of("经办人", "internal"));
        Assert.Equal("申请人【个人隐私，不予公开】，住清河市临江区，电话号码【个人隐私，不予公开】。【内部事务信息，不予公开】：张某某。", redaction.Released());
        Assert.Equal(["personal", "internal"], redaction.Reasons.Select(r => r.Id));
        Assert.False(redaction.IsWhole);
    }

    [Fact]
    public void Says_where_the_same_words_are_still_to_be_read()
    {
        var (passage, at) = Assert.Single(Made(Of("张某某", "personal")).Repeated());
        Assert.Equal((Text.IndexOf("张某某", StringComparison.Ordinal), Text.LastIndexOf("张某某", StringComparison.Ordinal)), (passage.From, Assert.Single(at)));
        Assert.Empty(Made(Of("张某某", "personal"), new(Text.LastIndexOf("张某某", StringComparison.Ordinal), 3, "personal")).Repeated());
    }

    [Fact]
    public void Joins_passages_that_touch_so_that_their_number_tells_nothing()
    {
        var redaction = Made(new(0, 3, "personal"), new(3, 3, "personal"), new(2, 2, "personal"));
        Assert.Equal(new RedactedPassage(0, 6, "personal"), Assert.Single(redaction.Passages));
    }

    [Fact]
    public void Is_no_release_where_nothing_is_left() => Assert.True(Made(new RedactedPassage(0, Text.Length, "personal")).IsWhole);

    [Theory]
    [InlineData(-1, 2, "personal", "release.out-of-text")]
    [InlineData(0, 0, "personal", "release.out-of-text")]
    [InlineData(30, 99, "personal", "release.out-of-text")]
    [InlineData(0, 2, "because", "release.no-reason")]
    public void Is_refused_where_it_cannot_be(int from, int length, string reason, string code) => Assert.Equal(code, Redaction.Of(Text, [new(from, length, reason)], Reasons).Refusals[0].Code);

    [Fact]
    public void Is_refused_where_two_reasons_lie_over_each_other_or_a_character_is_cut()
    {
        Assert.Equal("release.no-passage", Redaction.Of(Text, [], Reasons).Refusals[0].Code);
        Assert.Equal("release.two-reasons", Redaction.Of(Text, [new(0, 4, "personal"), new(3, 4, "internal")], Reasons).Refusals[0].Code);
        Assert.False(Redaction.Of(Text, [new(0, 4, "personal"), new(4, 4, "internal")], Reasons).IsRefused(out _, out _));
        Assert.Equal("release.split-character", Redaction.Of("𠮷某", [new(1, 1, "personal")], Reasons).Refusals[0].Code);
    }

    [Fact]
    public void Never_holds_what_was_left_out_whatever_is_chosen()
    {
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, 40).Select(_ => (char)('a' + random.Next(26)))) + "机密" + random.Next(1_000_000, 9_999_999);
            var from = text.Length - 9;
            var redaction = Redaction.Of(text, [new(from, 9, "personal"), new(random.Next(20), 1 + random.Next(10), "internal")], Reasons);
            if (redaction.IsRefused(out _, out var made)) continue;
            Assert.DoesNotContain(text[from..], made.Released(), StringComparison.Ordinal);
            Assert.Equal(text.Length, made.Released().Length + made.Passages.Sum(p => p.Length - Reasons[p.Reason].Label.Length - 7));
        }
    }

    private static RedactedPassage Of(string words, string reason) => new(Text.IndexOf(words, StringComparison.Ordinal), words.Length, reason);

    private static Redaction Made(params RedactedPassage[] passages)
    {
        Assert.False(Redaction.Of(Text, passages, Reasons).IsRefused(out var refusal, out var made), refusal?.Reason);
        return made!;
    }
}
