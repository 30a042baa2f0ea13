using System.Globalization;
using Gongbao.Gazette.Validity;

namespace Gongbao.Gazette.Generating.Amending;

/// <summary>Documents that end or keep many others: decisions to repeal, and results of clean-ups with their lists.</summary>
internal static class Cleanups
{
    /// <summary>关于废止…的决定.</summary>
    public static void Repeal(Saying say, Sheet sheet, string self, Action sign)
    {
        var dice = say.Dice;
        var verb = dice.Pick<string>(["废止", "废止", "停止执行"]);
        var (tail, on) = Tail(say, self, verb);
        switch (dice.Below(6))
        {
            case 3:
                // Named in the letter, and listed again with the others.
                var first = say.Some(dice.Between(2, 5));
                var told = $"市政府决定对{first[0].Words}等{first.Count}件行政规范性文件予以废止。";
                say.Note(ValidityEffect.Repeal, first[0], on, told);
                sheet.Paragraph(Reason(say) + told + tail);
                Annexes(say, sheet, [("废止的行政规范性文件目录", ValidityEffect.Repeal, first)], on, sign);
                return;
            case 4:
                var both = say.Some(2);
                var words2 = $"{both[0].Words}予以废止，{both[1].Words}宣布失效。";
                say.Note(ValidityEffect.Repeal, both[0], on, words2);
                say.Note(ValidityEffect.Invalidate, both[1], on, words2);
                sheet.Paragraph(Reason(say) + "现决定如下。");
                sheet.Paragraph(words2);
                break;
            case 0:
                var named = say.Some(dice.Between(2, 4));
                var sentence = dice.Pick<string>(["经研究，市政府", "根据清理结果，市政府", "经市政府同意，"]) + $"决定废止{Endings.Join(dice, named)}。";
                foreach (var one in named) say.Note(ValidityEffect.Repeal, one, on, sentence);
                sheet.Paragraph(Reason(say) + sentence);
                break;
            case 1:
                var listed = say.Some(dice.Between(2, 5));
                sheet.Paragraph($"{Reason(say)}{dice.Pick<string>([$"经研究，下列文件予以{verb}：", $"市政府决定，下列文件予以{verb}：", $"市政府决定废止下列行政规范性文件：", $"现将以下{listed.Count}件文件予以废止："])}");
                Items(say, sheet, listed, ValidityEffect.Repeal, on, arabic: dice.Chance(0.5));
                break;
            case 2:
                var single = say.Some(1)[0];
                var words = dice.Pick<string>([$"决定对{single.Words}予以废止。", $"决定{single.Words}自{Days.Print(on, dice)}起{verb}。", $"市政府决定{single.Words}不再执行。"]);
                say.Note(ValidityEffect.Repeal, single, on, words);
                sheet.Paragraph(Reason(say) + words);
                break;
            default:
                var lists = new List<(string, ValidityEffect, List<Named>)> { ("废止的行政规范性文件目录", ValidityEffect.Repeal, say.Some(dice.Between(2, 6))) };
                sheet.Paragraph($"{Reason(say)}市政府决定，对{lists[0].Item3.Count}件行政规范性文件予以废止（目录见附件）。{tail}");
                Annexes(say, sheet, lists, on, sign);
                return;
        }
        if (tail.Length > 0) sheet.Paragraph(tail);
        sign();
    }

    /// <summary>关于公布行政规范性文件清理结果的通知.</summary>
    public static void Results(Saying say, Sheet sheet, Action sign)
    {
        var dice = say.Dice;
        var all = say.Some(dice.Between(4, 9), mayBeOutside: false).FindAll(n => n.Document is not null);
        var parts = new List<(string, ValidityEffect, List<Named>)>();
        foreach (var (words, effect) in new[] { (dice.Pick<string>(["继续有效", "继续有效", "保留"]), ValidityEffect.Continue), ("废止", ValidityEffect.Repeal), ("宣布失效", ValidityEffect.Invalidate) })
        {
            var count = Math.Min(all.Count, dice.Between(1, 3));
            if (count > 0) parts.Add((words, effect, all[..count]));
            all = all[count..];
        }
        if (parts.Count == 0) parts.Add(("废止", ValidityEffect.Repeal, [say.Outside()]));
        var on = say.Own.DatedOn;
        if (dice.Chance(0.5))
        {
            sheet.Paragraph($"{Reason(say)}现将清理结果通知如下。");
            for (var i = 0; i < parts.Count; i++)
            {
                sheet.Paragraph($"{Days.Count(i + 1)}、下列文件{(parts[i].Item2 is ValidityEffect.Repeal || parts[i].Item1 == "保留" ? "予以" : "")}{parts[i].Item1}：");
                Items(say, sheet, parts[i].Item3, parts[i].Item2, on, arabic: false, second: true);
            }
            sign();
            return;
        }
        if (all.Count > 0) parts.Add(("拟修改", ValidityEffect.Amend, all));
        sheet.Paragraph($"{Reason(say)}现将清理结果予以公布。凡宣布失效和废止的文件，自本通知印发之日起一律停止执行，不再作为行政管理的依据。");
        Annexes(say, sheet, parts.ConvertAll(p => (p.Item1 + dice.Pick<string>(["的行政规范性文件目录", "的文件目录", "的行政规范性文件清单"]), p.Item2, p.Item3)), on, sign);
    }

