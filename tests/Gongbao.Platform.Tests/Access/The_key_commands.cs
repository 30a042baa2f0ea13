using System.CommandLine;
using Gongbao.Platform.Access;
using Gongbao.Platform.Access.Sealing;
using Gongbao.Platform.Hosting;
using Gongbao.Platform.Journal.Anchoring;
using Microsoft.Extensions.Time.Testing;

namespace Gongbao.Platform.Tests.Access;

public sealed class The_key_commands : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gongbao-key-commands").FullName;

    public The_key_commands()
    {
        File.WriteAllText(At("password"), "a long password\n");
        File.WriteAllText(At("other"), "another password\n");
        File.WriteAllText(At("short"), "short\n");
        Assert.Empty(Keys.Start([]).Refusals);
    }

    private CityKeys Keys => new(At("data"), new FakeTimeProvider());

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Back_the_keys_up_and_restore_them()
    {
        var key = Keys.Ring.Newest.Bytes;
        Assert.Equal((0, true), Run("backup", At("copy"), "--password-file", At("password")));
        File.Delete(KeyFile.In(At("data")));

        Assert.Equal((0, true), Run("restore", At("copy"), "--password-file", At("password")));

        Assert.Equal(key, Keys.Ring.Newest.Bytes);
    }

    [Fact]
    public void Back_the_anchors_key_up_with_them()
    {
        string id;
        using (var key = AnchorKey.LoadOrMake(At("data"))) id = key.Id;
        Run("backup", At("copy"), "--password-file", At("password"));
        Directory.Delete(At("data"), recursive: true);

        Assert.Equal((0, true), Run("restore", At("copy"), "--password-file", At("password")));

        Assert.True(File.Exists(AnchorKey.PrivateFile(At("data"))));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(AnchorKey.PrivateFile(At("data"))));
        using var restored = AnchorKey.LoadOrMake(At("data"));
        Assert.Equal(id, restored.Id);
    }

    [Fact]
    public void Leave_another_key_of_anchors_as_it_is()
    {
        using (AnchorKey.LoadOrMake(At("data"))) Run("backup", At("copy"), "--password-file", At("password"));
        Directory.Delete(At("data"), recursive: true);
        string id;
        using (var key = AnchorKey.LoadOrMake(At("data"))) id = key.Id;

        Assert.Equal((0, true), Run("restore", At("copy"), "--password-file", At("password")));

        using var kept = AnchorKey.LoadOrMake(At("data"));
        Assert.Equal(id, kept.Id);
    }

    [Fact]
    public void Write_no_key_in_the_clear()
    {
        using (AnchorKey.LoadOrMake(At("data"))) Run("backup", At("copy"), "--password-file", At("password"));

        Assert.DoesNotContain("PRIVATE KEY", File.ReadAllText(At("copy")), StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(Keys.Ring.Newest.Bytes), File.ReadAllText(At("copy")), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(At("copy")));
    }

    [Fact]
    public void Refuse_a_wrong_password_a_changed_copy_and_to_write_over_anything()
    {
        Run("backup", At("copy"), "--password-file", At("password"));

        Assert.Equal((2, false), Run("backup", At("copy"), "--password-file", At("password")));
        Assert.Equal((2, false), Run("restore", At("copy"), "--password-file", At("password")));
        File.Delete(KeyFile.In(At("data")));
        Assert.Equal((2, false), Run("restore", At("copy"), "--password-file", At("other")));
        Assert.Equal((2, false), Run("restore", At("password"), "--password-file", At("password")));
        Assert.Equal((2, false), Run("restore", At("nowhere"), "--password-file", At("password")));
        Assert.False(File.Exists(KeyFile.In(At("data"))));
    }

    [Fact]
    public void Ask_for_a_password_of_twelve_characters()
    {
        Assert.Equal((2, false), Run("backup", At("copy")));
        Assert.Equal((2, false), Run("backup", At("copy"), "--password-file", At("short")));
        Assert.False(File.Exists(At("copy")));
    }

    private string At(string name) => Path.Combine(_folder, name);

    private (int Code, bool Said) Run(params string[] args)
    {
        var root = new RootCommand { KeyCommands.Create(_ => throw new InvalidOperationException("These commands open no store.")) };
        foreach (var option in ProgramOptions.All) root.Add(option);
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = root.Parse(["keys", .. args, "--data", At("data")]).Invoke(new() { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        Assert.Equal(code != 0, error.ToString().Length > 0);
        return (code, output.ToString().Length > 0);
    }
}
