using System.CommandLine;
using Gongbao.Platform.Access;
using Gongbao.Platform.City;
using Gongbao.Platform.Hosting;
using Gongbao.Platform.Store;

namespace Gongbao;

/// <summary>
/// The one place where a fault of a command becomes words: what is wrong and what to do, on the error stream, and an exit code.
/// 0 done; 1 a fault of the program or the machine; 2 the input or the options are at fault and nothing was changed.
/// </summary>
internal static class CommandLineEdge
{
    private const int Fault = 1;
    private const int BadInput = 2;

    public static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        ChineseHelp.Name(root);
        var parsed = root.Parse(args);
        if (ChineseHelp.IsAskedFor(parsed)) return ChineseHelp.Write(parsed);
        if (CommandMistakes.Of(parsed) is { Count: > 0 } mistakes) return Say(BadInput, string.Join(Environment.NewLine, mistakes));
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (InvalidDeclarationsException invalid)
        {
            return Say(BadInput, invalid.Message);
        }
        catch (AccessNotReadyException keys)
        {
            return Say(Fault, keys.Message);
        }
        catch (StoreFullException full)
        {
            return Say(Fault, full.Message);
        }
        catch (OperationCanceledException)
        {
            return Say(Fault, "已按要求停止，没有完成。");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Say(Fault, $"读写文件时出错：{fault.Message} 请检查路径、权限和磁盘空间后重试。");
        }
        catch (System.Data.Common.DbException fault)
        {
            return Say(Fault, $"数据库不能用：{fault.Message} 请检查 --data 或 --database 后重试。");
        }
    }

    private static int Say(int code, string message)
    {
        Console.Error.WriteLine(message);
        return code;
    }
}
