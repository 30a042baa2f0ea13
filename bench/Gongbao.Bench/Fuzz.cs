using System.Diagnostics;
using Gongbao.Gazette.Tests.Fuzzing;

namespace Gongbao.Bench;

/// <summary><c>fuzz [count] [seed]</c>: the longer run of the mutated inputs that the tests read 20,000 of.</summary>
internal static class Fuzz
{
    public static int Run(int count, int seed)
    {
        var timer = Stopwatch.StartNew();
        long characters = 0;
        var mutations = new Mutations(SampleCity.Words, (ulong)seed);
        for (var i = 0; i < count; i++)
        {
            var (name, text) = mutations.Next();
            characters += text.Length;
            if (Mutations.FaultOf(text, SampleCity.Reader) is not { } fault) continue;
            Console.Error.WriteLine($"input {i} (seed {seed}, {name}): {fault}");
            File.WriteAllText(Path.Combine(Path.GetTempPath(), $"gongbao-fuzz-{seed}-{i}.txt"), text);
            return 1;
        }
        Console.WriteLine($"{count} inputs, {characters} characters, no fault, {timer.Elapsed.TotalSeconds:0.0} s");
        return 0;
    }
}
