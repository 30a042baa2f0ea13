using Gongbao.Gazette.Library.Storage;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Import.Uploads;

/// <summary>What may be done with an upload that was taken in.</summary>
internal enum UploadChange
{
    /// <summary>取消: what waits is not read.</summary>
    Cancel,

    /// <summary>继续: what was cancelled is read after all.</summary>
    Resume,

    /// <summary>重试: what was refused is read anew, as with <c>--failed</c> on the command line.</summary>
    Retry,

    /// <summary>确认定稿: what was held for hidden words, comments or open changes is final as read, and goes into the library.</summary>
    Finalise,
}

/// <summary>Stops an upload, goes on with it, or has its failures read anew. A file that is just being read is read to its end.</summary>
internal sealed class ChangeUpload(Writer writer, UploadRun run)
{
    /// <param name="upload">Which.</param>
    /// <param name="change">What is asked.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="stop">Gives up before the unit begins.</param>
    /// <returns>How many files it was about, or refused: <c>gazette.no-such-files</c>.</returns>
    public async Task<Result<int>> HandleAsync(Guid upload, UploadChange change, ActorId by, CancellationToken stop)
    {
        var (from, to, verb, none) = change switch
        {
            UploadChange.Cancel => (FileState.Waiting, FileState.Cancelled, "gazette.cancel-upload", "没有待处理的文件，不必取消。"),
            UploadChange.Resume => (FileState.Cancelled, FileState.Waiting, "gazette.resume-upload", "没有已取消的文件，不必继续。"),
            UploadChange.Retry => (FileState.Refused, FileState.Waiting, "gazette.retry-upload", "没有可以重试的文件：内容没有保存或者已经按期限删除的，请改正后重新上传。"),
            UploadChange.Finalise => (FileState.Held, FileState.Waiting, "gazette.finalise-upload", "没有待确认定稿的文件。"),
        };
        var changed = await writer.DoAsync<int>(new Act(by, verb, $"upload:{upload:N}"), async (unit, inner) =>
        {
            var files = await unit.Db<GazetteDb>().Files.Where(f => f.UploadId == upload && f.State == from && f.Content != null).ToListAsync(inner);
            if (files.Count == 0) return new Refusal("gazette.no-such-files", none);
            foreach (var file in files) (file.State, file.IsFinal) = (to, file.IsFinal || change is UploadChange.Finalise);
            return files.Count;
        }, stop);
        run.Wake();
        return changed;
    }
}
