using Gongbao.Kernel.Clauses;

namespace Gongbao.Gazette.Validity.Detection;

/// <summary>Reads the sentences of an amending decision (修改决定): which document they change, and what they change in it.</summary>
internal sealed class AmendingSentences(ValidityLexicon words, FoundClaims found, Headings headings)
{
    private readonly Amendments _amendments = new(words);

    /// <summary>Reads a sentence.</summary>
    /// <param name="passage">Where it stands.</param>
    /// <param name="from">First character.</param>
    /// <param name="to">Behind the last.</param>
    /// <param name="place">The place that was named last before it; then the last that it names.</param>
    /// <returns>Whether it amends something.</returns>
    public bool Read(Passage passage, int from, int to, ref ClausePath? place)
    {
        var bare = passage.Bare.AsSpan(from, to - from);
        var speaks = words.Amend.Any(w => passage.Bare.IndexOf(w, from, to - from, StringComparison.Ordinal) >= 0);
        var cited = passage.Citations.Where(c => c.Citation.Citation.From >= from && c.Citation.Citation.To <= to && FoundClaims.IsTarget(c.Citation.Citation)).ToList();
        var amendments = _amendments.Read(passage, from, to, ref place);
        var heading = headings.Amending;
        if (amendments.Count > 0 && (cited.Count > 0 || heading is not null))
        {
            foreach (var target in cited.Count > 0 ? cited : [heading!.Target!.Value])
                foreach (var (at, instruction) in amendments)
                    found.Add(passage, from, to, ValidityEffect.Amend, target, c => c with { Place = at, Instruction = instruction, On = heading?.On ?? c.On });
            if (heading is not null) heading.IsUsed = true;
            // What follows without naming a document is of the same.
            if (cited.Count > 0 && cited.All(c => found.KeyOf(c.Ordinal) == found.KeyOf(cited[0].Ordinal))) headings.GoOn(passage, cited[0]);
            return true;
        }
        if (cited.Count == 0 && IsAmending(bare) && bare.TrimEnd().EndsWith("："))
        {
            // 对下列文件予以修改： the documents stand below, with what is done to each.
            headings.Add(new(passage, ValidityEffect.Amend, null));
            return true;
        }
        // 对《甲》作如下修改： what is done stands below. An item of a list of amended documents names the document alone.
        var listed = headings.ListOf(passage) is { Effect: ValidityEffect.Amend };
        if (cited.Count == 0 || !speaks && !listed || Follows(bare) || bare.IndexOf("的决定") >= 0 && !bare.TrimEnd().EndsWith("：") || !listed && !IsAmending(bare)) return false;
        foreach (var target in cited) headings.Add(new(passage, ValidityEffect.Amend, target) { IsExplicit = true, Opens = (from, to) });
        return true;
    }

    /// <summary>《甲》根据本决定作相应修改，重新公布 tells what comes of the amendments above.</summary>
    private static bool Follows(ReadOnlySpan<char> sentence) => sentence.IndexOf("根据本") >= 0 || sentence.IndexOf("按照本") >= 0 || sentence.IndexOf("依照本") >= 0;

    /// <summary>对…作如下修改, 决定对…予以修改; not 修改完善…, not 根据修改后的….</summary>
    private bool IsAmending(ReadOnlySpan<char> sentence)
    {
        foreach (var word in words.Amend)
        {
            if (sentence.IndexOf(word) is not (>= 0 and var at)) continue;
            var before = sentence[..at];
            var behind = sentence[(at + word.Length)..].Trim();
            if (behind.Length > 0 && behind[0] is not ('：' or ':' or '。' or '；' or '，' or '如' or '）') && !behind.StartsWith("内容")) continue;
            if (before.LastIndexOf("作") >= 0 || before.LastIndexOf("予以") >= 0 || before.LastIndexOf("进行") >= 0 || before.LastIndexOf("决定") >= 0 || before.LastIndexOf("将") >= 0) return true;
        }
        return false;
    }
}
