using System.Buffers;

namespace Gongbao.Gazette.Reading;

/// <summary>
/// Finds what leads to a private person: the name behind 联系人, telephones beside it, mobile numbers, e-mail addresses and
/// identity numbers anywhere. Duty telephones of offices (值班电话) are public and stay. A value that is printed masked (138****5678) is one of these too.
/// </summary>
internal static class PersonalMarks
{
    private static readonly string[] NameLabels = ["联系人", "经办人", "联络员", "联系人及电话", "联系人员", "填报人", "承办人"];
    private static readonly string[] PhoneLabels = ["联系电话", "联系方式", "手机号码", "手机号", "手机", "电话", "电话号码", "办公电话"];
    private const int Near = 60;

    /// <summary>What a mark may begin with; a telephone behind a name begins with more.</summary>
    private static readonly SearchValues<char> Beginnings = SearchValues.Create("联经填承手@0123456789０１２３４５６７８９");
    private static readonly SearchValues<char> Places = SearchValues.Create("联经填承手电办@0123456789０１２３４５６７８９");

    public static void Read(IReadOnlyList<Passage> passages, List<PersonalMark> marks)
    {
        foreach (var passage in passages) Read(passage.Text, marks);
    }

    public static void Read(JoinedText joined, List<PersonalMark> marks)
    {
        var text = joined.Text;
        if (!text.AsSpan().ContainsAny(Beginnings)) return;
        var nameBehind = -Near;
        for (var i = 0; i < text.Length; i++)
        {
            if (text.AsSpan(i).IndexOfAny(Places) is not (>= 0 and var next)) break;
            i += next;
            if (text[i] == '@')
            {
                Email(joined, i, marks);
                continue;
            }
            if (Characters.IsDigit(text[i]))
            {
                i = Number(joined, i, marks) - 1;
                continue;
            }
            if (text[i] is '联' or '经' or '填' or '承' && LabelAt(text, i, NameLabels) is > 0 and var name)
            {
                if (Names(joined, i + name, marks)) nameBehind = i;
                i += name - 1;
                continue;
            }
            if (text[i] is not ('联' or '电' or '手' or '办') || LabelAt(text, i, PhoneLabels) is not (> 0 and var phone)) continue;
            if (i - nameBehind <= Near && Line(joined, i + phone, marks) is var end && end > 0) (nameBehind, i) = (i, end - 1);
            else i += phone - 1;
        }
    }

    /// <summary>Length of the label and its colon at a place; 0 where none stands.</summary>
    private static int LabelAt(string text, int at, string[] labels)
    {
        var longest = 0;
        foreach (var label in labels)
        {
            var end = at;
            foreach (var c in label)
                if (end < 0 || (end = Skip(text, end)) >= text.Length || text[end] != c) end = -1;
                else end++;
            if (end < 0) continue;
            end = Skip(text, end);
            if (end < text.Length && text[end] is '：' or ':') longest = Math.Max(longest, end + 1 - at);
        }
        return longest;
    }

    private static int Skip(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return at;
    }

    private static bool Names(JoinedText joined, int at, List<PersonalMark> marks)
    {
        var text = joined.Text;
        var any = false;
        while (true)
        {
            var from = at = Skip(text, at);
            var letters = 0;
            while (at < text.Length && (Characters.IsIdeograph(text[at]) || text[at] is '·' or '*' || char.IsWhiteSpace(text[at])) && letters <= 6)
            {
                if (!char.IsWhiteSpace(text[at])) letters++;
                at++;
            }
            if (letters is < 2 or > 6) return any;
            var end = at;
            while (char.IsWhiteSpace(text[end - 1])) end--;
            marks.Add(new(PersonalKind.Name, joined.SpanOf(from, end)));
            any = true;
            if (at >= text.Length || text[at] is not ('、' or '/')) return any;
            at++;
        }
    }

    /// <summary>A telephone behind a label; returns where it ends, 0 when none follows.</summary>
    private static int Line(JoinedText joined, int at, List<PersonalMark> marks)
    {
        var text = joined.Text;
        int from = Skip(text, at), end = from, digits = 0;
        for (var i = from; i < text.Length && (Characters.IsDigit(text[i]) || text[i] is '*' or '-' or '—' or '－' or '–' or '（' or '）' or '(' or ')' || char.IsWhiteSpace(text[i])); i++)
        {
            if (!Characters.IsDigit(text[i]) && text[i] != '*') continue;
            digits++;
            end = i + 1;
        }
        if (digits < 7 && text.AsSpan(from, end - from) is not "***") return 0;
        marks.Add(new(PersonalKind.Telephone, joined.SpanOf(from, end)));
        return end;
    }

    /// <summary>A bare number: mobile or identity number by its shape. Returns where the digits end.</summary>
    private static int Number(JoinedText joined, int from, List<PersonalMark> marks)
    {
        var text = joined.Text;
        var end = from;
        while (end < text.Length && Characters.IsDigit(text[end])) end++;
        var length = end - from;
        if (length == 3 && MaskedFrom(text, end) is > 0 and var hidden)
        {
            marks.Add(new(hidden == 4 ? PersonalKind.Telephone : PersonalKind.IdentityNumber, joined.SpanOf(from, end + hidden + (hidden == 4 ? 4 : 2))));
            return end + hidden;
        }
        if (length == 11 && text[from] is '1' or '１' && Characters.DigitValue(text[from + 1]) >= 3 && (end >= text.Length || text[end] != '@'))
            marks.Add(new(PersonalKind.Telephone, joined.SpanOf(from, end)));
        if (length == 18 || length == 17 && end < text.Length && text[end] is 'X' or 'x')
        {
            end = from + 18;
            marks.Add(new(PersonalKind.IdentityNumber, joined.SpanOf(from, end)));
        }
        return end;
    }

    /// <summary>How many figures are hidden from here on, 4 of a mobile number or 13 of an identity number, with as many shown behind them as such masks show; 0 for anything else.</summary>
    private static int MaskedFrom(string text, int at)
    {
        var hidden = 0;
        while (at + hidden < text.Length && text[at + hidden] == '*') hidden++;
        var shown = 0;
        while (at + hidden + shown < text.Length && Characters.IsDigit(text[at + hidden + shown])) shown++;
        return (hidden, shown) is (4, 4) or (13, 2) ? hidden : 0;
    }

    private static void Email(JoinedText joined, int at, List<PersonalMark> marks)
    {
        var text = joined.Text;
        int from = at, to = at + 1;
        while (from > 0 && at - from < 64 && (char.IsAsciiLetterOrDigit(text[from - 1]) || text[from - 1] is '.' or '_' or '-' or '+' or '*')) from--;
        while (to < text.Length && to - at < 80 && (char.IsAsciiLetterOrDigit(text[to]) || text[to] is '.' or '-')) to++;
        while (to > at && text[to - 1] is '.' or '-') to--;
        if (from < at && text.AsSpan(at, to - at).Contains('.')) marks.Add(new(PersonalKind.Email, joined.SpanOf(from, to)));
    }
}
