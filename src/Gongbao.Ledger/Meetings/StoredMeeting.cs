using Gongbao.Platform.Store;

namespace Gongbao.Ledger.Meetings;

/// <summary>The part of a member in the team of a programme.</summary>
internal enum TeamRole
{
    /// <summary>组长</summary>
    Head,

    /// <summary>副组长</summary>
    Deputy,

    /// <summary>成员</summary>
    Member,
}

/// <summary>A member of the team of a programme (专班): a post of a unit, never a person's name.</summary>
internal sealed class StoredTeamMember
{
    public required Guid Id { get; init; }

    public required Guid ProgrammeId { get; init; }

    /// <summary>Directory id of the unit.</summary>
    public required string Unit { get; init; }

    /// <summary>The post, as 分管副局长.</summary>
    public required string Post { get; init; }

    public required TeamRole Role { get; init; }

    /// <summary>What the member answers for (专责); null where nothing is said.</summary>
    public required string? Duty { get; init; }

    public required DateOnly JoinedOn { get; init; }

    public required string AddedBy { get; init; }

    /// <summary>The legal day on which it left the team; null while it is in it.</summary>
    public DateOnly? LeftOn { get; set; }

    public string? RemovedBy { get; set; }
}

/// <summary>A joint meeting of a programme (联席会议) with its minutes. It is recorded once; what is decided later is another meeting.</summary>
internal sealed class StoredMeeting : IRevised
{
    public required Guid Id { get; init; }

    public required Guid ProgrammeId { get; init; }

    /// <summary>第几次, from 1 in each programme.</summary>
    public required int Number { get; init; }

    public required DateOnly HeldOn { get; init; }

    /// <summary>Where; null where nothing is said.</summary>
    public required string? Where { get; init; }

    /// <summary>The post that chaired it, as 市政府副秘书长.</summary>
    public required string Chair { get; init; }

    public required string Subject { get; init; }

    /// <summary>What was said (会议纪要).</summary>
    public required string Minutes { get; init; }

    public required string RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>How many resolutions it has.</summary>
    public int Resolutions { get; set; }

    public long Revision { get; private set; }
}

/// <summary>A unit that attended a meeting.</summary>
internal sealed class StoredAttendance
{
    public required Guid MeetingId { get; init; }

    /// <summary>Directory id of the unit.</summary>
    public required string Unit { get; init; }
}

/// <summary>A resolution of a meeting (议定事项), which became an obligation of the programme.</summary>
internal sealed class StoredResolution
{
    public required Guid Id { get; init; }

    public required Guid MeetingId { get; init; }

    /// <summary>Its number in the minutes, from 1.</summary>
    public required int Number { get; init; }

    public required string Text { get; init; }

    /// <summary>The obligation that it became; null for a resolution that orders nobody to do anything.</summary>
    public required Guid? ObligationId { get; init; }
}
