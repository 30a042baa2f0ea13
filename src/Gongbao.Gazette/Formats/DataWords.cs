using Gongbao.Gazette.Citations.Showing;
using Gongbao.Gazette.Embedding;
using Gongbao.Gazette.Statistics;
using Gongbao.Web;

namespace Gongbao.Gazette.Formats;

/// <summary>
/// The data of the gazette in words (数据说明), one line a type or property; a test finds what is not described and what no longer is. The title of a
/// document and of its line in a list is that without the issuer, who stands beside it in <c>issuers</c>; with the issuer it is <c>full_title</c>.
/// </summary>
internal static class DataWords
{
    private const string Parameters = """
        document	文件在地址里的部分，即 /d/ 后面的一段，如 清市府发-2025-5
        clause	条款在地址里的部分，如 三.十
        issue	期在地址里的部分，如 qinghe-2025-03
        format	格式，见 /api/gazette/formats
        q	搜索的词：文号（任何写法）、标题、机关、条款或正文里的词
        cursor	下一页：原样填上一页答复里的 next，q 和筛选条件不变；不能与 page 同时填
        since	上次 manifest.json 里的 cursor；不填则取全部
        issuer	发文机关的全称
        kind	文种，如 通知
        year	成文年份，如 2025
        topic	主题的编号，见 /api/gazette/topics
        audience	对象的编号，见 /api/gazette/topics
        level	制发层级的编号
        normative	是否规范性文件的编号
        validity	效力，如“现行有效”“废止”
        key	保存的搜索的订阅地址里的那一串字符，不要告诉别人
        on	查看哪一天的效力和文字，如 2023-05-01；不填为今天
        known	只看在这一时刻前获知的，如 2023-05-01T08:00:00+08:00
        state	审读台：open 待审读（默认），decided 已决定；来文：stored、unchanged、refused、waiting、cancelled、opened 或 held；任务台账：状态，如 overdue
        Idempotency-Key	自拟的一串字符，最多 200 个；同一次提交重发时不变，就不会办两次，得到的是第一次的答复
        slug	清理在地址里的部分，即 /clean-ups/ 后面的一段
        id	上传的编号，见收下时的答复
        page	第几页，从 1 起；不能与 cursor 同时填
        cited	不在库而被引用的下一页：原样填上一页答复里的 cited_next
        """;

