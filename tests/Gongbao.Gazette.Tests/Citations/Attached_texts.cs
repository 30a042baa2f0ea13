using Gongbao.Gazette.Citations;
using Gongbao.Gazette.Tests.Generated;
using Gongbao.Gazette.Tests.Library;

namespace Gongbao.Gazette.Tests.Citations;

/// <summary>What a document issues or attaches is cited in it by its title, and stands in it at a place.</summary>
public class Attached_texts
{
    [Fact]
    public void Are_led_to_by_their_titles()
    {
        var found = Find("""
            清河市人民政府办公室
            关于印发《清河市湖泊巡查方案》的通知
            清府办发〔2024〕8号
            各县（市、区）人民政府，市级有关部门（单位）：
            《清河市湖泊巡查方案》已经市政府同意，现印发给你们。
            清河市人民政府办公室
            2024年3月5日
            清河市湖泊巡查方案
            为做好湖泊巡查，制定本方案。
            一、巡查重点
            按照《湖泊巡查任务分工表》（见附件2）巡查，结果记入《湖泊水位记录表》，参照《湖泊水质登记表》填写。
            附件：1．湖泊水位记录表
            　　　2．湖泊巡查任务分工表
            附件1
            湖泊水位记录表
            每日记录一次。
            附件2
            任务分工
            各乡镇负责本区域的湖泊。
            """);

        Assert.Equal(
        [
            "《清河市湖泊巡查方案》 IssuedHere issued",
            "《清河市湖泊巡查方案》 IssuedHere issued",
            "《湖泊巡查任务分工表》 IssuedHere annex2",
            "附件2  annex2",
            "《湖泊水位记录表》 IssuedHere annex1",
            "《湖泊水质登记表》 Form ",
        ], found);
    }

    [Fact]
    public void That_are_not_printed_lead_to_no_place() =>
        Assert.Equal(["《湖泊水位记录表》 IssuedHere "], Find("""
            清河市人民政府办公室
            关于做好湖泊巡查工作的通知
            清府办发〔2024〕9号
            各县（市、区）人民政府，市级有关部门（单位）：
            请填写《湖泊水位记录表》。
            附件：湖泊水位记录表
            清河市人民政府办公室
            2024年3月5日
            """));

    private static List<string> Find(string text)
    {
        var reading = Issues.Read(text).Sure();
        return [.. DocumentCitations.Of(Assert.Single(reading.Documents), reading.Source, SampleCity.Citations).Select(f => $"{f.Words} {f.Citation.Not} {f.Place?.Path.Slug}")];
    }
}
