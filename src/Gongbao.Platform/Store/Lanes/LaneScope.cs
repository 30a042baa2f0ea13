namespace Gongbao.Platform.Store.Lanes;

/// <summary>Set in the scope a unit takes its handlers from: there a room's context is the lane's, elsewhere one for reading.</summary>
internal sealed class LaneScope
{
    public LaneUnit? Unit { get; set; }
}
