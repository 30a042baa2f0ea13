using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gongbao.Gazette.Import.Uploads;
using Gongbao.Gazette.Tests.Library;

namespace Gongbao.Gazette.Tests.Import;

[Clause("GAZ-09")]
public sealed partial class Uploads_over_HTTP : IAsyncLifetime
{
    private const string Imports = "/api/gazette/imports";

    private GazetteSite _site = null!;
    private HttpClient _importer = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await GazetteSite.StartAsync();
        _importer = _site.Open("reader");
    }

    public async ValueTask DisposeAsync()
    {
        _importer.Dispose();
        await _site.DisposeAsync();
    }

    private static byte[] Notice(string lake) => Encoding.UTF8.GetBytes(
        $"清河市人民政府办公室\n关于做好{lake}管理工作的通知\n清河府办发〔2024〕7号\n各县（市、区）人民政府：\n一、总体要求\n坚持生态优先。\n清河市人民政府办公室\n2024年3月1日\n");

    private static MultipartFormDataContent Form(params (string Name, byte[] Bytes)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, bytes) in files) form.Add(new ByteArrayContent(bytes), "files", name);
        return form;
    }

    private async Task<HttpResponseMessage> PostAsync(HttpContent content, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Imports) { Content = content };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return await _importer.SendAsync(request);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

    private async Task<JsonElement> DoneAsync(string address)
    {
        for (var i = 0; i < 600; i++)
        {
            var job = JsonDocument.Parse(await _importer.GetStringAsync(address)).RootElement;
            if (job.GetProperty("is_done").GetBoolean()) return job;
            await Task.Delay(100);
        }
        throw new TimeoutException(address);
    }

    [Fact]
    public async Task Answer_with_a_job_whose_files_are_read_behind_it()
    {
        using var form = Form(("东湖.txt", Notice("东湖")), ("坏.png", [0x89, 0x50, 0x4E, 0x47, 1]));
        using var answer = await PostAsync(form);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var job = await DoneAsync(answer.Headers.Location!.OriginalString);
        Assert.Equal(["stored", "refused"], job.GetProperty("files").EnumerateArray().Select(f => f.GetProperty("state").GetString()));
        Assert.Equal(1, job.GetProperty("counts").GetProperty("refused").GetInt32());
        using var anybody = _site.Open();
        var found = JsonDocument.Parse(await anybody.GetStringAsync("/api/gazette/search?q=" + Uri.EscapeDataString("东湖"))).RootElement;
        Assert.Equal(1, found.GetProperty("total").GetInt32());
        Assert.Contains(job.GetProperty("id").GetString()!, await _importer.GetStringAsync(Imports), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_taken_in_once_under_one_key()
    {
        using var first = await PostAsync(Form(("东湖.txt", Notice("东湖"))), "k1");
        using var again = await PostAsync(Form(("东湖.txt", Notice("东湖"))), "k1");
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        using var other = await PostAsync(Form(("东湖.txt", Notice("西湖"))), "k1");
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
    }

    [Fact(Timeout = 300_000)]
    public async Task Of_half_a_gigabyte_are_refused_in_bounded_memory()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        foreach (var isCounted in new[] { true, false })
        {
            using var form = new MultipartFormDataContent { { new StreamContent(new Endless(500L * 1024 * 1024, isCounted)), "files", "大.docx" } };
            using var request = new HttpRequestMessage(HttpMethod.Post, Imports) { Content = form };
            if (!isCounted) request.Headers.TransferEncodingChunked = true;
            using var answer = await _importer.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
            Assert.Contains("128 MB", (await JsonAsync(answer)).GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 50L * 1024 * 1024);
    }

    /// <summary>Counted in the bytes asked of the sender: up to the bound for the file, and as many again as a sender may need to hear of it.</summary>
    [Fact(Timeout = 300_000)]
    public async Task Without_end_are_read_no_further_than_the_bounds()
    {
        const int bound = 1024 * 1024;
        await using var sender = new Endless(long.MaxValue, isCounted: false);
        await using var body = new UploadBody(sender, bound);
        await Assert.ThrowsAsync<InvalidDataException>(() => body.CopyToAsync(Stream.Null, 64 * 1024, TestContext.Current.CancellationToken));
        Assert.True(body.IsOver);
        Assert.InRange(sender.Position, bound, bound + (64 * 1024));
        await body.ThrowAwayAsync(TestContext.Current.CancellationToken);
        Assert.InRange(sender.Position, bound, (1024L * bound) + (64 * 1024));
    }

    [Theory]
    [InlineData("application/json", "{}")]
    [InlineData("multipart/form-data", "--x\r\n")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=files; filename=a.txt\r\n\r\nabc")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nnonsense\r\n\r\nabc\r\n--x--\r\n")]
    [InlineData("multipart/form-data; boundary=x", "--x--\r\n")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=files; filename=\"\"\r\n\r\n\r\n--x--\r\n")]
    public async Task That_are_none_are_refused_with_the_reason(string type, string body)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var answer = await PostAsync(content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.EndsWith("。", (await JsonAsync(answer)).GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Are_for_those_who_may_import()
    {
        foreach (var actor in new[] { null, "reviewer" })
        {
            using var other = _site.Open(actor);
            using var form = Form(("a.txt", [1]));
            using var answer = await other.PostAsync(Imports, form);
            Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden });
        }
    }

    [Fact]
    public async Task Come_from_the_page_without_script()
    {
        using var browser = _site.Open("reader", keepsCookies: true);
        var token = Token().Match(await browser.GetStringAsync("/files")).Groups["token"].Value;
        using var form = new MultipartFormDataContent { { new StringContent(token), "\"__RequestVerificationToken\"" }, { new ByteArrayContent(Notice("东湖")), "files", "东湖.txt" } };
        using var sent = await browser.PostAsync("/files/uploads", form);
        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
        var address = sent.Headers.Location!.OriginalString;
        await DoneAsync(address.Replace("/files/uploads", Imports, StringComparison.Ordinal));
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync(address));
        Assert.Contains("共 1 个文件，已入库 1 个", page, StringComparison.Ordinal);
        Assert.Contains(address, await browser.GetStringAsync("/files"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_elsewhere_or_without_a_file_are_told_so_on_the_page()
    {
        using var browser = _site.Open("reader", keepsCookies: true);
        using var foreign = await browser.PostAsync("/files/uploads", Form(("东湖.txt", Notice("东湖"))));
        Assert.Contains("已经失效", WebUtility.HtmlDecode(await browser.GetStringAsync(foreign.Headers.Location)), StringComparison.Ordinal);
        var token = Token().Match(await browser.GetStringAsync("/files")).Groups["token"].Value;
        using var empty = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        using var none = await browser.PostAsync("/files/uploads", empty);
        Assert.Contains("没有收到文件", WebUtility.HtmlDecode(await browser.GetStringAsync(none.Headers.Location)), StringComparison.Ordinal);
        Assert.Empty(JsonDocument.Parse(await _importer.GetStringAsync(Imports)).RootElement.GetProperty("imports").EnumerateArray());
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex Token();

    /// <summary>So many bytes that nothing holds.</summary>
    private sealed class Endless(long length, bool isCounted) : Stream
    {
        private long _at;

        public override bool CanRead => true;
        public override bool CanSeek => isCounted;
        public override bool CanWrite => false;
        public override long Length => isCounted ? length : throw new NotSupportedException();
        public override long Position { get => _at; set => _at = value; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - _at);
            _at += read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
