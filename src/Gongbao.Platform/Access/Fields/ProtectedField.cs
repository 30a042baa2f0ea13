namespace Gongbao.Platform.Access.Fields;

/// <summary>A field whose values are not for everybody: which column it is, its class and how a screen masks it.</summary>
/// <param name="Table">Table name as stored.</param>
/// <param name="Field">Column name, or the name inside a JSON document.</param>
/// <param name="Class">Personal or secret where values are sealed.</param>
/// <param name="Mask">How a screen shows it.</param>
/// <param name="IsSearchable">True where equality search by blind index is declared; only then is an index kept.</param>
public sealed record ProtectedField(string Table, string Field, FieldClass Class, MaskKind Mask, bool IsSearchable = false)
{
    /// <summary>The place of one row's value, to which its seal is bound.</summary>
    public FieldPlace In(Guid row) => new(this, row.ToString("N"));

    /// <summary>The place of one row's value, to which its seal is bound.</summary>
    /// <param name="row">The row's key as text.</param>
    public FieldPlace In(string row) => new(this, row);
}

/// <summary>One value's place. A token moved to another row or field does not open.</summary>
/// <param name="Field">The column.</param>
/// <param name="Row">The row's key as text.</param>
public sealed record FieldPlace(ProtectedField Field, string Row)
{
    /// <summary><c>table:row#field</c>, for the journal.</summary>
    public override string ToString() => $"{Field.Table}:{Row}#{Field.Field}";
}
