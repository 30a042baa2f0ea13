using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Citations;

/// <summary>Where in the source the words of a node stand.</summary>
internal static class NodePlaces
{
    /// <summary>Source offset of each character of the text; white space, which may be the joining's own, has that of the character before.</summary>
    public static int[] Of(Node node, SourceText source)
    {
        var places = new int[node.Text.Length];
        var (piece, at) = (0, node.Pieces.Count > 0 ? node.Pieces[0].From : 0);
        for (var i = 0; i < places.Length; i++)
        {
            if (!char.IsWhiteSpace(node.Text[i]))
            {
                while (piece < node.Pieces.Count && (at >= node.Pieces[piece].To || char.IsWhiteSpace(source.Text[at])))
                {
                    if (++at < node.Pieces[piece].To) continue;
                    if (++piece < node.Pieces.Count) at = node.Pieces[piece].From;
                }
                if (piece < node.Pieces.Count && (node.Text[i] != '、' || source.Text[at] == '、')) places[i] = at++;
                else places[i] = i > 0 ? places[i - 1] : 0;
            }
            else places[i] = i > 0 ? places[i - 1] : at;
        }
        return places;
    }
}
