using Gongbao.Platform.Access.Sealing;
using Microsoft.Extensions.Time.Testing;

namespace Gongbao.Platform.Tests.Access;

public sealed class A_key_file : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gongbao-keys").FullName;
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Is_made_at_the_first_start_readable_by_its_owner_alone()
    {
        var started = Keys().Start([]);

        Assert.False(started.IsRefused(out _, out var isNew));
        Assert.True(isNew);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile.In(_folder)));
    }

    [Fact]
    public void Is_kept_at_the_next_start()
    {
        var first = Keys();
        first.Start([]);
        var second = Keys();

        Assert.False(second.Start(["k1"]).IsRefused(out _, out var isNew));
        Assert.False(isNew);
        Assert.Equal(first.Ring.Newest.Bytes, second.Ring.Newest.Bytes);
    }

    [Fact]
    public void That_is_missing_while_something_is_sealed_stops_the_start()
    {
        Assert.True(Keys().Start(["k1"]).IsRefused(out var refusal, out _));
        Assert.Equal("access.keys-missing", refusal.Code);
        Assert.False(File.Exists(KeyFile.In(_folder)));
    }

    [Fact]
    public void That_lacks_a_key_in_use_stops_the_start()
    {
        Keys().Start([]);

        Assert.True(Keys().Start(["k1", "k2"]).IsRefused(out var refusal, out _));
        Assert.Equal("access.keys-missing", refusal.Code);
        Assert.Contains("k2", refusal.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void That_others_may_read_stops_the_start()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        Keys().Start([]);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(KeyFile.In(_folder), UnixFileMode.UserRead | UnixFileMode.GroupRead);

        Assert.True(Keys().Start([]).IsRefused(out var refusal, out _));
        Assert.Equal("access.keys-unusable", refusal.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"format\":\"gongbao-keys-1\",\"wrapping\":[],\"blind\":\"AAAA\"}")]
    public void That_is_damaged_stops_the_start(string content)
    {
        Keys().Start([]);
        File.WriteAllText(KeyFile.In(_folder), content);

        Assert.True(Keys().Start([]).IsRefused(out var refusal, out _));
        Assert.Equal("access.keys-unusable", refusal.Code);
    }

    [Fact]
    public void Keeps_old_keys_beside_the_new_one()
    {
        var keys = Keys();
        keys.Start([]);
        var old = keys.Ring.Newest.Bytes;

        keys.AddKey();

        Assert.Equal("k2", keys.Ring.Newest.Id);
        Assert.Equal(old, KeyFile.Read(KeyFile.In(_folder))!.Find("k1")!.Bytes);
    }

    [Fact]
    public void Rotated_by_another_process_is_read_again()
    {
        var mine = Keys();
        mine.Start([]);
        var others = Keys();
        others.Start([]);
        others.AddKey();

        Assert.NotNull(mine.RingWith("k2").Find("k2"));
    }

    [Fact]
    public void Made_by_two_processes_at_once_is_one()
    {
        var rings = new KeyRing[8];
        Parallel.For(0, rings.Length, i =>
        {
            var keys = Keys();
            keys.Start([]);
            rings[i] = keys.Ring;
        });

        Assert.Single(rings.Select(r => Convert.ToHexString(r.Newest.Bytes)).Distinct());
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public void Prints_no_key()
    {
        var keys = Keys();
        keys.Start([]);

        var printed = $"{keys.Ring} {keys.Ring.Newest}";

        Assert.DoesNotContain(Convert.ToBase64String(keys.Ring.Newest.Bytes), printed, StringComparison.Ordinal);
        Assert.Equal("1 city keys, newest k1 city key k1", printed);
    }

    private CityKeys Keys() => new(_folder, _time);
}
