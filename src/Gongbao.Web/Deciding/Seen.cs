namespace Gongbao.Web.Deciding;

/// <summary>What a person decides on, as it was seen: a reading, a claim, an obligation.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Revision">The revision that was on the screen; a decision raises it.</param>
public readonly record struct Seen(Guid Id, long Revision)
{
    /// <summary>Reads <c>id:revision</c>; null for anything else.</summary>
    public static Seen? Parse(string? text) =>
        text?.Split(':') is [var id, var revision] && Guid.TryParse(id, out var guid) && long.TryParse(revision, out var number) ? new(guid, number) : null;

    public override string ToString() => $"{Id:D}:{Revision}";
}
