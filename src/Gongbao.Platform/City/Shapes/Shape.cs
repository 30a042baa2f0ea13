using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gongbao.Platform.City.Shapes;

/// <summary>
/// What a declared value must look like. From the same description come the check, the JSON Schema for editors and the canonical JSON
/// that is hashed.
/// </summary>
public abstract class Shape
{
    private protected Shape()
    {
    }

    /// <summary>What is wanted, as the object of 应是…, such as 一个日期（如 2023-04-18）.</summary>
    internal abstract string Wanted { get; }

    /// <summary>Reports every mistake of the value.</summary>
    internal abstract void Check(DeclaredNode node, ShapeCheck check);

    /// <param name="complete">True for <c>base</c>, where a thing must be whole; false for a city, which may give a part of it and may remove it.</param>
    internal abstract JsonObject Schema(bool complete);

    /// <summary>Writes a checked value; key order, comments, quoting and white space leave no trace.</summary>
    internal abstract void Write(DeclaredNode node, Utf8JsonWriter json);

    private protected void Mismatch(DeclaredNode node, ShapeCheck check)
    {
        var found = node switch
        {
            DeclaredScalar { Text: "" } => "这里没有填值",
            DeclaredScalar scalar => $"这里写的是“{scalar.Text}”",
            DeclaredList => "这里写的是列表",
            _ => "这里写的是键值对",
        };
        check.Report(node.Place, $"{found}，应是{Wanted}。", "请改正。");
    }
}

/// <summary>What the check of one city knows and finds.</summary>
internal sealed class ShapeCheck(
    Func<string, IReadOnlyCollection<string>?> idsOf, Func<Place, bool> isBase, ICollection<DeclarationProblem> problems)
{
    /// <summary>Ids of the things in a section; null where the section does not exist.</summary>
    public IReadOnlyCollection<string>? IdsOf(string section) => idsOf(section);

    /// <summary>True where the place is in a file of <c>base</c>.</summary>
    public bool IsBase(Place place) => isBase(place);

    public void Report(Place place, string cause, string mend) => problems.Add(new(place, cause, mend));
}
