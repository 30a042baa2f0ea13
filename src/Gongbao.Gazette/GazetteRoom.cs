using System.CommandLine;
using Gongbao.Gazette.Reading;
using Gongbao.Platform.Hosting;

namespace Gongbao.Gazette;

/// <summary>The room of the gazette (公报): reads issues, keeps their documents, shows them.</summary>
public static class GazetteRoom
{
    /// <summary>The room's commands.</summary>
    public static IReadOnlyList<Command> Commands(OpenServices open)
    {
        _ = open;
        return [ReadCommand.Create()];
    }
}
