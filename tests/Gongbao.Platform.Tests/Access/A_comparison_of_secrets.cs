using System.Reflection;
using System.Security.Cryptography;
using Gongbao.Platform.Access.Accounts;

namespace Gongbao.Platform.Tests.Access;

/// <summary>How long a comparison takes must not tell how much of a secret was right. Time is not measured here: what is called is looked up.</summary>
public class A_comparison_of_secrets
{
    [Theory]
    [InlineData(typeof(OneTimeSecret), nameof(OneTimeSecret.Matches))]
    [InlineData(typeof(Totp), nameof(Totp.StepOf))]
    public void Takes_the_same_time_wherever_they_differ(Type type, string method) => Assert.True(CallsFixedTimeEquals(type.GetMethod(method)!));

    [Fact]
    public void That_stops_at_the_first_difference_is_caught() =>
        Assert.False(CallsFixedTimeEquals(typeof(A_comparison_of_secrets).GetMethod(nameof(Hasty), BindingFlags.Static | BindingFlags.NonPublic)!));

    private static bool Hasty(byte[] one, byte[] other) => one.AsSpan().SequenceEqual(other);

    /// <summary>Looks for a call, opcode 0x28, whose token is the framework's comparison.</summary>
    private static bool CallsFixedTimeEquals(MethodInfo method)
    {
        var wanted = typeof(CryptographicOperations).GetMethod(nameof(CryptographicOperations.FixedTimeEquals))!;
        var il = method.GetMethodBody()!.GetILAsByteArray()!;
        for (var i = 0; i + 4 < il.Length; i++)
            if (il[i] == 0x28 && Resolve(method.Module, BitConverter.ToInt32(il, i + 1)) == wanted)
                return true;
        return false;
    }

    private static MethodBase? Resolve(Module module, int token)
    {
        try
        {
            return module.ResolveMethod(token);
        }
        catch (Exception cause) when (cause is ArgumentException or BadImageFormatException)
        {
            return null;
        }
    }
}
