using System.CommandLine;

namespace Gongbao.Platform.Hosting;

/// <summary>The options every command that touches stored data understands; the host adds them to the root, for all commands alike.</summary>
public static class ProgramOptions
{
    /// <summary>Folder of the embedded database, its keys and its journal anchors. Default: <c>GONGBAO_DATA</c>, else <c>data</c> in the current folder.</summary>
    public static Option<string> Data { get; } = new("--data")
    {
        Description = "数据文件夹：嵌入式数据库、密钥和日志锚点都在里面",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("GONGBAO_DATA") ?? "data",
        Recursive = true,
    };

    /// <summary>A PostgreSQL connection string; absent, the embedded database in the data folder. Default: <c>GONGBAO_DATABASE</c>.</summary>
    public static Option<string?> Database { get; } = new("--database")
    {
        Description = "PostgreSQL 连接字符串；不填则使用数据文件夹里的嵌入式数据库",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("GONGBAO_DATABASE"),
        Recursive = true,
    };

    /// <summary>Name of the city's folder below <c>city/</c>. Default: <c>GONGBAO_CITY</c>, else the made-up city of the samples.</summary>
    public static Option<string> City { get; } = new("--city")
    {
        Description = "城市声明的名称，即 city/ 下的文件夹",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("GONGBAO_CITY") ?? "qinghe",
        Recursive = true,
    };

    /// <summary>True where somebody named the city, on the command line or in the environment.</summary>
    public static bool IsCityChosen(ParseResult options) =>
        options.GetResult(City) is { Implicit: false } || Environment.GetEnvironmentVariable("GONGBAO_CITY") is { Length: > 0 };

    public static IReadOnlyList<Option> All { get; } = [Data, Database, City];
}
