namespace Gongbao.Contracts.Notices;

/// <summary>
/// Something is owed by a day, or waits for an answer: from now on people are told of it rung by rung (告知阶梯). An answer keeps later rungs from being climbed; a rung that fell due
/// is told to all who stand on it, also where one answers while the others are still being told. Published again for the same cause it
/// takes the place of what was said before: what was sent stays sent, rungs that are not due yet follow the new day, and a rung that was sent for
/// the old day may be sent anew for the new one. A ladder of days asks for <see cref="DueOn"/>, a ladder of answers for <see cref="Since"/>.
/// </summary>
/// <param name="Cause">What it is about: <c>obligation:</c> and an id, at most 100 characters; one watch a cause.</param>
/// <param name="Ladder">Id of a declared ladder.</param>
/// <param name="Subject">One line of Chinese, at most 200 characters, without personal data.</param>
/// <param name="Clause">What orders it, as <c>ClauseRef</c> prints it; null where nothing does.</param>
/// <param name="Address">The page on which it is seen and done, a path on this site.</param>
/// <param name="DueOn">The last day on which it is in time, Beijing date, inclusive; null for a ladder of answers.</param>
/// <param name="Since">The legal instant from which an answer is waited for; null for a ladder of days.</param>
/// <param name="Units">Directory ids of the units that owe it.</param>
/// <param name="Verb">What those must be allowed to do who are told as the owing unit's people.</param>
public sealed record WatchBegun(
    string Cause, string Ladder, string Subject, string? Clause, string Address, DateOnly? DueOn, DateTimeOffset? Since, IReadOnlyList<string> Units, string Verb);

/// <summary>
/// What is owed by a day is owed by another one now, for many causes at once: rungs that are not due yet follow it, as where <see cref="WatchBegun"/> is published again.
/// Causes without a watch of days, and those that ended, are left.
/// </summary>
/// <param name="Causes">As in <see cref="WatchBegun"/>.</param>
/// <param name="DueOn">The last day from now on, Beijing date, inclusive.</param>
public sealed record WatchesMoved(IReadOnlyList<string> Causes, DateOnly DueOn);

/// <summary>Nothing is owed any more: rungs that are not due yet are not climbed. What was sent stays. Without a watch of this cause it does nothing.</summary>
/// <param name="Cause">As in <see cref="WatchBegun"/>.</param>
/// <param name="Reason">Why, one line of Chinese without personal data, at most 200 characters.</param>
public sealed record WatchEnded(string Cause, string Reason);

/// <summary>
/// People are told one thing, once (一次性告知). Either <see cref="Account"/> is told, or of each of <see cref="Units"/> those who may do
/// <see cref="Verb"/>; with no units, those who may in the whole city: an office of the city's, not the people of its units. Whoever wants these names the units.
/// </summary>
/// <param name="Cause">What it is about, at most 100 characters; several may be told of one cause.</param>
/// <param name="Subject">One line of Chinese, at most 200 characters, without personal data.</param>
/// <param name="Text">What is said, Chinese, at most 2000 characters, without personal data; null where the subject says it.</param>
/// <param name="Address">The page on which it is seen, a path on this site.</param>
/// <param name="Clause">What it rests on, as <c>ClauseRef</c> prints it; null where nothing does.</param>
/// <param name="Units">Directory ids of units; empty for one account, or for those who may in the whole city.</param>
/// <param name="Verb">What those must be allowed to do who are told; null for one account.</param>
/// <param name="Account">Id of the one account that is told; null where units or the city are.</param>
/// <param name="IsUrgent">True where quiet hours and the day's digest do not hold it back.</param>
public sealed record Tell(
    string Cause, string Subject, string? Text, string Address, string? Clause, IReadOnlyList<string> Units, string? Verb, Guid? Account, bool IsUrgent);

/// <summary>Somebody who was told of something said so (知道了): on the page, by a program or by the link in a message. Published by the notices, once a message.</summary>
/// <param name="Cause">What it was about, as in <see cref="WatchBegun"/> or <see cref="Tell"/>.</param>
/// <param name="Unit">Directory id of the unit for which the person was told; null for the city, or for one account.</param>
/// <param name="Account">Who said so.</param>
/// <param name="People">As whom the person was told: id of the declared people; null for what is told once.</param>
public sealed record Acknowledged(string Cause, string? Unit, Guid Account, string? People);
