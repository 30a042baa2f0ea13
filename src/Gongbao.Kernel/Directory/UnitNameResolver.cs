namespace Gongbao.Kernel.Directory;

/// <summary>
/// Reads texts about responsible units against the directory of one day. Never throws for any text, takes time linear in its
/// length, and leaves a piece unresolved rather than guess. Immutable; safe to share.
/// </summary>
public sealed class UnitNameResolver
{
    private const int LongestEnding = 24;
    private readonly PieceParser _parser;
    private readonly NameIndex _names;
    private readonly NameRepair _repair;
    private readonly CityDirectory _directory;

    /// <param name="directory">The city's organisations.</param>
    /// <param name="asOf">The day of the document: only units that existed then are named by it.</param>
    public UnitNameResolver(CityDirectory directory, DateOnly asOf)
    {
        AsOf = asOf;
        _directory = directory;
        _names = new NameIndex(directory, asOf);
        _parser = new PieceParser(_names);
        _repair = new NameRepair(_names, directory.CityName);
    }

    /// <summary>The day whose units are known.</summary>
    public DateOnly AsOf { get; }

    /// <summary>Resolves a text that lists units: a table cell, a line of addressees, the inside of 〔责任单位：…〕.</summary>
    public UnitResolution Resolve(string text)
    {
        var folded = new FoldedText(text);
        var reading = new Reading();
        foreach (var piece in UnitPieces.Of(folded.Text)) Read(folded.Text, piece, reading);

        var found = reading.Found;
        ShareSuffixes(folded.Text, found);
        SupplyPrefixes(folded.Text, found);
        MendMisprints(folded.Text, found);
        DoubtSharedEndings(folded.Text, found);
        return new(text, [.. found.Select(f => f.Mention(folded))], reading.Others);
    }

    /// <summary>Tells the unit and the post in a text such as 清河市教育局副局长.</summary>
    /// <returns>Null where the text is not the name of one unit and the title of a post it has.</returns>
    public (Unit Unit, Post Post)? FindPost(string text)
    {
        var folded = FoldedText.Of(text);
        foreach (var (end, thing) in _names.From(folded, 0).Reverse())
            if (thing.Unit is { } unit && _directory.PostsOf(unit).FirstOrDefault(p => p.Title == folded[end..]) is { } post)
                return (unit, post);
        return null;
    }

    private void Read(string text, UnitPiece piece, Reading reading)
    {
        if (_parser.Parse(text, piece.From, piece.To) is { } parts)
        {
            foreach (var part in parts) reading.Take(part, piece);
            return;
        }

        var (from, to) = (piece.From, piece.To);
        if (DutyWords.HeadAt(text, from) is { Length: > 0 } head && from + head.Length < to)
        {
            reading.Take(new(PartKind.Head, from, from + head.Length, null, head.Role), piece);
            from += head.Length;
        }

        var ending = Ending(text, from, to);
        reading.Take(new(PartKind.Name, from, ending.Count > 0 ? ending[0].From : to, null, null), piece);
        foreach (var part in ending) reading.Take(part, piece);
    }

    /// <summary>The words after a name that is not understood: （牵头）, 等部门, 负责.</summary>
    private static List<PiecePart> Ending(string text, int from, int to)
    {
        for (var start = Math.Max(from + 2, to - LongestEnding); start < to; start++)
        {
            var (at, parts) = (start, new List<PiecePart>());
            if (DutyWords.NoteAt(text, at) is { Length: > 0 } note) Add(PartKind.Note, note.Length, note.Role);
            if (DutyWords.OthersAt(text, at) is > 0 and var others) Add(PartKind.Others, others, null);
            if (DutyWords.TailAt(text, at) is { Length: > 0 } tail) Add(PartKind.Tail, tail.Length, tail.Role);
            if (at == to) return parts;

            void Add(PartKind kind, int length, DutyRole? role)
            {
                parts.Add(new(kind, at, at + length, null, role));
                at += length;
            }
        }

        return [];
    }

    /// <summary>达川区、万源市人民政府: from the last name backwards, each takes the ending of the one after it.</summary>
    private void ShareSuffixes(string text, List<Found> found)
    {
        for (var i = found.Count - 2; i >= 0; i--)
            if (found[i].IsOpen && !found[i + 1].BeginsSentence && _repair.WithSuffixOf(found[i].In(text), found[i + 1].Clear) is { } meant)
                found[i].Settle(meant, NameReading.SharedSuffix);
    }

