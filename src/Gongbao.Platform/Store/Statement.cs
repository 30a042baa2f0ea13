namespace Gongbao.Platform.Store;

/// <summary>
/// A statement for rows that are written at every transition, prepared once a lane. The same text serves both databases:
/// parameters are <c>$1</c>, <c>$2</c>… in order, names are the snake_case ones of the room's tables.
/// Keep it in a static field: lanes know it by reference.
/// </summary>
/// <param name="sql">One insert, update or delete.</param>
/// <param name="parameters">How many parameters it takes.</param>
public sealed class Statement(string sql, int parameters)
{
    internal string Sql { get; } = sql;

    internal int Parameters { get; } = parameters;
}
