using Gongbao.Platform.Access;
using Gongbao.Platform.Access.Fields;
using Gongbao.Platform.Access.Sealing;
using Gongbao.Platform.Access.Storage;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Gongbao.Platform.Tests.Access;

public class The_start_of_access
{
    private static readonly ProtectedField Field = new("case_applicant", "phone", FieldClass.Personal, MaskKind.Phone);

    [Fact]
    public async Task Makes_the_keys_of_a_hosted_program_by_itself()
    {
        await using var access = await TestAccess.CreateAsync(StoreProvider.Sqlite);
        using var host = HostOf(access);

        await host.StartAsync();
        await host.StopAsync();

        Assert.True(File.Exists(KeyFile.In(access.Store.DataFolder)));
    }

    [Fact]
    public async Task Keeps_a_hosted_program_from_serving_when_the_keys_of_what_is_sealed_are_gone()
    {
        await using var access = await TestAccess.StartAsync(StoreProvider.Sqlite);
        await access.WriteAsync((unit, stop) => unit.Get<Sealer>().SealAsync(unit, "case:1", Field.In("1"), "13800001234", stop));
        File.Delete(KeyFile.In(access.Store.DataFolder));
        using var host = HostOf(access);

        var fault = await Assert.ThrowsAsync<AccessNotReadyException>(() => host.StartAsync());

        Assert.Equal("access.keys-missing", fault.Refusal.Code);
        Assert.Contains("gongbao keys restore", fault.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(KeyFile.In(access.Store.DataFolder)));
    }

    [Fact]
    public void Finds_migrations_that_say_what_the_model_says()
    {
        using AccessDb sqlite = new SqliteAccessDbFactory().CreateDbContext([]), postgres = new PostgresAccessDbFactory().CreateDbContext([]);

        Assert.False(sqlite.Database.HasPendingModelChanges());
        Assert.False(postgres.Database.HasPendingModelChanges());
    }

    private static IHost HostOf(TestAccess access)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        access.Add(builder.Services);
        return builder.Build();
    }
}
