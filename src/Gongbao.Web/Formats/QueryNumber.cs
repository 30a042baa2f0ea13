using System.Globalization;

namespace Gongbao.Web.Formats;

/// <summary>
/// Numbers that an address carries. A page takes them as words and reads them here: the framework answers a typed parameter that is no
/// number with a fault of the program, and people and machines do change addresses.
/// </summary>
public static class QueryNumber
{
    /// <summary>The whole number; null for anything else, as if nothing had been said.</summary>
    public static int? Of(string? text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
