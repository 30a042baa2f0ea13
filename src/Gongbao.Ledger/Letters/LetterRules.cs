using System.Globalization;
using Gongbao.Kernel.Directory;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Platform.City;
using Gongbao.Web.Formats;

namespace Gongbao.Ledger.Letters;

/// <summary>How the city writes supervision letters, as it declares (督办函).</summary>
/// <param name="Issuer">Full name of the issuer (发文机关).</param>
/// <param name="Code">Its code in numbers (机关代字).</param>
/// <param name="Title">Template of the title.</param>
/// <param name="Opening">Template of the first paragraph.</param>
/// <param name="Paragraphs">Templates of the further ones.</param>
/// <param name="ReplyDays">So many working days are given for the reply.</param>
internal sealed record LetterRules(string Issuer, string Code, string Title, string Opening, IReadOnlyList<string> Paragraphs, int ReplyDays)
{
    /// <summary>Signs letters off (签发).</summary>
    public const string SignVerb = "ledger.sign";

    /// <returns>Refused with <c>ledger.letters-not-declared</c>.</returns>
    public static Result<LetterRules> Of(CityDeclarations city, DateOnly today)
    {
        if (city.Section("letters") is not { Entries.Count: > 0 } declared) return NotDeclared("本市还没有声明督办函怎样写；请系统管理员在城市声明里补上“督办函”一节并发布。");
        var issuer = declared.Text("issuer") is { } id ? city.Directory.Find(id) : city.Directory.Units.FirstOrDefault(u => u is { Kind: UnitKind.GovernmentOffice, Level: UnitLevel.Prefecture } && u.Existence.Includes(today));
        if (issuer is null) return NotDeclared("机构名录里没有市政府办公室，不知道督办函由谁发出；请系统管理员在城市声明的“督办函”一节写明发文单位并发布。");
        return new LetterRules(issuer.FullName, declared.RequiredText("code"), declared.RequiredText("title"), declared.RequiredText("opening"), declared.Texts("paragraphs"), declared.Map("reply").Number("working_days")!.Value);
    }

    /// <summary>清市府督〔2025〕1号</summary>
    public static string NumberOf(string code, int year, int number) => string.Create(CultureInfo.InvariantCulture, $"{code}〔{year}〕{number}号");

    /// <summary>The last day for a reply to a letter of a day: the day after it is the first.</summary>
    public DateOnly ReplyBy(DateOnly from, WorkCalendar calendar) => Clock.Start(Term.WorkingDays(ReplyDays), from, "发出督办函").DueBy(calendar).On!.Value;

    /// <summary>Title and text of a letter about some shares of one unit.</summary>
    /// <param name="unit">The unit's full name.</param>
    /// <param name="items">What is late.</param>
    /// <param name="programmes">The documents, as they are cited, each once.</param>
    /// <param name="on">The day of the draft.</param>
    /// <param name="replyBy">The last day for the reply.</param>
    public (string Title, string Body) Write(string unit, IReadOnlyList<LateShare> items, IReadOnlyList<string> programmes, DateOnly on, DateOnly replyBy)
    {
        var cited = programmes is [var one] ? one : $"{programmes[0]}等{programmes.Count}份文件";
        string Fill(string template) => template.Replace("{unit}", unit, StringComparison.Ordinal).Replace("{day}", ChineseFormat.Date(on), StringComparison.Ordinal).Replace("{programmes}", cited, StringComparison.Ordinal)
            .Replace("{count}", items.Count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("{latest}", items.Max(i => i.DaysLate).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{reply_by}", ChineseFormat.Date(replyBy), StringComparison.Ordinal).Replace("{issuer}", Issuer, StringComparison.Ordinal);
        var title = Fill(Title);
        return (title.Length <= DraftLetter.MostTitle ? title : Title.Replace("{programmes}", "有关文件", StringComparison.Ordinal), string.Join('\n', Paragraphs.Prepend(Opening).Select(Fill)));
    }

    private static Refusal NotDeclared(string reason) => new("ledger.letters-not-declared", reason);
}

/// <summary>A share that is late, or whose report is, as a letter can name it.</summary>
/// <param name="Share">Its id.</param>
/// <param name="Obligation">Id of its obligation.</param>
/// <param name="Task">The obligation.</param>
/// <param name="Document">The document, as it is cited.</param>
/// <param name="Basis">The document with the place, or what else orders it.</param>
/// <param name="Clause">The clause as <c>ClauseRef</c> prints it; null where its place has no address.</param>
/// <param name="Limit">The limit that counts, in words; null where none is stated.</param>
/// <param name="DueOn">The last day that was missed.</param>
/// <param name="DaysLate">Days since.</param>
/// <param name="IsReport">True where a report is owed, not the work itself.</param>
internal sealed record LateShare(Guid Share, Guid Obligation, string Task, string Document, string Basis, string? Clause, string? Limit, DateOnly DueOn, int DaysLate, bool IsReport);
