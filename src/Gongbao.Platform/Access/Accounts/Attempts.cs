using Gongbao.Kernel.Results;
using Gongbao.Platform.Access.Declarations;
using Gongbao.Platform.Access.Storage;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Gongbao.Platform.Access.Accounts;

/// <summary>
/// Counts attempts to give a password or a code (登录失败处理). An attempt is counted before it is judged and taken back when it was right:
/// however many come at once, no more than the declared number is ever judged.
/// </summary>
internal sealed partial class Attempts(Writer writer, AccessDeclarations declared, ILogger<Attempts> log)
{
    /// <returns>Refused while locked: <c>access.locked</c>.</returns>
    public Task<Result<bool>> CountAsync(Guid account, CancellationToken stop) =>
        writer.DoAsync<bool>(new Act(new(Account.SubjectOf(account)), "access.attempt", Account.SubjectOf(account)), async (unit, unitStop) =>
        {
            var rule = declared.Lockout;
            var row = await unit.Db<AccessDb>().Accounts.SingleAsync(a => a.Id == account, unitStop);
            if (row.IsLockedAt(unit.At)) return AccountRefusals.Locked(rule.Minutes);
            row.LockedUntil = null;
            row.FailedAttempts++;
            if (row.FailedAttempts < rule.Attempts) return true;
            (row.FailedAttempts, row.LockedUntil) = (0, unit.At.AddMinutes(rule.Minutes));
            unit.Record(new Act(unit.Act.By, "access.lock", unit.Act.Subject));
            LogLocked(account, rule.Minutes);
            return true;
        }, stop);

    /// <summary>Inside the unit that accepts: the attempt was right.</summary>
    public static void TakeBack(Account account) => (account.FailedAttempts, account.LockedUntil) = (0, null);

    /// <summary>Puts a wrong attempt into the journal.</summary>
    public Task<Result<bool>> RefuseAsync(ActorId by, string subject, string verb, Refusal refusal, CancellationToken stop) =>
        writer.DoAsync<bool>(new Act(by, verb, subject), (_, _) => Task.FromResult<Result<bool>>(refusal), stop);

    [LoggerMessage(1201, LogLevel.Warning, "Account {Account} reached its last attempt and is locked for {Minutes} minutes unless it was right")]
    private partial void LogLocked(Guid account, int minutes);
}
