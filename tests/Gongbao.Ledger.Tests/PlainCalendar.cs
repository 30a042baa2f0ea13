using System.Text;

namespace Gongbao.Ledger.Tests;

/// <summary>Reads a calendar as RFC 5545 has it, beside any library: lines of at most 75 octets that end in CR LF, folded before a space, words escaped by a backslash.</summary>
internal sealed class PlainCalendar
{
    private PlainCalendar(IReadOnlyDictionary<string, string> head, IReadOnlyList<IReadOnlyDictionary<string, string>> events) => (Head, Events) = (head, events);

    public IReadOnlyDictionary<string, string> Head { get; }

    /// <summary>Of each event its properties by name, their parameters left in the name.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Events { get; }

    public IReadOnlyDictionary<string, string> this[Guid uid] => Events.Single(e => e["UID"] == uid.ToString("D"));

    public static PlainCalendar Read(byte[] bytes)
    {
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        var lines = text[..^2].Split("\r\n");
        Assert.All(lines, l => Assert.True(Encoding.UTF8.GetByteCount(l) <= 75 && l.Length > 0 && !l.Contains('\n', StringComparison.Ordinal) && !l.Contains('\r', StringComparison.Ordinal), l));
        var (head, events, current) = (new Dictionary<string, string>(), new List<IReadOnlyDictionary<string, string>>(), (Dictionary<string, string>?)null);
        Assert.Equal(("BEGIN:VCALENDAR", "END:VCALENDAR"), (lines[0], lines[^1]));
        foreach (var line in text[..^2].Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n")[1..^1])
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var (name, value) = (line[..colon], line[(colon + 1)..]);
            if (line == "BEGIN:VEVENT") current = [];
            else if (line == "END:VEVENT") events.Add(current!);
            else (current is null || events.Contains(current) ? head : current).Add(name, Plain(value));
        }
        return new(head, events);
    }

    private static string Plain(string value)
    {
        var plain = new StringBuilder();
        for (var i = 0; i < value.Length; i++) plain.Append(value[i] == '\\' ? value[++i] is 'n' or 'N' ? '\n' : value[i] : value[i]);
        return plain.ToString();
    }
}
