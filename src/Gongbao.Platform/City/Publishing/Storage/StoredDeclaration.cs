using Gongbao.Platform.Store;

namespace Gongbao.Platform.City.Publishing.Storage;

/// <summary>The content of one declaration, stored once for ever: a case that began under it can always read it.</summary>
internal sealed class StoredDeclaration
{
    /// <summary>SHA-256 of the JSON; the identity.</summary>
    public required string Hash { get; init; }

    /// <summary>Canonical JSON, as <see cref="DeclarationVersion.Json"/>.</summary>
    public required string Json { get; init; }
}

/// <summary>From an instant on, a section or a thing in it is declared so. Never changed: a later one overtakes it.</summary>
internal sealed class Publication
{
    public required Guid Id { get; init; }

    /// <summary>Which act of publishing it was, from 1: of two that take effect together the later act counts, and a clock may stand still.</summary>
    public required long Act { get; init; }

    public required string Section { get; init; }

    /// <summary>Id of the thing; empty where the section is one declaration.</summary>
    public required string Thing { get; init; }

    /// <summary>The content; null where the thing is withdrawn.</summary>
    public required string? Hash { get; init; }

    /// <summary>Legal instant from which it counts, inclusive.</summary>
    public required DateTimeOffset EffectiveAt { get; init; }

    /// <summary>Legal instant of the act.</summary>
    public required DateTimeOffset PublishedAt { get; init; }
}

/// <summary>One act of publishing (发布): what came of it stands in <see cref="Publication"/>.</summary>
internal sealed class PublishingAct
{
    /// <summary>From 1, as <see cref="Publication.Act"/>.</summary>
    public required long Number { get; init; }

    /// <summary>The hash of all declarations of the city as they were published.</summary>
    public required string City { get; init; }

    /// <summary>Who published, as the journal names it.</summary>
    public required string By { get; init; }

    /// <summary>For whom; null where the actor acted for itself.</summary>
    public required string? OnBehalfOf { get; init; }

    /// <summary>The operating system's user who ran the command; null where it was done on a page or by the program itself.</summary>
    public required string? SystemUser { get; init; }

    public required string Reason { get; init; }

    /// <summary>How many declarations were new or changed.</summary>
    public required int Published { get; init; }

    /// <summary>How many were withdrawn.</summary>
    public required int Withdrawn { get; init; }

    /// <summary>Legal instant from which it counts, inclusive.</summary>
    public required DateTimeOffset EffectiveAt { get; init; }

    /// <summary>Legal instant of the act.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Real instant of the act.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>The one row that a running program compares: while its revision stands, what is published is what it knows.</summary>
internal sealed class PublishedState : IRevised
{
    public const int TheOne = 1;

    public required int Id { get; init; }

    /// <summary>Folder name of the city whose declarations are kept here.</summary>
    public required string City { get; init; }

    /// <summary>Legal instant of the last act of publishing.</summary>
    public required DateTimeOffset PublishedAt { get; set; }

    public long Revision { get; private set; }
}
