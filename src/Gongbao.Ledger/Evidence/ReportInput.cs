using System.Globalization;
using System.Text.Json;
using Gongbao.Kernel.Results;
using Gongbao.Ledger.Work;
using Gongbao.Platform.City;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Gongbao.Ledger.Evidence;

/// <summary>A figure of a report (数据).</summary>
internal sealed record FigureInput(string? Name, decimal? Number, string? Unit);

/// <summary>
/// A report of a unit on its share of an obligation, as it was <c>seen</c>. A program sends it as JSON; with files it sends a form, in which the JSON is the part <see cref="Part"/> and each
/// file a part <see cref="BroughtEvidence.Files"/>.
/// </summary>
internal sealed record ReportInput(string? Seen, Guid Share, string? Text, bool IsDone, string? Link, IReadOnlyList<string>? Links, IReadOnlyList<FigureInput>? Figures)
{
    /// <summary>The part of a form that holds the report.</summary>
    public const string Part = "report";

    /// <summary>The code by which a request is refused that holds no report.</summary>
    public const string NotRead = "ledger.bad-report";

    /// <summary>Reads a request; its files are read to their ends.</summary>
    /// <returns>The obligation as it was seen, which is null where that was not understood, and the report. Refusals: <c>ledger.bad-report</c>, and those of <see cref="BroughtEvidence"/>.</returns>
    public static async Task<Result<(Web.Deciding.Seen? Seen, ProgressReport Report)>> ReadAsync(HttpRequest request, CancellationToken stop)
    {
        var services = request.HttpContext.RequestServices;
        var form = request.HasFormContentType ? await request.ReadFormAsync(stop) : null;
        if (await WrittenAsync(request, form, services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions, stop) is not { } input)
            return new Refusal(NotRead, $"没有读懂这份报告；请按数据说明填写 JSON，有文件的用 multipart/form-data，报告放在 {Part} 一项，文件放在 {BroughtEvidence.Files} 各项。");
        var brought = new List<BroughtEvidence>();
        foreach (var typed in input.Links ?? [])
        {
            if (BroughtEvidence.OfLink(typed).IsRefused(out var refusal, out var link)) return refusal;
            brought.Add(link);
        }
        foreach (var (name, number, unit) in input.Figures ?? [])
        {
            if (BroughtEvidence.OfFigure(name, number?.ToString(CultureInfo.InvariantCulture), unit).IsRefused(out var refusal, out var figure)) return refusal;
            brought.Add(figure);
        }
        if (form is not null)
        {
            if ((await BroughtEvidence.FilesAsync(form.Files, services.GetService<CityDeclarations>(), stop)).IsRefused(out var refusal, out var files)) return refusal;
            brought.AddRange(files);
        }
        if (BroughtEvidence.Bounded(brought).IsRefused(out var tooMuch, out _)) return tooMuch;
        return (Web.Deciding.Seen.Parse(input.Seen), new ProgressReport(input.Share, input.Text, input.IsDone, input.Link) { Evidence = brought });
    }

    /// <returns>Null where it is none.</returns>
    private static async Task<ReportInput?> WrittenAsync(HttpRequest request, IFormCollection? form, JsonSerializerOptions options, CancellationToken stop)
    {
        try
        {
            if (form is null) return await request.ReadFromJsonAsync<ReportInput>(options, stop);
            if (form.Files.GetFile(Part) is not { } file) return form[Part] is [{ } words] ? JsonSerializer.Deserialize<ReportInput>(words, options) : null;
            await using var bytes = file.OpenReadStream();
            return await JsonSerializer.DeserializeAsync<ReportInput>(bytes, options, stop);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
