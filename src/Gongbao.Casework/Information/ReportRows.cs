namespace Gongbao.Casework.Information;

/// <summary>Who asked, as the yearly report tells them apart (申请人类型).</summary>
/// <source>国办公开办函〔2021〕30号</source>
internal enum ApplicantKind
{
    /// <summary>自然人.</summary>
    Person,

    /// <summary>商业企业.</summary>
    Business,

    /// <summary>科研机构.</summary>
    Research,

    /// <summary>社会公益组织.</summary>
    Charity,

    /// <summary>法律服务机构.</summary>
    LegalServices,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>How a request came out, as a line of the third table of the yearly report (本年度办理结果).</summary>
/// <source>国办公开办函〔2021〕30号; 《政府信息公开条例》第三十六条</source>
internal enum ReportRow
{
    /// <summary>（一）予以公开.</summary>
    Open,

    /// <summary>（二）部分公开; what is parted is counted here alone.</summary>
    Partly,

    /// <summary>（三）1. 属于国家秘密.</summary>
    StateSecret,

    /// <summary>（三）2. 其他法律行政法规禁止公开.</summary>
    ForbiddenByLaw,

    /// <summary>（三）3. 危及“三安全一稳定”.</summary>
    Endangers,

    /// <summary>（三）4. 保护第三方合法权益.</summary>
    ThirdParty,

    /// <summary>（三）5. 属于三类内部事务信息.</summary>
    InternalAffairs,

    /// <summary>（三）6. 属于四类过程性信息.</summary>
    Process,

    /// <summary>（三）7. 属于行政执法案卷.</summary>
    EnforcementFile,

    /// <summary>（三）8. 属于行政查询事项.</summary>
    AdministrativeQuery,

    /// <summary>（四）1. 本机关不掌握相关政府信息.</summary>
    NotHeld,

    /// <summary>（四）2. 没有现成信息需要另行制作.</summary>
    ToBeMade,

    /// <summary>（四）3. 补正后申请内容仍不明确.</summary>
    StillUnclear,

    /// <summary>（五）1. 信访举报投诉类申请.</summary>
    Petition,

    /// <summary>（五）2. 重复申请.</summary>
    Repeated,

    /// <summary>（五）3. 要求提供公开出版物.</summary>
    Publication,

    /// <summary>（五）4. 无正当理由大量反复申请.</summary>
    Abnormal,

    /// <summary>（五）5. 要求行政机关确认或重新出具已获取信息.</summary>
    Reissue,

    /// <summary>（六）1. 申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请.</summary>
    Lapsed,

    /// <summary>（六）2. 申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请.</summary>
    Unpaid,

    /// <summary>（六）3. 其他.</summary>
    Other,
}

/// <summary>How a dispute is carried on (救济途径).</summary>
internal enum RemedyKind
{
    /// <summary>行政复议.</summary>
    Reconsideration,

    /// <summary>行政诉讼，未经复议直接起诉.</summary>
    DirectSuit,

    /// <summary>行政诉讼，复议后起诉.</summary>
    SuitAfterReconsideration,
}

/// <summary>How it came out.</summary>
internal enum RemedyResult
{
    /// <summary>结果维持.</summary>
    Upheld,

    /// <summary>结果纠正.</summary>
    Corrected,

    /// <summary>其他结果.</summary>
    Other,
}
