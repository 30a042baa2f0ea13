using Gongbao.Kernel.Time;
using Gongbao.Platform.Access.Accounts;
using Gongbao.Platform.Access.ApiClients;
using Gongbao.Platform.Access.Declarations;
using Gongbao.Platform.Access.Storage;
using Gongbao.Platform.Store;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Gongbao.Platform.Access;

/// <summary>Sessions and tokens: cookies serve pages only, tokens serve <c>/api</c> only.</summary>
internal static class SessionSetup
{
    public const string SignInPath = "/account/sign-in";

    private const string ByPath = "ByPath";
    private const string ApiPath = "/api";

    public static IServiceCollection AddSessions(this IServiceCollection services, AccessOptions options)
    {
        services.AddAuthentication(ByPath)
            .AddPolicyScheme(ByPath, null, o => o.ForwardDefaultSelector = http => http.Request.Path.StartsWithSegments(ApiPath) ? TokenAuthentication.SchemeName : Session.Scheme)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.SchemeName, null)
            .AddCookie(Session.Scheme, o => SetUp(o, "gongbao.session", TimeSpan.FromDays(1), slides: true))
            .AddCookie(Session.HalfScheme, o => SetUp(o, "gongbao.second-factor", TimeSpan.FromMinutes(5), slides: false));
        services.AddDataProtection().SetApplicationName("gongbao");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(s => new ConfigureOptions<KeyManagementOptions>(o =>
            o.XmlRepository = new FileSystemXmlRepository(KeysFolder(options), s.GetRequiredService<ILoggerFactory>())));
        return services;
    }

    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddScoped<AccountStore>();
        services.AddScoped<IUserStore<Account>>(s => s.GetRequiredService<AccountStore>());
        services.AddScoped<IPasswordValidator<Account>, AccountPasswordValidator>();
        services.AddScoped<IUserValidator<Account>, AccountNameValidator>();
        services.AddScoped<ILookupNormalizer, AccountNames>();
        services.AddSingleton<IPasswordHasher<Account>>(s => PasswordHashing.Make(s.Get<AccessOptions>().PasswordRounds));
        services.AddIdentityCore<Account>();

        services.AddScoped<StoredActors>();
        services.AddScoped<ActorSource>(s => s.GetRequiredService<StoredActors>());
        services.AddScoped<NamedPerson>();
        services.AddScoped(s => new AccountContacts(s.Get<AccessDb>(), s.Get<Sealing.Sealer>(), s.Get<Writer>(), s.Get<AccessDeclarations>()));
        services.AddScoped(s => new VerbHolders(s.Get<AccessDb>(), s.Get<AccessDeclarations>(), s.Get<AccessOptions>(), s.Get<CityClock>()));
        services.AddScoped(s => new Deputies(s.Get<AccessDb>(), s.Get<AccessDeclarations>(), s.Get<AccessOptions>()));
        services.AddScoped(s => new AccountHolders(s.Get<AccessDb>(), s.Get<Sealing.Sealer>(), s.Get<Sealing.Reveal>(), s.Get<Sealing.Erasure>(), s.Get<AccessDeclarations>()));
        services.AddScoped(s => new AccountActors(s.Get<AccessDb>(), s.Get<StoredActors>(), s.Get<AccessDeclarations>(), s.Get<AccessOptions>()));
        services.AddScoped(s => new ActorNames(s.Get<AccessDb>(), s.Get<AccessDeclarations>()));
        services.AddScoped<Attempts>();
        services.AddSingleton<SignInRate>();
        services.AddScoped(s => new SignInDesk(s.Get<AccessDb>(), s.Get<Store.Writer>(), s.Get<Attempts>(), s.Get<SignInRate>(), s.Get<Sealing.Sealer>(),
            s.Get<IPasswordHasher<Account>>(), s.Get<ILookupNormalizer>(), s.Get<TimeProvider>(), s.Get<AccessDeclarations>()));
        services.AddScoped(s => new Links(s.Get<AccessDb>(), s.Get<Store.Writer>(), s.Get<AccountStore>(), s.Get<UserManager<Account>>(), s.Get<TimeProvider>(), s.Get<AccessDeclarations>()));
        services.AddScoped(s => new OwnAccount(s.Get<AccessDb>(), s.Get<AccountStore>(), s.Get<UserManager<Account>>(), s.Get<Store.Writer>(), s.Get<Attempts>(), s.Get<SignInDesk>(),
            s.Get<StoredActors>(), s.Get<IDataProtectionProvider>(), s.Get<TimeProvider>(), s.Get<AccessDeclarations>()));
        services.AddScoped(s => new AccountAdministration(s.Get<AccessDb>(), s.Get<AccountStore>(), s.Get<UserManager<Account>>(), s.Get<Store.Writer>(), s.Get<Links>(), s.Get<Sealing.Sealer>(),
            s.Get<TimeProvider>(), s.Get<AccessDeclarations>()));
        services.AddScoped(s => new DemoBar(s.Get<AccessDb>(), s.Get<Store.Writer>(), s.Get<AccessOptions>(), s.Get<AccessDeclarations>()));
        services.AddScoped(s => new DemoClock(s.Get<Store.Storage.StoreDb>(), s.Get<Store.Writer>(), s.Get<CityClock>(), s.Get<TimeProvider>(), s.Get<AccessOptions>(), s.Get<ActorSource>));
        services.AddScoped(s => new ApiTokens(s.Get<AccessDb>(), s.Get<Store.Writer>(), s.Get<StoredActors>(), s.Get<TimeProvider>(), s.Get<AccessDeclarations>()));
        return services;
    }

    /// <summary>Keys of cookies and forms; whoever has them can make a session, so only the program's own user reads them.</summary>
    private static DirectoryInfo KeysFolder(AccessOptions options)
    {
        var folder = Directory.CreateDirectory(Path.Combine(options.DataFolder, "session-keys"));
        if (!OperatingSystem.IsWindows()) folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        return folder;
    }

    private static T Get<T>(this IServiceProvider services) where T : notnull => services.GetRequiredService<T>();

    private static void SetUp(CookieAuthenticationOptions options, string name, TimeSpan life, bool slides)
    {
        options.Cookie.Name = name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = life;
        options.SlidingExpiration = slides;
        options.LoginPath = SignInPath;
        options.ReturnUrlParameter = "ReturnUrl";
        options.Events.OnValidatePrincipal = ValidateAsync;
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    /// <summary>A session ends at the next request after its account was closed or its security stamp changed.</summary>
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (context.Scheme.Name != Session.Scheme) return;
        context.HttpContext.User = context.Principal!;
        if (await context.HttpContext.RequestServices.Get<StoredActors>().FindAsync(context.HttpContext, context.HttpContext.RequestAborted) is not null) return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Session.Scheme);
        context.HttpContext.User = new();
    }
}
