using Gongbao.Casework.Declarations;
using Gongbao.Casework.Running;
using Gongbao.Platform.Access.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Casework.Storage;

/// <summary>Reads a case as it stands, with the answers that its rules ask about opened for them.</summary>
internal sealed class ReadCase(CaseworkDb db, SealedFacts facts, ICaseDeclarations declarations)
{
    /// <summary>Reads beside the writer's lanes. The connection of the rows is given back before that of the keys is asked for: many who held one and waited for a second would wait for ever.</summary>
    public static async Task<OpenCase?> FindAsync(IServiceScopeFactory scopes, Guid id, CancellationToken stop)
    {
        StoredRows? rows;
        await using (var scope = scopes.CreateAsyncScope()) rows = await scope.ServiceProvider.GetRequiredService<ReadCase>().RowsAsync(id, stop);
        if (rows is null) return null;
        await using var keys = scopes.CreateAsyncScope();
        return await keys.ServiceProvider.GetRequiredService<ReadCase>().OpenAsync(rows, stop);
    }

    /// <returns>Null where there is no such case.</returns>
    public async Task<OpenCase?> FindAsync(Guid id, CancellationToken stop) => await RowsAsync(id, stop) is { } rows ? await OpenAsync(rows, stop) : null;

    /// <summary>The rows, all of one moment.</summary>
    /// <exception cref="InvalidOperationException">The version under which the case runs is not known to this program.</exception>
    private async Task<StoredRows?> RowsAsync(Guid id, CancellationToken stop)
    {
        await using var moment = await db.AtOneMomentAsync(stop);
        if (await db.Cases.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, stop) is not { } stored) return null;
        var items = await db.Items.AsNoTracking().Where(i => i.CaseId == id).ToListAsync(stop);
        var declaration = declarations.Of(stored.Declaration, stored.Version)
            ?? throw new InvalidOperationException($"Version {stored.Version} of {stored.Declaration} is not known, under which case {id:N} runs.");
        // The rules of the version to which it may be moved ask as well.
        var later = declarations.Current(stored.Declaration) is { } current ? FormAnswers.NeededByRules(current) : FormAnswers.NeededByRules(declaration);
        var needed = FormAnswers.NeededByRules(declaration).Union(later).Where(f => declaration.Field(f) is { Group: null }).ToArray();
        return new(stored, items, declaration, needed.Length == 0 ? [] : await db.Answers.AsNoTracking().Where(a => a.CaseId == id && needed.Contains(a.Field) && a.Place == 0).ToListAsync(stop));
    }

    private async Task<OpenCase> OpenAsync(StoredRows rows, CancellationToken stop)
    {
        var (stored, items, declaration, kept) = rows;
        var answers = kept.Where(r => !FormAnswers.IsSealed(declaration.Field(r.Field)!)).ToDictionary(r => r.Field, r => r.Value, StringComparer.Ordinal);
        var hidden = kept.Where(r => !answers.ContainsKey(r.Field)).ToList();
        var opened = hidden.Count == 0 ? [] : await facts.OpenAsync([.. hidden.Select(r => (FormAnswers.PlaceOf(stored.Id, declaration.Field(r.Field)!, r.Place), r.Value))], stop);
        // What was erased by law is unanswered again: rules that ask about it do not know.
        foreach (var (row, value) in hidden.Zip(opened))
            if (value is not null) answers[row.Field] = value;
        return new(stored.Id, stored.Reference, declaration, CaseText.Read(stored, items), answers) { StoredCalendar = stored.Calendar };
    }

    private sealed record StoredRows(StoredCase Case, IReadOnlyList<StoredItem> Items, CaseDeclaration Declaration, IReadOnlyList<StoredAnswer> Answers);
}
