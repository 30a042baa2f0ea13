using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Gongbao.Platform.Store.Mapping;

/// <summary>What every room's model has in common, so that both databases store and order alike.</summary>
internal static class RoomConventions
{
    public static void Convert(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<DateTimeOffset>().HaveConversion<UtcInstant>();
        configuration.Properties<Enum>().HaveConversion<string>();
    }

    public static void Apply(ModelBuilder model, string prefix)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            NameTable(entity, prefix);
            foreach (var property in entity.GetDeclaredProperties())
            {
                if (property.FindAnnotation(RelationalAnnotationNames.ColumnName) is null && !entity.IsMappedToJson())
                    property.SetColumnName(Snake(property.Name));
                if (property.IsPrimaryKey() && !entity.IsOwned()) property.ValueGenerated = ValueGenerated.Never;
                if (property.Name == nameof(IRevised.Revision) && typeof(IRevised).IsAssignableFrom(entity.ClrType))
                    property.IsConcurrencyToken = true;
            }
        }
    }

    private static void NameTable(IMutableEntityType entity, string prefix)
    {
        if (entity.IsOwned() || entity.BaseType is not null || entity.IsMappedToJson()) return;
        if (entity.FindAnnotation(RelationalAnnotationNames.ViewName) is not null) return;
        var named = entity.FindAnnotation(RelationalAnnotationNames.TableName)?.Value as string;
        var name = named ?? Snake(entity.ClrType.Name);
        if (!name.StartsWith(prefix + "_", StringComparison.Ordinal)) name = prefix + "_" + name;
        entity.SetTableName(name);
    }

    internal static string Snake(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var breaksWord = i > 0 && char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (breaksWord && name[i - 1] != '_') text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}