    /// <summary>市商务局、发展改革委: each takes the beginning of the one before it, the first that of the one after it.</summary>
    private void SupplyPrefixes(string text, List<Found> found)
    {
        for (var i = 0; i < found.Count; i++)
            if (found[i].IsOpen && (i > 0 ? found[i - 1] : found.ElementAtOrDefault(1))?.Clear is { } neighbour
                && _repair.WithPrefixOf(found[i].In(text), neighbour) is { } meant)
                found[i].Settle(meant, NameReading.MissingPrefix);
    }

    private void MendMisprints(string text, List<Found> found)
    {
        foreach (var open in found.Where(f => f.IsOpen))
            if (_repair.OfMisprint(open.In(text)) is { } meant)
                open.Settle(meant, NameReading.Misprint);
    }

    /// <summary>达川区、万源市教育局: where the second is not understood, the first may share its ending, and is not the government of 达川区.</summary>
    private void DoubtSharedEndings(string text, List<Found> found)
    {
        for (var i = found.Count - 2; i >= 0; i--)
            if (found[i].Thing is { IsBareRegion: true } && found[i + 1] is { BeginsSentence: false } next
                && (next.IsDoubted || (next.IsOpen && _names.From(next.In(text), 0).Any(n => n.Thing.IsBareRegion))))
                found[i].Doubt($"“{found[i].In(text)}”可能与后面的“{next.In(text)}”共用词尾。");
    }

    /// <summary>What has been read so far, and the roles that are being given.</summary>
    private sealed class Reading
    {
        private DutyRole? _head;

        public List<Found> Found { get; } = [];

        public bool Others { get; private set; }

        public void Take(PiecePart part, UnitPiece piece)
        {
            switch (part.Kind)
            {
                case PartKind.Head:
                    _head = part.Role;
                    break;
                case PartKind.Name:
                    var begins = piece.BeginsSentence && (Found.Count == 0 || Found[^1].From < piece.From);
                    Found.Add(new(part, begins) { Role = _head });
                    break;
                case PartKind.Note:
                    Found[^1].Role = part.Role;
                    break;
                case PartKind.Others:
                    Others = true;
                    break;
                case PartKind.Tail:
                    GiveBack(part.Role);
                    break;
                case PartKind.Joiner:
                    break;
            }
        }

        /// <summary>市教育局、市科技局牵头: both lead, back to the last comma.</summary>
        private void GiveBack(DutyRole? role)
        {
            for (var i = Found.Count - 1; i >= 0 && Found[i].Role is null; i--)
            {
                Found[i].Role = role;
                if (Found[i].BeginsSentence) break;
            }
        }
    }

    /// <summary>A piece of text that names somebody, or tries to.</summary>
    private sealed class Found(PiecePart part, bool beginsSentence)
    {
        private NameReading _reading = part.Thing is { IsClear: true } ? NameReading.Exact : NameReading.None;
        private string? _why = part.Thing?.Why;

        public int From => part.From;

        public bool BeginsSentence => beginsSentence;

        public DutyRole? Role { get; set; }

        public NamedThing? Thing { get; private set; } = part.Thing;

        /// <summary>What it names without doubt; null where nothing.</summary>
        public NamedThing? Clear => _reading is NameReading.None ? null : Thing;

        /// <summary>True while no name is known that it could be.</summary>
        public bool IsOpen => Thing is null;

        public bool IsDoubted { get; private set; }

        public string In(string text) => text[part.From..part.To];

        public void Settle(NamedThing thing, NameReading reading) => (Thing, _reading) = (thing, reading);

        public void Doubt(string why) => (IsDoubted, _reading, _why) = (true, NameReading.None, why);

        public UnitMention Mention(FoldedText text)
        {
            var (start, length, words) = text.Original(part.From, part.To);
            IReadOnlyList<Unit> units = Clear is not { } clear ? [] : clear.Unit is { } unit ? [unit] : clear.Members;
            return new(words, start, length, units, Clear?.Group, Role, _reading, _reading is NameReading.None ? _why ?? $"单位名册里没有“{words}”。" : null);
        }
    }
}
