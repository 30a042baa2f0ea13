namespace Gongbao.Gazette.Reading;

/// <summary>Reads the lines of an attachment as the table, form or list that they are.</summary>
internal static class PartContent
{
    /// <summary>What the part holds; null where it is running text. A reading without nodes only adds facts: the lines are an outline too.</summary>
    public static ContentReading? Read(ContentPart part)
    {
        if (part.Lines.Count == 0) return null;
        if (part.Lines.Any(l => l.Grid is not null)) return Around(part);
        if (HonourList.Fits(part))
        {
            var honours = new List<Honour>();
            HonourList.Read(part, honours);
            if (honours.Count > 0) return new() { Honours = honours };
        }
        var lines = TableLine.Of(part);
        if (TablePanels.Of(part.Source, lines) is { } panels)
            return Personal(part, panels.Panels.Any(p => p.Head.HasPoints) ? ScoreSheet.Read(part, lines, panels) : DutyTable.Read(part, lines, panels));
        return BlankForm.Fits(part, lines) ? BlankForm.Read(part, lines) : null;
    }

    /// <summary>Cells may name private persons too.</summary>
    private static ContentReading Personal(ContentPart part, ContentReading table)
    {
        var marks = new List<PersonalMark>();
        foreach (var cell in table.Nodes.SelectMany(n => n.WithAll()).Where(n => n.Kind is NodeKind.Cell)) PersonalMarks.Read(JoinedText.Of(part.Source, cell.Pieces), marks);
        return table with { Personal = [.. table.Personal, .. marks] };
    }

    /// <summary>Tables that the file gives are read by themselves: what is left are names of honours in running lines.</summary>
    private static ContentReading? Around(ContentPart part)
    {
        var running = part with { Lines = [.. part.Lines.Where(l => l.Grid is null)] };
        return HonourList.Fits(running) && Read(running) is { Honours.Count: > 0 } honours ? honours : null;
    }
}
