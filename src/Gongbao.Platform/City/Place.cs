namespace Gongbao.Platform.City;

/// <summary>Where a declared value stands.</summary>
/// <param name="File">Path below the folder that holds <c>city</c>, with forward slashes.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
public readonly record struct Place(string File, int Line, int Column)
{
    public override string ToString() => $"{File}:{Line}:{Column}";
}

/// <summary>One mistake in the declarations. All of them are reported at once.</summary>
/// <param name="File">As <see cref="Place.File"/>.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Cause">A whole Chinese sentence that says what is wrong.</param>
/// <param name="Mend">A whole Chinese sentence that says what to do.</param>
public sealed record DeclarationProblem(string File, int Line, int Column, string Cause, string Mend)
{
    internal DeclarationProblem(Place place, string cause, string mend)
        : this(place.File, place.Line, place.Column, cause, mend)
    {
    }

    public override string ToString() => $"{File}:{Line}:{Column}  {Cause}{Mend}";
}
