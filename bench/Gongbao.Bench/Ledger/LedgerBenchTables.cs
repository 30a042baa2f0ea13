using System.Data.Common;
using System.Globalization;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Gongbao.Bench.Ledger;

/// <summary>Writes many rows straight into the tables of a room, as its model maps them: COPY on PostgreSQL, one prepared insert on SQLite. It fills and is no measure.</summary>
internal static class LedgerBenchTables
{
    /// <param name="connection">Of a lane.</param>
    /// <param name="db">Knows how the rows are mapped.</param>
    /// <param name="rows">The rows, of one kind.</param>
    public static void Write<TRow>(DbConnection connection, RoomDb db, IEnumerable<TRow> rows) where TRow : class
    {
        var entity = db.Model.FindEntityType(typeof(TRow))!;
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!);
        var columns = entity.GetProperties().Select(p => (Name: p.GetColumnName(table)!, Property: p, Mapping: p.GetRelationalTypeMapping())).ToList();
        var names = string.Join(',', columns.Select(c => $"\"{c.Name}\""));
        if (connection is NpgsqlConnection postgres)
        {
            using var copy = postgres.BeginBinaryImport($"copy {table.Name} ({names}) from stdin (format binary)");
            foreach (var row in rows)
            {
                copy.StartRow();
                foreach (var (_, property, mapping) in columns)
                    if (Value(row, property, mapping) is { } value) copy.Write(value, mapping.StoreType);
                    else copy.WriteNull();
            }
            copy.Complete();
            return;
        }
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // nothing in it comes from outside
        (command.CommandText, command.Transaction) = ($"insert into {table.Name} ({names}) values ({string.Join(',', columns.Select((_, i) => $"$p{i}"))})", transaction);
#pragma warning restore CA2100
        var parameters = columns.Select((_, i) => command.CreateParameter()).ToList();
        for (var i = 0; i < parameters.Count; i++)
        {
            parameters[i].ParameterName = string.Create(CultureInfo.InvariantCulture, $"$p{i}");
            command.Parameters.Add(parameters[i]);
        }
        foreach (var row in rows)
        {
            for (var i = 0; i < parameters.Count; i++) parameters[i].Value = Value(row, columns[i].Property, columns[i].Mapping) ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
        transaction.Commit();
    }

    private static object? Value(object row, IProperty property, RelationalTypeMapping mapping)
    {
        var value = property.GetGetter().GetClrValue(row);
        return value is null || mapping.Converter is not { } converter ? value : converter.ConvertToProvider(value);
    }
}
