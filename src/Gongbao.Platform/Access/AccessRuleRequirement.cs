using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Gongbao.Platform.Access;

/// <summary>The one policy of the house, its fallback and default alike: what the route's <see cref="AccessRuleAttribute"/> says, and no to a route that has none.</summary>
internal sealed class AccessRuleRequirement : IAuthorizationRequirement
{
    public static AuthorizationPolicy Policy { get; } = new AuthorizationPolicyBuilder().AddRequirements(new AccessRuleRequirement()).Build();
}

/// <summary>Judges a request by the rule of its route.</summary>
internal sealed class AccessRuleJudge(ActorSource actors) : AuthorizationHandler<AccessRuleRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, AccessRuleRequirement requirement)
    {
        if (context.Resource is not HttpContext http) return;

        // Where no route matches there is nothing to guard, and the answer is 404 rather than a sign-in page.
        if (http.GetEndpoint() is not { } endpoint || await IsOpenAsync(AccessRules.Of(endpoint), http)) context.Succeed(requirement);
    }

    private async ValueTask<bool> IsOpenAsync(AccessRuleAttribute? rule, HttpContext http) => rule switch
    {
        PublicAttribute => true,
        SignedInAttribute => await actors.FindAsync(http, http.RequestAborted) is not null,
        VerbAttribute verb => (await actors.FindAsync(http, http.RequestAborted))?.May(verb.Verb) ?? false,
        _ => false,
    };
}
