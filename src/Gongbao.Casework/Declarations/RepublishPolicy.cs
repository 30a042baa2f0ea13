namespace Gongbao.Casework.Declarations;

/// <summary>What becomes of cases that run when their declaration is published anew (新版流程的适用).</summary>
internal enum RepublishPolicy
{
    /// <summary>They keep the version under which they began (只适用于新申请).</summary>
    NewCasesOnly,

    /// <summary>They go on under the new one with the next thing that the applicant submits (下次提交时适用).</summary>
    AtNextSubmission,

    /// <summary>They go on under the new one from its publication (立即适用).</summary>
    AtOnce,
}
