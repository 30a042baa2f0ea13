using Gongbao.Platform.City;
using Gongbao.Platform.City.Shapes;

namespace Gongbao.Platform.Hosting;

/// <summary>How much one asker may ask of the site (访问限流), so that one that asks without end does not stand in the way of the others.</summary>
/// <param name="AddressPerMinute">Requests from one network address; a whole office may share one.</param>
/// <param name="TokenPerMinute">Requests under one API token, wherever from.</param>
/// <param name="DownloadsAtOnce">Downloads of the whole library under way at once, all askers together.</param>
/// <param name="DownloadsPerHour">Downloads of the whole library begun from one network address.</param>
public sealed record TrafficRules(int AddressPerMinute, int TokenPerMinute, int DownloadsAtOnce, int DownloadsPerHour)
{
    private const string Section = "traffic";

    private static readonly Field Source = new("source", new TextShape(), "依据");

    internal static SectionShape Shape { get; } = new(Section, "访问限流", new RecordShape(
        new("requests", new RecordShape(
            new("address_per_minute", new NumberShape(60, 1_000_000, "次"), "同一网络地址每分钟最多请求几次", Required: true),
            new("token_per_minute", new NumberShape(60, 1_000_000, "次"), "同一接口令牌每分钟最多请求几次", Required: true),
            Source), "一般请求", Required: true),
        new("library_downloads", new RecordShape(
            new("at_once", new NumberShape(1, 100, "个"), "全站同时进行的整库下载最多几个", Required: true),
            new("address_per_hour", new NumberShape(1, 10_000, "次"), "同一网络地址每小时最多整库下载几次", Required: true),
            Source), "整库下载", Required: true)));

    /// <summary>Null where the city declares none, as one published before there were any.</summary>
    public static TrafficRules? Of(CityDeclarations city)
    {
        var rules = city.Section(Section);
        return rules.Map("requests").Number("address_per_minute") is { } address && rules.Map("requests").Number("token_per_minute") is { } token
            && rules.Map("library_downloads").Number("at_once") is { } atOnce && rules.Map("library_downloads").Number("address_per_hour") is { } perHour
            ? new(address, token, atOnce, perHour) : null;
    }
}
