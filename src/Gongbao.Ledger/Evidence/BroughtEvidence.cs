using System.Globalization;
using Gongbao.Kernel.Results;
using Gongbao.Ledger.Storage;
using Gongbao.Ledger.Work;
using Gongbao.Platform.City;
using Gongbao.Platform.Files;
using Gongbao.Platform.Store;
using Microsoft.AspNetCore.Http;

namespace Gongbao.Ledger.Evidence;

/// <summary>A piece of evidence as it is brought with a report.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Of a figure its indicator, of a file what it is called.</param>
/// <param name="Number">Of a figure the number.</param>
/// <param name="Unit">Of a figure its unit; null where it has none.</param>
/// <param name="Link">The address.</param>
/// <param name="Content">Of a file its bytes.</param>
/// <param name="MediaType">Of a file what it is.</param>
internal sealed record BroughtEvidence(EvidenceKind Kind, string? Name = null, decimal? Number = null, string? Unit = null, string? Link = null, FileContent? Content = null, string? MediaType = null)
{
    private const int MostWords = 60;
    private const decimal MostNumber = 1_000_000_000_000_000m;

    /// <summary>The fields of a form of evidence.</summary>
    public const string Links = "links", FigureName = "figure-name", FigureNumber = "figure-number", FigureUnit = "figure-unit", Files = "files";

