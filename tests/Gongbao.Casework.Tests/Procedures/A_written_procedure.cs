using Gongbao.Casework.Declarations;
using Gongbao.Casework.Running;
using Gongbao.Kernel.Time;
using Gongbao.Platform.Access.Fields;

namespace Gongbao.Casework.Tests.Procedures;

/// <summary>A procedure as it is written comes to what runs.</summary>
public sealed class A_written_procedure
{
    [Fact]
    public void Has_no_mistake_where_it_is_sound() => Assert.Empty(WrittenCase.Check(WrittenCase.Sound).Problems);

    [Fact]
    public void Is_read_as_it_is_written()
    {
        var read = Assert.Single(CaseReader.Read(WrittenCase.Check(WrittenCase.Sound).Required()));
        Assert.Equal(("permit", "测试许可", 64), (read.Id, read.Title, read.Version.Length));
        // In the order of the pages.
        Assert.Equal(["kind", "office", "is-urgent", "person"], read.Fields.Take(4).Select(f => f.Id));
        Assert.Equal((FieldClass.Personal, MaskKind.IdentityNumber, "您是谁？"), (read.Field("number")!.Class, read.Field("number")!.Mask, read.Field("number")!.Page));
        Assert.Equal(["examine", "issue"], read.Items.Select(i => i.Id));
        var examine = read.Item("examine")!;
        Assert.Equal((Term.WorkingDays(20), NoticeEffect.Pauses, 10), (examine.Clock("handle")!.Term, examine.Clock("handle")!.OnNotice, examine.Clock("handle")!.Extension!.Most));
        Assert.Equal((Term.Days(10, rollsOn: true), ExpiryEffect.Ends, "lapsed"), (read.Items[1].Clocks[0].Term, read.Items[1].Clocks[0].Expiry, read.Items[1].Clocks[0].ExpiryOutcome));
        // What all items share comes from the procedure.
        Assert.Equal(["passed", "failed", "withdrawn", "closed", "lapsed"], examine.Outcomes.Select(o => o.Id));
        Assert.Equal(WithdrawalEffect.NotPossible, examine.Withdrawal[ItemPhase.Handling].Effect);
        Assert.Equal(5, read.Retention.Count);
    }

    [Fact]
    public void Keeps_its_version_where_only_the_words_order_differs()
    {
        var turned = WrittenCase.Sound.Replace("kind: { name: 种类, type: choice,", "kind: { type: choice, name: 种类,", StringComparison.Ordinal);
        Assert.NotEqual(WrittenCase.Sound, turned);
        Assert.Equal(Version(WrittenCase.Sound), Version(turned));
        Assert.NotEqual(Version(WrittenCase.Sound), Version(WrittenCase.Sound.Replace("most: 10, times: 1", "most: 11, times: 1", StringComparison.Ordinal)));
    }

    [Fact]
    public void Takes_a_citys_own_numbers_and_reads_them_with_their_source()
    {
        const string Own = "cases:\n  permit:\n    items:\n      examine:\n        clocks:\n          accept: { term: { working_days: 3 }, source: 清河市承诺 }\n";
        Assert.Contains(WrittenCase.Check(WrittenCase.Sound, Own).Problems, p => p.Cause.Contains("示例“ordinary”没有通过：应当“审查”的期限 accept 到 2023-05-22，实际是2023-05-18。", StringComparison.Ordinal));
        Assert.Contains(WrittenCase.Check(WrittenCase.Sound, Own.Replace(", source: 清河市承诺", "", StringComparison.Ordinal)).Problems, p => p.Cause.Contains("改动了 base 的数值“term”，却没有写明自己的依据", StringComparison.Ordinal));
        const string Mixed = "cases:\n  permit:\n    items:\n      examine:\n        clocks:\n          accept: { term: { days: 3 }, source: 清河市承诺 }\n";
        Assert.Contains(WrittenCase.Check(WrittenCase.Sound, Mixed).Problems, p => p.Cause == "一段时间只能用一个单位，也不能没有单位。");
    }

    private static string Version(string written) => Assert.Single(CaseReader.Read(WrittenCase.Check(written).Required())).Version;
}
