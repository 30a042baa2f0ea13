using Gongbao.Gazette.Generating.Words;

namespace Gongbao.Gazette.Generating.Composing;

/// <summary>Grows the clauses of a plan: a random tree, its headings and texts made by the speech.</summary>
internal static class Trees
{
    public static List<Clause> Plan(Letter letter, int chapters)
    {
        var plan = new List<Clause>();
        for (var i = 0; i < chapters; i++) plan.Add(Chapter(letter));
        return plan;
    }

    private static Clause Chapter(Letter letter)
    {
        var dice = letter.Dice;
        var speech = letter.Speech;
        var chapter = new Clause(1, Short(speech, 14), "");
        switch (dice.Below(8))
        {
            case 0: return chapter with { Text = speech.Passage(dice.Between(1, 4)) };
            case 1:
                for (var i = dice.Between(2, 5); i > 0; i--) chapter.Below.Add(new Clause(2, speech.Item(), "", Item: true));
                return chapter;
            case 2 when letter.Setting.Has(Defects.SkippedLevels):
                for (var i = dice.Between(2, 5); i > 0; i--) chapter.Below.Add(new Clause(3, Short(speech, 12), speech.Passage(dice.Between(1, 3))));
                return chapter;
            default:
                for (var i = dice.Between(2, 6); i > 0; i--) chapter.Below.Add(Section(letter));
                return chapter;
        }
    }

    private static Clause Section(Letter letter)
    {
        var dice = letter.Dice;
        var speech = letter.Speech;
        var runIn = letter.Setting.Has(Defects.RunInHeadings);
        var heading = runIn && dice.Chance(0.2) ? speech.LongHeading() : Short(speech, 12);
        var deep = dice.Chance(0.2);
        var section = new Clause(2, heading, deep && dice.Chance(0.5) ? "" : speech.Passage(dice.Between(1, 5)));
        if (!deep) return section;
        for (var i = dice.Between(2, 5); i > 0; i--)
        {
            var point = new Clause(3, Short(speech, 12), speech.Passage(dice.Between(1, 3)));
            if (dice.Chance(0.15))
                for (var k = dice.Between(2, 3); k > 0; k--) point.Below.Add(new Clause(4, Short(speech, 12), speech.Sentence()));
            section.Below.Add(point);
        }
        return section;
    }

    /// <summary>A heading short enough to leave its line visibly unfilled when it stands alone.</summary>
    public static string Short(Speech speech, int length)
    {
        for (; ; )
        {
            var heading = speech.Heading();
            if (heading.Length <= length) return heading;
        }
    }
}
