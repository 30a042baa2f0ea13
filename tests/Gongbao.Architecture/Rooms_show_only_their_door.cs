using System.Reflection;
using Gongbao.Platform.Store;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongbao.Architecture;

/// <summary>Of a room the others see its entry point, and what the Razor compiler and the migrations make public; all else is its own affair.</summary>
public class Rooms_show_only_their_door
{
    public static TheoryData<string> Rooms => [.. Repository.Rooms];

    [Theory, MemberData(nameof(Rooms))]
    public void Nothing_else_is_public(string room) => Assert.Empty(OtherPublicTypes(Repository.AssemblyOf(room)));

    [Theory, MemberData(nameof(Rooms))]
    public void Each_has_a_door(string room) =>
        Assert.Contains(Repository.AssemblyOf(room).GetExportedTypes(), t => t.Name == room[(Repository.Host.Length + 1)..] + "Room");

    [Fact]
    public void A_public_type_is_caught() => Assert.Contains(nameof(RoomDb), OtherPublicTypes(typeof(RoomDb).Assembly));

    private static IReadOnlyList<string> OtherPublicTypes(Assembly room) =>
    [
        .. room.GetExportedTypes()
            .Where(t => !t.Name.EndsWith("Room", StringComparison.Ordinal) && t.Name != "_Imports" && !typeof(IComponent).IsAssignableFrom(t)
                     && !typeof(Migration).IsAssignableFrom(t) && !typeof(ModelSnapshot).IsAssignableFrom(t))
            .Select(t => t.Name),
    ];
}
