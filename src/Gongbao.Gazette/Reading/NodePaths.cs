namespace Gongbao.Gazette.Reading;

/// <summary>Names of the steps from a document down to a node, as the ledger prints them.</summary>
internal static class NodePaths
{
    public static string Around(Node node, int index) => $"{Name(node.Kind)}[{index}]";

    /// <summary>A clause and an attachment are named by what is printed before them, everything else by its kind.</summary>
    public static string Step(Node node) => IsLabel(node) ? node.Label!.TrimEnd('、', '．', '.') : Name(node.Kind);

    /// <summary>Whether the step is what is printed, not the kind.</summary>
    public static bool IsLabel(Node node) => node is { Kind: NodeKind.Clause or NodeKind.Attachment, Label: not null };

    private static string Name(NodeKind kind) => kind switch
    {
        NodeKind.Document => "document",
        NodeKind.Cover => "cover",
        NodeKind.Contents => "contents",
        NodeKind.Section => "section",
        NodeKind.Issuer => "issuer",
        NodeKind.Number => "number",
        NodeKind.Title => "title",
        NodeKind.Addressees => "addressees",
        NodeKind.Paragraph => "paragraph",
        NodeKind.Clause => "clause",
        NodeKind.Signature => "signature",
        NodeKind.DatedOn => "date",
        NodeKind.AttachmentNote => "attachment-note",
        NodeKind.Attachment => "attachment",
        NodeKind.AttachedText => "text",
        NodeKind.Byline => "byline",
        NodeKind.Remark => "remark",
        NodeKind.Imprint => "imprint",
        NodeKind.Table => "table",
        NodeKind.Row => "row",
        NodeKind.Cell => "cell",
        NodeKind.Form => "form",
        NodeKind.Field => "field",
        NodeKind.List => "list",
        NodeKind.Entry => "entry",
        NodeKind.Block => "block",
    };
}
