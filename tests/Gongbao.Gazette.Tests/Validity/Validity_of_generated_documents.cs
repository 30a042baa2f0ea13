namespace Gongbao.Gazette.Tests.Validity;

/// <summary>
/// What made-up documents say about validity, read from their printed lines and from tables of files, with the span of each. The seeds
/// here were not looked at when the rules were made.
/// </summary>
public class Validity_of_generated_documents(ITestOutputHelper output)
{
    [Fact]
    public void Is_read_with_its_target_day_place_span_and_instruction()
    {
        var score = new ValidityScore();
        for (ulong seed = 95_001; seed <= 95_020; seed++) score.Add(seed, 40);

        var report = score.ToString();
        output.WriteLine(report);
        Assert.True(score.True > 1_500, report);
        Assert.True(score.Precision >= 0.99, report);
        Assert.True(score.Recall >= 0.97, report);
        Assert.True(score.Instructions >= 0.97, report);
    }
}
