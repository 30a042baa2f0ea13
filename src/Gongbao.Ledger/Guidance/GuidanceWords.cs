using Gongbao.Web;

namespace Gongbao.Ledger.Guidance;

/// <summary>The data of visits, plans and experience in words (数据说明), one line a type or property.</summary>
internal static class GuidanceWords
{
    private const string Types = """
        VisitList	指导督促和调查研究的记录
        VisitList.visits	近的在前
        VisitList.total	一共几次
        VisitList.next	下一页的 cursor；最后一页为 null
        VisitData	一次走访
        VisitData.visit	编号
        VisitData.kind	类型：guidance 指导督促，survey 调查研究
        VisitData.unit	去的单位，全称
        VisitData.on	日期
        VisitData.where	地点
        VisitData.visited	走访的单位，全称；不在机构名录里的为 null
        VisitData.whom	走访的对象；没有写明的为 null
        VisitData.found	发现的情况
        VisitData.asked	提出的要求或者建议；没有的为 null
        VisitData.obligations	关联的任务的编号
        VisitKind	走访的类型：guidance 指导督促，survey 调查研究
        PlanItems	各地方案报送情况
        PlanItems.programme	文件在地址里的部分
        PlanItems.calls	要求报送的登记，新的在前
        PlanItems.units	要报送的单位，依机构名录的次序
        PlanCallData	一次要求报送
        PlanCallData.units	要报送的单位，文件的写法
        PlanCallData.place	出处；没有写明的为 null
        PlanCallData.due_on	最后一天；没有限定的为 null
        PlanCallData.called_on	登记的日期
        PlanData	一家单位的方案
        PlanData.unit	单位的编号
        PlanData.name	单位全称
        PlanData.state	已报送、逾期报送、未报送或者逾期未报送
        PlanData.plan	最新的方案的编号；没有报送的为 null
        PlanData.title	方案的名称；没有报送的为 null
        PlanData.dated_on	方案的日期；没有报送的为 null
        PlanData.filed_on	报送的日期；没有报送的为 null
        PlanData.link	方案的地址；报送文件的为 null
        PlanData.file_name	文件的名称；报送地址的为 null
        PlanData.earlier	此前报送过几次
        PlanData.due_on	最后一天；没有限定的为 null
        ExperienceItems	典型经验
        ExperienceItems.experience	一条一条
        ExperienceData	一条典型经验
        ExperienceData.experience	编号
        ExperienceData.seen	编号和版本；办理时原样填上
        ExperienceData.programme	文件在地址里的部分
        ExperienceData.obligation	任务的编号
        ExperienceData.task	任务
        ExperienceData.unit	单位全称
        ExperienceData.title	名称
        ExperienceData.text	做法
        ExperienceData.why	值得推广的理由
        ExperienceData.marked_on	标记的日期
        ExperienceData.promoted_on	推广的日期；还没有推广的为 null
        LineData	一个部门的本系统
        LineData.unit	部门全称
        LineData.year	统计指导督促的年份
        LineData.is_declared	机构名录是否写明本系统的单位；false 为以县（市、区）政府代替
        LineData.units	本系统的单位
        LineRow	本系统的一家单位
        LineRow.unit	单位的编号
        LineRow.name	单位全称
        LineRow.shares	与部门共同承担的任务里的分工数
        LineRow.late	其中逾期或者到期未报告的
        LineRow.submitted	其中待核验的
        LineRow.verified	其中已核验的
        LineRow.guided	这一年指导督促几次
        LineRow.last_guided_on	最近一次的日期；没有过的为 null
        Guidance.VisitInput	要登记的走访
        Guidance.VisitInput.kind	类型：guidance 指导督促，survey 调查研究
        Guidance.VisitInput.unit	去的单位的编号
        Guidance.VisitInput.on	日期
        Guidance.VisitInput.where	地点
        Guidance.VisitInput.visited	走访的单位，名称；指导督促的必填
        Guidance.VisitInput.whom	走访的对象；不要写姓名和电话
        Guidance.VisitInput.found	发现的情况
        Guidance.VisitInput.asked	提出的要求或者建议；可不填
        Guidance.VisitInput.obligations	关联的任务的编号；可不填
        Guidance.CallInput	要求报送方案
        Guidance.CallInput.units	要报送的单位，照文件的写法
        Guidance.CallInput.place	出处，如 三（一）；可不填
        Guidance.CallInput.due_on	最后一天；没有限定的不填
        Guidance.CallInput.known	登记以前看到有几次登记；填了的，刚刚有别人登记过就不再登记
        Guidance.PlanInput	要报送的方案
        Guidance.PlanInput.unit	单位的编号
        Guidance.PlanInput.title	方案的名称
        Guidance.PlanInput.dated_on	方案的日期
        Guidance.PlanInput.link	方案的地址
        Guidance.MarkInput	要标记的典型经验
        Guidance.MarkInput.obligation	任务的编号
        Guidance.MarkInput.share	分工的编号
        Guidance.MarkInput.report	报告的编号；不专指哪次报告的不填
        Guidance.MarkInput.title	名称
        Guidance.MarkInput.text	做法；不填用报告的文字
        Guidance.MarkInput.why	值得推广的理由
        Guidance.SeenInput	一条典型经验
        Guidance.SeenInput.seen	编号和版本，如答复里的 seen
        Guidance.TakeBackInput	要撤下的典型经验
        Guidance.TakeBackInput.seen	编号和版本，如答复里的 seen
        Guidance.TakeBackInput.reason	理由
        Guidance.VisitAnswer	办理的结果
        Guidance.VisitAnswer.visit	走访的编号
        Guidance.CallAnswer	办理的结果
        Guidance.CallAnswer.call	登记的编号
        Guidance.PlanAnswer	办理的结果
        Guidance.PlanAnswer.plan	方案的编号
        Guidance.ExperienceAnswer	办理的结果
        Guidance.ExperienceAnswer.experience	典型经验的编号
        """;

    private const string Parameters = """
        plan	方案的编号
        """;

    public static ApiWords All { get; } = ApiWords.Of(Types, Parameters);
}
