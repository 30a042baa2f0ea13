using System.Net;
using Gongbao.Platform.Access.Accounts;
using Gongbao.Platform.Access.Declarations;
using Microsoft.Extensions.Time.Testing;

namespace Gongbao.Platform.Tests.Access;

[Law("GB/T 22239-2019", "8.1.4.1")]
public sealed class A_sign_in_rate
{
    private static readonly SignInRateRule Rule = new(Minutes: 10, PerAccount: 3, PerAddress: 5);
    private static readonly IPAddress Office = IPAddress.Parse("192.0.2.7");

    private readonly FakeTimeProvider _time = new();
    private readonly SignInRate _rate;

    public A_sign_in_rate() => _rate = new(_time);

    [Fact]
    public void Lets_one_name_be_tried_from_anywhere_so_often_and_no_more()
    {
        for (var n = 1; n <= 3; n++) Assert.Null(_rate.Count(Rule, "a", IPAddress.Parse($"192.0.2.{n}")));

        Assert.Equal(new(TimeSpan.FromMinutes(10), IsFirst: true), _rate.Count(Rule, "a", IPAddress.Parse("192.0.2.4")));
        Assert.Equal(new(TimeSpan.FromMinutes(10), IsFirst: false), _rate.Count(Rule, "a", IPAddress.Parse("192.0.2.5")));
        Assert.Null(_rate.Count(Rule, "b", IPAddress.Parse("192.0.2.4")));
    }

    [Fact]
    public void Lets_one_address_try_any_names_so_often_and_no_more()
    {
        for (var n = 1; n <= 5; n++) Assert.Null(_rate.Count(Rule, $"name {n}", Office));

        Assert.NotNull(_rate.Count(Rule, "another", Office));
        Assert.NotNull(_rate.Count(Rule, "another", Office.MapToIPv6()));
        Assert.Null(_rate.Count(Rule, "another", null));
    }

    [Fact]
    public void Takes_a_network_of_IPv6_for_one_address()
    {
        for (var n = 1; n <= 5; n++) Assert.Null(_rate.Count(Rule, $"name {n}", IPAddress.Parse($"2001:db8:1:2::{n}")));

        Assert.NotNull(_rate.Count(Rule, "another", IPAddress.Parse("2001:db8:1:2:ffff::1")));
        Assert.Null(_rate.Count(Rule, "another", IPAddress.Parse("2001:db8:1:3::1")));
    }

    [Fact]
    public void Counts_from_the_first_attempt_and_begins_anew_when_the_span_is_over()
    {
        Assert.Null(_rate.Count(Rule, "a", Office));
        _time.Advance(TimeSpan.FromMinutes(9));
        Assert.Null(_rate.Count(Rule, "a", Office));
        Assert.Null(_rate.Count(Rule, "a", Office));
        Assert.Equal(TimeSpan.FromMinutes(1), _rate.Count(Rule, "a", Office)!.Wait);

        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(_rate.Count(Rule, "a", Office));
    }

    [Fact]
    public void Does_not_count_what_was_right()
    {
        for (var n = 0; n < 20; n++)
        {
            Assert.Null(_rate.Count(Rule, "a", Office));
            _rate.TakeBack("a", Office);
        }
    }

    [Fact]
    public void Keeps_nothing_of_spans_that_are_over()
    {
        for (var n = 0; n < 3_000; n++) _rate.Count(Rule, $"name {n}", IPAddress.Parse($"10.0.{n / 250}.{n % 250}"));
        Assert.Equal(6_000, _rate.Kept);

        _time.Advance(TimeSpan.FromMinutes(10));
        _rate.Count(Rule, "a", Office);

        Assert.Equal(2, _rate.Kept);
    }
}
