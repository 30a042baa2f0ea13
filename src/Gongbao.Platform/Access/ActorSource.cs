using Microsoft.AspNetCore.Http;

namespace Gongbao.Platform.Access;

/// <summary>Tells who acts in a request.</summary>
public abstract class ActorSource
{
    /// <returns>Null when nobody is signed in, or the account or token no longer counts.</returns>
    public abstract ValueTask<Actor?> FindAsync(HttpContext http, CancellationToken stop);
}
