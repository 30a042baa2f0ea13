using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml.Linq;

namespace Gongbao.Clauses;

/// <summary>
/// What one run of the test suite showed, drawn from the result files that the test projects wrote:
/// how many passed, failed and were skipped, and which gazette clauses have a passing test and none that fails.
/// </summary>
internal sealed record TestRun(int Passed, int Failed, int Skipped, IReadOnlyDictionary<string, bool> Clauses, IReadOnlyList<string> Failures)
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads the xUnit result files. A file that is missing or cut short counts as one failure: its project did not end.</summary>
    public static TestRun From(IEnumerable<string> files)
    {
        int passed = 0, failed = 0, skipped = 0;
        var clauses = new SortedDictionary<string, bool>(StringComparer.Ordinal);
        var failures = new List<string>();

        foreach (var file in files)
        {
            if (TryLoad(file) is not { } results)
            {
                failed++;
                failures.Add($"{Path.GetFileNameWithoutExtension(file)}：没有得到完整的结果文件，测试程序没有正常结束。");
                continue;
            }

            foreach (var error in results.Descendants("error"))
            {
                failed++;
                failures.Add($"{Path.GetFileNameWithoutExtension(file)}：{error.Attribute("name")?.Value ?? error.Attribute("type")?.Value}（测试之外的错误）");
            }

            foreach (var test in results.Descendants("test"))
            {
                var state = test.Attribute("result")?.Value;
                var clauseIds = test.Descendants("trait").Where(t => t.Attribute("name")?.Value == "Clause").Select(t => t.Attribute("value")!.Value);
                switch (state)
                {
                    case "Pass": passed++; break;
                    case "Skip" or "NotRun": skipped++; break;
                    default:
                        failed++;
                        failures.Add(test.Attribute("name")?.Value ?? "?");
                        break;
                }

                foreach (var id in clauseIds)
                    clauses[id] = state == "Pass" && clauses.GetValueOrDefault(id, true);
            }
        }

        return new(passed, failed, skipped, clauses, failures);
    }

    /// <summary>The last run that was kept, or null before any run.</summary>
    public static TestRun? Last(string file) =>
        File.Exists(file) ? JsonSerializer.Deserialize<TestRun>(File.ReadAllText(file), Json) : null;

    public void Keep(string file) => File.WriteAllText(file, JsonSerializer.Serialize(this, Json));

    /// <summary>Null where no test of the clause ran.</summary>
    public bool HasPassed(string clauseId) => Clauses.TryGetValue(clauseId, out var passed) && passed;

    private static XDocument? TryLoad(string file)
    {
        if (!File.Exists(file)) return null;
        try
        {
            return XDocument.Load(file);
        }
        catch (System.Xml.XmlException)
        {
            return null;
        }
    }

    [JsonIgnore]
    public bool IsEmpty => Passed + Failed + Skipped == 0;
}
