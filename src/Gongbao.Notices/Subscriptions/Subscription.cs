using Gongbao.Platform.Access.Fields;

namespace Gongbao.Notices.Subscriptions;

/// <summary>Somebody without an account follows something by mail (订阅). Nothing is kept of the person but the sealed address.</summary>
internal sealed class Subscription
{
    public static ProtectedField EmailField { get; } = new("notice_subscription", "sealed_email", FieldClass.Personal, MaskKind.Email, IsSearchable: true);

    public required Guid Id { get; init; }

    /// <summary>What is followed, as <c>IFollowed</c> names it.</summary>
    public required string Target { get; init; }

    /// <summary>As people call it.</summary>
    public required string Name { get; init; }

    /// <summary>The page that shows it.</summary>
    public required string Address { get; init; }

    public required string SealedEmail { get; init; }

    /// <summary>Blind mark of the address.</summary>
    public required string EmailMark { get; init; }

    /// <summary>Real instant at which it was last asked for.</summary>
    public required DateTimeOffset AskedAt { get; set; }

    /// <summary>Real instant at which the owner of the address said yes (确认); null before, and then nothing but the question is sent.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>Whose value the address is: erasing it erases the address.</summary>
    public string Subject => SubjectOf(Id);

    public static string SubjectOf(Guid id) => $"subscription:{id:N}";
}
