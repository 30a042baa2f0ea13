namespace Gongbao.Gazette.Tests.Citations;

/// <summary>Documents of the made-up city that cite one another.</summary>
internal static class Texts
{
    public const string Rules = """
        清河市人民政府
        关于印发《清河市湖泊保护办法》的通知
        清府发〔2020〕1号
        各县（市、区）人民政府，市级各部门：
        现将《清河市湖泊保护办法》印发给你们，请遵照执行。
        清河市人民政府
        2020年3月5日
        清河市湖泊保护办法
        第一条 为保护湖泊，根据《湖泊条例》，制定本办法。
        第二条 市水务局主管湖泊保护。县级水务部门协助。
        发展改革、财政等部门按照职责配合。
        违反前款规定的，依照本条第一款处理。
        第三条 在湖泊保护范围内禁止下列行为：
        （一）倾倒垃圾；
        （二）围湖造地；
        （三）违反前两项规定运输垃圾、土石。
        第四条 违反本办法第三条第一项规定的，依照前条规定责令改正。
        第五条 取水应当持有《取水许可证》。
        """;

    public const string Points = """
        清河市人民政府办公室
        关于做好湖泊保护工作的通知
        清府办发〔2023〕9号
        各县（市、区）人民政府，市级有关部门（单位）：
        为落实《清河市人民政府关于印发〈清河市湖泊保护办法〉的通知》（清府发〔2020〕1号，以下简称“保护办法”），现将有关事项通知如下。
        一、加强巡查
        严格执行保护办法第三条规定，按照《清河市湖泊保护办法》第四十条处理。
        二、落实责任
        依据《中华人民共和国水法》和清府发〔2019〕8号文件，填写《巡查登记表》。
        清河市人民政府办公室
        2023年5月5日
        """;

    public const string Notice = """
        清河市人民政府办公室
        关于加强湖泊巡查的通知
        清府办发〔2024〕7号
        各县（市、区）人民政府，市级有关部门（单位）：
        按照《关于做好湖泊保护工作的通知》要求，现将有关事项通知如下。
        一、巡查重点
        每日记录一次水位。
        清河市人民政府办公室
        2024年3月5日
        """;

    /// <summary>The same title from another year.</summary>
    public const string PointsAgain = """
        清河市人民政府办公室
        关于做好湖泊保护工作的通知
        清府办发〔2024〕2号
        各县（市、区）人民政府，市级有关部门（单位）：
        现将有关事项通知如下。
        一、加强巡查
        每周巡查一次。
        清河市人民政府办公室
        2024年1月5日
        """;

    /// <summary>A notice of 清府办发〔2024〕 with a body; without a day of signature where none is given.</summary>
    public static string Of(int number, string body, string? day) => $"""
        清河市人民政府办公室
        关于做好{"甲乙丙丁戊己庚辛壬癸子丑寅卯辰"[number - 1]}湖保护工作的通知
        清府办发〔2024〕{number}号
        各县（市、区）人民政府，市级有关部门（单位）：
        {body}
        {(day is null ? "" : "清河市人民政府办公室\n" + day)}

        """;

    /// <summary>An issue of such notices, the first that of number 1.</summary>
    public static string Notices(int count, Func<int, string> notice) => string.Concat(Enumerable.Range(1, count).Select(notice));
}