    /// <summary>Reads what a form brings; its files are read to their ends.</summary>
    /// <param name="form">As it was sent.</param>
    /// <param name="city">Declares how much may be brought.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>Refusals: those of <see cref="OfLink"/> and <see cref="OfFigure"/>, <c>ledger.too-much-evidence</c>, <c>ledger.bad-evidence</c>.</returns>
    public static async Task<Result<List<BroughtEvidence>>> OfAsync(IFormCollection form, CityDeclarations? city, CancellationToken stop)
    {
        var brought = new List<BroughtEvidence>();
        foreach (var typed in form[Links].ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (OfLink(typed).IsRefused(out var refusal, out var link)) return refusal;
            brought.Add(link);
        }
        var (names, numbers, units) = (form[FigureName], form[FigureNumber], form[FigureUnit]);
        for (var i = 0; i < names.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(names[i]) && string.IsNullOrWhiteSpace(numbers.ElementAtOrDefault(i))) continue;
            if (OfFigure(names[i], numbers.ElementAtOrDefault(i), units.ElementAtOrDefault(i)).IsRefused(out var refusal, out var figure)) return refusal;
            brought.Add(figure);
        }
        if ((await FilesAsync(form.Files, city, stop)).IsRefused(out var tooMuch, out var files)) return tooMuch;
        return Bounded([.. brought, .. files]);
    }

    /// <summary>Reads the files of a form.</summary>
    /// <returns>Refusals: <c>ledger.too-much-evidence</c>, <c>ledger.bad-evidence</c>.</returns>
    public static async Task<Result<List<BroughtEvidence>>> FilesAsync(IFormFileCollection sent, CityDeclarations? city, CancellationToken stop)
    {
        var brought = new List<BroughtEvidence>();
        var files = sent.GetFiles(Files).Where(f => f.FileName.Length > 0 || f.Length > 0).ToList();
        if (files.Count > 0)
        {
            if (EvidenceRules.Of(city) is not { } rules) return new Refusal("ledger.too-much-evidence", "本市还没有声明佐证材料的上限，暂不能收文件；请写明链接，或者请系统管理员在城市声明里补上。");
            if (files.Count > rules.Files) return new Refusal("ledger.too-much-evidence", $"一次报告最多附 {rules.Files} 个文件，现在有 {files.Count} 个；请合并，或者分次报告。");
            if (files.Sum(f => f.Length) > rules.AllBytes) return new Refusal("ledger.too-much-evidence", $"一次报告的文件合计最多 {Web.Formats.ChineseFormat.Bytes(rules.AllBytes)}，现在有 {Web.Formats.ChineseFormat.Bytes(files.Sum(f => f.Length))}；请压缩图片，或者分次报告。");
            foreach (var file in files)
            {
                if (file.Length > rules.FileBytes) return new Refusal("ledger.too-much-evidence", $"“{file.FileName}”有 {Web.Formats.ChineseFormat.Bytes(file.Length)}，一个文件最多 {Web.Formats.ChineseFormat.Bytes(rules.FileBytes)}；请压缩后再选。");
                using var bytes = new MemoryStream((int)file.Length);
                await file.CopyToAsync(bytes, stop);
                if (EvidenceFile.Of(file.FileName, bytes.ToArray()).IsRefused(out var refusal, out var known)) return refusal;
                bytes.Position = 0;
                if ((await FileContent.ReadAsync(bytes, rules.FileBytes, stop)).IsRefused(out refusal, out var content)) return new Refusal("ledger.bad-evidence", $"“{file.FileName}”没有收下：{refusal.Reason}");
                brought.Add(new(EvidenceKind.File, known.Name, Content: content, MediaType: known.MediaType));
            }
        }
        return brought;
    }

    /// <summary>Refused with <c>ledger.too-much-evidence</c> where there are more addresses or figures than may be.</summary>
    public static Result<List<BroughtEvidence>> Bounded(List<BroughtEvidence> brought)
    {
        if (brought.Count(b => b.Kind is EvidenceKind.Link) > EvidenceRules.MostLinks) return new Refusal("ledger.too-much-evidence", $"一次报告最多 {EvidenceRules.MostLinks} 个链接；请减少，或者分次报告。");
        return brought.Count(b => b.Kind is EvidenceKind.Figure) > EvidenceRules.MostFigures ? new Refusal("ledger.too-much-evidence", $"一次报告最多 {EvidenceRules.MostFigures} 个数据；请减少，或者分次报告。") : brought;
    }

    /// <returns>Refused with <c>ledger.bad-link</c>.</returns>
    public static Result<BroughtEvidence> OfLink(string? typed) =>
        TypedLink.Find(typed) is { } link
            ? new BroughtEvidence(EvidenceKind.Link, Link: link) : new Refusal("ledger.bad-link", $"佐证链接要写成以 https:// 或 http:// 开头的完整地址，每行一个，不超过 {TypedLink.Most} 个字符。");

    /// <returns>Refused with <c>ledger.bad-figure</c>.</returns>
    public static Result<BroughtEvidence> OfFigure(string? name, string? number, string? unit)
    {
        if (name?.Trim() is not { Length: > 0 and <= MostWords } indicator) return new Refusal("ledger.bad-figure", $"请写明数据“{Short(number)}”是什么指标，不超过 {MostWords} 字。");
        if (unit?.Trim() is { Length: > MostWords }) return new Refusal("ledger.bad-figure", $"“{indicator}”的计量单位不超过 {MostWords} 字；请精简。");
        if (!decimal.TryParse(number?.Trim().Replace("，", ",", StringComparison.Ordinal), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value) || Math.Abs(value) > MostNumber)
            return new Refusal("ledger.bad-figure", $"“{indicator}”的数值“{Short(number)}”不是数；请只写数字，如 21 或者 98.5，计量单位写在后一格。");
        return new BroughtEvidence(EvidenceKind.Figure, indicator, value, string.IsNullOrWhiteSpace(unit) ? null : unit.Trim());
    }

    /// <summary>Keeps what came with a report, in the unit that keeps the report.</summary>
    public static async Task KeepAsync(UnitOfWork unit, StoredAct report, IReadOnlyList<BroughtEvidence> brought, CancellationToken stop)
    {
        foreach (var (i, one) in brought.Index())
        {
            if (one.Content is { } content) await StoredFiles.KeepAsync(unit, content, stop);
            unit.Db<LedgerDb>().Set<StoredEvidence>().Add(new()
            {
                Id = Guid.CreateVersion7(), ObligationId = report.ObligationId, ActId = report.Id, Ordinal = i + 1, Kind = one.Kind, Name = one.Name, Number = one.Number, Unit = one.Unit, Link = one.Link, File = one.Content?.Hash,
                MediaType = one.MediaType, Bytes = one.Content?.Length,
            });
        }
    }

    private static string Short(string? words) => words is { Length: > 20 } ? words[..20] + "……" : words ?? "";
}
