using Microsoft.AspNetCore.Components;

namespace Gongbao.Web.Frame;

/// <summary>A component that stands above what every page shows, embedded ones too, and says there what a reader has to know before anything else.</summary>
/// <param name="Component">A Razor component without required parameters; it shows nothing where there is nothing to say.</param>
public sealed record PageNotice(Type Component)
{
    public static PageNotice Of<T>() where T : IComponent => new(typeof(T));
}
