namespace Gongbao.Web;

/// <summary>What a room says, in Chinese, about the data its interface answers, for the description that programmers read (OpenAPI).</summary>
/// <param name="Types">By the name of a type and, after a dot, of its property as the data has it: <c>DocumentView</c>, <c>DocumentView.dated_on</c>.</param>
/// <param name="Parameters">By the name of a parameter of an address.</param>
public sealed record ApiWords(IReadOnlyDictionary<string, string> Types, IReadOnlyDictionary<string, string> Parameters)
{
    /// <summary>Reads both from lines, a name and its words set apart by a tab.</summary>
    public static ApiWords Of(string types, string parameters = "") => new(Lines(types), Lines(parameters));

    private static Dictionary<string, string> Lines(string words) =>
        words.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t')).ToDictionary(l => l[0], l => l[1], StringComparer.Ordinal);
}

/// <summary>Parameters that an endpoint reads from the address by itself.</summary>
/// <param name="Names">As the address has them.</param>
public sealed record QueryParameters(IReadOnlyList<string> Names);

/// <summary>Files that an endpoint reads from the form of a request by itself (<c>multipart/form-data</c>).</summary>
/// <param name="Field">Their field, which may come several times.</param>
/// <param name="Says">What they are, in Chinese.</param>
/// <param name="Beside">The field that holds, as JSON, what a request without files has for its body; null where there is none such.</param>
public sealed record FormFiles(string Field, string Says, string? Beside = null);
