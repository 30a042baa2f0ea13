using Gongbao.Gazette.Tests.Generated;

namespace Gongbao.Gazette.Tests.Fuzzing;

public class Reading_mutated_issues
{
    private const int Parts = 8;
    private const int InputsPerPart = 2_600;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Parts)];

    [Theory, MemberData(nameof(Seeds))]
    [Clause("GAZ-01")]
    public void Never_fails_and_loses_no_character(int seed)
    {
        var mutations = new Mutations(SampleCity.Words, (ulong)seed);
        for (var i = 0; i < InputsPerPart; i++)
        {
            var (name, text) = mutations.Next();
            var fault = Mutations.FaultOf(text, SampleCity.Reader);
            Assert.True(fault is null, $"input {i} of seed {seed} ({name}): {fault}\n{text}");
        }
    }

    [Theory]
    [InlineData("0\t3\ta\n4\t5\tb\n")]
    [InlineData("0\t3\ta\n2\t5\tb\n")]
    [InlineData("0\t3\ta\n")]
    [InlineData("0\t0\ta\n0\t5\tb\n")]
    public void Notices_a_ledger_with_a_gap_or_an_overlap(string ledger) => Assert.NotNull(Mutations.LedgerFault(ledger, 5));
}
