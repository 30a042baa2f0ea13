using System.Text;
using Gongbao.Casework.Proof;
using Gongbao.Casework.Running;
using Gongbao.Kernel.Time;
using Gongbao.Platform.Journal.Anchoring;
using Gongbao.Platform.Store;

namespace Gongbao.Casework.Tests;

/// <summary>What an applicant takes home of a case, and anybody can prove.</summary>
public sealed class A_case_file : IDisposable
{
    private static readonly DateTimeOffset Monday = Beijing.At(new(2025, 3, 3), new(9, 0));
    private readonly string _folder = Directory.CreateTempSubdirectory("gongbao-case-file-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private CitySignature City => new(new StoreOptions { Provider = StoreProvider.Sqlite, DataFolder = _folder });

    [Fact]
    public void Is_proved_by_the_public_key_alone()
    {
        var (file, pem) = (Made(Events()).Write(), PublicKey());
        Assert.False(CaseFile.Prove(file, pem).IsRefused(out _, out var proved));
        Assert.Equal(("QH-2025-0001", 3), (proved.Reference, proved.Events.Count));
        Assert.Contains("\"kind\": \"Received\"", Encoding.UTF8.GetString(file), StringComparison.Ordinal);
        Assert.DoesNotContain("account:", Encoding.UTF8.GetString(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_every_change_of_a_byte()
    {
        var (file, pem) = (Made(Events()).Write(), PublicKey());
        for (var at = 0; at < file.Length; at++)
        {
            var changed = file.ToArray();
            changed[at] ^= 1;
            var result = CaseFile.Prove(changed, pem);
            // A change that leaves every value as it is, as of white space, changes nothing.
            if (!result.IsRefused(out _, out var same)) Assert.Equal(file, same.Write());
        }
    }

    [Fact]
    public void Shows_what_was_taken_out_or_put_in_another_order()
    {
        var (made, pem) = (Made(Events()), PublicKey());
        Assert.Equal("case-file.changed", CodeOf(made with { Events = [made.Events[1], made.Events[0], made.Events[2]] }, pem));
        Assert.Equal("case-file.changed", CodeOf(made with { Events = [made.Events[0], made.Events[2]] }, pem));
        Assert.Equal("case-file.not-signed", CodeOf(made with { Events = [.. made.Events.Take(2)] }, pem));
        Assert.Equal("case-file.not-signed", CodeOf(made with { Reference = "QH-2025-0002" }, pem));
        Assert.Equal("case-file.unreadable", CaseFile.Prove("{}"u8, pem).Refusals[0].Code);
        Assert.Equal("case-file.unreadable", CaseFile.Prove("{\"format\": "u8, pem).Refusals[0].Code);
        Assert.Equal("case-file.not-signed", CodeOf(made, "no key"));
    }

    [Fact]
    public void Goes_on_from_an_earlier_one()
    {
        var events = Events();
        var (earlier, later) = (Made([.. events.Take(2)]), Made(events));
        Assert.True(later.GoesOnFrom(earlier));
        Assert.False(earlier.GoesOnFrom(later));
        Assert.False(later.GoesOnFrom(Made([events[0], events[1] with { What = "other" }])));
    }

    [Fact]
    public void Tells_fields_apart_that_would_run_into_each_other() =>
        Assert.NotEqual(
            Made([new(CaseEventKind.Passed, Monday, "a", "ab", "c")]).Events[0].Hash,
            Made([new(CaseEventKind.Passed, Monday, "a", "a", "bc")]).Events[0].Hash);

    private static List<CaseEvent> Events() =>
    [
        new(CaseEventKind.Received, Monday, "account:1"), new(CaseEventKind.Given, Monday, "account:1", What: "papers"), new(CaseEventKind.Extended, Monday.AddDays(1), "account:2", "registration", "handle") { Amount = 10 },
    ];

    private CaseFile Made(IEnumerable<CaseEvent> events) => CaseFile.Of("QH-2025-0001", "three", "v1", events, City);

    private string PublicKey() => File.ReadAllText(City.PublicFile(Made([]).Key));

    private static string? CodeOf(CaseFile file, string pem) => CaseFile.Prove(file.Write(), pem).Refusals is [var refusal, ..] ? refusal.Code : null;
}
