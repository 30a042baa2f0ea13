using Gongbao.Gazette.Generating.Amending;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Tests.Generated;
using Gongbao.Gazette.Validity;

namespace Gongbao.Gazette.Tests.Validity;

/// <summary>What the truth about made-up amending documents must itself be like.</summary>
public class Generated_amending_libraries
{
    [Fact]
    public void Are_the_same_from_the_same_seed()
    {
        var (first, second) = (Make(7), Make(7));
        Assert.Equal(first.Sources.Select(s => s.Text), second.Sources.Select(s => s.Text));
        Assert.Equal(first.Truth, second.Truth);
        Assert.NotEqual(first.Sources.Select(s => s.Text), Make(8).Sources.Select(s => s.Text));
    }

    [Fact]
    public void Print_what_their_truth_says()
    {
        for (ulong seed = 1; seed <= 10; seed++)
        {
            var library = Make(seed);
            var prints = library.Documents.Zip(library.Sources).ToDictionary(p => p.First.Number, p => Characters.Compact(p.Second.Text));
            Assert.All(library.Truth, t => Assert.Contains(Characters.Compact(t.Words), prints[t.In]));
            Assert.All(library.Truth.Where(t => !t.IsHeld), t => Assert.DoesNotContain(library.Documents, d => d.Number == t.Target));
            Assert.All(library.Truth.Where(t => t.IsHeld && t.Target is not null), t => Assert.True(Dated(library, t.Target!) < Dated(library, t.In)));
            Assert.All(library.Truth.Where(t => t.Effect is ValidityEffect.Amend), t => Assert.NotNull(t.Action));
        }
    }

    [Fact]
    public void Hold_every_effect_and_every_action()
    {
        var truth = Enumerable.Range(1, 30).SelectMany(seed => Make((ulong)seed).Truth).ToList();
        Assert.All(Enum.GetValues<ValidityEffect>(), effect => Assert.True(truth.Count(t => t.Effect == effect) >= 10, $"{effect}"));
        Assert.All(Enum.GetValues<TrueAction>(), action => Assert.True(truth.Count(t => t.Action == action) >= 10, $"{action}"));
    }

    private static DateOnly Dated(AmendingLibrary library, string number) => library.Documents.Single(d => d.Number == number).DatedOn;

    private static AmendingLibrary Make(ulong seed) => AmendingGenerator.Generate(SampleCity.Words, seed, 40, SampleCity.Declared.Calendar);
}