    private static (string Words, DateOnly On) Tail(Saying say, string self, string verb)
    {
        var (dice, on) = (say.Dice, say.Own.DatedOn);
        switch (dice.Below(4))
        {
            case 0: return ("", on);
            case 1:
                var until = $"凡{verb}的文件，自{self}印发之日起不再作为行政管理的依据。";
                return (until, on);
            case 2:
                var later = on.AddDays(dice.Between(1, 50));
                var from = $"{self}自{Days.Print(later, dice)}起施行。";
                say.Note(ValidityEffect.Commence, null, later, from);
                return (from, later);
            default:
                var now = $"{self}自{dice.Pick<string>(["公布", "印发", "发布"])}之日起{dice.Pick<string>(["施行", "生效"])}。";
                say.Note(ValidityEffect.Commence, null, on, now);
                return (now, on);
        }
    }

    private static string Reason(Saying say) => say.Dice.Pick<string>(
    [
        $"为深化{say.Speech.Matter()}改革，市政府对现行有效的行政规范性文件进行了全面清理。",
        "根据行政规范性文件清理工作安排，结合我市实际，",
        "为维护法制统一，对与上位法不一致、工作任务已经完成、不适应经济社会发展需要的文件作了清理。",
    ]);

    private static void Items(Saying say, Sheet sheet, List<Named> named, ValidityEffect effect, DateOnly on, bool arabic, bool second = false)
    {
        var marked = say.Dice.Chance(0.5);
        for (var i = 0; i < named.Count; i++)
        {
            var words = say.Listed(named[i], marked);
            var label = arabic ? string.Create(CultureInfo.InvariantCulture, $"{i + 1}．") : second ? $"（{Days.Count(i + 1)}）" : Days.Count(i + 1) + "、";
            if (effect is not ValidityEffect.Amend) say.Note(effect, named[i], on, words);
            sheet.Paragraph(label + words + (i == named.Count - 1 ? "。" : say.Dice.Pick<string>(["；", "；", ""])));
        }
    }

    private static void Annexes(Saying say, Sheet sheet, List<(string Title, ValidityEffect Effect, List<Named> Named)> lists, DateOnly on, Action sign)
    {
        for (var i = 0; i < lists.Count; i++)
            sheet.Paragraph((i == 0 ? "附件：" : "　　　") + (lists.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $"{i + 1}．") : "") + lists[i].Title);
        sign();
        var (tables, marked) = (say.Dice.Chance(0.6), say.Dice.Chance(0.3));
        for (var i = 0; i < lists.Count; i++)
        {
            sheet.Line("附件" + (lists.Count > 1 ? (i + 1).ToString(CultureInfo.InvariantCulture) : ""));
            sheet.Line(lists[i].Title);
            if (tables) Table(say, sheet, lists[i].Named, lists[i].Effect, on);
            else Items(say, sheet, lists[i].Named, lists[i].Effect, on, arabic: true);
        }

        void Table(Saying say, Sheet sheet, List<Named> named, ValidityEffect effect, DateOnly on)
        {
            var reason = effect is not ValidityEffect.Continue && say.Dice.Chance(0.6);
            var head = new List<string> { "序号", say.Dice.Pick<string>(["文件名称", "标题", "文件标题"]), say.Dice.Pick<string>(["文号", "发文字号"]) };
            if (reason) head.Add(effect switch { ValidityEffect.Repeal => "废止理由", ValidityEffect.Invalidate => "失效理由", _ => "修改内容" });
            var terms = effect is ValidityEffect.Continue && say.Dice.Chance(0.4);
            if (terms) head.Add(say.Dice.Pick<string>(["有效期至", "有效期截止日期"]));
            List<IReadOnlyList<string>> rows = [head];
            for (var i = 0; i < named.Count; i++)
            {
                var (title, number) = named[i].Document is { } known ? (known.IsOrder ? known.Issued! : known.Issuer + known.Title, known.Number) : (named[i].Words, named[i].Target);
                if (named[i].Document is null) (title, number) = named[i].Words.Split('（') is [var only, var inner] ? (only.Trim('《', '》'), inner.TrimEnd('）')) : (named[i].Words, "");
                if (marked && named[i].Document is not null) title = $"《{title.Replace('《', '〈').Replace('》', '〉')}》";
                List<string> row = [(i + 1).ToString(CultureInfo.InvariantCulture), title, number];
                if (reason) row.Add(Why(say));
                DateOnly? until = terms ? new(on.Year + say.Dice.Between(1, 4), say.Dice.Pick<int>([6, 12]), 30) : null;
                if (until is { } last) row.Add(Days.Plain(last));
                rows.Add(row);
                if (effect is not ValidityEffect.Amend) say.Note(effect, named[i], on, title + number, until);
            }
            sheet.Grid(rows);
        }
    }

    private static string Why(Saying say) => say.Dice.Below(5) switch
    {
        0 => $"已被{say.Outside().Words}代替",
        1 => "工作任务已完成",
        2 => "适用期已过",
        3 => $"与《{say.Speech.Matter()}条例》不一致",
        _ => say.Some(1, mayBeOutside: false) is [{ Document: { } newer }] ? $"已被《{newer.Issuer}{newer.Title.Replace('《', '〈').Replace('》', '〉')}》（{newer.Number}）取代" : "调整对象已消失",
    };
}
