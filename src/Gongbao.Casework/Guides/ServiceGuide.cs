using System.Text.RegularExpressions;
using Gongbao.Casework.Declarations;
using Gongbao.Casework.Running;
using Gongbao.Kernel.Directory;
using Gongbao.Kernel.Time;

namespace Gongbao.Casework.Guides;

/// <summary>A time limit as a guide tells it.</summary>
/// <param name="Title">办理期限.</param>
/// <param name="Says">How long from what, a whole sentence, with what happens at its end.</param>
/// <param name="Source">The law.</param>
internal sealed record GuideLimit(string Title, string Says, string? Source);

/// <summary>An item as a guide tells it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its name.</param>
/// <param name="Unit">Who does it.</param>
/// <param name="StartsWhen">When it starts, a whole sentence.</param>
/// <param name="Brings">What the applicant or a clerk has to bring for it.</param>
/// <param name="Gives">What comes of it.</param>
/// <param name="Limits">Its time limits.</param>
/// <param name="Withdrawal">Whether it can be taken back, by phase in words.</param>
/// <param name="Source">The clause.</param>
internal sealed record GuideItem(string Id, string Title, string Unit, string StartsWhen, IReadOnlyList<string> Brings, IReadOnlyList<string> Gives, IReadOnlyList<GuideLimit> Limits, IReadOnlyList<(string Phase, string Says)> Withdrawal, string? Source);

/// <summary>
/// A procedure told to those who want to use it (办事指南), made of the declaration alone: what is printed at a window and what the program does cannot differ.
/// </summary>
/// <param name="Procedure">The declaration.</param>
/// <param name="Items">In the order in which they can start: each behind those whose results it waits for.</param>
internal sealed partial record ServiceGuide(CaseDeclaration Procedure, IReadOnlyList<GuideItem> Items)
{
    public static ServiceGuide Of(CaseDeclaration procedure, CityDirectory directory) => new(procedure, [.. InOrder(procedure).Select(i => Of(procedure, i, directory))]);

    /// <summary>What the applicant has to bring in all, each once, with when it is needed.</summary>
    public IEnumerable<(string Label, string? When, bool MayFollow)> Papers => Procedure.Evidence.Where(e => e.From == EvidenceFrom.Applicant).Select(e => (e.Label, e.NeededWhen?.Say(), e.MayFollow is not null));

    /// <summary>How many fields of the form have to be typed; the others are chosen.</summary>
    public int Typed => Procedure.Fields.Count(f => f.IsTyped);

    /// <summary>A source as the public reads it: without the marks by which the city's own people tell how sure of it they are.</summary>
    public static string? Cited(string? source) => source is null ? null : Marks().Replace(source, "");

    private static GuideItem Of(CaseDeclaration procedure, ItemDeclaration item, CityDirectory directory)
    {
        var needs = item.Needs.Select(n => procedure.Evidence.First(e => e.Id == n)).ToList();
        var before = needs.Where(n => n.From == EvidenceFrom.Item).ToList();
        var starts = before.Count > 0 ? $"{string.Join("、", before.Select(b => b.Label))}办好以后开始办理。" : "提交申请、交齐材料以后就开始办理。";
        if (item.NeededWhen is { } only) starts += $"只在这种情况下办理：{only.Say()}";
        return new(
            item.Id, item.Title, UnitOf(procedure, item, directory), starts, [.. needs.Where(n => n.From != EvidenceFrom.Item).Select(n => n.From == EvidenceFrom.Clerk ? $"{n.Label}（窗口核验）" : n.Label)],
            [.. item.Outcomes.SelectMany(o => o.Gives).Distinct().Select(g => procedure.Evidence.FirstOrDefault(e => e.Id == g)?.Label).OfType<string>()],
            [.. item.Clocks.Select(c => new GuideLimit(c.Title, SayOf(item, c), c.Source))],
            [.. item.Withdrawal.Where(w => w.Key is not ItemPhase.LeftOut).OrderBy(w => w.Key).Select(w => (PhaseWords(w.Key), w.Value.Says))], item.Source);
    }

    private static string UnitOf(CaseDeclaration procedure, ItemDeclaration item, CityDirectory directory) =>
        item.Unit.StartsWith('$') ? $"由“{procedure.Field(item.Unit[1..])?.Label ?? item.Unit[1..]}”确定的单位" : directory.Find(item.Unit)?.FullName ?? item.Unit;

    private static string SayOf(ItemDeclaration item, ClockDeclaration clock)
    {
        var from = clock.Starts switch
        {
            ClockTrigger.Received => "收到申请",
            ClockTrigger.Opened => "具备办理条件",
            ClockTrigger.Accepted => "受理",
            ClockTrigger.Notified => "告知补正",
            ClockTrigger.Supplied => "收到补正材料",
            ClockTrigger.AcceptedOrNotified => "受理或者告知补正",
            ClockTrigger.Ended => "办结",
        };
        var end = clock.Expiry switch
        {
            ExpiryEffect.Accepts => "逾期视为受理。",
            ExpiryEffect.Ends => $"逾期按“{item.Outcome(clock.ExpiryOutcome!)?.Label ?? clock.ExpiryOutcome}”办结。",
            ExpiryEffect.Escalates => "逾期的由上级督办。",
        };
        var notice = clock.OnNotice switch
        {
            NoticeEffect.Pauses => "等待补正的时间不计。",
            NoticeEffect.Restarts => "补正的，自收到补正材料之日重新计算。",
            NoticeEffect.None => "",
        };
        var pauses = clock.Pauses.Count == 0 ? "" : $"{string.Join("、", clock.Pauses.Select(p => p.Label))}的时间不计。";
        var longer = clock.Extension is { } more ? $"经批准可以延长{(more.Times == 1 ? "一次" : $"{more.Times}次")}，最多{new Term(more.Most, clock.Term.Unit)}。" : "";
        return $"自{from}{(clock.Term.IsExact ? "起" : "的次日起")}{clock.Term}以内。{notice}{pauses}{longer}{end}";
    }

    private static string PhaseWords(ItemPhase phase) => phase switch
    {
        ItemPhase.Waiting => "还没有开始办理时",
        ItemPhase.Open => "等待受理时",
        ItemPhase.Deficient => "等待补正时",
        ItemPhase.Handling => "办理中",
        ItemPhase.Ended => "办结以后",
        ItemPhase.LeftOut => "不涉及",
    };

    /// <summary>Items whose evidence only the applicant or a clerk brings first, then those that wait for the results of these, and so on; else as declared.</summary>
    private static IEnumerable<ItemDeclaration> InOrder(CaseDeclaration procedure)
    {
        var (left, given) = (procedure.Items.ToList(), procedure.Evidence.Where(e => e.From != EvidenceFrom.Item).Select(e => e.Id).ToHashSet());
        while (left.Count > 0)
        {
            var next = left.Where(i => i.Needs.All(given.Contains)).ToList();
            // A circle is a mistake that the check of declarations finds; nothing of the guide is lost by it.
            if (next.Count == 0) next = [.. left];
            foreach (var item in next)
            {
                left.Remove(item);
                given.UnionWith(item.Outcomes.SelectMany(o => o.Gives));
                yield return item;
            }
        }
    }

    [GeneratedRegex("【[见知推]】")]
    private static partial Regex Marks();
}
