using Gongbao.Web;

namespace Gongbao.Ledger.Meetings;

/// <summary>The data of teams and meetings in words (数据说明), one line a type or property.</summary>
internal static class MeetingWords
{
    private const string Types = """
        Meeting.TeamItems	一份文件的专班和联席会议
        Meeting.TeamItems.programme	文件在地址里的部分
        Meeting.TeamItems.members	专班里的岗位
        Meeting.TeamItems.former	已经退出的岗位
        Meeting.TeamItems.meetings	联席会议，近的在前
        Meeting.MemberItem	专班里的一个岗位
        Meeting.MemberItem.member	编号
        Meeting.MemberItem.unit	单位全称
        Meeting.MemberItem.post	岗位或者职务
        Meeting.MemberItem.role	在专班里：head 组长，deputy 副组长，member 成员
        Meeting.MemberItem.duty	专责；没有写明的为 null
        Meeting.MemberItem.joined_on	加入的日期
        Meeting.MemberItem.left_on	退出的日期；还在专班里的为 null
        TeamRole	在专班里：head 组长，deputy 副组长，member 成员
        Meeting.MeetingItem	一次联席会议
        Meeting.MeetingItem.meeting	编号
        Meeting.MeetingItem.number	第几次
        Meeting.MeetingItem.held_on	日期
        Meeting.MeetingItem.where	地点；没有写明的为 null
        Meeting.MeetingItem.chair	主持的岗位
        Meeting.MeetingItem.subject	议题
        Meeting.MeetingItem.resolutions	有几个议定事项
        Meeting.MeetingDetail	一次联席会议和它的议定事项
        Meeting.MeetingDetail.seen	编号和版本；办理时原样填上
        Meeting.MeetingDetail.programme	文件在地址里的部分
        Meeting.MeetingDetail.meeting	会议
        Meeting.MeetingDetail.minutes	纪要
        Meeting.MeetingDetail.units	参加单位，全称
        Meeting.MeetingDetail.resolutions	议定事项
        Meeting.ResolutionItem	一个议定事项
        Meeting.ResolutionItem.number	在纪要里的序号，从 1 起
        Meeting.ResolutionItem.text	内容
        Meeting.ResolutionItem.obligation	形成的任务的编号；不形成任务的为 null
        Meeting.ResolutionItem.ordinal	任务在台账里的序号；不形成任务的为 null
        Meeting.ResolutionItem.says	办理情况；不形成任务的为 null
        Meeting.ResolutionItem.is_late	有没有单位逾期或者到期未报告
        Meeting.MemberInput	要增加的岗位
        Meeting.MemberInput.unit	单位，一家
        Meeting.MemberInput.post	岗位或者职务；不要写姓名
        Meeting.MemberInput.role	在专班里：head 组长，deputy 副组长，member 成员；不填为成员
        Meeting.MemberInput.duty	专责；可不填
        Meeting.DepartureInput	退出的岗位
        Meeting.DepartureInput.member	岗位的编号
        Meeting.MeetingInput	要登记的会议
        Meeting.MeetingInput.held_on	日期
        Meeting.MeetingInput.where	地点；可不填
        Meeting.MeetingInput.chair	主持的岗位；不要写姓名
        Meeting.MeetingInput.subject	议题
        Meeting.MeetingInput.units	参加单位，每行一家或者用顿号隔开
        Meeting.MeetingInput.minutes	纪要
        Meeting.MeetingInput.known	登记以前看到最近一次是第几次，没有开过的为 0；填了的，刚刚有别人登记过就不再登记
        Meeting.ResolutionInput	要增加的议定事项
        Meeting.ResolutionInput.seen	会议的编号和版本，如答复里的 seen
        Meeting.ResolutionInput.is_obligation	是否形成任务；false 只记入纪要
        Meeting.ResolutionInput.entry	内容、单位和时限
        Meeting.MemberAnswer	办理的结果
        Meeting.MemberAnswer.member	岗位的编号
        Meeting.MeetingAnswer	办理的结果
        Meeting.MeetingAnswer.meeting	会议的编号
        """;

    private const string Parameters = """
        meeting	会议的编号
        """;

    public static ApiWords All { get; } = ApiWords.Of(Types, Parameters);
}
