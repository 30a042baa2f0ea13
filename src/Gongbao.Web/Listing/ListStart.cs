namespace Gongbao.Web.Listing;

/// <summary>From where on a list is shown: a page by its number, or what stands behind a row. As it comes, the beginning.</summary>
/// <typeparam name="T">What tells a row's place: the values by which the list is in order, the last of them its own alone.</typeparam>
/// <param name="Page">Counted from 1; one beyond the last is the last. It says nothing where a row is given.</param>
/// <param name="After">Behind which row; null for a page by its number.</param>
public readonly record struct ListStart<T>(int Page, T? After = null) where T : class
{
    public static implicit operator ListStart<T>(int page) => new(page);
}
