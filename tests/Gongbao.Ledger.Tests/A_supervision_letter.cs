using Gongbao.Contracts.Gazette;
using Gongbao.Contracts.Notices;
using Gongbao.Kernel.Results;
using Gongbao.Ledger.Letters;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Access;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Tests;

public sealed class A_supervision_letter_in_SQLite() : A_supervision_letter(StoreProvider.Sqlite);

public sealed class A_supervision_letter_in_PostgreSQL() : A_supervision_letter(StoreProvider.Postgres)
{
    [Fact, Clause("LED-07")]
    public async Task Has_no_gap_before_it_when_two_programs_sign_at_once()
    {
        await using var beside = await Ledger.BesideAsync();
        beside.Clock.RestoreSeed(Ledger.Clock.Now);
        var drafts = new List<LetterView>();
        for (var i = 0; i < 8; i++) drafts.Add(await DraftAsync());
        var signed = await Task.WhenAll(drafts.Select((d, i) => (i % 2 == 0 ? Ledger : beside).Get<SignLetter>().HandleAsync(d.Seen, Signer, CancellationToken.None)));
        Assert.All(signed, s => Assert.Empty(s.Refusals));
        Assert.Equal(Enumerable.Range(1, 8), (await Ledger.ReadAsync(db => db.Letters.Select(l => l.Number!.Value).ToListAsync())).Order());
    }

    [Fact, Clause("LED-07")]
    public async Task Has_no_gap_before_it_when_the_session_dies_between_number_and_commit()
    {
        var (first, second) = (await DraftAsync(), await DraftAsync());
        Ledger.Get<ToldNotices>().Dies = true;
        await Assert.ThrowsAnyAsync<Exception>(() => Ledger.Get<SignLetter>().HandleAsync(first.Seen, Signer, CancellationToken.None));
        Ledger.Get<ToldNotices>().Dies = false;
        TestLedger.Done(await Ledger.Get<SignLetter>().HandleAsync(second.Seen, Signer, CancellationToken.None));
        var letters = await Ledger.ReadAsync(db => db.Letters.ToDictionaryAsync(l => l.Id, l => l.Number));
        Assert.Equal((null, 1), (letters[first.Letter.Id], letters[second.Letter.Id]));
    }
}

public abstract class A_supervision_letter(StoreProvider provider) : LedgerTests(provider)
{
    private static readonly DateOnly Today = new(2026, 1, 12); // a Monday; every dated share of 2025 is late
    private const string Unit = "housing";

