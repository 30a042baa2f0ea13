using Gongbao.Gazette.Citations;
using Gongbao.Gazette.Reading;
using Gongbao.Kernel.Clauses;

namespace Gongbao.Gazette.Validity.Detection;

/// <summary>
/// Reads what a document says about validity (效力), its own and that of others, passage by passage in printed order. What a list or a
/// decision says at its head holds for what stands under it.
/// </summary>
internal sealed class ValidityReading
{
    private readonly Node _root;
    private readonly ValidityLexicon _words;
    private readonly EndingActs _acts;
    private readonly OwnTerms _terms;
    private readonly OwnClaims _own;
    private readonly AmendingSentences _amending;
    private readonly ListedDocuments _lists;
    private readonly FoundClaims _found;
    private readonly Headings _headings;
    private readonly List<Passage> _passages;
    private Node? _commenced;
    private EndingAct? _titled;

    private ValidityReading(ReadDocument document, SourceText source, IReadOnlyList<PlacedCitation> citations, ValidityLexicon words)
    {
        (_root, _words, _acts) = (document.Root, words, new(words));
        var texts = document.Root.Children.Where(n => n.Kind is NodeKind.AttachedText).SelectMany(n => n.Children).Where(n => n.Kind is NodeKind.Title).Select(n => TitleForm.Exact(n.Text)).ToHashSet();
        _terms = new(words, c => c.Not is NonDocument.IssuedHere || c.Target is { Number: null, Title: { } title } && texts.Contains(TitleForm.Exact(title)));
        _passages = Passage.Of(document.Root, source, citations);
        _found = new(document, source, citations, _passages);
        _own = new(_found, words.Calendar);
        _headings = new(_found);
        _amending = new(words, _found, _headings);
        _lists = new(document.Root, _passages, words, _acts, _found, _headings);
    }

    /// <param name="document">The document as read.</param>
    /// <param name="source">Its source.</param>
    /// <param name="citations">What it cites, as <see cref="DocumentCitations.Of"/> found it.</param>
    /// <param name="words">The declared words.</param>
    /// <returns>The claims in printed order, each once.</returns>
    public static IReadOnlyList<ValidityClaim> Of(ReadDocument document, SourceText source, IReadOnlyList<PlacedCitation> citations, ValidityLexicon words) =>
        new ValidityReading(document, source, citations, words).Read();

    private IReadOnlyList<ValidityClaim> Read()
    {
        for (var i = 0; i < _passages.Count;)
        {
            var passage = _passages[i];
            _headings.Close(passage);
            if (passage.Node.Kind is NodeKind.Cell)
            {
                i = _lists.Row(i);
                continue;
            }
            i++;
            if (passage.Node.Kind is NodeKind.Title) Title(passage);
            else if (passage.Node.Kind is not (NodeKind.Issuer or NodeKind.Number or NodeKind.Addressees or NodeKind.Signature or NodeKind.DatedOn or NodeKind.AttachmentNote or NodeKind.Imprint)) Sentences(passage);
        }
        _headings.Close();
        return _found.All();
    }

    /// <summary>The title of the document may say what is amended, continued or ended; that of an attachment what its list does.</summary>
    private void Title(Passage passage)
    {
        var isAttached = passage.Node != _root.Children.FirstOrDefault(c => c.Kind is NodeKind.Title);
        if (isAttached && _acts.OfListTitle(passage.Bare) is { } effect) _headings.Add(new(passage, effect, null));
        else if (!isAttached && _words.Amend.Any(w => passage.Bare.Contains(w, StringComparison.Ordinal)) && passage.Citations is [var cited, ..] && FoundClaims.IsTarget(cited.Citation.Citation))
            _headings.Add(new(passage, ValidityEffect.Amend, cited));
        else if (!isAttached) _titled = _acts.OfTitle(passage);
    }

    private void Sentences(Passage passage)
    {
        if (_headings.ListOf(passage) is { } printed && PrintedRows.Of(passage) is { Count: > 0 } rows)
        {
            _lists.Rows(passage, rows, printed);
            return;
        }
        // 有效期五年 may go on from the heading of its clause.
        var commenced = _commenced is { } before && before.Children.Contains(passage.Node);
        _commenced = null;
        ClausePath? place = null;
        foreach (var (from, to) in passage.Sentences())
        {
            var acts = _acts.Read(passage, from, to).ToList();
            if (acts.Count == 0 && _titled is { } titled && _acts.OfTitled(passage, from, to, titled) is { } unnamed) acts.Add(unnamed);
            // 《甲》自本通知印发之日起继续施行，有效期五年: the term is the other document's.
            var continues = acts.Exists(a => a.Effect is ValidityEffect.Continue && a.Targets.Count > 0);
            if (!continues && _terms.Read(passage, from, to, commenced) is { } term)
            {
                commenced |= term.Commences;
                if (term.Commences) _commenced = passage.Node;
                _own.Add(passage, term);
            }
            var any = false;
            foreach (var act in acts)
            {
                any = true;
                if (act.Lists) _headings.Add(new(passage, act.Effect, null, act.On) { IsExplicit = true });
                foreach (var target in act.Targets) _found.Add(passage, from, to, act, target);
            }
            if (!any) any = _amending.Read(passage, from, to, ref place);
            if (!any && _headings.ListOf(passage) is { } list) _lists.Item(passage, from, to, list);
        }
    }
}
