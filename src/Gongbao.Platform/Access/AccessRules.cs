using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Gongbao.Platform.Access;

/// <summary>Puts an access rule on an endpoint and reads it back.</summary>
public static class AccessRules
{
    /// <summary>The rule in force on a route: the most specific one. Null means that the route has none and is refused to everybody.</summary>
    public static AccessRuleAttribute? Of(Endpoint endpoint) => endpoint.Metadata.GetMetadata<AccessRuleAttribute>();

    /// <summary>Open to everybody.</summary>
    public static T AllowPublic<T>(this T endpoint) where T : IEndpointConventionBuilder => endpoint.WithMetadata(new PublicAttribute());

    /// <summary>Open to whoever is signed in.</summary>
    public static T RequireSignedIn<T>(this T endpoint) where T : IEndpointConventionBuilder => endpoint.WithMetadata(new SignedInAttribute());

    /// <summary>Open to actors one of whose roles gives the verb.</summary>
    /// <param name="endpoint">The endpoint or group.</param>
    /// <param name="verb">A declared verb, <c>room.act</c>.</param>
    public static T RequireVerb<T>(this T endpoint, string verb) where T : IEndpointConventionBuilder => endpoint.WithMetadata(new VerbAttribute(verb));
}
