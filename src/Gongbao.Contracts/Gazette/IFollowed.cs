namespace Gongbao.Contracts.Gazette;

/// <summary>What the public may follow (可以订阅的内容): documents, clauses, topics and bodies of the library, units of the ledger. Each room finds its own.</summary>
public interface IFollowed
{
    /// <param name="target"><c>document:</c> and a document's part of the address, <c>clause:</c> and that of a clause, <c>topic:</c> and an id, <c>issuer:</c> and a name, or <c>unit:</c> and the directory id of a unit that owes something.</param>
    /// <param name="stop">Ends the work.</param>
    /// <returns>Null where the room has no such thing.</returns>
    Task<FollowedThing?> FindAsync(string target, CancellationToken stop);
}

/// <summary>Something that can be followed.</summary>
/// <param name="Target">As asked for; of a clause with the lasting place.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Address">The page that shows it, a path on this site.</param>
public sealed record FollowedThing(string Target, string Name, string Address);
