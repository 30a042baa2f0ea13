namespace Gongbao.Web.Frame;

/// <summary>Where the header's search box asks what to offer while somebody types (输入提示). Without one it offers nothing.</summary>
/// <param name="Href">Answers <c>?q=</c> with JSON: a list of <c>text</c> and <c>kind</c>.</param>
public sealed record SearchOffers(string Href);