    private const string Types = """
        Stream	文件的字节
        ProblemDetails	错误（RFC 9457）
        ProblemDetails.type	错误的种类
        ProblemDetails.title	名称
        ProblemDetails.status	HTTP 状态
        ProblemDetails.detail	一句话：为什么，怎么办
        ProblemDetails.instance	出错之处
        IssueList	各期，一页
        IssueList.issues	期，新的在前
        IssueList.next	下一页的 cursor；最后一页为 null
        IssueSummary	一期公报
        IssueSummary.slug	在地址里的部分
        IssueSummary.title	期名，封面所印；没有封面的是文件名
        IssueSummary.totals	读出了多少
        IssueView	一期公报及其目录
        IssueView.slug	在地址里的部分
        IssueView.title	期名，封面所印；没有封面的是文件名
        IssueView.source_name	由哪个文件读出
        IssueView.sections	栏目，按发文机关分
        IssueView.totals	读出了多少
        IssueView.is_single	单独来文，不是一期
        IssueSection	目录里的一栏
        IssueSection.name	栏目名称
        IssueSection.documents	栏内的文件，依次
        DocumentLine	目录或搜索结果里的一份文件
        DocumentLine.slug	在地址里的部分
        DocumentLine.number	发文字号；没有印的为 null
        DocumentLine.issuers	发文机关，主办的在前
        DocumentLine.title	标题，不带发文机关，与文件的答复里的一样
        DocumentLine.full_title	带发文机关的标题，如同引用时的写法
        DocumentLine.dated_on	成文日期；没有印的为 null
        DocumentLine.obligations	读出的任务数
        DocumentLine.flags	尚待人工审读之处
        DocumentLine.others	还读出了什么，如 表扬 51 项
        DocumentLine.state	目录里：那天的效力；那时还没有这份文件的，和不在目录里的，为 null
        DocumentLine.state_name	目录里：那天的效力，用话说；不在目录里的为 null
        ReadingTotals	一期读出的数量
        ReadingTotals.documents	文件
        ReadingTotals.obligations	任务
        ReadingTotals.honours	表扬
        ReadingTotals.grades	考核等次
        ReadingTotals.personnel_acts	任免
        ReadingTotals.score_items	评分项
        ReadingTotals.flags	待审读之处
        ReadingTotals.obligation_tables	写有任务的表和清单
        ReadingTotals.characters	原文字数
        ReadingTotals.unaccounted	既不在文件里、也不是页眉页码的字数
        DocumentView	一份公文：要素、正文、附件和读出的任务。个人信息已遮盖
        DocumentView.slug	在地址里的部分，不变
        DocumentView.issue_slug	所在的期，在地址里的部分
        DocumentView.issue_title	所在的期
        DocumentView.number	发文字号；没有印的为 null
        DocumentView.issuers	发文机关，主办的在前
        DocumentView.title	标题，不带发文机关
        DocumentView.kind	文种（十五种之一）；看不出的为 null
        DocumentView.is_single	单独来文，不在哪一期里
        DocumentView.classes	主题、对象、制发层级、是否规范性文件
        DocumentView.addressees	主送机关，不带冒号；没有主送的为 null
        DocumentView.dated_on	成文日期；没有印的为 null
        DocumentView.attachments	附件名称
        DocumentView.cites	正文引用的文件，依出现的次序
        DocumentView.body	正文、署名、日期和附件，依印刷次序；文首要素和主送机关不在内
        DocumentView.obligations	读出的任务
        DocumentView.flags	尚待人工审读之处
        DocumentView.validity	在所问那天的效力
        DocumentView.from_line	原文起始行，从 1 起
        DocumentView.to_line	原文末行
        DocumentView.previous	同期的上一份；第一份为 null
        DocumentView.next	同期的下一份；最后一份为 null
        DocumentView.citation	别的文件引用它的写法：《标题》（文号）
        BlockView	正文的一块：条款、自然段、附件、表等，其下的内容在 children
        BlockView.kind	是什么
        NodeKind	一块的种类：clause 条款，paragraph 自然段，table 表，row 行，cell 格，attachment 附件，attached_text 所附正文，title 其标题，byline 题下的署名，signature 署名，dated_on 日期，attachment_note 附件说明，remark 附注，imprint 版记，form 表单，field 栏，list 名单，entry 一项，block 未能归类而原样保留；其余的只在文首
        BlockView.slug	在地址里的部分，也是网页上的锚点；没有地址的为 null
        BlockView.place	引用时的写法，如 三（十）；没有的为 null
        BlockView.label	所印的序号，如 一、；没有的为 null
        BlockView.level	层级：1 一、 2 （一） 3 1． 4 （1）；没有序号的为 0
        BlockView.text	自己的文字，不含序号和下级
        BlockView.children	下级，依印刷次序
        BlockView.line	第一个字在原文的行，从 1 起
        BlockView.page	所印的页码；看不出的为 null
        BlockView.confidence	读得有多准，0 到 1
        BlockView.obligations	由这一块读出的任务，不含下级的
        BlockView.flags	这一块尚待人工审读之处
        BlockView.cites	这一块引用的文件
        BlockView.changes	到所问那天为止，后来的文件对它做了什么
        BlockView.cited_by	引用它的文件数
        BlockView.explained_by	解读它的文件
        BlockView.is_table_head	是否表头
        BlockView.plain	自己的文字，连成一串
        TextRun	一段同类的文字
        TextRun.text	文字
        TextRun.kind	是什么文字
        RunKind	plain 一般文字，masked 遮盖了的个人信息，cite 别的文件的文号
        TextRun.href	引用指向的地址；没有的为 null
        CitedDocument	正文引用的一份文件
        CitedDocument.number	所印的文号
        CitedDocument.slug	在库时它的地址部分；不在库的为 null
        ExplainingDocument	一份解读
        ExplainingDocument.slug	在地址里的部分
        ExplainingDocument.title	标题
        BlockChange	对一处所做的修改
        BlockChange.kind	做了什么
        BlockChange.on	从哪天起
        BlockChange.cause	依据的那句话
        BlockChange.before	原来的文字；没有的为 null
        BlockChange.is_applied	false：正文里没有所说的地方或字句，文字未改
        BlockChangeKind	words 修改字句，replaced 修改，deleted 删去，inserted 增加，renumbered 移动序号，repealed 废止，suspended 暂缓施行
        ValidityView	一份文件的效力
        ValidityView.day	说的是哪一天
        ValidityView.state	那天的状态；那时还没有这份文件的为 null
        ValidityView.state_name	状态，用话说
        ValidityView.since	从哪天起；没有依据的为 null
        ValidityView.cause	依据的那句话；文件没有说的为 null
        ValidityView.expires_on	有效期的最后一日；没有有效期的为 null
        ValidityView.states	先后各个状态
        ValidityView.waiting	还没有人确认的说法，不影响状态
        ValidityView.not_known	known 早于文库收到这份文件的时刻时的说明；否则为 null
        ValidityView.known_since	文库第一次收到这份文件的时刻
        ValidityView.not_applied	已经生效、但没能并入正文的修改，须对照原句
        StateView	从一天起的状态
        StateView.from	从哪天起；没有依据的为 null
        StateView.state	状态
        StateView.state_name	状态，用话说
        StateView.cause	依据的那句话
        CauseView	关于效力的一句话
        CauseView.id	编号
        CauseView.effect	作用
        CauseView.effect_name	作用，用话说
        CauseView.words	所印的句子，个人信息已遮盖
        CauseView.on	从哪天起
        CauseView.until	到哪天止
        CauseView.place	说的是哪一处；说全文的为 null
        CauseView.document	哪份文件说的，地址部分；清理决定为 null
        CauseView.full_title	带发文机关的标题
        CauseView.number	文号；没有的为 null
        CauseView.clause	哪一条说的；在文首的为 null
        CauseView.known_since	从何时起计入；还没有确认的为 null
        CauseView.span_from	句子在原文的起点（UTF-16）
        CauseView.span_to	句子在原文的终点，不含
        CauseView.clean_up	哪次清理决定的，地址部分；文件所说的为 null
        ValidityOverviewView	全库效力概况
        ValidityOverviewView.day	说的是哪一天
        ValidityOverviewView.documents	那时的文件数
        ValidityOverviewView.states	各状态的文件数
        ValidityOverviewView.expiring	180 日内期满的，先到的在前
        ValidityOverviewView.expiring_count	180 日内期满的份数
        ValidityOverviewView.waiting	还没有人确认的说法
        ValidityOverviewView.not_known	known 早于文库收到第一份文件的时刻时的说明；否则为 null
        StateCount	一个状态的文件数
        StateCount.state	状态
        StateCount.state_name	状态，用话说
        StateCount.documents	文件数
        ExpiringDocument	将要期满的文件
        ExpiringDocument.slug	在地址里的部分
        ExpiringDocument.full_title	带发文机关的标题
        ExpiringDocument.number	文号；没有的为 null
        ExpiringDocument.expires_on	最后一日
        ExpiringDocument.days	还有几天
        ExpiringDocument.href	网页地址
        Validity.DecisionInput	对一些说法的决定
        Validity.DecisionInput.seen	各项的 seen，照列表给出的
        Validity.DecisionInput.verdict	confirmed 确认，rejected 不成立，open 撤回
        Validity.DecisionInput.on	更正：从哪天起
        Validity.DecisionInput.until	更正：到哪天止
        Validity.DecisionInput.target	更正：说的是哪份文件，地址部分
        Validity.DecisionInput.reason	理由
        Validity.DecisionAnswer	决定的结果
        Validity.DecisionAnswer.decided	办了几项
        Validity.ClaimList	尚未经人确认的说法，一页
        Validity.ClaimList.claims	说法
        Validity.ClaimList.total	共几项
        Validity.ClaimList.page	第几页，从 1 起
        Validity.ClaimList.pages	共几页
        Validity.ClaimList.next	下一页的 cursor；最后一页为 null
        Validity.ClaimItem	一项说法
        Validity.ClaimItem.seen	决定时原样交回，表明看到的是哪一版
        Validity.ClaimItem.state	Open 待确认，Confirmed 已确认，Rejected 不成立，Standing 无需确认
        Validity.ClaimItem.cause	哪一句说的，说了什么
        Validity.ClaimItem.target_words	说的是谁，照印
        Validity.ClaimItem.target	说的是库里哪份文件；不能确定的为 null
        Validity.ClaimItem.instruction	怎样修改；不是修改的为 null
        Validity.ClaimItem.why	为什么要人确认；没有的为 null
        Validity.ClaimItem.confidence	读得有多准，0 到 1
        Validity.ClaimItem.decided_at	何时决定；没有决定的为 null
        Validity.ClaimItem.reason	决定的理由；没有的为 null
        ClaimTarget	说到的一份文件
        ClaimTarget.slug	在地址里的部分
        ClaimTarget.full_title	带发文机关的标题
        ClaimTarget.number	文号；没有的为 null
        ClaimTarget.href	网页地址
        AmendmentInstruction	一条修改指令
        AmendmentInstruction.action	做什么
        AmendmentInstruction.old	去掉的字句；整处去掉的为 null
        AmendmentInstruction.new	换上的字句；没有的为 null
        AmendmentInstruction.months	延长几个月；不是延长的为 null
        AmendmentAction	怎样修改：replace_words 替换字句，replace_clause 整条修改，delete 删去，insert 增加，renumber 移动序号，extend_term 延长有效期
        CampaignList	已公布结果的文件清理，一页
        CampaignList.clean_ups	清理，新的在前
        CampaignList.next	下一页的 cursor；最后一页为 null
        CampaignLine	一次文件清理
        CampaignLine.slug	在地址里的部分
        CampaignLine.name	名称
        CampaignLine.state	进行到哪里
        CampaignLine.opened_on	开展的日期
        CampaignLine.due_on	完成的期限
        CampaignLine.published_on	公布的日期；没有公布的为 null
        CampaignLine.effect_on	生效的日期；没有公布的为 null
        CampaignLine.documents	文件数
        CampaignState	清理进行到哪里：running 进行中，published 已公布，abandoned 已终止
        CampaignName	一次清理的名称
        CampaignName.slug	在地址里的部分
        CampaignName.name	名称
        CleanUpResult	公布的清理结果
        CleanUpResult.slug	在地址里的部分
        CleanUpResult.name	名称
        CleanUpResult.scope	清理的范围
        CleanUpResult.offices	提出意见的各方
        CleanUpResult.published_on	公布的日期
        CleanUpResult.effect_on	生效的日期
        CleanUpResult.corrects	更正的是哪一次的结果；不是更正的为 null
        CleanUpResult.corrected_by	更正它的各次清理
        CleanUpResult.keep	继续有效的
        CleanUpResult.repeal	废止的
        CleanUpResult.invalidate	宣布失效的
        CleanUpResult.amend	拟修改的
        ResultLine	清理结果里的一份文件
        ResultLine.number	文号；没有的为 null
        ResultLine.full_title	带发文机关的标题
        ResultLine.dated_on	成文日期；没有印的为 null
        ResultLine.reason	理由
        ResultLine.until	新的有效期至；没有的为 null
        ResultLine.document	在地址里的部分
        ObligationView	读出的一项任务
        ObligationView.measure	对应正文哪一条，如 （五）；看不出的为 null
        ObligationView.group	类别；没有的为 null
        ObligationView.task	做什么
        ObligationView.output	成果形式；没有写的为 null
        ObligationView.units	责任单位，照印；没有写的为 null
        ObligationView.lead	牵头单位
        ObligationView.supporting	配合单位
        ObligationView.due_text	完成时限，照印；没有写的为 null
        ObligationView.due_on	时限为日期时的最后一日，含当日
        ObligationView.slug	由哪一块读出；没有地址的为 null
        ObligationView.confidence	读得有多准，0 到 1
        FlagView	一处待人工审读
        FlagView.why	为什么
        FlagView.line	原文行
        FlagView.slug	所在的块；没有地址的为 null
        FlagView.confidence	读得有多准，0 到 1
        SearchView	一页搜索结果
        SearchView.query	搜索的词，照原样
        SearchView.total	符合的文件数，最多数到 10000
        SearchView.page	第几页，从 1 起
        SearchView.pages	共几页，至少 1
        SearchView.hits	结果，最合的在前
        SearchView.on	查的是哪一天的文件和效力
        SearchView.is_more	比数到的还多
        SearchView.exact	输入了文号或者标题，而且只有一份文件与它相符时，那份文件的地址部分；没有的为 null
        SearchView.exact_clause	连同条款一起输入时，那一条的地址部分；没有的为 null
        SearchView.is_loose	没有原样的词，给出的是含有这些字的
        SearchView.filters	所设的筛选
        SearchView.facets	按各分面的分布
        SearchView.remarks	关于答复本身要说的话
        SearchView.next	下一页的 cursor；最后一页为 null
        SearchView.suggestions	没有结果时可以试试什么
        FacetView	一个分面的分布
        FacetView.key	参数名，如 kind
        FacetView.name	名称，如 文种
        FacetView.values	各值，多的在前，最多 50 个
        FacetCount	分面的一个值
        FacetCount.value	值
        FacetCount.count	文件数
        FacetCount.is_set	是否正用它筛选
        SearchSuggestion	一条提示
        SearchSuggestion.text	文字
        SearchSuggestion.kind	是什么：文号、标题、机关、少一个词、另一天、条款
        SearchSuggestion.href	指向哪里
        SearchHit	一份符合的文件
        SearchHit.document	文件
        SearchHit.issue_title	所在的期
        SearchHit.why	为什么找到它
        SearchHit.places	符合之处，最合的几处
        SearchHit.more_places	此外还有几处
        SearchHit.state	那一天的效力
        HitState	一份文件在所查那一天的效力
        HitState.code	状态
        HitState.name	状态，用话说
        SearchPlace	一处符合
        SearchPlace.slug	条款的地址部分；没有地址的为 null
        SearchPlace.place	引用时的写法；没有的为 null
        SearchPlace.snippet	摘要
        SnippetPart	摘要的一段
        SnippetPart.text	文字
        SnippetPart.is_found	是否搜索的词
        Format.FormatName	一种格式
        Format.FormatName.key	在地址里的写法
        Format.FormatName.name	名称
        Format.FormatName.media_type	媒体类型
        Format.FormatName.extension	文件扩展名
        DocumentClasses	一份文件的分类
        DocumentClasses.topics	主题
        DocumentClasses.audiences	对象
        DocumentClasses.level	制发层级；看不出的为 null
        DocumentClasses.normative_status	政府规章、行政规范性文件或都不是；看不出的为 null
        DocumentClasses.is_proposed	还没有人认定
        ClassName	一个分类
        ClassName.id	编号
        ClassName.name	名称
        CountedTopics	主题和对象，各有多少份文件
        CountedTopics.topics	主题，有上下级
        CountedTopics.audiences	对象
        CountedClass	一个分类和它的文件数
        CountedClass.id	编号
        CountedClass.name	名称
        CountedClass.documents	文件数，含下级的
        CountedClass.under	下级
        UncarriedView	须在公报上刊登而没有刊登的规章和规范性文件
        UncarriedView.held	在库的，这一页
        UncarriedView.held_total	在库的共几份
        UncarriedView.page	第几页，从 1 起
        UncarriedView.pages	共几页
        UncarriedView.cited	不在库而被引用的，引用多的在前，这一页
        UncarriedView.next	在库的下一页的 cursor；最后一页为 null
        UncarriedView.cited_next	不在库的下一页的 cited；最后一页为 null
        UncarriedDocument	一份没有刊登的
        UncarriedDocument.full_title	带发文机关的标题
        UncarriedDocument.number	文号；不知道的为 null
        UncarriedDocument.slug	文件的地址部分；不在库的为 null
        UncarriedDocument.status	政府规章或行政规范性文件
        UncarriedDocument.is_proposed	还没有人认定
        UncarriedDocument.why	为什么说没有刊登
        UncarriedDocument.cited_by	被几份文件引用
        """;

    public static ApiWords All { get; } = ApiWords.Of(Types + '\n' + OfficeWords.Types + '\n' + CitationDataWords.Types + '\n' + StatisticsWords.Types + '\n' + EmbeddingWords.Types, Parameters + '\n' + CitationDataWords.Parameters);
}
