namespace Gongbao.Platform.City;

/// <summary>How many characters a field of a form (表单) takes at most.</summary>
/// <param name="Form">Title of the form, as documents print it.</param>
/// <param name="Field">Name of the field, as the form prints it.</param>
/// <param name="MostCharacters">1 or more.</param>
public sealed record FormLimit(string Form, string Field, int MostCharacters);
