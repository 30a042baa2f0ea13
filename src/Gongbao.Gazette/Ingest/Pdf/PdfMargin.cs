namespace Gongbao.Gazette.Ingest;

/// <summary>Finds letters that run down the margin of a page (竖排刊名): single ones, one above the other, outside of the text.</summary>
internal static class PdfMargin
{
    private const int FewestLetters = 4;

    /// <summary>Takes them out of the rows, from the top down.</summary>
    public static IReadOnlyList<PdfPiece> Take(List<PdfRow> rows)
    {
        foreach (var isLeft in (bool[])[true, false])
        {
            var edge = rows.Where(r => r.Pieces.Count > 0).Select(r => (Row: r, Piece: isLeft ? r.Pieces[0] : r.Pieces[^1])).Where(p => p.Piece.Text.Length == 1).ToList();
            if (edge.Count < FewestLetters) continue;
            var x = edge.Select(p => p.Piece.Middle).Order().ElementAt(edge.Count / 2);
            var size = edge[0].Piece.Size;
            var found = edge.Where(p => Math.Abs(p.Piece.Middle - x) < size / 2).ToList();
            if (found.Count < FewestLetters) continue;
            var others = rows.SelectMany(r => r.Pieces).Where(p => p.Text.Length > 1).ToList();
            if (others.Exists(p => isLeft ? p.Left < x + size : p.Right > x - size)) continue;
            foreach (var (row, piece) in found) row.Pieces.Remove(piece);
            return [.. found.Select(f => f.Piece)];
        }
        return [];
    }
}
