namespace Gongbao.Gazette.Reading;

/// <summary>What a node of the tree is.</summary>
internal enum NodeKind
{
    /// <summary>A whole document (公文).</summary>
    Document,

    /// <summary>Cover of the issue (封面).</summary>
    Cover,

    /// <summary>Table of contents of the issue (目录).</summary>
    Contents,

    /// <summary>Name of a section of the issue (栏目).</summary>
    Section,

    Issuer,
    Number,
    Title,
    Addressees,

    /// <summary>Text without a number (自然段).</summary>
    Paragraph,

    /// <summary>A numbered clause: <see cref="Node.Label"/>, <see cref="Node.Heading"/>, and what stands under it.</summary>
    Clause,

    /// <summary>Name of the signing body (署名).</summary>
    Signature,

    /// <summary>Day of signature (成文日期).</summary>
    DatedOn,

    /// <summary>Names of the attachments (附件说明).</summary>
    AttachmentNote,

    /// <summary>Body of an attachment (附件); <see cref="Node.Label"/> is 附件 or 附件1.</summary>
    Attachment,

    /// <summary>A text issued or forwarded by the document (印发、转发的正文), with its own title.</summary>
    AttachedText,

    /// <summary>Who wrote an attached text, under its title.</summary>
    Byline,

    /// <summary>附注, 备注.</summary>
    Remark,

    /// <summary>抄送, 印发机关和印发日期 (版记).</summary>
    Imprint,

    Table,
    Row,
    Cell,

    /// <summary>A form to fill in (表单).</summary>
    Form,

    Field,
    List,
    Entry,

    /// <summary>What no rule could place: kept whole, and flagged.</summary>
    Block,
}

/// <summary>A node of the tree of a document. Its own words lie in <see cref="Pieces"/>; those of its children do not.</summary>
internal sealed class Node(NodeKind kind)
{
    private List<Node>? _children;

    public NodeKind Kind { get; init; } = kind;

    /// <summary>Number as printed, white space removed: 一、 （一） 1． 附件1. Null where there is none.</summary>
    public string? Label { get; init; }

    /// <summary>Heading of a clause, up to its first 。; null elsewhere.</summary>
    public string? Heading { get; init; }

    /// <summary>1 一、 2 （一） 3 1． 4 （1）; 0 where there is no number.</summary>
    public int Level { get; init; }

    /// <summary>Own words, joined across lines; empty for a node that only holds others.</summary>
    public string Text { get; init; } = "";

    /// <summary>Where the own words stand, in order; page furniture lies between the pieces.</summary>
    public IReadOnlyList<Span> Pieces { get; init; } = [];

    /// <summary>Line of the first own or inner word, from 1.</summary>
    public int Line { get; init; }

    public double Confidence { get; init; } = 1;

    /// <summary>Most nodes are leaves: a list is made when it is first asked for.</summary>
    public List<Node> Children { get => _children ??= []; init => _children = value; }

    /// <summary>Whether nothing stands inside it.</summary>
    public bool IsLeaf => _children is not { Count: > 0 };

    /// <summary>The node and all inside it, in reading order.</summary>
    public IEnumerable<Node> WithAll() => Children.SelectMany(c => c.WithAll()).Prepend(this);

    /// <summary>From the first own or inner character to the last.</summary>
    public Span Span
    {
        get
        {
            Span? all = Pieces.Count > 0 ? Pieces[0].Union(Pieces[^1]) : null;
            if (IsLeaf) return all ?? default;
            foreach (var child in Children) all = all?.Union(child.Span) ?? child.Span;
            return all ?? default;
        }
    }
}
