namespace Gongbao.Web.Components;

/// <summary>What an input inside a <c>Field</c> needs to be tied to its label, hint and errors.</summary>
/// <param name="Id">The id that the label points to.</param>
/// <param name="DescribedBy">Ids of hint and error, for <c>aria-describedby</c>; null when there is neither.</param>
/// <param name="Invalid">"true" when the field has an error, else null, for <c>aria-invalid</c>.</param>
public sealed record FieldContext(string Id, string? DescribedBy, string? Invalid);
