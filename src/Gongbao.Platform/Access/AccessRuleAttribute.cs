namespace Gongbao.Platform.Access;

/// <summary>
/// Who may reach a page or an endpoint (访问规则). Every route carries exactly one in force; a route without one is refused to everybody.
/// Where a group and its endpoint both carry one, the endpoint's holds.
/// </summary>
/// <remarks>On a Razor page it is an attribute (<c>@attribute [Verb("gazette.review")]</c>), on an endpoint an extension (<c>.RequireVerb("gazette.review")</c>).</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public abstract class AccessRuleAttribute : Attribute
{
    private protected AccessRuleAttribute()
    {
    }
}

/// <summary>Open to everybody, signed in or not (公开).</summary>
public sealed class PublicAttribute : AccessRuleAttribute
{
    public override string ToString() => "public";
}

/// <summary>Open to whoever is signed in, whatever the role: one's own account (本人).</summary>
public sealed class SignedInAttribute : AccessRuleAttribute
{
    public override string ToString() => "signed-in";
}

/// <summary>
/// Open to actors one of whose roles gives the verb in some scope. Whether the scope covers the thing acted on is asked where the thing is known,
/// by <see cref="Actor.May(string, AccessTarget)"/>.
/// </summary>
/// <param name="verb">A declared verb, <c>room.act</c>.</param>
public sealed class VerbAttribute(string verb) : AccessRuleAttribute
{
    /// <summary>The declared verb, <c>room.act</c>.</summary>
    public string Verb { get; } = verb;

    public override string ToString() => Verb;
}
