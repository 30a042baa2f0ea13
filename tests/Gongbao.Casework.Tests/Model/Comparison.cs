using Gongbao.Casework.Running;
using Gongbao.Kernel.Time;

namespace Gongbao.Casework.Tests.Model;

/// <summary>Whether engine and model see the same case.</summary>
internal static class Comparison
{
    /// <returns>The first difference in words; null where there is none.</returns>
    public static string? Of(CaseModel model, CaseState state, ModelCalendar calendar, WorkCalendar forEngine)
    {
        if (model.Phase != state.Phase) return $"case: model {model.Phase}, engine {state.Phase}";
        if (model.Outcome != state.Outcome) return $"case outcome: model {model.Outcome}, engine {state.Outcome}";
        if (model.Evidence.Count != state.Evidence.Count || !model.Evidence.Keys.All(state.Evidence.Contains)) return $"evidence: model {string.Join(' ', model.Evidence.Keys)}, engine {string.Join(' ', state.Evidence)}";
        if (!state.Commitments.SetEquals(model.Commitments)) return $"commitments: model {string.Join(' ', model.Commitments)}, engine {string.Join(' ', state.Commitments)}";
        if (model.Items.Count != state.Items.Count) return $"items: model {string.Join(' ', model.Items.Keys)}, engine {string.Join(' ', state.Items.Keys)}";
        foreach (var (id, item) in model.Items)
            if (OfItem(item, state.Items[id], calendar, forEngine) is { } difference) return $"{id} {difference}";
        return null;
    }

    private static string? OfItem(ModelItem model, ItemState engine, ModelCalendar calendar, WorkCalendar forEngine)
    {
        if (model.Phase != engine.Phase) return $"phase: model {model.Phase}, engine {engine.Phase}";
        if (model.Outcome != engine.Outcome) return $"outcome: model {model.Outcome}, engine {engine.Outcome}";
        if (model.Stage != engine.Stage && !model.IsOver) return $"stage: model {model.Stage}, engine {engine.Stage}";
        if (model.Notices != engine.Notices) return $"notices: model {model.Notices}, engine {engine.Notices}";
        if ((model.Corrections, model.Reissues) != (engine.Corrections, engine.Reissues)) return $"corrections: model {model.Corrections} {model.Reissues}, engine {engine.Corrections} {engine.Reissues}";
        if (model.IsLooked != engine.IsLooked) return $"looked: model {model.IsLooked}, engine {engine.IsLooked}";
        if (!engine.Told.SetEquals(model.Told)) return $"told: model {string.Join(' ', model.Told)}, engine {string.Join(' ', engine.Told)}";
        if (!engine.Noted.SetEquals(model.Noted)) return $"noted: model {string.Join(' ', model.Noted)}, engine {string.Join(' ', engine.Noted)}";
        if (model.Phase == ItemPhase.Deficient && model.Before != engine.Before) return $"before: model {model.Before}, engine {engine.Before}";
        if (!engine.DoneBy.SequenceEqual(model.DoneBy)) return $"done by: model {string.Join(' ', model.DoneBy)}, engine {string.Join(' ', engine.DoneBy)}";
        foreach (var evidence in model.Following.Keys.Union(engine.Following.Keys))
            if (OfClock(model.Following.GetValueOrDefault(evidence), engine.Following.GetValueOrDefault(evidence), calendar, forEngine) is { } difference) return $"{evidence} {difference}";
        if (model.Declared.Clocks.FirstOrDefault(c => model.Clocks.GetValueOrDefault(c.Id) is { Runs: true } runs && runs.IsExpired != engine.Expired.Contains(c.Id)) is { } expired) return $"{expired.Id} expired: model {model.Clocks[expired.Id].IsExpired}";
        foreach (var clock in model.Declared.Clocks)
            if (OfClock(model.Clocks.GetValueOrDefault(clock.Id), engine.Clocks.GetValueOrDefault(clock.Id), calendar, forEngine) is { } difference) return $"{clock.Id} {difference}";
        foreach (var inquiry in model.Declared.Inquiries)
            if (OfClock(model.Inquiries.GetValueOrDefault(inquiry.Id), engine.Inquiries.GetValueOrDefault(inquiry.Id), calendar, forEngine) is { } difference) return $"{inquiry.Id} {difference}";
        return null;
    }

    private static string? OfClock(ModelClock? model, Clock? engine, ModelCalendar calendar, WorkCalendar forEngine)
    {
        if (model is null || engine is null) return (model is null) == (engine is null) ? null : $"clock: model {(model is null ? "none" : "runs")}, engine {(engine is null ? "none" : "runs")}";
        if (model.StoppedAt != engine.StoppedAt) return $"stopped: model {model.StoppedAt:MM-dd HH:mm}, engine {engine.StoppedAt:MM-dd HH:mm}";
        if (!model.Runs) return null;
        if (model.IsPaused != engine.IsPaused) return $"paused: model {model.IsPaused}, engine {engine.IsPaused}";
        var (expected, actual) = (model.EndsAt(calendar), engine.DueBy(forEngine).EndsAt);
        return expected == actual ? null : $"ends: model {expected:MM-dd HH:mm}, engine {actual:MM-dd HH:mm}";
    }
}