    internal static Actor Signer { get; } = Person("signing-officer", AccessScope.City, LetterRules.SignVerb);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Move(new DateOnly(2025, 5, 6));
        await Ledger.ImportAsync(Path.Combine(RepositoryRoot.Folder, "samples", "qinghe-2025-03.txt"));
        TestLedger.Done(await Ledger.Get<AcceptProposals>().HandleAsync(KeyPoints, null, FollowUp, CancellationToken.None));
        Move(Today);
    }

    [Fact, Clause("LED-07")]
    public async Task Is_written_from_what_a_unit_is_late_with()
    {
        var late = await LateAsync();
        Assert.NotEmpty(late);
        var view = await DraftAsync();
        Assert.Equal(("清河市住房和城乡建设局", "清河市人民政府办公室", (string?)null), (view.Letter.Addressee, view.Letter.Issuer, view.Number));
        Assert.Contains($"有{late.Count}项没有按时办结", view.Letter.Body, StringComparison.Ordinal);
        Assert.Contains($"最长的已超过{late.Max(l => l.DaysLate)}天", view.Letter.Body, StringComparison.Ordinal);
        // Five working days after the 12th.
        Assert.Equal(new DateOnly(2026, 1, 19), view.Letter.ReplyBy);
        Assert.Contains("2026年1月19日前", view.Letter.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("{", view.Letter.Title + view.Letter.Body, StringComparison.Ordinal);
        var dated = view.Items.First(i => !i.IsReport);
        Assert.StartsWith("清市府办发〔2025〕6号", dated.Basis, StringComparison.Ordinal);
        Assert.Equal(Today.DayNumber - dated.DueOn.DayNumber, dated.DaysLate);
        Assert.Equal("ledger.nothing", TestLedger.CodeOf(await Ledger.Get<DraftLetter>().HandleAsync(Unit, [], FollowUp, CancellationToken.None)));
        Assert.Equal("ledger.not-late", TestLedger.CodeOf(await Ledger.Get<DraftLetter>().HandleAsync(Unit, [Guid.CreateVersion7()], FollowUp, CancellationToken.None)));
    }

    [Fact, Clause("LED-07")]
    public async Task Is_not_drafted_by_somebody_who_has_not_seen_the_draft_of_another()
    {
        var late = (await LateAsync()).Select(l => l.Share).ToList();
        Task<Kernel.Results.Result<Guid>> DraftAsync(int known) => Ledger.Get<DraftLetter>().HandleAsync(Unit, late, FollowUp, CancellationToken.None, known);
        TestLedger.Done(await DraftAsync(0));
        Assert.Equal("ledger.changed-meanwhile", TestLedger.CodeOf(await DraftAsync(0)));
        Assert.Single(await Ledger.AskAsync<LetterDesk, IReadOnlyList<LetterLine>>(d => d.DraftsAsync(Unit, CancellationToken.None)));
        TestLedger.Done(await DraftAsync(1));
    }

    [Fact, Clause("LED-07")]
    public async Task Is_signed_off_by_another_person_and_numbered_and_sent_in_one_unit()
    {
        var draft = await DraftAsync();
        // The text follows the day for the reply where it names it.
        TestLedger.Done(await Ledger.Get<DraftLetter>().EditAsync(draft.Seen, draft.Letter.Title, draft.Letter.Body, Today.AddDays(9), FollowUp, CancellationToken.None));
        draft = await ViewAsync(draft.Letter.Id);
        Assert.Contains("请于2026年1月21日前", draft.Letter.Body, StringComparison.Ordinal);
        var both = Person("both", AccessScope.City, LetterRules.SignVerb, LedgerRules.ManageVerb);
        TestLedger.Done(await Ledger.Get<DraftLetter>().EditAsync(draft.Seen, "关于加快办理的督办函", "第一段。\n\n第二段。", Today.AddDays(3), both, CancellationToken.None));
        draft = await ViewAsync(draft.Letter.Id);
        Assert.Equal(["第一段。", "第二段。"], draft.Paragraphs);
        // Who drafted or changed it does not sign it.
        Assert.Equal("ledger.own-letter", TestLedger.CodeOf(await SignAsync(draft, both)));
        Ledger.Get<ToldNotices>().Facts.Clear();
        TestLedger.Done(await SignAsync(draft, Signer));
        var sent = await ViewAsync(draft.Letter.Id);
        Assert.Equal(("清市府督〔2026〕1号", Today, LetterState.Sent), (sent.Number, sent.Letter.SignedOn, sent.State));
        var begun = Ledger.Get<ToldNotices>().Facts.OfType<WatchBegun>().ToList();
        Assert.Equal([(OpenLetter.ServiceLadder, (DateOnly?)null), (OpenLetter.ReplyLadder, Today.AddDays(3))], begun.Select(w => (w.Ladder, w.DueOn)));
        Assert.All(begun, w => Assert.Equal([Unit], w.Units));
        Assert.Contains(await Ledger.JournalAsync(), l => l.StartsWith($"ledger.sign letter:{draft.Letter.Id:N}", StringComparison.Ordinal) && l.Contains(" done ", StringComparison.Ordinal));
        Assert.Equal("ledger.letter-signed", TestLedger.CodeOf(await Ledger.Get<DraftLetter>().EditAsync(sent.Seen, "别的", "别的。", Today, FollowUp, CancellationToken.None)));
        Assert.Equal("ledger.letter-signed", TestLedger.CodeOf(await SignAsync(sent, Signer)));
        Assert.Equal("ledger.changed-meanwhile", TestLedger.CodeOf(await SignAsync(draft, Signer)));
    }

    [Fact, Clause("LED-07")]
    public async Task Gives_no_number_away_when_what_belongs_to_the_sign_off_fails()
    {
        var (first, second) = (await DraftAsync(), await DraftAsync());
        Ledger.Get<ToldNotices>().Fails = true;
        await Assert.ThrowsAsync<InvalidOperationException>(() => SignAsync(first, Signer));
        Ledger.Get<ToldNotices>().Fails = false;
        Assert.Equal(LetterState.Draft, (await ViewAsync(first.Letter.Id)).State);
        TestLedger.Done(await SignAsync(second, Signer));
        TestLedger.Done(await SignAsync(first, Signer));
        Assert.Equal(("清市府督〔2026〕1号", "清市府督〔2026〕2号"), ((await ViewAsync(second.Letter.Id)).Number, (await ViewAsync(first.Letter.Id)).Number));
        // Each year begins anew.
        Move(new DateOnly(2027, 1, 4));
        var next = await DraftAsync();
        TestLedger.Done(await SignAsync(next, Signer));
        Assert.Equal("清市府督〔2027〕1号", (await ViewAsync(next.Letter.Id)).Number);
    }

    [Fact, Clause("LED-07")]
    public async Task Is_served_when_the_unit_says_in_the_inbox_that_it_came()
    {
        var letter = await SentAsync();
        await AcknowledgeAsync(new(OpenLetter.ServiceCauseOf(letter.Letter.Id), "water", Guid.CreateVersion7(), "owing"));
        Assert.Equal(LetterState.Sent, (await ViewAsync(letter.Letter.Id)).State);
        Move(Today.AddDays(1));
        var reader = Guid.CreateVersion7();
        await AcknowledgeAsync(new(OpenLetter.ServiceCauseOf(letter.Letter.Id), Unit, reader, "owing"));
        var served = await ViewAsync(letter.Letter.Id);
        Assert.Equal((LetterState.Served, Today.AddDays(1)), (served.State, served.Letter.ServedOn));
        Assert.Equal((ServiceKind.Inbox, $"account:{reader:N}"), (served.Acts[^1].Service, served.Acts[^1].By));
        Assert.Contains(Ledger.Get<ToldNotices>().Facts.OfType<WatchEnded>(), w => w.Cause == OpenLetter.ServiceCauseOf(letter.Letter.Id));
        await AcknowledgeAsync(new(OpenLetter.ServiceCauseOf(letter.Letter.Id), Unit, reader, "owing"));
        Assert.Equal(served.Acts.Count, (await ViewAsync(letter.Letter.Id)).Acts.Count);
    }

    [Fact, Clause("LED-07")]
    public async Task Is_served_on_paper_with_day_post_and_kind()
    {
        var letter = await SentAsync();
        var follow = Ledger.Get<FollowLetter>();
        Task<Result<Guid>> ServeAsync(LetterView of, ServiceKind? kind, DateOnly? day, string? post) => follow.ServeAsync(of.Seen, kind, day, post, "回执 12 号", FollowUp, CancellationToken.None);
        Assert.Equal("ledger.no-service", TestLedger.CodeOf(await ServeAsync(letter, ServiceKind.Inbox, Today, "收发岗")));
        Assert.Equal("ledger.bad-day", TestLedger.CodeOf(await ServeAsync(letter, ServiceKind.Direct, Today.AddDays(1), "收发岗")));
        Assert.Equal("ledger.bad-day", TestLedger.CodeOf(await ServeAsync(letter, ServiceKind.Direct, Today.AddDays(-1), "收发岗")));
        Assert.Equal("ledger.no-recipient", TestLedger.CodeOf(await ServeAsync(letter, ServiceKind.Direct, Today, " ")));
        Assert.Equal("ledger.letter-not-signed", TestLedger.CodeOf(await ServeAsync(await DraftAsync(), ServiceKind.Direct, Today, "收发岗")));
        TestLedger.Done(await ServeAsync(letter, ServiceKind.Mail, Today, "办公室收发岗"));
        var served = await ViewAsync(letter.Letter.Id);
        Assert.Equal((LetterState.Served, "办公室收发岗", "回执 12 号"), (served.State, served.Acts[^1].Recipient, served.Acts[^1].Text));
    }

    [Fact, Clause("LED-07")]
    public async Task Is_waited_for_until_the_unit_replies()
    {
        var letter = await SentAsync();
        Move(letter.Letter.ReplyBy);
        Assert.Equal(LetterState.Sent, (await ViewAsync(letter.Letter.Id)).State);
        Move(letter.Letter.ReplyBy.AddDays(1));
        Assert.Equal(LetterState.Overdue, (await ViewAsync(letter.Letter.Id)).State);
        var follow = Ledger.Get<FollowLetter>();
        Assert.Equal("ledger.not-your-unit", TestLedger.CodeOf(await follow.ReplyAsync(letter.Seen, "与我局无关。", null, null, Liaison("water"), CancellationToken.None)));
        Assert.Equal("ledger.no-text", TestLedger.CodeOf(await follow.ReplyAsync(letter.Seen, " ", null, null, Liaison(Unit), CancellationToken.None)));
        Ledger.Get<ToldNotices>().Facts.Clear();
        TestLedger.Done(await follow.ReplyAsync(letter.Seen, "已经整改到位。", "https://example.cn/reply", null, Liaison(Unit), CancellationToken.None));
        Assert.Equal(LetterState.Replied, (await ViewAsync(letter.Letter.Id)).State);
        Assert.Contains(Ledger.Get<ToldNotices>().Facts.OfType<WatchEnded>(), w => w.Cause == OpenLetter.ReplyCauseOf(letter.Letter.Id));
    }

    [Fact, Clause("LED-07")]
    public async Task Is_withdrawn_with_a_reason_and_keeps_its_number()
    {
        var letter = await SentAsync();
        var sign = Ledger.Get<SignLetter>();
        Assert.Equal("ledger.not-allowed", TestLedger.CodeOf(await sign.WithdrawAsync(letter.Seen, "列错了单位。", FollowUp, CancellationToken.None)));
        Assert.Equal("ledger.no-text", TestLedger.CodeOf(await sign.WithdrawAsync(letter.Seen, "", Signer, CancellationToken.None)));
        TestLedger.Done(await sign.WithdrawAsync(letter.Seen, "列错了单位。", Signer, CancellationToken.None));
        var withdrawn = await ViewAsync(letter.Letter.Id);
        Assert.Equal(("清市府督〔2026〕1号", LetterState.Withdrawn), (withdrawn.Number, withdrawn.State));
        Assert.Contains(Ledger.Get<ToldNotices>().Facts.OfType<Tell>(), t => t.Subject.Contains("清市府督〔2026〕1号已撤回", StringComparison.Ordinal) && t.Text == "列错了单位。");
        Assert.Equal("ledger.letter-withdrawn", TestLedger.CodeOf(await Ledger.Get<FollowLetter>().ReplyAsync(withdrawn.Seen, "回复。", null, null, Liaison(Unit), CancellationToken.None)));
        Assert.Equal("清市府督〔2026〕2号", (await SentAsync()).Number);
        Assert.Equal(2, (await Ledger.AskAsync<LetterDesk, LetterRegister>(d => d.RegisterAsync(FollowUp, new(null, null, null), 1, CancellationToken.None))).Total);
    }

    [Fact, Clause("LED-07")]
    public async Task Is_seen_by_the_office_and_once_signed_by_its_own_unit()
    {
        var draft = await DraftAsync();
        Assert.Null(await FindAsync(draft.Letter.Id, Liaison(Unit)));
        TestLedger.Done(await SignAsync(draft, Signer));
        Assert.NotNull(await FindAsync(draft.Letter.Id, Liaison(Unit)));
        Assert.Null(await FindAsync(draft.Letter.Id, Liaison("water")));
        Assert.Null(await FindAsync(draft.Letter.Id, null));
        var obligation = draft.Items[0].ObligationId;
        Assert.Single(await Ledger.AskAsync<LetterDesk, IReadOnlyList<LetterLine>>(d => d.OfObligationAsync(obligation, Liaison(Unit), CancellationToken.None)));
        Assert.Empty(await Ledger.AskAsync<LetterDesk, IReadOnlyList<LetterLine>>(d => d.OfObligationAsync(obligation, Liaison("water"), CancellationToken.None)));
        Assert.Single(await Ledger.AskAsync<LetterDesk, IReadOnlyList<LetterLine>>(d => d.OfUnitAsync(Unit, FollowUp, 20, CancellationToken.None)));
        Assert.Equal((Unit, "清河市住房和城乡建设局"), Assert.Single(await Ledger.AskAsync<LetterDesk, IReadOnlyList<(string, string)>>(d => d.UnitsAsync(FollowUp, CancellationToken.None))));
        Assert.Contains(await Ledger.AskAsync<LetterDesk, IReadOnlyList<(Guid Share, string Unit, string Name)>>(d => d.LateOfAsync(obligation, CancellationToken.None)), l => l.Unit == Unit);
        var table = System.Text.Encoding.UTF8.GetString(await Ledger.AskAsync<LetterDesk, byte[]>(d => d.CsvAsync(FollowUp, new(LetterState.Sent, Unit, 2026), CancellationToken.None)));
        Assert.Contains("清市府督〔2026〕1号,", table, StringComparison.Ordinal);
    }

    [Fact, Clause("LED-07")]
    public async Task Is_set_as_an_official_document()
    {
        var letter = await SentAsync();
        var documents = Ledger.Get<IOfficialDocuments>();
        var docx = TestLedger.Done(documents.Write(LetterDesk.Document(letter), OfficialFormat.Docx));
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(docx.Content));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        var xml = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        var words = string.Concat(System.Xml.Linq.XDocument.Parse(xml).Descendants().Where(e => e.Name.LocalName == "t").Select(e => e.Value));
        var places = ((string[])["清河市人民政府办公室", "清市府督〔2026〕1号", letter.Letter.Title, "清河市住房和城乡建设局：", letter.Paragraphs[0], "附件：督办事项清单", "清河市人民政府办公室2026年1月12日", letter.Items[0].Task]).Select(w => words.IndexOf(w, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        // The same letter gives the same file.
        Assert.Equal(docx.Content, TestLedger.Done(documents.Write(LetterDesk.Document(letter), OfficialFormat.Docx)).Content);
    }

    internal async Task<LetterView> DraftAsync()
    {
        var id = TestLedger.Done(await Ledger.Get<DraftLetter>().HandleAsync(Unit, [.. (await LateAsync()).Select(l => l.Share)], FollowUp, CancellationToken.None));
        return await ViewAsync(id);
    }

    private Task<IReadOnlyList<LateShare>> LateAsync() => Ledger.AskAsync<LetterDesk, IReadOnlyList<LateShare>>(d => d.LateAsync(Unit, CancellationToken.None));

    private async Task<LetterView> SentAsync()
    {
        var draft = await DraftAsync();
        TestLedger.Done(await SignAsync(draft, Signer));
        return await ViewAsync(draft.Letter.Id);
    }

    private Task<Result<Guid>> SignAsync(LetterView letter, Actor by) => Ledger.Get<SignLetter>().HandleAsync(letter.Seen, by, CancellationToken.None);

    private async Task<LetterView> ViewAsync(Guid id) => (await FindAsync(id, FollowUp))!;

    private Task<LetterView?> FindAsync(Guid id, Actor? by) => Ledger.AskAsync<LetterDesk, LetterView?>(d => d.LetterAsync(id, by, _ => Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>()), CancellationToken.None));

    private async Task AcknowledgeAsync(Acknowledged fact) => TestLedger.Done(await Ledger.Get<Writer>().DoAsync<int>(new(ActorId.System("test"), "notices.acknowledge", "notice:1"), (unit, _) =>
    {
        unit.Publish(fact);
        return Task.FromResult<Result<int>>(1);
    }, CancellationToken.None));
}
