using System.Globalization;
using Gongbao.Gazette.Library;
using Gongbao.Web.Formats;

namespace Gongbao.Gazette.Formats;

/// <summary>The duties of a document as a table (任务表) that Excel opens: UTF-8 with its mark, RFC 4180. A document without duties gives the heads alone.</summary>
internal static class ObligationCsv
{
    private static readonly (string Head, Func<ObligationView, int, DocumentView, Uri, string?> Value)[] Columns =
    [
        ("序号", (_, i, _, _) => (i + 1).ToString(CultureInfo.InvariantCulture)),
        ("文号", (_, _, d, _) => d.Number),
        ("条款", (o, _, _, _) => o.Measure),
        ("类别", (o, _, _, _) => o.Group),
        ("任务", (o, _, _, _) => o.Task),
        ("成果", (o, _, _, _) => o.Output),
        ("责任单位", (o, _, _, _) => o.Units),
        ("牵头单位", (o, _, _, _) => string.Join('、', o.Lead)),
        ("配合单位", (o, _, _, _) => string.Join('、', o.Supporting)),
        ("完成时限", (o, _, _, _) => o.DueText),
        ("截止日", (o, _, _, _) => o.DueOn is { } on ? ChineseFormat.Iso(on) : null),
        ("出处", (o, _, d, site) => o.Slug is { } slug ? new Uri(site, $"/d/{Uri.EscapeDataString(d.Slug)}/{Uri.EscapeDataString(slug)}").AbsoluteUri : null),
    ];

    public static void Write(DocumentView document, Uri site, Stream output) =>
        output.Write(Csv.Table([.. Columns.Select(c => c.Head)], document.Obligations.Select((o, i) => (IReadOnlyList<string?>)[.. Columns.Select(c => c.Value(o, i, document, site))])));
}
