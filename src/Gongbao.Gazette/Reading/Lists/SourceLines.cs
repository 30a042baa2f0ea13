namespace Gongbao.Gazette.Reading;

/// <summary>Numbers of lines for places inside passages.</summary>
internal static class SourceLines
{
    /// <summary>The line, from 1, of an offset inside a passage, counted from the passage's own line.</summary>
    public static int NumberAt(Passage passage, int offset)
    {
        if (passage.Text.Text.Length == 0) return passage.Line;
        var from = passage.Text.ToSource(0);
        var number = passage.Line;
        var text = passage.Text.Source.Text;
        for (var i = from; i < Math.Min(offset, text.Length); i++)
            if (text[i] == '\n' || text[i] == '\r' && !(i + 1 < text.Length && text[i + 1] == '\n')) number++;
        return number;
    }
}
