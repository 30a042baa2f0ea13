using Gongbao.Kernel.Results;

namespace Gongbao.Kernel.Tests;

public class A_result
{
    [Fact]
    public void Gives_its_value_when_nothing_stands_in_the_way()
    {
        Result<int> result = 7;

        Assert.False(result.IsRefused(out var refusal, out var value));
        Assert.Null(refusal);
        Assert.Equal(7, value);
    }

    [Fact]
    public void Keeps_every_reason_against()
    {
        var result = Result<int>.Refused([new("a.b", "甲。"), new("a.c", "乙。")]);

        Assert.True(result.IsRefused(out var first, out _));
        Assert.Equal("a.b", first.Code);
        Assert.Equal(2, result.Refusals.Count);
    }
}
