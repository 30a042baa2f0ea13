using Gongbao.Platform.City;

namespace Gongbao.Platform.Tests.City;

/// <summary>Each kind of mistake is reported with its file and line, what is wrong, and the mend; all of them at once.</summary>
public class A_mistake_in_declarations
{
    private const string Base = "procedures:\n  birth: { name: 出生登记, days: 20, source: 国家规定 }\nunits:\n  education: { full_name: 清河市教育局, kind: government-department, level: prefecture, source: 虚构 }\n";

    /// <summary>Columns: what the city's file says, the line of the mistake, a part of the cause, a part of the mend.</summary>
    [Theory]
    [InlineData("proceedures: {}", 1, "没有“proceedures”这一部分", "是否想写“procedures”")]
    [InlineData("weather: {}", 1, "没有“weather”这一部分", "可用的部分有")]
    [InlineData("procedures: 5", 1, "下面应是键值对", "请改正")]
    [InlineData("procedures:\n  birth:\n    nmae: 出生", 3, "没有“nmae”这个字段", "是否想写“name”")]
    [InlineData("procedures:\n  birth:\n    weather: 晴", 3, "没有“weather”这个字段", "可用的字段有")]
    [InlineData("procedures:\n  marriage: { days: 3 }", 2, "缺少必填的“name”（名称）", "请补上一行 name")]
    [InlineData("procedures:\n  birth:\n    days: 很快\n    source: 本市", 3, "这里写的是“很快”，应是1 到 60 之间的整数（个工作日）", "请改正")]
    [InlineData("procedures:\n  birth:\n    days: 61\n    source: 本市", 3, "这里写的是“61”，应是1 到 60", "请改正")]
    [InlineData("procedures:\n  birth:\n    days: 1.5\n    source: 本市", 3, "应是1 到 60 之间的整数", "请改正")]
    [InlineData("procedures:\n  birth:\n    days: 15", 3, "改动了 base 的数值“days”，却没有写明自己的依据", "请在旁边加一行 source")]
    [InlineData("procedures:\n  birth:\n    online: 是", 3, "应是 true 或 false", "请改正")]
    [InlineData("procedures:\n  birth:\n    from: 2023-02-29", 3, "应是一个真实的日期", "请改正")]
    [InlineData("procedures:\n  birth:\n    to_whom: citizens", 3, "没有“citizens”这一选项", "是否想写“citizen”")]
    [InlineData("procedures:\n  birth:\n    to_whom: 所有人", 3, "没有“所有人”这一选项", "citizen（公民）、company（企业）")]
    [InlineData("procedures:\n  birth:\n    unit: educaton", 3, "units 里没有编号为“educaton”的单位", "是否想写“education”")]
    [InlineData("procedures:\n  birth:\n    unit: zoo", 3, "units 里没有编号为“zoo”的单位", "请先在 units 里声明它")]
    [InlineData("procedures:\n  birth:\n    steps: 申报", 3, "应是列表", "请改正")]
    [InlineData("procedures:\n  birth:\n    steps: [申报, 申报]", 3, "“申报”写了两次", "请删去其中一处")]
    [InlineData("procedures:\n  birth:\n    notes: [不收费]", 3, "这里写的是列表，应是键值对", "请改正")]
    [InlineData("procedures:\n  birth:\n    name: { zh: 出生 }", 3, "这里写的是键值对，应是一段文字", "请改正")]
    [InlineData("procedures:\n  birth:\n    name:", 3, "这里没有填值", "没有就删去这一行")]
    [InlineData("procedures:\n  birth:\n    name: ''", 3, "这里没有填值，应是一段文字", "请改正")]
    [InlineData("procedures:\n  Birth: { name: 出生 }", 2, "编号“Birth”不合要求，应是小写字母、数字和连字符", "请改用合要求的编号")]
    [InlineData("procedures:\n  birth:\n    steps: [甲]\n    steps: [乙]", 4, "“steps”重复：第 3 行已有同名的键", "请合并为一处")]
    [InlineData("procedures:\n  birth:\n    name: *other", 3, "YAML 引用", "请把内容直接写出来")]
    [InlineData("procedures:\n  birth:\n    name: &here 出生", 3, "YAML 锚点", "请去掉它")]
    [InlineData("procedures:\n  birth:\n    name: '没有写完", 3, "不合 YAML 语法", "引号是否成对")]
    [InlineData("procedures:\n  death: { remove: true }", 2, "要移除的“death”在 base 里并不存在", "请核对名称")]
    [InlineData("procedures:\n  birth: { remove: maybe }", 2, "remove 只能写 true", "remove: true")]
    [InlineData("procedures:\n  birth: { remove: true, days: 3 }", 2, "既要移除，又写了别的内容", "只写 remove: true")]
    [InlineData("- 不是键值对", 1, "文件最外层不是键值对", "最外层应是各部分的名称")]
    [InlineData("procedures: {}\n---\nunits: {}", 2, "不止一份 YAML 文档", "请去掉分隔线")]
    [InlineData("units:\n  a: { full_name: 甲, kind: government, level: province, since: 2023-02-01, until: 2023-01-31, source: 虚构 }", 2, "“甲”的终止日期早于起始日期", "请核对 since 和 until")]
    [InlineData("units:\n  a: { full_name: 甲, kind: government, level: province, parent: a, source: 虚构 }", 2, "“甲”的上级关系绕成了圈", "请核对 parent")]
    [InlineData("units:\n  a: { full_name: 清河市教育局, kind: government, level: province, source: 虚构 }", 2, "名称“清河市教育局”同时属于", "用 since、until 分开")]
    [InlineData("calendar:\n  '2023':\n    source: 虚构\n    holidays:\n      new-year: { name: 元旦, from: 2023-01-02, to: 2023-01-01 }", 5, "元旦的起止日期不对", "两端都算在内")]
    [InlineData("calendar:\n  '2023':\n    source: 虚构\n    holidays:\n      new-year: { name: 元旦, from: 2023-01-01, to: 2023-01-01, make_up: [2023-01-04] }", 5, "2023-01-04 本来就是工作日", "请核对日期")]
    [InlineData("calendar:\n  '2023':\n    source: 虚构\n    holidays:\n      a: { name: 甲节, from: 2023-01-01, to: 2023-01-01 }\n      b: { name: 乙节, from: 2023-01-01, to: 2023-01-02 }", 6, "2023-01-01 已在 city/qinghe/qinghe.yaml:5", "一天只能写一次")]
    [InlineData("calendar:\n  '2023':\n    source: 虚构\n    holidays:\n      a: { name: 甲节, from: 2024-01-01, to: 2024-01-01 }", 5, "甲节不在 2023 年", "请移到它所在年份")]
    [InlineData("regions:\n  source: 虚构\n  taken_on: 2023-01-01", 2, "没有区划表", "请写明 file")]
    [InlineData("regions:\n  places: [清河市]\n  source: 虚构\n  taken_on: 2023-01-01", 2, "这里写的是“清河市”，应是12 位代码、空格、名称", "请改正")]
    [InlineData("regions:\n  file: none.tsv\n  source: 虚构\n  taken_on: 2023-01-01", 2, "没有找到区划表 city/qinghe/none.tsv", "同一文件夹")]
    public void Is_reported_where_it_stands(string city, int line, string cause, string mend)
    {
        using var made = TestCity.Of(Base, city);

        var check = made.Check();

        Assert.Null(check.City);
        Assert.Contains(check.Problems, p => p.File == "city/qinghe/qinghe.yaml" && p.Line == line && p.Column > 0
            && p.Cause.Contains(cause, StringComparison.Ordinal) && p.Mend.Contains(mend, StringComparison.Ordinal)
            && p.Cause.EndsWith('。') && p.Mend[^1] is '。' or '？');
    }

