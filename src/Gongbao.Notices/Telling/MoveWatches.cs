using Gongbao.Contracts.Notices;
using Gongbao.Notices.Ladders;
using Gongbao.Notices.Storage;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Notices.Telling;

/// <summary>Moves many watches to one new day (批量改期), in the unit that moved what they are about: those on one ladder have one next instant and are moved by set.</summary>
internal sealed class MoveWatches(NoticeRules rules, CityDeclarations city, LadderSignal signal) : IReceive<WatchesMoved>
{
    private const int AtOnce = 500;

    public async Task ReceiveAsync(WatchesMoved fact, UnitOfWork unit, CancellationToken stop)
    {
        await Turn.ShareAsync(unit, stop);
        var watches = unit.Db<NoticesDb>().Watches;
        foreach (var causes in fact.Causes.Chunk(AtOnce))
        {
            var some = watches.Where(w => causes.Contains(w.Key) && w.Kind == WatchKind.Days && w.State != WatchState.Ended && w.DueOn != fact.DueOn);
            foreach (var ladder in await some.Select(w => w.Ladder).Distinct().ToListAsync(stop))
            {
                var like = new Watch
                {
                    Id = default, Key = "", Cause = "", Kind = WatchKind.Days, Ladder = ladder, Subject = "", Address = "", Units = "", DueOn = fact.DueOn, BegunAt = unit.LegalAt, Rules = "",
                };
                Climb.Place(like, rules, city.Calendar);
                await some.Where(w => w.Ladder == ladder).ExecuteUpdateAsync(
                    w => w.SetProperty(x => x.DueOn, like.DueOn).SetProperty(x => x.BegunAt, like.BegunAt).SetProperty(x => x.Reached, like.Reached).SetProperty(x => x.State, WatchState.Open)
                        .SetProperty(x => x.NextAt, like.NextAt).SetProperty(x => x.TellingAt, like.TellingAt).SetProperty(x => x.ToldTo, like.ToldTo).SetProperty(x => x.Rules, like.Rules), stop);
            }
        }
        unit.AfterCommit(signal.Wake);
    }
}
