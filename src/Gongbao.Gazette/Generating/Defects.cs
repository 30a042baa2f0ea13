namespace Gongbao.Gazette.Generating;

/// <summary>What can be wrong or hard about a printed issue (版面缺陷). Without any, each paragraph is one line and each table column stands below its name.</summary>
[Flags]
internal enum Defects
{
    None = 0,
    /// <summary>Lines broken at the column's width.</summary>
    BrokenLines = 1 << 0,
    /// <summary>Blank lines between all lines of running text.</summary>
    BlankLines = 1 << 1,
    /// <summary>A running head at the top of pages, at times overprinted, in the middle of sentences.</summary>
    RunningHeads = 1 << 2,
    /// <summary>The gazette's name printed downwards at the page's edge, two characters a block.</summary>
    Mastheads = 1 << 3,
    PageNumbers = 1 << 4,
    SpacedDates = 1 << 5,
    SpacedNumbers = 1 << 6,
    SpacedNames = 1 << 7,
    /// <summary>The document number between issuer and title instead of after the title.</summary>
    NumberBeforeTitle = 1 << 8,
    /// <summary>(一) and 1. with half-width marks.</summary>
    HalfWidthMarkers = 1 << 9,
    /// <summary>1． directly below 一、.</summary>
    SkippedLevels = 1 << 10,
    /// <summary>The heading runs into its text, parted by a full stop.</summary>
    RunInHeadings = 1 << 11,
    /// <summary>A plan of another office inside a notice.</summary>
    ForwardedDocuments = 1 << 12,
    /// <summary>The table's header after its columns.</summary>
    HeaderLast = 1 << 13,
    MultiPageTables = 1 << 14,
    /// <summary>No full stop at the end of paragraphs and cells.</summary>
    MissingStops = 1 << 15,
    JointIssuers = 1 << 16,
    /// <summary>A unit's name with a character lost or its 市 left out.</summary>
    MisprintedUnits = 1 << 17,
    /// <summary>A score sheet whose points do not show on one page.</summary>
    IllegiblePoints = 1 << 18,
    NameLists = 1 << 19,
    AppointmentLists = 1 << 20,
    /// <summary>The year of a document number in other brackets or full-width digits.</summary>
    BracketForms = 1 << 21,
    /// <summary>A cover and a table of contents before the first document.</summary>
    Cover = 1 << 22,
    /// <summary>Orders (令), numbered without a year and signed by a person.</summary>
    Orders = 1 << 23,
    /// <summary>Contents that leave a document out, name one that is not there, or give another title or page.</summary>
    WrongContents = 1 << 24,
    All = (1 << 25) - 1,
}
