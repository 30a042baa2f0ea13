using Gongbao.Platform.Access.Accounts;
using Gongbao.Platform.Access.Declarations;

namespace Gongbao.Platform.Tests.Access;

[Law("GB/T 22239-2019", "8.1.4.1")]
public class A_password
{
    private static readonly PasswordRules Rules = new(MinLength: 10, AdministratorMinLength: 12, Kinds: 3, History: 5);

    [Theory]
    [InlineData("Qing-he.2026")]
    [InlineData("correct Horse battery")]
    [InlineData("清河市Gazette九期")]
    public void Will_do_when_long_mixed_and_uncommon(string password) => Assert.Empty(Reasons(password));

    [Theory]
    [InlineData("Qing-he.2", "access.password-short")]
    [InlineData("qinghegazette2026", "access.password-plain")]
    [InlineData("Password123!", "access.password-common")]
    [InlineData("P@ssw0rd2026", "access.password-common")]
    [InlineData("Woaini1314520!", "access.password-common")]
    [InlineData("1qaz@WSX3edc", "access.password-plain,access.password-common")]
    [InlineData("Aa1Aa1Aa1Aa1", "access.password-common")]
    [InlineData("Lisi-2026-Lisi", "access.password-named")]
    [InlineData("2026-Isil-x-y", "access.password-named")]
    public void Is_refused_for_its_reason(string password, string code) =>
        Assert.Contains(Reasons(password), r => code.Split(',').Contains(r));

    [Fact]
    public void Is_told_every_reason_at_once() =>
        Assert.Equal(["access.password-short", "access.password-plain", "access.password-common"], Reasons("123456"));

    [Fact]
    public void Of_whoever_manages_accounts_is_longer() =>
        Assert.Equal("access.password-short", Assert.Single(PasswordJudge.Judge(Rules, Rules.AdministratorMinLength, "Qing-he.202", "lisi")).Code);

    [Fact]
    public void May_not_be_endless() => Assert.Contains("access.password-long", Reasons("Aa1-Bb2." + new string('x', 130)));

    private static IEnumerable<string> Reasons(string password) => PasswordJudge.Judge(Rules, Rules.MinLength, password, "lisi").Select(r => r.Code);
}
