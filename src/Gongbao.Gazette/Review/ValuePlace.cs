using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongbao.Gazette.Review;

/// <summary>Where a value stands in a reading: <c>obligations[11].units_text</c> is the field units_text of the twelfth duty.</summary>
/// <param name="Name">The list, or the value itself where it is no list.</param>
/// <param name="Index">Which of the list, from 0; null where it is no list.</param>
/// <param name="Field">The field; null where the whole thing is meant.</param>
internal sealed partial record ValuePlace(string Name, int? Index, string? Field)
{
    public static ValuePlace Parse(string at) => Form().Match(at) is { Success: true } m
        ? new(m.Groups["name"].Value, m.Groups["index"] is { Success: true } i ? int.Parse(i.Value, CultureInfo.InvariantCulture) : null, m.Groups["field"] is { Success: true } f ? f.Value : null)
        : new(at, null, null);

    [GeneratedRegex(@"^(?<name>[a-z_]+)(\[(?<index>\d{1,6})\])?(\.(?<field>[a-z_]+))?")]
    private static partial Regex Form();
}
