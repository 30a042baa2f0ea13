using Gongbao.Web;

namespace Gongbao.Ledger.Desk;

/// <summary>The data of one obligation and of the acts about it in words (数据说明), one line a type or property.</summary>
internal static class ObligationWords
{
    private const string SeenOf = "任务的编号和版本，如答复里的 seen";

    private const string Types = $"""
        ObligationDetail	一项任务和它的办理情况
        ObligationDetail.id	任务的编号
        ObligationDetail.programme	文件在地址里的部分
        ObligationDetail.full_title	文件的标题，带发文机关
        ObligationDetail.number	文号；没有时为 null
        ObligationDetail.basis	文件以外的依据，如上级文件、会议的议定事项；没有的为 null
        ObligationDetail.evidence_wanted	证明材料要求；没有提出的为 null
        ObligationDetail.limit_explained	时限怎样得出，一句话
        ObligationDetail.limits	先后的时限，现在按的在前
        ObligationDetail.obligation	任务、分工和今天的状态
        ObligationDetail.questions	文件没有写明、要人明确的事项，已明确的在内
        ObligationDetail.reports	已经公开的报告
        ObligationDetail.awaits	等待哪些任务（前置任务）
        ObligationDetail.awaited_by	哪些任务等待它
        ObligationDetail.same	其他文件里的同一任务
        ObligationDetail.moves	重新推算改动过的日期
        ObligationDetail.acts	办理经过，先办的在前；不办理这项任务的人为 null
        LimitData	一个时限
        LimitData.words	写法；没有标明的为 null
        LimitData.origin	谁定的：document 文件，decided 认定，overridden 上级另定
        LimitData.reason	认定或者改定的理由；文件所定的为 null
        LimitData.source	依据；没有的为 null
        LimitData.set_on	哪一天定的；文件所定的为 null
        LimitOrigin	时限由谁定：document 文件，decided 认定，overridden 上级另定
        QuestionData	文件没有写明的一件事
        QuestionData.question	编号；明确时填上
        QuestionData.kind	是什么：unit 对应不到单位，group 泛指的单位，others 等，mended 疑有漏字或误印，limit 时限
        QuestionData.words	文件里的字样；没有的为空
        QuestionData.why	为什么要明确
        QuestionData.answer	怎样明确的；还没有明确的为 null
        QuestionKind	要明确什么：unit 对应不到单位，group 泛指的单位，others 等，mended 疑有漏字或误印，limit 时限
        LinkedData	另一项任务
        LinkedData.obligation	任务的编号
        LinkedData.seen	编号和版本
        LinkedData.document	文号，没有的是标题
        LinkedData.ordinal	在台账里的序号
        LinkedData.task	任务
        LinkedData.is_done	是否完成
        LinkedData.owed_on	还没有办结的单位最晚的到期日；没有的为 null
        MovedDay	一次改动的日期
        MovedDay.on	哪一天改动的
        MovedDay.reason	为什么
        MovedDay.before	原来的日期；没有的为 null
        MovedDay.after	现在的日期；没有的为 null
        ActData	办理经过里的一件事
        ActData.act	编号
        ActData.kind	办了什么，见 ActKind
        ActData.share	哪一份分工；办的是整项任务的为 null
        ActData.on	日期
        ActData.at	时刻；公开的报告里为 null
        ActData.by	谁办的，账号的编号；公开的报告里为 null
        ActData.on_behalf_of	代谁办的，账号的编号；不是代办的为 null
        ActData.text	情况、理由或者答复；没有的为 null
        ActData.day	所写的日期，如申请延到哪一天；没有的为 null
        ActData.limit	所定的时限；没有的为 null
        ActData.source	依据；没有的为 null
        ActData.turn	报告的是哪一期；不分期的为 null
        ActData.is_done	报告时是否称已办结
        ActData.link	佐证链接；没有的和公开的报告里为 null
        ActData.owner	措施由哪个岗位负责；不是措施的为 null
        ActData.answers	答复、核验或者公开的是哪一件；没有的为 null
        ActData.other	另一项任务的编号，如前置任务；没有的为 null
        ActData.is_waiting	是否正在等待答复
        ActData.is_public	是否已经公开
        ActData.evidence	佐证材料
        ActKind	办了什么：accepted 纳入台账，limit_decided 认定时限，limit_overridden 上级另定时限，event_happened 登记事情发生，unit_added 增列单位，reported 报告进展，verified 核验通过，sent_back 退回重办，released 免除，extension_asked 申请延期，extension_granted 同意延期，extension_declined 不同意延期，return_asked 退回改派，return_granted 同意退回，return_declined 不同意退回，raised 反映困难或者建议，answered 答复，measure_written 制定措施，made_public 公开进展，measure_reassigned 措施改由他岗负责，await_set 设定前置任务，await_removed 取消前置任务，same_task 认定为同一任务，not_same_task 认定为不是同一任务，evidence_wanted 提出证明材料要求，reminded 催办
        EvidenceData	一份佐证材料
        EvidenceData.evidence	编号；是文件的，凭它下载
        EvidenceData.kind	是什么：link 链接，figure 数据，file 文件
        EvidenceData.name	数据的指标，文件的名称；链接为 null
        EvidenceData.number	数据的数值；不是数据的为 null
        EvidenceData.unit	数据的计量单位；没有的为 null
        EvidenceData.link	地址；不是链接的为 null
        EvidenceData.media_type	文件的类型；不是文件的为 null
        EvidenceData.bytes	文件的字节数；不是文件的为 null
        EvidenceKind	佐证材料：link 链接，figure 数据，file 文件
        Obligation.LimitInput	认定或者改定的时限
        Obligation.LimitInput.seen	{SeenOf}
        Obligation.LimitInput.limit	时限，如 2023年6月30日前、每半年、收到通知后10个工作日内、长期坚持
        Obligation.LimitInput.by_higher	是否上级另有要求
        Obligation.LimitInput.reason	理由
        Obligation.LimitInput.source	依据；上级另有要求的必填
        Obligation.EventInput	起算时限的事情
        Obligation.EventInput.seen	{SeenOf}
        Obligation.EventInput.day	发生的日期
        Obligation.EventInput.text	发生了什么
        Obligation.RequestInput	单位的申请
        Obligation.RequestInput.seen	{SeenOf}
        Obligation.RequestInput.share	分工的编号
        Obligation.RequestInput.kind	extension 申请延期，return 退回改派，difficulty 反映困难或者建议
        Obligation.RequestInput.day	申请延到哪一天；只有延期填
        Obligation.RequestInput.reason	理由、困难或者建议
        Obligation.AnswerInput	对申请的答复
        Obligation.AnswerInput.seen	{SeenOf}
        Obligation.AnswerInput.request	申请的编号，即办理经过里那一件的 act
        Obligation.AnswerInput.is_granted	是否同意；困难和建议只答复
        Obligation.AnswerInput.text	答复；不同意的、答复困难和建议的必填
        Obligation.MeasureInput	单位的措施
        Obligation.MeasureInput.seen	{SeenOf}
        Obligation.MeasureInput.share	分工的编号
        Obligation.MeasureInput.text	怎样办
        Obligation.MeasureInput.owner	负责的岗位；不要写姓名
        Obligation.MeasureInput.day	完成的日期，不晚于到期日
        Obligation.ReleaseInput	免除
        Obligation.ReleaseInput.seen	{SeenOf}
        Obligation.ReleaseInput.share	分工的编号；不填则免除整项任务
        Obligation.ReleaseInput.reason	理由
        Obligation.ReleaseInput.source	依据；可不填
        Obligation.PublicationInput	要公开的报告
        Obligation.PublicationInput.seen	{SeenOf}
        Obligation.PublicationInput.report	报告的编号，即办理经过里那一件的 act
        Obligation.WantedInput	证明材料要求
        Obligation.WantedInput.seen	{SeenOf}
        Obligation.WantedInput.text	要求提供什么
        Obligation.DecisionInput	怎样明确
        Obligation.DecisionInput.seen	{SeenOf}
        Obligation.DecisionInput.question	事项的编号
        Obligation.DecisionInput.units	增列的单位，规范全称；没有别的单位的，不填
        Obligation.DecisionInput.role	分工；不填为责任
        Obligation.DecisionInput.reason	理由
        Obligation.AwaitInput	前置任务
        Obligation.AwaitInput.seen	{SeenOf}
        Obligation.AwaitInput.awaited	前置任务在本台账里的序号，或者它的编号、网页地址
        Obligation.AwaitInput.reason	等待的理由
        Obligation.AwaitEndInput	取消的前置任务
        Obligation.AwaitEndInput.seen	{SeenOf}
        Obligation.AwaitEndInput.awaited	前置任务的编号
        Obligation.AwaitEndInput.reason	取消的理由
        Obligation.SameInput	两项任务的认定
        Obligation.SameInput.seen	{SeenOf}
        Obligation.SameInput.other	另一项任务的编号和版本
        Obligation.SameInput.is_same	是不是同一任务
        Obligation.SameInput.reason	理由；可不填
        Obligation.ManyInput	批量办理
        Obligation.ManyInput.picks	办理哪些分工，一次最多 500 份
        Obligation.ManyInput.reason	理由、意见或者要求；退回、免除和提出证明材料要求的必填
        Obligation.ManyInput.source	免除的依据；可不填
        Obligation.PickInput	一份分工
        Obligation.PickInput.seen	{SeenOf}
        Obligation.PickInput.share	分工的编号
        Link.AlikeItems	文字相近的任务
        Link.AlikeItems.pairs	一对一对
        Link.AlikeItem	文字相近的两项任务
        Link.AlikeItem.one	一项
        Link.AlikeItem.other	另一项
        Link.AlikeItem.likeness	相近的程度，0 到 1
        Link.AlikeItem.decided	怎样认定的：same_task 或者 not_same_task；还没有认定的为 null
        ManyDone	批量办理的结果
        ManyDone.done	办了几份；提出证明材料要求的，办了几项
        ManyDone.left	没有办的
        LeftShare	没有办的一份
        LeftShare.obligation	任务的编号
        LeftShare.task	任务
        LeftShare.unit_name	单位全称
        LeftShare.why	为什么没有办
        Obligation.EntriesInput	手工录入的任务
        Obligation.EntriesInput.obligations	任务，依次编号
        Obligation.EntryInput	一项手工录入的任务
        Obligation.EntryInput.task	任务
        Obligation.EntryInput.measure	所属的措施；可不填
        Obligation.EntryInput.group	类别；可不填
        Obligation.EntryInput.lead	牵头单位，几家之间用顿号；可不填
        Obligation.EntryInput.units	责任单位，几家之间用顿号；不填留作待明确
        Obligation.EntryInput.supporting	配合单位，几家之间用顿号；可不填
        Obligation.EntryInput.limit	完成时限；不填留作待明确
        Obligation.EntryInput.output	成果形式；可不填
        Obligation.EntryInput.evidence	证明材料要求；可不填
        Obligation.EntryInput.place	文件里哪一条要求的，如 三（十）；可不填
        Obligation.EntryInput.source	依据；不是这份文件要求的必填
        Obligation.EntryInput.since	从哪一天起负责；不填为文件成文之日，没有的为今天
        Obligation.EnteredAnswer	录入的结果
        Obligation.EnteredAnswer.obligations	任务的编号，依录入的次序
        Obligation.ProgrammeInput	文件库里没有的文件
        Obligation.ProgrammeInput.title	标题
        Obligation.ProgrammeInput.number	发文字号；没有的不填
        Obligation.ProgrammeInput.signed_on	成文日期
        Obligation.ProgrammeInput.source	从哪里来，如 省政府办公厅纸质通知
        Obligation.OpenedAnswer	新建的台账
        Obligation.OpenedAnswer.programme	文件在地址里的部分
        """;

    private const string Parameters = """
        obligation	任务的编号
        evidence	佐证材料的编号
        """;

    public static ApiWords All { get; } = ApiWords.Of(Types, Parameters);
}
