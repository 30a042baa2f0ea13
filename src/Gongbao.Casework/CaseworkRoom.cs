using System.CommandLine;
using Gongbao.Casework.Proof;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Casework;

/// <summary>The room of cases (办件): one application, the items of several departments, every clock right.</summary>
public static class CaseworkRoom
{
    /// <summary>The room's storage, use cases and pages.</summary>
    public static IServiceCollection AddServices(IServiceCollection services) => services;

    /// <summary>The room's commands.</summary>
    public static IReadOnlyList<Command> Commands() => [CaseFileCommand.Create()];
}
