using Gongbao.Contracts.Gazette;
using Gongbao.Gazette.Classification;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Validity.Showing;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Library;

/// <summary>Finds what somebody wants to follow.</summary>
internal sealed class Followed(IGazetteLibrary library, GazetteDb db, TopicLibrary topics) : IFollowed
{
    public async Task<FollowedThing?> FindAsync(string target, CancellationToken stop)
    {
        var (kind, id) = target.Split(':', 2) is [var k, { Length: > 0 } rest] ? (k, rest) : ("", "");
        return kind switch
        {
            "document" => await library.DocumentAsync(id, stop) is { } document ? new(target, $"《{document.Title}》", "/d/" + document.Slug) : null,
            "clause" when id.Split('/', 2) is [var slug, var place] => await ClauseAsync(slug, place, stop),
            "topic" => topics.NameOf(Aspect.Topic, id) is { } name ? new(target, $"主题“{name}”的新文件", "/topics/" + Uri.EscapeDataString(id)) : null,
            "issuer" => await db.Documents.AnyAsync(d => !d.IsWithdrawn && ("、" + d.Issuers + "、").Contains("、" + id + "、"), stop) ? new(target, $"{id}的新文件", "/open-data") : null,
            _ => null,
        };
    }

    private async Task<FollowedThing?> ClauseAsync(string slug, string place, CancellationToken stop) =>
        await library.DocumentAsync(slug, stop) is { } document && PresentNumbers.Find(document, place)?.Block is { Slug: { } lasting }
            ? new($"clause:{document.Slug}/{lasting}", $"《{document.Title}》的一个条款", $"/d/{document.Slug}/{lasting}") : null;
}
