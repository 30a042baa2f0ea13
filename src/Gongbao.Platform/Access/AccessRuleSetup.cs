using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Platform.Access;

/// <summary>Makes the access rules the only way through: whatever carries none is refused.</summary>
internal static class AccessRuleSetup
{
    /// <summary>Needs an <see cref="ActorSource"/> among the services.</summary>
    public static IServiceCollection AddAccessRules(this IServiceCollection services)
    {
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(AccessRuleRequirement.Policy)
            .SetDefaultPolicy(AccessRuleRequirement.Policy);
        return services.AddScoped<IAuthorizationHandler, AccessRuleJudge>();
    }
}
