using Gongbao.Gazette.Campaigns;
using Gongbao.Gazette.Classification;
using Gongbao.Gazette.Import;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Review;
using Gongbao.Gazette.Tests.Generated;
using Gongbao.Platform.Access;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Gazette.Tests.Library;

/// <summary>The room's pages and API.</summary>
internal sealed class GazetteSite : RoomSite
{
    private static readonly Actor Organiser = Program("清理程序", "editor", CleanUpRules.Verb, CleanUpRules.OpinionVerb);
    private static readonly Actor Drafter = Program("制发程序", "reviewer", CleanUpRules.OpinionVerb);
    private static readonly Actor Importer = Program("别的程序", "reader", "gazette.import");
    private static readonly Actor Lawyer = Program("审核程序", "legal-reviewer", CleanUpRules.OpinionVerb);

    private GazetteSite(Uri? address, CityDeclarations? city)
        : base(city ?? SampleCity.Declared, new(TimeProvider.System), Who, s => GazetteRoom.AddServices(s), GazetteRoom.Map, address)
    {
    }

    /// <param name="address">Where the site is declared to stand; null where it is not.</param>
    /// <param name="city">What the city declares; null for the sample city.</param>
    public static async Task<GazetteSite> StartAsync(Uri? address = null, CityDeclarations? city = null)
    {
        var site = new GazetteSite(address, city);
        await site.ListenAsync();
        return site;
    }

    public Task ImportAsync(GazetteReading reading) =>
        Services.GetRequiredService<ImportIssue>().HandleAsync(reading, ActorId.System("test"), CancellationToken.None);

    private static Actor? Who(string said) => said switch
    {
        "reviewer" => Program("审读程序", "reviewer", DecideReadings.Verb, DecideClasses.Verb),
        "organiser" => Organiser,
        "drafter" => Drafter,
        "lawyer" => Lawyer,
        "reader" => Importer,
        _ => null,
    };

    private static Actor Program(string name, string role, params string[] verbs) => new(Guid.CreateVersion7(), ActorKind.ApiClient, name, [new(role, AccessScope.City, verbs.ToHashSet())]);
}
