namespace Gongbao.Gazette.Classification;

/// <summary>Where a rule looks.</summary>
internal enum RulePlace
{
    Title,

    /// <summary>How the name of the text ends that the title says is issued; a title that issues none and speaks of nothing else is that name.</summary>
    Issued,
    Number,
    Issuer,
    Addressees,
    Kind,

    /// <summary>The words of the clauses.</summary>
    Text,

    /// <summary>The directory of units: no declared words, but level and kind of the issuer.</summary>
    Directory,
}

/// <summary>A declared rule that speaks for a class, or against it.</summary>
/// <param name="In">Where it looks.</param>
/// <param name="Words">Any of these.</param>
/// <param name="Except">Struck out before it looks.</param>
/// <param name="AtLeast">How often the words must occur, together.</param>
/// <param name="Weight">What it adds to the score of the class; negative where it speaks against it.</param>
internal sealed record ClassRule(RulePlace In, IReadOnlyList<string> Words, IReadOnlyList<string> Except, int AtLeast, int Weight)
{
    /// <returns>The words found, each once, in the order of the rule; empty where the rule does not apply.</returns>
    public IReadOnlyList<string> Applied(ClassifiedText text)
    {
        var found = new List<string>();
        var count = 0;
        foreach (var part in text.Parts(In))
        {
            var words = Without(part, Except);
            foreach (var word in Words)
            {
                var times = In is RulePlace.Issued ? words.EndsWith(word, StringComparison.Ordinal) ? 1 : 0 : Count(words, word);
                count += times;
                if (times > 0 && !found.Contains(word)) found.Add(word);
            }
        }
        return count >= AtLeast ? found : [];
    }

    private static string Without(string text, IReadOnlyList<string> words)
    {
        foreach (var word in words) text = text.Replace(word, "\0", StringComparison.Ordinal);
        return text;
    }

    private static int Count(string text, string word)
    {
        var count = 0;
        for (var at = 0; (at = text.IndexOf(word, at, StringComparison.Ordinal)) >= 0; at += word.Length) count++;
        return count;
    }
}
