namespace Gongbao.Gazette.Reading;

/// <summary>What a run of lines behind a head is.</summary>
internal enum BodyPartKind { Addressees, Text, Note, Signature, AttachedText, Attachment, Remark, Imprint }

/// <summary>A run of lines of one document, end excluded; parts follow one another without gap.</summary>
internal readonly record struct BodyPart(BodyPartKind Kind, int From, int To);

/// <summary>Divides the lines behind a head into parts. Every line is in exactly one.</summary>
internal static class BodyParts
{
    public static IReadOnlyList<BodyPart> Divide(SourceText source, ContentLine[] lines, int from, int to)
    {
        var parts = new List<BodyPart>();
        var grid = GridLines.Next(lines, from, to);
        var addressees = AddresseeReader.EndOf(lines, from, grid);
        if (addressees > from) parts.Add(new(BodyPartKind.Addressees, from, addressees));
        var start = addressees;
        var signed = false;
        for (var i = start; i < to;)
        {
            if (grid < i) grid = GridLines.Next(lines, i, to);
            if (Next(source, lines, i, grid, to, signed) is not { } part)
            {
                i++;
                continue;
            }
            if (i > start) parts.Add(new(signed ? BodyPartKind.AttachedText : BodyPartKind.Text, start, i));
            parts.Add(part);
            signed |= part.Kind is BodyPartKind.Signature;
            start = i = part.To;
        }
        if (to > start) parts.Add(new(signed ? BodyPartKind.AttachedText : BodyPartKind.Text, start, to));
        return parts;
    }

    /// <summary>The part that begins at a line. None but an attachment runs over a known table, which begins at <paramref name="grid"/>.</summary>
    private static BodyPart? Next(SourceText source, ContentLine[] lines, int i, int grid, int to, bool signed)
    {
        if (lines[i].Grid is not null) return null;
        var text = lines[i].Text;
        if (IsImprint(text)) return new(BodyPartKind.Imprint, i, ImprintEnd(lines, i, grid));
        if (AttachmentNotes.BeginsNote(lines, i, grid)) return new(BodyPartKind.Note, i, NoteEnd(source, lines, i, grid));
        if (AttachmentNotes.IsMark(text)) return new(BodyPartKind.Attachment, i, AttachmentEnd(lines, i + 1, to));
        if (text[0] is '（' && IsRemark(lines, i, grid, signed, out var end)) return new(BodyPartKind.Remark, i, end);
        return Signed.At(source, lines, i, grid) is { } signature ? new(BodyPartKind.Signature, i, signature.To) : null;
    }

    private static int NoteEnd(SourceText source, ContentLine[] lines, int from, int to) =>
        AttachmentNotes.EndOf(lines, from, to, at => BeginsPart(source, lines, at, to));

    private static bool BeginsPart(SourceText source, ContentLine[] lines, int i, int to) =>
        Signed.At(source, lines, i, to) is not null || IsImprint(lines[i].Text) || lines[i].Text.StartsWith("（此件", StringComparison.Ordinal);

    private static int AttachmentEnd(ContentLine[] lines, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (lines[i].Grid is null && (AttachmentNotes.IsMark(lines[i].Text) || IsImprint(lines[i].Text))) return i;
        return to;
    }

    /// <summary>附注: a bracket of its own behind the signature, or one that says how the document is published.</summary>
    private static bool IsRemark(ContentLine[] lines, int i, int to, bool signed, out int end)
    {
        end = i + 1;
        if (!lines[i].Text.StartsWith("（此件", StringComparison.Ordinal)
            && !(signed && lines[i].Text.Length > 4 && lines[i].Text[^1] == '）' && (lines[i].Text.Contains("公开") || lines[i].Text.Contains("联系人"))))
            return false;
        while (end < to && end - i < 4 && lines[end - 1].Text[^1] != '）') end++;
        return lines[end - 1].Text[^1] == '）';
    }

    /// <summary>抄送：…, or office and day of printing; a line of running text may end in 印发 too.</summary>
    private static bool IsImprint(string text) => Lexicon.StartsWithAny(text, Lexicon.ImprintStarts)
        || text.EndsWith("印发", StringComparison.Ordinal) && text.Length is > 8 and < 50 && text.Contains('年') && text.Contains('日') && text.AsSpan().IndexOfAny('。', '《') < 0;

    private static int ImprintEnd(ContentLine[] lines, int from, int to)
    {
        var end = from + 1;
        while (end < to && end - from < 12 && !AttachmentNotes.IsMark(lines[end].Text))
        {
            if (IsImprint(lines[end].Text) || lines[end - 1].Text[^1] is '，' or '、' || lines[end].Text[^1] == '。' && lines[end].Text.Length < 40 && !lines[end - 1].Text.EndsWith('。')) end++;
            else break;
        }
        return end;
    }
}
