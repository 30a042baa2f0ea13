using Gongbao.Contracts.Gazette;

namespace Gongbao.Notices.Tests;

/// <summary>A library that has everything but what is called missing.</summary>
internal sealed class FollowedThings : IFollowed
{
    public Task<FollowedThing?> FindAsync(string target, CancellationToken stop) =>
        Task.FromResult(target.EndsWith("missing", StringComparison.Ordinal) ? null : new FollowedThing(target, target, "/d/" + target[(target.IndexOf(':', StringComparison.Ordinal) + 1)..]));
}
