namespace Gongbao.Gazette.Formats;

/// <summary>The data with which the office works, in words, as <see cref="DataWords"/> has those for everybody.</summary>
internal static class OfficeWords
{
    public const string Types = """
        FileList.FileAnswer	导入的文件，一页
        FileList.FileAnswer.files	文件，新的在前
        FileList.FileAnswer.total	共几个
        FileList.FileAnswer.page	第几页，从 1 起
        FileList.FileAnswer.pages	共几页
        FileList.FileAnswer.next	下一页的 cursor；最后一页为 null
        FileList.FileItem	导入的一个文件
        FileList.FileItem.origin	从哪里来；上传的是 upload:、上传的编号和文件名
        FileList.FileItem.hash	内容的散列值
        FileList.FileItem.bytes	字节数
        FileList.FileItem.state	stored 已入库，unchanged 没有变化，refused 不收，waiting 待处理，cancelled 已取消，opened 已展开的压缩包，held 待确认定稿
        FileList.FileItem.reason	不收的原因；收了的为 null
        FileList.FileItem.issue	入了哪一期，地址部分；没有入库的为 null
        FileList.FileItem.brought_by	谁导入的
        FileList.FileItem.brought_at	何时导入
        Upload.ImportJob	一次上传和它的文件
        Upload.ImportJob.id	编号
        Upload.ImportJob.brought_by	谁上传的
        Upload.ImportJob.brought_at	何时上传
        Upload.ImportJob.is_done	是否没有待处理的文件了
        Upload.ImportJob.kept_until	上传的内容保存到哪一天；还有待处理的或者已经删除的为 null
        Upload.ImportJob.counts	各种结果的文件各有几个，名称同 state
        Upload.ImportJob.files	文件，依上传的次序，一页
        Upload.ImportJob.total	所问的文件共几个
        Upload.ImportJob.page	第几页，从 1 起
        Upload.ImportJob.pages	共几页
        Upload.ImportJob.next	下一页文件的 cursor；最后一页为 null
        Upload.ImportLine	一次上传
        Upload.ImportLine.id	编号
        Upload.ImportLine.brought_by	谁上传的
        Upload.ImportLine.brought_at	何时上传
        Upload.ImportLine.is_done	是否没有待处理的文件了
        Upload.ImportLine.counts	各种结果的文件各有几个，名称同 state
        Upload.ImportList	上传，一页
        Upload.ImportList.imports	上传，新的在前
        Upload.ImportList.next	下一页的 cursor；最后一页为 null
        Classification.ClassificationList	分类台的一页
        Classification.ClassificationList.documents	文件
        Classification.ClassificationList.total	共几份
        Classification.ClassificationList.page	第几页，从 1 起
        Classification.ClassificationList.pages	共几页
        Classification.ClassificationList.next	下一页的 cursor；最后一页为 null
        Classification.ClassificationItem	分类台上的一份文件
        Classification.ClassificationItem.document	文件的地址部分
        Classification.ClassificationItem.number	文号；没有的为 null
        Classification.ClassificationItem.full_title	带发文机关的标题
        Classification.ClassificationItem.state	proposed 待确认，accepted 已采纳，changed 已改定
        Classification.ClassificationItem.decided_by	谁认定的；没有认定的为 null
        Classification.ClassificationItem.decided_at	何时认定；没有认定的为 null
        Classification.ClassificationItem.classes	现在的分类
        Classification.ClassificationItem.proposal	按规则提出的分类和依据
        Classification.ClassificationItem.seen	认定时原样交回，表明看到的是哪一版
        Classification.ProposalItem	按规则提出的一个分类
        Classification.ProposalItem.aspect	哪一方面：topic 主题，audience 对象，level 制发层级，normative 是否规范性文件
        Classification.ProposalItem.id	编号
        Classification.ProposalItem.name	名称
        Classification.ProposalItem.score	得分
        Classification.ProposalItem.evidence	依据的文字
        Classification.DecisionInput	一次认定
        Classification.DecisionInput.seen	各份的 seen，照列表给出的
        Classification.DecisionInput.verdict	accept 采纳，change 改定，take-back 撤回
        Classification.DecisionInput.topic	改定时的主题编号；不填则不变
        Classification.DecisionInput.audience	改定时的对象编号；不填则不变
        Classification.DecisionInput.level	改定时的制发层级编号；不填则不变
        Classification.DecisionInput.normative	改定时是否规范性文件的编号；不填则不变
        Classification.DecisionAnswer	认定的结果
        Classification.DecisionAnswer.decided	办了几份
        Review.ReadingList	审读台的一页
        Review.ReadingList.readings	读不准的地方，最没有把握的在前
        Review.ReadingList.total	共几处
        Review.ReadingList.page	第几页，从 1 起
        Review.ReadingList.pages	共几页
        Review.ReadingList.next	下一页的 cursor；最后一页为 null
        Review.ReadingItem	一处读不准的地方
        Review.ReadingItem.id	编号
        Review.ReadingItem.document	文件的地址部分
        Review.ReadingItem.at	在文件的哪里
        Review.ReadingItem.kind	读的是什么
        Review.ReadingItem.proposal	程序读作什么
        Review.ReadingItem.correction	人改成了什么；没有改的为 null
        Review.ReadingItem.why	为什么存疑
        Review.ReadingItem.confidence	读得有多准，0 到 1
        Review.ReadingItem.line	原文行
        Review.ReadingItem.clause	条款的地址部分；没有的为 null
        Review.ReadingItem.state	proposed、accepted、corrected、rejected 等
        Review.ReadingItem.seen	决定时原样交回，表明看到的是哪一版
        Review.DecisionInput	一次决定
        Review.DecisionInput.seen	各处的 seen，照列表给出的
        Review.DecisionInput.verdict	accepted 采纳，corrected 更正，rejected 驳回，open 撤回决定
        Review.DecisionInput.correction	更正时填的内容
        Review.DecisionAnswer	决定的结果
        Review.DecisionAnswer.decided	办了几处
        Campaign.CampaignInput	要开展的清理
        Campaign.CampaignInput.name	名称
        Campaign.CampaignInput.due_on	完成的期限，如 2026-12-31
        Campaign.CampaignInput.offices	提出意见的各方，声明里的编号
        Campaign.CampaignInput.issuers	发文机关；不填则不限
        Campaign.CampaignInput.from	成文日期从哪天起；不填则不限
        Campaign.CampaignInput.to	成文日期到哪天止；不填则不限
        Campaign.CampaignInput.kinds	文种；不填则不限
        Campaign.CampaignInput.normative_only	只清理规范性文件
        Campaign.CampaignInput.in_force_only	只清理现行有效的；不填则是
        Campaign.CampaignInput.expires_within	只清理几日内期满的；不填则不限
        Campaign.CampaignInput.documents	指定的文件：发文字号或地址部分
        Campaign.CampaignInput.corrects	更正哪一次清理的结果；不是更正的不填
        Campaign.OpenedAnswer	开展了的清理
        Campaign.OpenedAnswer.slug	在地址里的部分
        Campaign.DocumentsInput	增列的文件
        Campaign.DocumentsInput.documents	发文字号或地址部分
        Campaign.OpinionInput	一方的意见
        Campaign.OpinionInput.seen	各份的 seen，照列表给出的
        Campaign.OpinionInput.office	代表哪一方，声明里的编号
        Campaign.OpinionInput.measure	keep 继续有效，amend 修改，repeal 废止，invalidate 宣布失效
        Campaign.OpinionInput.reason	理由
        Campaign.DecisionInput	一次决定
        Campaign.DecisionInput.seen	各份的 seen，照列表给出的
        Campaign.DecisionInput.measure	keep、amend、repeal 或 invalidate；按一致的意见决定的不填
        Campaign.DecisionInput.reason	理由
        Campaign.DecisionInput.until	继续有效的，新的有效期至；不填则不定
        Campaign.DecisionInput.take_back	撤回决定
        Campaign.PublicationInput	公布结果
        Campaign.PublicationInput.effect_on	自哪一天起生效；不填则自公布之日
        Campaign.CountAnswer	办了多少
        Campaign.CountAnswer.documents	文件数
        Campaign.CampaignItems	一次清理的文件、意见和进度
        Campaign.CampaignItems.slug	在地址里的部分
        Campaign.CampaignItems.name	名称
        Campaign.CampaignItems.state	running 进行中，published 已公布，abandoned 已终止
        Campaign.CampaignItems.due_on	完成的期限
        Campaign.CampaignItems.is_overdue	是否已逾期
        Campaign.CampaignItems.progress	各种进度的文件各有几份，名称同 status
        Campaign.CampaignItems.documents	文件，依清理里的次序，一页
        Campaign.CampaignItems.next	下一页的 cursor；最后一页为 null
        Basis.BasisAnswer	一处条款能不能作为依据
        Basis.BasisAnswer.clause	所问的条款
        Basis.BasisAnswer.on	所问的那天
        Basis.BasisAnswer.is_basis	能不能作为依据
        Basis.BasisAnswer.full_title	带发文机关的标题；不能作为依据的为 null
        Basis.BasisAnswer.number	文号；没有的为 null
        Basis.BasisAnswer.place	条款引用时的写法；指整份文件的为 null
        Basis.BasisAnswer.state	文件在那天的效力；不能作为依据的为 null
        Basis.BasisAnswer.address	网页地址；不能作为依据的为 null
        Basis.BasisAnswer.refusal	不能作为依据的原因代码；能的为 null
        Basis.BasisAnswer.reason	不能作为依据的理由；能的为 null
        Basis.BasisAnswer.source	理由的依据；能的为 null
        Campaign.DocumentItem	清理中的一份文件
        Campaign.DocumentItem.seen	提意见、作决定时原样交回，表明看到的是哪一版
        Campaign.DocumentItem.document	在地址里的部分
        Campaign.DocumentItem.number	文号；没有的为 null
        Campaign.DocumentItem.full_title	带发文机关的标题
        Campaign.DocumentItem.expires_on	有效期至；没有的为 null
        Campaign.DocumentItem.status	untouched 未提意见，partly 意见不全，agreed 意见一致，disagreed 意见不一致，decided 已决定
        Campaign.DocumentItem.opinions	各方最新的意见
        Campaign.DocumentItem.decision	决定；没有决定的为 null
        Campaign.DocumentItem.reason	决定的理由；没有决定的为 null
        Campaign.DocumentItem.until	新的有效期至；没有的为 null
        Campaign.OpinionItem	一方的意见
        Campaign.OpinionItem.office	哪一方，声明里的编号
        Campaign.OpinionItem.measure	keep、amend、repeal 或 invalidate
        Campaign.OpinionItem.reason	理由
        Campaign.OpinionItem.at	何时提出
        """;
}
