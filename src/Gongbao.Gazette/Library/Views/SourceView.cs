using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Library;

/// <summary>Where something stands in the source: the printed lines with its characters marked.</summary>
/// <param name="Document">Its document.</param>
/// <param name="Block">The clause; null when the whole document is meant.</param>
/// <param name="SourceName">The file.</param>
/// <param name="Lines">In printed order; stretches far from the marked characters are left out.</param>
/// <param name="From">First line that holds a marked character.</param>
/// <param name="To">Last line that holds one.</param>
/// <param name="FromPage">Number of the first line's page as printed; null where the text does not tell.</param>
/// <param name="ToPage">Number of the last line's page as printed; null where the text does not tell.</param>
internal sealed record SourceView(
    DocumentView Document, BlockView? Block, string SourceName, IReadOnlyList<SourceLineView> Lines, int From, int To, int? FromPage, int? ToPage);

/// <summary>A printed line.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Page">Number of its page as printed; null where the text does not tell.</param>
/// <param name="Kind">Words, or which page furniture.</param>
/// <param name="Parts">The line's characters in order; personal values masked.</param>
internal sealed record SourceLineView(int Number, int? Page, LineKind Kind, IReadOnlyList<SourcePart> Parts);

/// <summary>A stretch of a printed line.</summary>
internal sealed record SourcePart(string Text, bool IsMarked);
