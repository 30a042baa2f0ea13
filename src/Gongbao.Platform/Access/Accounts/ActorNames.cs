using Gongbao.Platform.Access.Declarations;
using Gongbao.Platform.Access.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Platform.Access.Accounts;

/// <summary>What a page calls those whom the journal names by id (行为人的名称): account names, never the persons' own.</summary>
public sealed class ActorNames
{
    private const string ProgramPrefix = "system:";

    /// <summary>The parts of the program that act by themselves or for the command line.</summary>
    private static readonly Dictionary<string, string> Program = new(StringComparer.Ordinal)
    {
        ["system:start"] = "程序启动", ["system:command-line"] = "命令行", ["system:import"] = "命令行导入", ["system:reread"] = "命令行核读", ["system:upload"] = "上传的导入",
        ["system:classification"] = "分类规则", ["system:search"] = "搜索索引", ["system:demo"] = "演示", ["system:sign-in"] = "登录", ["system:keys-command"] = "密钥命令", ["system:store"] = "程序维护", ["system:notices"] = "逐级告知", ["system:notice-link"] = "回执链接",
    };

    private readonly AccessDb _db;
    private readonly AccessDeclarations _declared;

    internal ActorNames(AccessDb db, AccessDeclarations declared) => (_db, _declared) = (db, declared);

    /// <param name="actors">As the journal names them.</param>
    /// <param name="stop">Ends the work.</param>
    /// <returns>A name for each; the id itself where nothing better is known.</returns>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(IEnumerable<string> actors, CancellationToken stop)
    {
        var asked = actors.Distinct().ToList();
        var ids = asked.Select(AccountIn).OfType<Guid>().ToList();
        var accounts = await _db.Accounts.Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, stop);
        return asked.ToDictionary(a => a, a => AccountIn(a) is { } id && accounts.TryGetValue(id, out var name)
            ? _declared.DemoPeople.TryGetValue(name, out var person) ? person.Name : name
            : Program.GetValueOrDefault(a) ?? (a.StartsWith(ProgramPrefix, StringComparison.Ordinal) ? "程序" : a));
    }

    private static Guid? AccountIn(string actor) =>
        actor.StartsWith("account:", StringComparison.Ordinal) && Guid.TryParseExact(actor["account:".Length..], "N", out var id) ? id : null;
}
