using System.Text;

namespace Gongbao.Platform.City.Sections;

/// <summary>The words by which declarations name the members of an enum: <c>GovernmentOffice</c> is <c>government-office</c>.</summary>
public static class EnumWords
{
    public static string Word<T>(T member)
        where T : struct, Enum
    {
        var word = new StringBuilder();
        foreach (var c in member.ToString())
        {
            if (char.IsUpper(c) && word.Length > 0) word.Append('-');
            word.Append(char.ToLowerInvariant(c));
        }

        return word.ToString();
    }

    public static T Member<T>(string word)
        where T : struct, Enum => Enum.GetValues<T>().First(m => Word(m) == word);

    /// <summary>A choice among all members, each with its Chinese meaning.</summary>
    public static Shapes.ChoiceShape Choice<T>(Func<T, string> says)
        where T : struct, Enum => new(Enum.GetValues<T>().ToDictionary(Word, says));
}
