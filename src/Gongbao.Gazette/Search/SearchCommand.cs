using System.CommandLine;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Search.Index;
using Gongbao.Gazette.Validity.Showing;
using Gongbao.Platform.City.Publishing;
using Gongbao.Platform.Hosting;
using Gongbao.Platform.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Gazette.Search;

/// <summary><c>gongbao search WORDS</c> and <c>gongbao search rebuild</c>.</summary>
internal static class SearchCommand
{
    private const int Fault = 1;

    public static Command Create(OpenServices open)
    {
        var words = new Argument<string>("words") { Description = "文号、标题、机关、条款或正文里的字；几个词用空格分开" };
        var command = new Command("search", "在公报库里查找，与网页上的搜索结果相同") { words };
        var on = new Option<string?>("--on") { Description = "查那一天的文件和效力，如 2023-05-01；不填为今天" };
        command.Add(on);
        command.SetAction((parsed, stop) => FindAsync(open, parsed, parsed.GetRequiredValue(words), parsed.GetValue(on), stop));
        var rebuild = new Command("rebuild", "从公报库重建搜索索引；重建期间照常搜索，中断后再次运行即接着做");
        rebuild.SetAction((parsed, stop) => RebuildAsync(open, parsed, stop));
        command.Add(rebuild);
        return command;
    }

    private static async Task<int> FindAsync(OpenServices open, ParseResult options, string words, string? on, CancellationToken stop)
    {
        if (on is not null && AsOf.Read(on) is null) return Refuse("--on 应当是一个日期，写作 2023-05-01。");
        await using var services = open(options);
        await services.GetRequiredService<StoreStart>().ReadyAsync(stop);
        if ((await services.GetRequiredService<RunningCity>().StartAsync(publishesFiles: false, stop)).IsRefused(out var refusal, out _)) return Refuse(refusal.Reason);
        await using var scope = services.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<IGazetteLibrary>().SearchAsync(SearchRequest.Of(words) with { On = AsOf.Read(on) }, stop);
        Console.WriteLine(found.Total == 0 ? $"没有找到“{words}”。" : $"找到 {found.Total}{(found.IsMore ? "+" : "")} 份文件。");
        foreach (var remark in found.Remarks) Console.WriteLine(remark);
        foreach (var hit in found.Hits)
        {
            Console.WriteLine();
            Console.WriteLine($"{hit.Document.FullTitle}  {hit.Document.Number}  {hit.State?.Name}  /d/{hit.Document.Slug}");
            Console.WriteLine("  " + hit.Why);
            foreach (var place in hit.Places) Console.WriteLine($"  {place.Place ?? "正文"}  {string.Concat(place.Snippet.Select(p => p.IsFound ? $"【{p.Text}】" : p.Text))}");
        }
        foreach (var suggestion in found.Suggestions) Console.WriteLine($"可以试试（{suggestion.Kind}）：{suggestion.Text}");
        return 0;
    }

    private static async Task<int> RebuildAsync(OpenServices open, ParseResult options, CancellationToken stop)
    {
        await using var services = open(options);
        await services.GetRequiredService<StoreStart>().ReadyAsync(stop);
        var result = await WorkProgress.RunAsync("正在重建搜索索引", told => services.GetRequiredService<IndexRebuild>().RunAsync(ActorId.System("search"), told, stop));
        if (result.IsRefused(out var refusal, out var documents)) return Refuse(refusal.Reason);
        Console.WriteLine($"搜索索引已重建，共 {documents} 份文件。");
        return 0;
    }

    private static int Refuse(string reason)
    {
        Console.Error.WriteLine(reason);
        return Fault;
    }
}
