using System.Text;
using Gongbao.Platform.Access.Accounts;

namespace Gongbao.Platform.Tests.Access;

public class A_one_time_code
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    [Theory]                                // RFC 6238, appendix B, last six digits
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Is_the_one_of_the_standard(long second, string code) =>
        Assert.Equal(code, Totp.CodeAt(Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(second)), Secret));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Is_taken_one_step_early_or_late(int steps, bool taken)
    {
        var code = Totp.CodeAt(Totp.StepAt(Now) + steps, Secret);

        Assert.Equal(taken ? Totp.StepAt(Now) + steps : null, Totp.StepOf(code, Secret, Now, lastStep: 0));
    }

    [Fact]
    public void Counts_once()
    {
        var code = Totp.CodeAt(Totp.StepAt(Now), Secret);

        Assert.Null(Totp.StepOf(code, Secret, Now, lastStep: Totp.StepAt(Now)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("一二三四五六")]
    public void Of_another_shape_is_wrong(string code) => Assert.Null(Totp.StepOf(code, Secret, Now, 0));

    [Fact]
    public void Is_taken_with_the_space_that_authenticators_show()
    {
        var code = Totp.CodeAt(Totp.StepAt(Now), Secret);

        Assert.NotNull(Totp.StepOf($" {code[..3]} {code[3..]}", Secret, Now, 0));
    }

    [Theory]                                // RFC 4648, section 10
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Has_a_secret_that_can_be_typed(string bytes, string printed) => Assert.Equal(printed, Totp.Print(Encoding.ASCII.GetBytes(bytes)));
}
