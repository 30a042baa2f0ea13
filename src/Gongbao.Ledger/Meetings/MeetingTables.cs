using Gongbao.Ledger.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Meetings;

/// <summary>The tables of teams and meetings.</summary>
internal static class MeetingTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<StoredTeamMember>(member =>
        {
            member.ToTable("team_member");
            member.HasIndex(m => m.ProgrammeId);
            member.HasOne<StoredProgramme>().WithMany().HasForeignKey(m => m.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<StoredMeeting>(meeting =>
        {
            meeting.ToTable("meeting");
            meeting.HasIndex(m => new { m.ProgrammeId, m.Number }).IsUnique();
            meeting.HasOne<StoredProgramme>().WithMany().HasForeignKey(m => m.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<StoredAttendance>(attendance =>
        {
            attendance.ToTable("attendance");
            attendance.HasKey(a => new { a.MeetingId, a.Unit });
            attendance.HasOne<StoredMeeting>().WithMany().HasForeignKey(a => a.MeetingId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<StoredResolution>(resolution =>
        {
            resolution.ToTable("resolution");
            resolution.HasIndex(r => new { r.MeetingId, r.Number }).IsUnique();
            resolution.HasIndex(r => r.ObligationId);
            resolution.HasOne<StoredMeeting>().WithMany().HasForeignKey(r => r.MeetingId).OnDelete(DeleteBehavior.Restrict);
            resolution.HasOne<StoredObligation>().WithMany().HasForeignKey(r => r.ObligationId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
