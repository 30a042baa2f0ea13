using Gongbao.Kernel.Predicates;
using Gongbao.Kernel.Time;
using Gongbao.Platform.City.Shapes;

namespace Gongbao.Platform.City;

/// <summary>A room's closer look at a section whose shape is sound (深入检查): what else the city declares, and where mistakes are told.</summary>
public sealed class Examination
{
    private readonly IReadOnlyDictionary<string, DeclaredMap> _sections;
    private readonly ShapeCheck _check;

    internal Examination(IReadOnlyDictionary<string, DeclaredMap> sections, ShapeCheck check, WorkCalendar? calendar) => (_sections, _check, Calendar) = (sections, check, calendar);

    /// <summary>The city's calendar; null where it may have a mistake, so that no day can be reckoned.</summary>
    public WorkCalendar? Calendar { get; }

    /// <summary>Another section; an empty map where nothing is declared or it has a mistake.</summary>
    public DeclaredMap Section(string name) => _sections.GetValueOrDefault(name) ?? new(default, []);

    /// <summary>Ids of the things in a section, also where the section has a mistake elsewhere.</summary>
    public IReadOnlyCollection<string> IdsOf(string section) => _check.IdsOf(section) ?? [];

    /// <summary>Tells a mistake.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="cause">A whole Chinese sentence that says what is wrong.</param>
    /// <param name="mend">A whole Chinese sentence that says what to do.</param>
    public void Report(Place place, string cause, string mend) => _check.Report(place, cause, mend);

    /// <summary>Tells a name that is not known, with the one that was probably meant.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="cause">A whole Chinese sentence.</param>
    /// <param name="written">The name.</param>
    /// <param name="known">Those that are known.</param>
    public void Unknown(Place place, string cause, string written, IReadOnlyCollection<string> known) =>
        Report(place, cause, Spelling.Mend(written, known, known.Count > 0 ? $"可用的有：{string.Join("、", known.Take(20))}。" : "这里还没有声明过，请先声明它，或者删去这一处。"));

    /// <summary>Reads a rule.</summary>
    /// <param name="rule">As declared.</param>
    /// <param name="fields">Fields that it may ask about.</param>
    /// <returns>Null where it has a mistake, which is told.</returns>
    public Predicate? Rule(DeclaredNode rule, IEnumerable<PredicateField> fields)
    {
        var reading = PredicateParser.Parse(RuleShape.Written(rule), fields);
        foreach (var problem in reading.Problems) Report(new(problem.Place.File, problem.Place.Line, problem.Place.Column), problem.Cause, problem.Mend);
        return reading.Predicate;
    }
}
