using Microsoft.AspNetCore.Components;

namespace Gongbao.Web.Frame;

/// <summary>A component that stands at the right of the header on every page, such as the account's menu.</summary>
/// <param name="Component">A Razor component without required parameters.</param>
/// <param name="Order">Lowest first.</param>
public sealed record HeaderPart(Type Component, int Order)
{
    public static HeaderPart Of<T>(int order) where T : IComponent => new(typeof(T), order);
}
