using UglyToad.PdfPig.Logging;

namespace Gongbao.Gazette.Ingest;

/// <summary>
/// Counts the characters that a font gives no meaning of (字体没有对照表): the library reads their codes as if they were characters, and says so
/// here and nowhere else.
/// </summary>
internal sealed class PdfLog : ILog
{
    private const string Unmapped = "could not find the corresponding character";

    public int UnmappedCharacters { get; private set; }

    public void Debug(string message)
    {
    }

    public void Debug(string message, Exception ex)
    {
    }

    public void Warn(string message)
    {
        if (message.Contains(Unmapped, StringComparison.Ordinal)) UnmappedCharacters++;
    }

    public void Error(string message)
    {
    }

    public void Error(string message, Exception ex)
    {
    }
}
