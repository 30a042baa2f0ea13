using Microsoft.AspNetCore.Http;

namespace Gongbao.Ledger.Views;

/// <summary>An order that a list offers (排序). Each runs along an index of its rows, so that a page costs the same wherever it stands; no other is offered.</summary>
internal sealed record ListOrder(string Key, string Name);

/// <summary>Something of each row that may be shown or left out (显示的内容).</summary>
/// <param name="Key">As addresses have it.</param>
/// <param name="Name">As pages call it.</param>
/// <param name="Heads">The columns of the list's table that hold it.</param>
internal sealed record ListColumn(string Key, string Name, params IReadOnlyList<string> Heads);

/// <summary>How a list may be shown.</summary>
/// <param name="Orders">The first is that of an address that asks for none.</param>
/// <param name="Columns">What of each row may be left out; the task itself never is.</param>
/// <param name="Folded">Those that the page leaves out, and the table does not, until somebody chooses.</param>
internal sealed record ListOffer(IReadOnlyList<ListOrder> Orders, IReadOnlyList<ListColumn> Columns, params IReadOnlyList<string> Folded);

/// <summary>How a list is shown (显示方式), as its address says: page, table and saved view follow the same words.</summary>
/// <param name="Offer">What the list offers.</param>
/// <param name="Order">The order.</param>
/// <param name="Chosen">What of each row is shown; null where nothing was chosen.</param>
internal sealed record ListLook(ListOffer Offer, ListOrder Order, IReadOnlyList<ListColumn>? Chosen = null)
{
    public const string OrderParameter = "sort";
    public const string ColumnParameter = "col";

    /// <summary>What an address asks for; what it asks for and the list does not offer is passed over.</summary>
    public static ListLook Of(HttpRequest request, ListOffer offer)
    {
        var (order, columns) = (request.Query[OrderParameter].ToString(), request.Query[ColumnParameter]);
        var chosen = offer.Columns.Where(c => columns.Contains(c.Key)).ToList();
        return new(offer, offer.Orders.FirstOrDefault(o => o.Key == order) ?? offer.Orders[0], chosen.Count > 0 ? chosen : null);
    }

    /// <summary>Whether the page shows something of each row.</summary>
    public bool Shows(string column) => Chosen?.Any(c => c.Key == column) ?? !Offer.Folded.Contains(column);

    /// <summary>Which columns of a table are kept, by their places; all where nothing was chosen.</summary>
    public IReadOnlyList<int> Kept(IReadOnlyList<string> heads)
    {
        var left = Chosen is null ? [] : Offer.Columns.Except(Chosen).SelectMany(c => c.Heads).ToHashSet();
        return [.. Enumerable.Range(0, heads.Count).Where(i => !left.Contains(heads[i]))];
    }

    /// <summary>As it is put behind an address that asks for something already; empty where nothing was chosen.</summary>
    public string Query => string.Concat(Asked.Select(a => $"&{a.Name}={Uri.EscapeDataString(a.Value!)}"));

    /// <summary>The same, one by one.</summary>
    public IEnumerable<(string Name, string? Value)> Asked =>
        [.. Order == Offer.Orders[0] ? [] : new (string, string?)[] { (OrderParameter, Order.Key) }, .. (Chosen ?? []).Select(c => (ColumnParameter, (string?)c.Key))];
}
