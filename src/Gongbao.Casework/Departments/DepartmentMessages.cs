namespace Gongbao.Casework.Departments;

/// <summary>
/// What a department's own system is asked to do (交办报文): an item of a case, with the fields that the item declares and no other. Sent again until it is taken; the id
/// stays the same, so that the other side can drop what it has.
/// </summary>
/// <param name="Id">Of the message.</param>
/// <param name="Case">The case's reference.</param>
/// <param name="Item">The item's id.</param>
/// <param name="Sequence">From 1, by case and item: the order in which messages count.</param>
/// <param name="Fields">Answers by field, only those that the item declares.</param>
/// <param name="Evidence">Evidence that is there, by id.</param>
/// <param name="DueOn">The last day for it, Beijing date; null where no clock runs.</param>
internal sealed record DepartmentRequest(Guid Id, string Case, string Item, int Sequence, IReadOnlyDictionary<string, string> Fields, IReadOnlyList<string> Evidence, DateOnly? DueOn);

/// <summary>What a department's system answers (回传报文).</summary>
internal enum DepartmentAnswer
{
    /// <summary>受理.</summary>
    Accepted,

    /// <summary>Something is missing (需要补正).</summary>
    Deficient,

    /// <summary>Nothing is missing (初审无缺).</summary>
    Looked,

    /// <summary>办结.</summary>
    Ended,
}

/// <param name="Id">Of the message; the same where it is sent again.</param>
/// <param name="Case">The case's reference.</param>
/// <param name="Item">The item's id.</param>
/// <param name="Sequence">From 1, by case and item, without gaps.</param>
/// <param name="Answer">What it says.</param>
/// <param name="Deficiencies">What is missing, by id; empty for other answers.</param>
/// <param name="Outcome">How the item ended; null for other answers.</param>
internal sealed record DepartmentResult(Guid Id, string Case, string Item, int Sequence, DepartmentAnswer Answer, IReadOnlyList<string> Deficiencies, string? Outcome);
