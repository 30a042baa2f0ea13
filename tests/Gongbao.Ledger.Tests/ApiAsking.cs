using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Gongbao.Ledger.Tests;

/// <summary>Asks the interface as a program does.</summary>
internal static class ApiAsking
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Task<JsonElement> AskAsync(this HttpClient client, string address) => client.GetFromJsonAsync<JsonElement>(address, Stop);

    /// <summary>Sends what is done.</summary>
    public static async Task<JsonElement> DoneAsync(this HttpClient client, string address, object body)
    {
        using var answer = await client.PostAsJsonAsync(address, body, Stop);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync(Stop)}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
    }

    /// <summary>Sends what is refused: its status, the last part of its type and its sentence.</summary>
    public static async Task<(HttpStatusCode Status, string Code, string Why)> RefusedAsync(this HttpClient client, string address, object body)
    {
        using var answer = await client.PostAsJsonAsync(address, body, Stop);
        Assert.False(answer.IsSuccessStatusCode, address);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        return (answer.StatusCode, problem.GetProperty("type").GetString()!.Split(':', '/')[^1], problem.GetProperty("detail").GetString()!);
    }

    public static string Text(this JsonElement of, string name) => of.GetProperty(name).GetString()!;

    public static Guid Id(this JsonElement of, string name) => of.GetProperty(name).GetGuid();

    public static List<JsonElement> All(this JsonElement of, string name) => [.. of.GetProperty(name).EnumerateArray()];
}
