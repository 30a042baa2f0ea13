using System.Net;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Platform.Access;
using Gongbao.Platform.Store;
using Microsoft.AspNetCore.Http;

namespace Gongbao.Platform.Tests.Access;

/// <summary>Legal time in the demo: forward only, kept over a restart, nowhere else and from nowhere else.</summary>
public abstract class DemoClockTests(StoreProvider provider) : IAsyncLifetime
{
    private TestAccess _demo = null!;

    public async ValueTask InitializeAsync() => _demo = await TestAccess.StartAsync(provider, isDemo: true);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_demo is not null) await _demo.DisposeAsync();
    }

    [Fact]
    public async Task Goes_forward_and_stands_in_the_journal()
    {
        var before = _demo.Get<CityClock>().Now;

        Assert.Empty((await MoveAsync(c => c.ForwardAsync(From(IPAddress.Loopback), 30, default))).Refusals);

        Assert.Equal(before.AddDays(30), _demo.Get<CityClock>().Now);
        Assert.Contains(await _demo.JournalAsync(), e => e is { Verb: DemoClock.Verb, Outcome: "done" });
    }

    [Fact]
    public async Task Goes_on_where_it_was_after_a_restart()
    {
        await MoveAsync(c => c.MoveToAsync(From(IPAddress.Loopback), new(2027, 1, 4), default));
        var moved = _demo.Get<CityClock>().Now;
        await using var again = _demo.Again();
        _demo.Time.Advance(TimeSpan.FromHours(2));

        await again.InScopeAsync<DemoClock, Result<DateTimeOffset>>(c => c.StartAsync(null, null, default));

        Assert.Equal(new DateOnly(2027, 1, 4), again.Get<CityClock>().Today);
        Assert.Equal(moved.AddHours(2), again.Get<CityClock>().Now);
    }

    [Fact]
    public async Task Starts_where_it_is_told_to_and_keeps_that()
    {
        var asked = new DateOnly(2023, 6, 1).StartsAt();
        await MoveAsync(c => c.StartAsync(asked, null, default));
        await using var again = _demo.Again();

        await again.InScopeAsync<DemoClock, Result<DateTimeOffset>>(c => c.StartAsync(null, null, default));

        Assert.Equal(asked, again.Get<CityClock>().Now);
    }

    [Fact]
    public async Task Starts_for_the_first_time_on_the_day_that_its_documents_give_and_only_then()
    {
        var first = new DateOnly(2025, 4, 12).StartsAt();
        await MoveAsync(c => c.StartAsync(null, first, default));
        Assert.Equal(first, _demo.Get<CityClock>().Now);
        await MoveAsync(c => c.ForwardAsync(From(IPAddress.Loopback), 30, default));
        await using var again = _demo.Again();

        await again.InScopeAsync<DemoClock, Result<DateTimeOffset>>(c => c.StartAsync(null, first, default));

        Assert.Equal(new DateOnly(2025, 5, 12), again.Get<CityClock>().Today);
    }

    [Fact]
    public async Task Never_goes_back_or_too_far()
    {
        await MoveAsync(c => c.ForwardAsync(From(IPAddress.Loopback), 30, default));
        var moved = _demo.Get<CityClock>().Now;

        Assert.Equal("clock.backwards", Code(await MoveAsync(c => c.MoveToAsync(From(IPAddress.Loopback), new(2026, 3, 3), default))));
        Assert.Equal("demo.days-wrong", Code(await MoveAsync(c => c.ForwardAsync(From(IPAddress.Loopback), 0, default))));
        Assert.Equal("demo.days-wrong", Code(await MoveAsync(c => c.MoveToAsync(From(IPAddress.Loopback), new(9999, 12, 31), default))));
        Assert.Equal(moved, _demo.Get<CityClock>().Now);
    }

    [Fact]
    public async Task Answers_this_machine_alone() =>
        Assert.Equal("access.not-loopback", Code(await MoveAsync(c => c.ForwardAsync(From(IPAddress.Parse("192.0.2.7")), 1, default))));

    [Fact]
    public async Task Stands_still_outside_the_demo()
    {
        await using var served = await TestAccess.StartAsync(provider);

        Assert.Equal("access.not-demo", Code(await served.InScopeAsync<DemoClock, Result<DateTimeOffset>>(c => c.ForwardAsync(From(IPAddress.Loopback), 1, default))));
        Assert.Null(await served.InScopeAsync<DemoClock, DateTimeOffset?>(c => Task.FromResult(c.Now)));
    }

    private Task<Result<DateTimeOffset>> MoveAsync(Func<DemoClock, Task<Result<DateTimeOffset>>> move) => _demo.InScopeAsync(move);

    private static string? Code(Result<DateTimeOffset> result) => result.IsRefused(out var refusal, out _) ? refusal.Code : null;

    private static DefaultHttpContext From(IPAddress address)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = address;
        return http;
    }
}

public class The_demos_clock_on_sqlite() : DemoClockTests(StoreProvider.Sqlite);

public class The_demos_clock_on_postgres() : DemoClockTests(StoreProvider.Postgres);
