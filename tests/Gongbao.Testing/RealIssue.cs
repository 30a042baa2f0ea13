using Xunit;

namespace Gongbao.Testing;

/// <summary>
/// The real gazette, which is not part of the repository. <c>GONGBAO_REAL_ISSUE</c> names its file; where it is not set
/// the test shows as skipped, and a run under <c>CI</c> fails on any skip.
/// </summary>
public static class RealIssue
{
    /// <summary>Path of the gazette text.</summary>
    public static string Path => From("GONGBAO_REAL_ISSUE");

    /// <summary>Path of what a right reading yields, beside the gazette's folder.</summary>
    public static string Truth => Beside("spec", "truth.json");

    /// <summary>Path of the program that compares a reading with the truth.</summary>
    public static string Scorer => Beside("tools", "score-reading.py");

    /// <summary>Path of the list of clauses that a system must serve.</summary>
    public static string Clauses => Beside("spec", "clauses.tsv");

    private static string Beside(string folder, string file) =>
        System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, "..", folder, file);

    private static string From(string variable)
    {
        var path = Environment.GetEnvironmentVariable(variable);
        Assert.SkipUnless(path is not null && File.Exists(path), $"{variable} names no file: the real gazette is not here.");
        return path!;
    }
}
