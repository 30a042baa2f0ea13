using System.Security.Claims;
using System.Text.Encodings.Web;
using Gongbao.Platform.Access.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Gongbao.Platform.Access.ApiClients;

/// <summary>Tokens of the API: <c>Authorization: Bearer gb_…</c>. The only way in under <c>/api</c>, and no way in anywhere else.</summary>
internal sealed class TokenAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Token";

    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (header.Length == 0) return AuthenticateResult.NoResult();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.Fail("The authorization is no bearer token.");
        if (await Context.RequestServices.GetRequiredService<ApiTokens>().FindAsync(header[Bearer.Length..].Trim(), Context.RequestAborted) is not { } actor)
            return AuthenticateResult.Fail("The token does not count.");

        StoredActors.Keep(Context, actor);
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, actor.Id.ToString("N"))], SchemeName);
        return AuthenticateResult.Success(new(new(identity), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer realm=\"gongbao\"";
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }
}