    [Theory]
    [InlineData("99010000000\t清河市", 1, "不是“12 位代码、制表符、名称”")]
    [InlineData("990100000000\t清河市\n990100000000\t清河市", 2, "代码 990100000000 重复")]
    [InlineData("990100000000\t清河市\n990102100000\t沙湾镇", 2, "“沙湾镇”的上级区划 990102000000 不在表里")]
    public void In_the_list_of_regions_is_reported_by_its_line(string list, int line, string cause)
    {
        using var made = TestCity.Of(Base, "regions: { file: regions.tsv, source: 虚构, taken_on: 2023-01-01 }");
        made.Write("qinghe/regions.tsv", list + "\n");

        var problem = Assert.Single(made.Check().Problems);

        Assert.Equal(("city/qinghe/regions.tsv", line), (problem.File, problem.Line));
        Assert.Contains(cause, problem.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_reference_to_a_region_is_reported()
    {
        using var made = TestCity.Of(Base, """
            regions: { file: regions.tsv, sha256: '0000000000000000000000000000000000000000000000000000000000000000', source: 虚构, taken_on: 2023-01-01,
              managed: { zone: { unit: education, townships: ['990102100000'], source: 虚构 } } }
            units: { county: { full_name: 云岭县人民政府, kind: county-government, level: county, region: '990122000000', source: 虚构 } }
            """);
        made.Write("qinghe/regions.tsv", "990100000000\t清河市\n");

        Assert.Equal(
            ["区划表的内容与校验值不符", "没有代码为 990102100000 的乡镇或街道", "没有代码 990122000000"],
            made.Check().Problems.Select(p => new[] { "区划表的内容与校验值不符", "没有代码为 990102100000 的乡镇或街道", "没有代码 990122000000" }.First(c => p.Cause.Contains(c, StringComparison.Ordinal))));
    }

    [Fact]
    public void Does_not_hide_the_next()
    {
        using var made = TestCity.Of(Base, "procedures:\n  birth:\n    nmae: 出生\n    days: 99\n    unit: zoo\n  marriage: {}\nweather: {}\n");
        made.Write("qinghe/second.yaml", "units: [\n");
        made.Write("base/third.yaml", "groups: { x: { name: 甲, lists_members: perhaps } }\n");

        var problems = made.Check().Problems;

        Assert.Equal(8, problems.Count);     // the changed number without a source, too
        Assert.Equal(3, problems.Select(p => p.File).Distinct().Count());
        Assert.Equal(problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Column), problems);
    }

    [Fact]
    public void Across_two_files_of_one_layer_is_reported_in_the_second()
    {
        using var made = TestCity.Of(Base, "procedures: { marriage: { name: 结婚登记 } }");
        made.Write("qinghe/zz.yaml", "procedures: { marriage: { name: 结婚 } }");

        var problem = Assert.Single(made.Check().Problems);

        Assert.Equal("city/qinghe/zz.yaml", problem.File);
        Assert.Contains("已在 city/qinghe/qinghe.yaml:1", problem.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_encoding_is_named()
    {
        using var made = TestCity.Of(Base, "");
        File.WriteAllBytes(Path.Combine(made.Root, "qinghe", "gb.yaml"), [0xC9, 0xCF, 0x3A, 0x20, 0xB1, 0xB1]);

        Assert.Contains(made.Check().Problems, p => p is { File: "city/qinghe/gb.yaml", Mend: "请另存为 UTF-8。" });
    }

    [Theory]
    [InlineData("qinge", "是否想写“qinghe”？")]
    [InlineData("..", "请在 city 下建立它。")]
    [InlineData("", "请在 city 下建立它。")]
    public void In_the_name_of_the_city_is_reported(string city, string mend)
    {
        using var made = TestCity.Of(Base, "");

        var check = CityDeclarations.Load(made.Root, city, TestCity.RoomSections);

        Assert.Contains(check.Problems, p => p.Mend == mend);
        Assert.Throws<InvalidDeclarationsException>(check.Required);
    }

    [Fact]
    public void By_which_the_city_is_not_named_is_reported()
    {
        using var made = TestCity.Of(Base, "", complete: false);

        Assert.Equal("没有说明这是哪个市。", Assert.Single(made.Check().Problems).Cause);
    }

    [Fact]
    public void Of_depth_is_a_mistake_and_no_fault()
    {
        using var made = TestCity.Of(Base, "procedures: " + new string('[', 5_000));

        Assert.NotEmpty(made.Check().Problems);
    }
}
