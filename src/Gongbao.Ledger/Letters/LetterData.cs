using Gongbao.Web.Deciding;

namespace Gongbao.Ledger.Letters;

/// <summary>A letter of the register, as data.</summary>
internal sealed record LetterItem(
    Guid Letter, string Seen, string? Number, string Title, string Unit, string Addressee, LetterState State, int Items, DateOnly DraftedOn, DateOnly? SignedOn, DateOnly? ServedOn, DateOnly ReplyBy, DateOnly? RepliedOn, DateOnly? WithdrawnOn)
{
    public static LetterItem Of(StoredLetter letter, LetterState state, int items) => new(
        letter.Id, new Seen(letter.Id, letter.Revision).ToString(), LetterDesk.NumberOf(letter), letter.Title, letter.Unit, letter.Addressee, state, items, letter.DraftedOn, letter.SignedOn, letter.ServedOn, letter.ReplyBy, letter.RepliedOn,
        letter.WithdrawnOn);
}

/// <summary>A part of the register, with the place behind the last of it.</summary>
internal sealed record LetterList(IReadOnlyList<LetterItem> Letters, int Total, string? Next);

/// <summary>A letter with its text and all that was done about it, as data.</summary>
internal sealed record LetterDetail(LetterItem Letter, string Issuer, IReadOnlyList<string> Paragraphs, IReadOnlyList<LetterShareData> Shares, IReadOnlyList<LetterActData> Acts)
{
    public static LetterDetail Of(LetterView view) => new(
        LetterItem.Of(view.Letter, view.State, view.Items.Count), view.Letter.Issuer, view.Paragraphs,
        [.. view.Items.Select(i => new LetterShareData(i.Ordinal, i.ObligationId, i.AssignmentId, i.Task, i.Basis, i.Clause, i.Limit, i.DueOn, i.DaysLate, i.IsReport))],
        [.. view.Acts.Select(a => new LetterActData(a.Kind, a.On, a.At, a.By, a.Text, a.Day, a.Service, a.Recipient, a.Link))]);
}

/// <summary>A share that a letter is about, as it stood on the day of the draft.</summary>
internal sealed record LetterShareData(int Ordinal, Guid Obligation, Guid Share, string Task, string Basis, string? Clause, string? Limit, DateOnly DueOn, int DaysLate, bool IsReport);

/// <summary>Something that was done about a letter.</summary>
internal sealed record LetterActData(LetterActKind Kind, DateOnly On, DateTimeOffset At, string By, string? Text, DateOnly? Day, ServiceKind? Service, string? Recipient, string? Link);
