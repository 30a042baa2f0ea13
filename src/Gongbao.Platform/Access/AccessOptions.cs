using Gongbao.Platform.Access.Accounts;

namespace Gongbao.Platform.Access;

/// <summary>How access runs in this process.</summary>
public sealed class AccessOptions
{
    /// <summary>The folder beside the database in which the key file and the session keys stand.</summary>
    public required string DataFolder { get; init; }

    /// <summary>True in <c>demo</c>, which listens on loopback only: made-up people sign in without a password.</summary>
    public bool IsDemo { get; init; }

    /// <summary>Rounds of the password hash; fewer only where a test hashes many.</summary>
    internal int PasswordRounds { get; init; } = PasswordHashing.Rounds;
}
