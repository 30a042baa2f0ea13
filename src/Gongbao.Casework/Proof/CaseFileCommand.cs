using System.CommandLine;

namespace Gongbao.Casework.Proof;

/// <summary><c>gongbao case-file verify</c>: needs no database and no net.</summary>
internal static class CaseFileCommand
{
    private const int IsWrong = 1;
    private const int BadInput = 2;

    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "下载的办件档案" };
        var key = new Option<FileInfo>("--key") { Description = "本市的公钥（anchor-….pub.pem）", Required = true };
        var earlier = new Option<FileInfo?>("--earlier") { Description = "以前下载的同一件档案：核对中间没有改动" };
        var verify = new Command("verify", "核对办件档案：有没有改动，是不是本市签名的") { file, key, earlier };
        verify.SetAction(parsed =>
        {
            var (path, pem) = (parsed.GetRequiredValue(file), parsed.GetRequiredValue(key));
            if (new[] { path, pem, parsed.GetValue(earlier) }.FirstOrDefault(f => f is { Exists: false }) is { } missing)
            {
                Console.Error.WriteLine($"没有找到文件 {missing.FullName}；请核对路径。");
                return BadInput;
            }
            var publicKey = File.ReadAllText(pem.FullName);
            if (CaseFile.Prove(File.ReadAllBytes(path.FullName), publicKey).IsRefused(out var refusal, out var proved))
            {
                Console.Error.WriteLine(refusal.Reason);
                return IsWrong;
            }
            if (parsed.GetValue(earlier) is { } before)
            {
                if (CaseFile.Prove(File.ReadAllBytes(before.FullName), publicKey).IsRefused(out refusal, out var old))
                {
                    Console.Error.WriteLine($"以前的档案：{refusal.Reason}");
                    return IsWrong;
                }
                if (!proved.GoesOnFrom(old))
                {
                    Console.Error.WriteLine("这份档案与以前的对不上：以前记下的事情有改动，或者不是同一件。");
                    return IsWrong;
                }
            }
            Console.WriteLine($"{proved.Reference}：{proved.Events.Count} 件事，没有改动，签名属于密钥 {proved.Key}。");
            return 0;
        });
        return new Command("case-file", "办件档案") { verify };
    }
}
