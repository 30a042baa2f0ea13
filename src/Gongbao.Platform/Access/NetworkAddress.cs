using System.Net;
using System.Net.Sockets;

namespace Gongbao.Platform.Access;

/// <summary>Where a request came from, as limits count it (网络地址).</summary>
public static class NetworkAddress
{
    /// <summary>Of an IPv6 address the first 64 bits: the rest is the choice of whoever has the network. Empty where the connection has none.</summary>
    public static string Of(IPAddress? address)
    {
        if (address is { IsIPv4MappedToIPv6: true }) address = address.MapToIPv4();
        return address is { AddressFamily: AddressFamily.InterNetworkV6 } ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address?.ToString() ?? "";
    }
}
