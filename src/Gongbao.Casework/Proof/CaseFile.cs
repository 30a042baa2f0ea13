using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Gongbao.Casework.Running;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Journal.Anchoring;

namespace Gongbao.Casework.Proof;

/// <summary>One event as a case file holds it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Kind">What, by its name.</param>
/// <param name="EffectiveAt">Since when it counts, UTC, ISO 8601 to the tick.</param>
/// <param name="Item">Of which item; null of the case.</param>
/// <param name="What">Which clock, stage, evidence, deficiency, inquiry or outcome.</param>
/// <param name="Answer">The answer to an inquiry, or the reason of a pause.</param>
/// <param name="Amount">By how much a clock was lengthened.</param>
/// <param name="Hash">SHA-256 over the hash before and the line of this event, lower-case hexadecimal digits.</param>
internal sealed record CaseFileEvent(int Number, string Kind, string EffectiveAt, string? Item, string? What, string? Answer, int Amount, string Hash);

/// <summary>
/// What an applicant takes home of a case (办件档案): everything that happened, chained by hash and signed by the city. It names no officer and holds no answer of the form. Who
/// has an earlier one can see in a later one that nothing was changed or taken out.
/// </summary>
/// <param name="Format"><see cref="Version1"/>.</param>
/// <param name="Reference">Of the case.</param>
/// <param name="Declaration">The procedure's id.</param>
/// <param name="DeclarationVersion">The version under which it runs.</param>
/// <param name="Events">In order.</param>
/// <param name="Key">Id of the city's key.</param>
/// <param name="Signature">Over the heading and the last hash, base64url.</param>
internal sealed record CaseFile(string Format, string Reference, string Declaration, string DeclarationVersion, IReadOnlyList<CaseFileEvent> Events, string Key, string Signature)
{
    public const string Version1 = "gongbao case 1";

    private const string NotAFile = "case-file.unreadable";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    public static CaseFile Of(string reference, string declaration, string version, IEnumerable<CaseEvent> events, CitySignature city)
    {
        var (chained, before) = (new List<CaseFileEvent>(), "");
        foreach (var e in events)
        {
            var line = new CaseFileEvent(chained.Count + 1, e.Kind.ToString(), e.EffectiveAt.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture), e.Item, e.What, e.Answer, e.Amount, "");
            before = HashOf(before, line);
            chained.Add(line with { Hash = before });
        }
        var (key, signature) = city.Sign(Signed(reference, declaration, version, before));
        return new(Version1, reference, declaration, version, chained, key, Base64Url.EncodeToString(signature));
    }

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>Reads a file and proves it.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="publicKey">The city's public key as PEM.</param>
    /// <returns>The file, proved; or refused: <c>case-file.unreadable</c>, <c>case-file.changed</c> with the first event that does not fit, <c>case-file.not-signed</c>.</returns>
    public static Result<CaseFile> Prove(ReadOnlySpan<byte> bytes, string publicKey)
    {
        CaseFile? file;
        try
        {
            file = JsonSerializer.Deserialize<CaseFile>(bytes, Json);
        }
        catch (JsonException broken)
        {
            return new Refusal(NotAFile, $"这不是完整的办件档案，第 {broken.LineNumber + 1} 行读不出来；请重新下载。");
        }
        if (file is not { Format: Version1, Reference: not null, Declaration: not null, DeclarationVersion: not null, Events: not null, Key: not null, Signature: not null }) return new Refusal(NotAFile, "这不是办件档案，或者是别的版本做出来的；请重新下载。");
        var before = "";
        foreach (var (e, at) in file.Events.Select((e, i) => (e, i + 1)))
        {
            if (e is null || e.Number != at || e.Hash != (before = HashOf(before, e))) return new Refusal("case-file.changed", $"第 {at} 件事与原来的记录不符：这里或者前面被改动、删去或者调换过。");
        }
        return Base64Url.IsValid(file.Signature) && CitySignature.Verifies(publicKey, file.Key, Signed(file.Reference, file.Declaration, file.DeclarationVersion, before), Base64Url.DecodeFromChars(file.Signature))
            ? file : new Refusal("case-file.not-signed", "签名与这份档案不符：档案的开头或者末尾被改动过，或者公钥不是本市的。");
    }

    /// <summary>Whether this file goes on from an earlier one, without anything changed or taken out.</summary>
    public bool GoesOnFrom(CaseFile earlier) => Reference == earlier.Reference && Events.Count >= earlier.Events.Count && (earlier.Events.Count == 0 || Events[earlier.Events.Count - 1].Hash == earlier.Events[^1].Hash);

    private static byte[] Signed(string reference, string declaration, string version, string head) => Encoding.UTF8.GetBytes($"{Version1}\n{reference}\n{declaration} {version}\n{head}\n");

    /// <summary>Each field with its length before it: two different events never make one line.</summary>
    private static string HashOf(string before, CaseFileEvent e)
    {
        var line = new StringBuilder(before);
        foreach (var field in (string?[])[e.Number.ToString(CultureInfo.InvariantCulture), e.Kind, e.EffectiveAt, e.Item, e.What, e.Answer, e.Amount.ToString(CultureInfo.InvariantCulture)])
            line.Append(field is null ? "-;" : string.Create(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(field)}:{field};"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line.ToString())));
    }
}
