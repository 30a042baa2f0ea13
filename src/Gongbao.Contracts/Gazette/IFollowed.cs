namespace Gongbao.Contracts.Gazette;

/// <summary>What the public may follow in the library (可以订阅的内容): documents, clauses, topics and bodies.</summary>
public interface IFollowed
{
    /// <param name="target"><c>document:</c> and a document's part of the address, <c>clause:</c> and that of a clause, <c>topic:</c> and an id, or <c>issuer:</c> and a name.</param>
    /// <param name="stop">Ends the work.</param>
    /// <returns>Null where the library has no such thing.</returns>
    Task<FollowedThing?> FindAsync(string target, CancellationToken stop);
}

/// <summary>Something that can be followed.</summary>
/// <param name="Target">As asked for; of a clause with the lasting place.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Address">The page that shows it, a path on this site.</param>
public sealed record FollowedThing(string Target, string Name, string Address);
