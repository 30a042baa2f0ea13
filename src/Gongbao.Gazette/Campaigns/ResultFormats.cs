using System.Globalization;
using Gongbao.Gazette.Formats;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Reading;
using Gongbao.Kernel.Clauses;
using Gongbao.Web.Formats;

namespace Gongbao.Gazette.Campaigns;

/// <summary>A published result as files: a table for spreadsheets, and a document in the formats of documents.</summary>
internal static class ResultFormats
{
    /// <summary>Formats of documents in which a result is given; what only a document of the gazette has, as its reading, is left out.</summary>
    public static IReadOnlyList<DocumentFormat> Documents { get; } = [.. DocumentFormat.All.Where(f => f.Key is "docx" or "pdf" or "text" or "markdown")];

    /// <summary>One line a document, in the order of the lists (RFC 4180, UTF-8 with its mark).</summary>
    public static byte[] Csv(CleanUpResult result, Uri site) => Web.Formats.Csv.Table(
        ["处理", "序号", "文号", "标题", "成文日期", "新的有效期至", "理由", "网址"],
        result.Lists.SelectMany(l => l.Lines.Select((line, i) => (IReadOnlyList<string?>)
        [
            MeasureWords.Of(l.Measure), Count(i + 1), line.Number, line.Title, line.DatedOn is { } dated ? ChineseFormat.Iso(dated) : null, line.Until is { } until ? ChineseFormat.Iso(until) : null,
            line.Reason, new Uri(site, line.Path).AbsoluteUri,
        ])));

    /// <summary>The list of a running campaign with its opinions, for those who work on it.</summary>
    public static byte[] Csv(CampaignPage page, CleanUpRules? rules) => Web.Formats.Csv.Table(
        ["序号", "文号", "标题", "成文日期", "有效期至", "进度", .. page.Campaign.OfficeIds.SelectMany(o => (string[])[(rules?.NameOf(o) ?? o) + "意见", (rules?.NameOf(o) ?? o) + "理由"]), "决定", "决定理由"],
        page.Rows.Select(r => (IReadOnlyList<string?>)
        [
            Count(r.Item.Ordinal), r.Item.Number, r.Title, r.Item.DatedOn is { } dated ? ChineseFormat.Iso(dated) : null, r.Item.ExpiresOn is { } ends ? ChineseFormat.Iso(ends) : null, ItemStatusWords.Of(r.Status),
            .. page.Campaign.OfficeIds.SelectMany(o => r.Opinions.FirstOrDefault(given => given.Office == o) is { } opinion ? (string?[])[MeasureWords.Of(opinion.Measure), opinion.Reason] : [null, null]),
            r.Item.Decision is { } decision ? MeasureWords.Of(decision) : null, r.Item.Reason,
        ]));

    /// <summary>The result as a document, so that every writer of documents can set it.</summary>
    public static DocumentView Document(CleanUpResult result)
    {
        var body = new List<BlockView> { Paragraph("p1", Opening(result)) };
        if (result.Corrects is { } corrected) body.Add(Paragraph("p2", $"本结果更正“{corrected.Name}”的结果；所列文件以本结果为准。"));
        foreach (var (measure, lines) in result.Lists.Where(l => l.Lines.Count > 0))
        {
            var level = body.Count(b => b.Kind is NodeKind.Clause) + 1;
            body.Add(new()
            {
                Kind = NodeKind.Clause, Level = 1, Label = ChineseNumerals.Format(level) + "、", Slug = Count(level), Place = ChineseNumerals.Format(level),
                Text = [new($"{MeasureWords.List(measure)}（{lines.Count} 件）")], Children = [Table(level, measure, lines)],
            });
        }
        return new() { Slug = "clean-up-" + result.Slug, IssueSlug = "", IssueTitle = "", Title = result.Name + "结果", Body = body };
    }

    /// <summary>What the result says before its lists.</summary>
    public static string Opening(CleanUpResult result) =>
        $"本次清理的范围是：{result.Scope}，共 {result.Lists.Sum(l => l.Lines.Count)} 件，由{string.Join("、", result.Offices)}分别提出意见后决定。结果于{ChineseFormat.Date(result.PublishedOn)}公布，自{ChineseFormat.Date(result.EffectOn)}起生效。";

    private static BlockView Table(int level, Measure measure, IReadOnlyList<ResultLine> lines)
    {
        string[] heads = measure is Measure.Keep ? ["序号", "文号", "标题", "有效期至", "理由"] : ["序号", "文号", "标题", "理由"];
        return new()
        {
            Kind = NodeKind.Table, Slug = $"{level}.table",
            Children =
            [
                new() { Kind = NodeKind.Row, Label = TableNodes.HeadLabel, Children = [.. heads.Select(h => Cell(null, h))] },
                .. lines.Select((line, i) => new BlockView
                {
                    Kind = NodeKind.Row, Slug = $"{level}.table.row{i + 1}",
                    Children = [.. heads.Select(h => Cell(h, h switch
                    {
                        "序号" => Count(i + 1), "文号" => line.Number ?? "无", "标题" => line.Title, "有效期至" => line.Until is { } until ? ChineseFormat.Date(until) : "不变", _ => line.Reason,
                    }))],
                }),
            ],
        };
    }

    private static BlockView Cell(string? head, string words) => new() { Kind = NodeKind.Cell, Label = head, Text = [new(words)] };

    private static BlockView Paragraph(string slug, string words) => new() { Kind = NodeKind.Paragraph, Slug = slug, Text = [new(words)] };

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
