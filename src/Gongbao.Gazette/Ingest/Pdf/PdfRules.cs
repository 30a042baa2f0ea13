using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace Gongbao.Gazette.Ingest;

/// <summary>A straight rule (表线): at a height from left to right, or at a distance from bottom to top.</summary>
internal readonly record struct PdfRule(double At, double From, double To)
{
    public double Length => To - From;
}

/// <summary>The rules of a page, level and upright, as lines or thin boxes drew them.</summary>
internal sealed class PdfRules
{
    /// <summary>In points: a box no thicker is a rule.</summary>
    private const double Thick = 3;
    private const double Shortest = 6;

    /// <summary>A page with more rules is a drawing.</summary>
    private const int Most = 3_000;

    public List<PdfRule> Level { get; } = [];

    public List<PdfRule> Upright { get; } = [];

    public static PdfRules Of(Page page)
    {
        var rules = new PdfRules();
        foreach (var path in page.Paths)
        {
            if (path.IsClipping || !path.IsStroked && !path.IsFilled) continue;
            foreach (var shape in path) rules.Add(shape, path.IsStroked);
            if (rules.Level.Count + rules.Upright.Count > Most) return new();
        }
        return rules;
    }

    private void Add(PdfSubpath shape, bool isStroked)
    {
        if (shape.GetBoundingRectangle() is not { } box) return;
        if (box.Height <= Thick || box.Width <= Thick)
        {
            Add(box.Left, box.Bottom, box.Right, box.Top);
            return;
        }
        if (!isStroked) return;
        PdfPoint? first = null, at = null;
        foreach (var command in shape.Commands)
        {
            switch (command)
            {
                case PdfSubpath.Move move:
                    first = at = move.Location;
                    break;
                case PdfSubpath.Line line:
                    Add(line.From.X, line.From.Y, line.To.X, line.To.Y);
                    at = line.To;
                    break;
                case PdfSubpath.Close when first is { } start && at is { } end:
                    Add(end.X, end.Y, start.X, start.Y);
                    break;
            }
        }
    }

    private void Add(double x1, double y1, double x2, double y2)
    {
        var (width, height) = (Math.Abs(x2 - x1), Math.Abs(y2 - y1));
        if (width >= Shortest && height <= Thick) Level.Add(new((y1 + y2) / 2, Math.Min(x1, x2), Math.Max(x1, x2)));
        else if (height >= Shortest && width <= Thick) Upright.Add(new((x1 + x2) / 2, Math.Min(y1, y2), Math.Max(y1, y2)));
    }
}
