using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Tests.Reading.Lists;

public class A_personnel_notice
{
    [Fact]
    public void Gives_every_act_with_its_notes()
    {
        var acts = Texts.Read(
            """
            清河市第六届人民政府2024年3月5日第21次常务会议决定：
            任命：
            陈 川为清河市应急管理局总工程师（试用
            期一年）；
            周大河为清河市发展改革委副主任（挂职，时
            间2年）；
            任为民为清河市铁路建设服务中心主任。
            免去：
            林小溪的清河市人民政府副秘书长（正县级）
            职务；
            吴山的清河市国家保密局局长（兼）职务。
            特此通知。
            """).Personnel;
        Assert.Equal(["陈川", "周大河", "任为民", "林小溪", "吴山"], acts.Select(a => a.Person.Value));
        Assert.Equal(["清河市应急管理局", "清河市发展改革委", "清河市铁路建设服务中心", "清河市人民政府", "清河市国家保密局"], acts.Select(a => a.Unit.Value));
        Assert.Equal(["总工程师", "副主任", "主任", "副秘书长", "局长"], acts.Select(a => a.Post.Value));
        Assert.Equal(1, acts[0].ProbationYears);
        Assert.Equal((true, 2), (acts[1].Secondment, acts[1].SecondmentYears));
        Assert.Equal("正县级", acts[3].Rank?.Value);
        Assert.True(acts[4].Concurrent);
        Assert.Equal([.. Enumerable.Repeat(PersonnelActKind.Appoint, 3), .. Enumerable.Repeat(PersonnelActKind.Remove, 2)], acts.Select(a => a.Act));
    }

    [Fact]
    public void Tells_a_confirmation_from_an_appointment() =>
        Assert.Equal(PersonnelActKind.Confirm, Assert.Single(Texts.Read("以下人员试用期满，经考核合格，同意按期转正任职：\n周大河为清河市广播电视台台长。").Personnel).Act);

    [Fact]
    public void Reads_no_act_where_a_sentence_only_speaks_of_appointing() =>
        Assert.Empty(Texts.Read("首席数据官由领导小组统一任免，报市委组织部备案。").Personnel);

    [Fact]
    public void Gives_the_name_that_其_stands_for() =>
        Assert.Equal(["周大河", "周大河"], Texts.Read("任命周大河为清河市水务局局长，免去其清河市林业局副局长职务。").Personnel.Select(a => a.Person.Value));
}

public class A_list_of_grades
{
    [Theory]
    [InlineData("A级：临江区、云岭县；\nB级：枫桥市。")]
    [InlineData("A级：临江区、云岭\n县\nB级：枫桥市。")]
    public void Gives_each_grade_its_names(string text)
    {
        var grades = Texts.Read("现将结果通报如下：\n" + text).Grades;
        Assert.Equal(["A级", "B级"], grades.Select(g => g.Grade.Value));
        Assert.Equal(["临江区", "云岭县"], grades[0].Names.Select(n => n.Value));
    }
}

public class A_contact_person
{
    [Fact]
    public void Is_personal_with_telephone_and_address_however_spaced()
    {
        var text = "报送市数字经济局。\n联 系 人 ：何 溪 ；联 系 方 式 ：\n19900001111，邮箱：example@qinghe.example。";
        var marks = Texts.Read(text).Personal;
        Assert.Equal([PersonalKind.Name, PersonalKind.Telephone, PersonalKind.Email], marks.Select(m => m.Kind).Order());
        Assert.Contains(marks, m => text[m.Span.From..m.Span.To] == "何 溪");
    }

    [Fact]
    public void Is_not_a_duty_telephone() =>
        Assert.Empty(Texts.Read("电话报告市地质灾害指挥部值班室（值班室电话：0990—2660000）。").Personal);
}

public class A_citation
{
    [Theory]
    [InlineData("根据《清河市办法》（清府办发\n〔2021〕6号）要求", "清府办发〔2021〕6号")]
    [InlineData("按照清府发[2020] 12号文件精神", "清府发〔2020〕12号")]
    public void Is_known_by_its_number(string text, string number) => Assert.Equal(number, Assert.Single(Texts.Read(text).Cites).Value);
}

public class A_mark_of_duty
{
    [Theory]
    [InlineData("（一）开展巡查。加强湖泊巡查。〔责任单位：\n市水务局、市林业局，各县（市、\n区）人民政府〕")]
    [InlineData("（一）开展巡查。加强湖泊巡查。（责任单位：市水务局、市林业局，各县（市、区）人民政府）")]
    [InlineData("（一）开展巡查。加强湖泊巡查。【责任单位：市水务局、市林业局，各县（市、区）人民政府】")]
    public void Is_read_in_every_bracket(string text)
    {
        var duty = Assert.Single(Texts.Read(text, "（一）", "开展巡查").Obligations);
        Assert.Equal("（一）", duty.Measure?.Value);
        Assert.Equal("加强湖泊巡查。", duty.Task.Value);
        Assert.Equal("市水务局、市林业局，各县（市、区）人民政府", duty.Units?.Value);
        Assert.Equal(["市水务局", "市林业局", "各县（市、区）人民政府"], duty.Responsible.Select(u => u.Value));
    }

    [Fact]
    public void Tells_who_leads_who_supports_and_until_when()
    {
        var duty = Assert.Single(Texts.Read("（二）补种。沿岸补种。（牵头单位：市林业局；配合单位：市水务局、市财政局等；完成时限：2024年10月底前）", "（二）", "补种").Obligations);
        Assert.Equal(["市林业局"], duty.Lead.Select(u => u.Value));
        Assert.Equal(["市水务局", "市财政局"], duty.Supporting.Select(u => u.Value));
        Assert.Equal(new DateOnly(2024, 10, 31), duty.Due?.Date);
        Assert.True(duty.Others);
    }

    [Fact]
    public void Without_its_closing_bracket_is_flagged() =>
        Assert.Single(Texts.Read("（一）巡查。加强巡查。〔责任单位：市水务局。", "（一）", "巡查").Flags);
}

/// <summary>Running text as the content readers get it.</summary>
internal static class Texts
{
    public static ContentReading Read(string text, string? label = null, string? heading = null)
    {
        var source = SourceText.Of(text);
        var lines = ContentLine.Of(source, LineClassifier.Classify(source));
        return TextContent.Read([new(JoinedText.Of(source, lines, 0, lines.Length), label is null ? [] : ["一、", label], heading, 1)], 2024);
    }
}
