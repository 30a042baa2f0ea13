namespace Gongbao.Gazette.Generating.Words;

/// <summary>Makes sentences and headings of official prose from the banks; no sentence and no heading comes twice in one document.</summary>
internal sealed class Speech(Dice dice)
{
    private readonly HashSet<string> _said = [];

    /// <summary>One sentence, its full stop included.</summary>
    public string Sentence() => Fresh(() => Plain() + "。");

    /// <summary>Several sentences.</summary>
    public string Passage(int sentences) => string.Concat(Enumerable.Range(0, sentences).Select(_ => Sentence()));

    /// <summary>A heading of 6 to 14 characters, without a stop.</summary>
    public string Heading() => Fresh(() => dice.Below(5) switch
    {
        0 => $"{Verb()}{Matter()}工作",
        1 => $"{Verb()}{Thing()}",
        2 => $"{Verb()}{Matter()}和{Matter()}",
        3 => $"{Acts()}{Matter()}行动",
        _ => $"{Verb()}{dice.Pick(Banks.Places)}{Matter()}",
    });

    /// <summary>A heading of two halves or of more than a line.</summary>
    public string LongHeading() => Fresh(() => dice.Below(2) switch
    {
        0 => $"{Verb()}{Thing()}，{dice.Pick(Banks.Aims)}",
        _ => $"{Verb()}{Matter()}、{Matter()}和{Matter()}服务保障体系",
    });

    /// <summary>A member of a list, its semicolon left to the caller.</summary>
    public string Item() => Fresh(() => dice.Below(3) switch
    {
        0 => $"{dice.Pick(Banks.Places)}的{Thing()}",
        1 => $"{dice.Pick(Banks.Actors)}、{dice.Pick(Banks.Actors)}承担的{Matter()}项目",
        _ => $"纳入年度计划的{Thing()}和{Thing()}",
    });

    public string Matter() => dice.Pick(Banks.Matters);

    public string Thing() => dice.Pick(Banks.Things);

    public string Person() => Fresh(() => dice.Pick(Banks.Surnames) + dice.Pick(Banks.GivenNames));

    public string Fresh(Func<string> say)
    {
        for (var i = 0; i < 40; i++)
        {
            var words = say();
            if (_said.Add(words)) return words;
        }
        throw new InvalidOperationException("the banks are too small for a document of this size");
    }

    private string Two(string[] bank, char between) => string.Join(between, dice.Some(bank, 2));

    private string Verb() => dice.Pick(Banks.Verbs);

    private string Acts() => dice.Pick(Banks.Acts);

    private string Plain() => dice.Below(12) switch
    {
        0 => $"{Verb()}{Thing()}，{Acts()}{dice.Pick(Banks.Events)}，{dice.Pick(Banks.Aims)}",
        1 => $"围绕{Matter()}、{Matter()}等重点，{Verb()}{Thing()}，{dice.Pick(Banks.Aims)}",
        2 => $"坚持{dice.Pick(Banks.Principles)}，把{Thing()}纳入{Matter()}统一安排，{dice.Pick(Banks.Aims)}",
        3 => $"对{dice.Pick(Banks.Places)}{Thing()}中的薄弱环节，采取{Two(Banks.Ways, '、')}等方式逐项整改",
        4 => $"建立{Matter()}会商制度，实行{dice.Pick(Banks.Practices)}，{dice.Pick(Banks.Aims)}",
        5 => $"以{Thing()}为抓手，{Verb()}{Thing()}和{Thing()}",
        6 => $"支持{dice.Pick(Banks.Actors)}参与{Matter()}，鼓励{dice.Pick(Banks.Actors)}通过{dice.Pick(Banks.Ways)}{Verb()}{Thing()}",
        7 => $"推行“{dice.Pick(Banks.Slogans)}”做法，{Verb()}{Thing()}，{dice.Pick(Banks.Aims)}",
        8 => $"新建和改造{dice.Between(6, 480)}个{dice.Pick(Banks.Facilities)}，覆盖率达到{dice.Between(60, 98)}%，优先安排{dice.Pick(Banks.Places)}",
        9 => $"全年组织{dice.Pick(Banks.Events)}不少于{dice.Between(2, 12)}次，参加人员覆盖{Two(Banks.Actors, '和')}",
        10 => $"{Verb()}{Thing()}（含{dice.Pick(Banks.Places)}），对{Matter()}领域反映集中的问题，由{dice.Pick(Banks.Actors)}会同{dice.Pick(Banks.Actors)}提出改进意见",
        _ => $"{dice.Pick(Banks.Places)}要结合实际{Verb()}{Thing()}，{Acts()}{dice.Pick(Banks.Events)}，有条件的可先行试点{Matter()}",
    };
}
