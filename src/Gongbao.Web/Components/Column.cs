using Microsoft.AspNetCore.Components;

namespace Gongbao.Web.Components;

/// <summary>A column of a <c>DataTable</c>.</summary>
/// <param name="Title">Head of the column; on a phone, the label before each value.</param>
/// <param name="Cell">What a row shows.</param>
/// <param name="IsNumber">Numbers stand to the right.</param>
/// <param name="IsRowHead">The one column that names the row.</param>
public sealed record Column<T>(string Title, RenderFragment<T> Cell, bool IsNumber = false, bool IsRowHead = false);
