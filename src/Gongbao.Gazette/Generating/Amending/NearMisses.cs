using Gongbao.Gazette.Generating.Words;

namespace Gongbao.Gazette.Generating.Amending;

/// <summary>Sentences with the words of validity that say nothing of the validity of any document.</summary>
internal static class NearMisses
{
    public static string Sentence(Dice dice, Speech speech)
    {
        var matter = speech.Matter();
        var year = dice.Between(2012, 2017);
        return dice.Below(40) switch
        {
            0 => $"{dice.Pick<string>(["营业执照", "资格证书", "采伐许可"])}有效期{dice.Between(2, 9)}年。",
            1 => $"申请人应当在许可证有效期届满前{dice.Pick<string>(["30", "三十", "20"])}日提出延续申请。",
            2 => $"《{matter}暂行规定》已于{year}年废止。",
            3 => "被废止的文件不得作为行政管理的依据。",
            4 => $"此前市级有关{matter}的规定与{dice.Pick<string>(["本办法", "本文件", "本通知"])}不一致的，以{dice.Pick<string>(["本办法", "本文件", "本通知"])}为准。",
            5 => $"按照《{matter}条例》关于废止的规定办理。",
            6 => $"进一步修改完善{matter}工作方案，报市政府审定。",
            7 => $"对停止执行的{matter}项目，要做好后续资金清算。",
            8 => $"会议决定继续执行既定的{matter}方案。",
            9 => $"在合同有效期内，{speech.Sentence()}",
            10 => $"自{year + 9}年起实施{matter}三年行动。",
            11 => $"该政策自{year + 5}年1月1日起执行，惠及{dice.Between(200, 900)}户家庭。",
            12 => $"省级{matter}补助标准自{year + 6}年7月1日起施行，各地要及时兑现。",
            13 => $"检验报告自出具之日起{dice.Between(1, 3)}年内有效。",
            14 => "证书失效的，应当及时办理换发手续。",
            15 => $"项目合同自双方签字之日起生效，有效期{dice.Pick<string>(["三", "两", "一"])}年。",
            16 => $"对不再执行{matter}任务的人员，停止发放补贴。",
            17 => $"健全{matter}制度的立、改、废、释工作机制，及时修改、废止不适应发展的文件。",
            18 => $"符合条件的，自受理之日起{dice.Between(3, 20)}日内办结；逾期未补正的，申请自行失效。",
            19 => $"新修订的《{matter}法》自{year + 4}年9月1日起施行，要组织学习宣传。",
            20 => $"对已废止、失效文件中的{matter}事项进行全面清理。",
            21 => $"延长{matter}服务时间，节假日照常开放。",
            22 => $"任何单位不得擅自修改{matter}规划或者增加一项收费。",
            23 => $"预警信号解除后，应急响应同时终止，临时管控措施停止执行。",
            24 => "保险合同约定的有效期至次年12月31日的，按照约定办理。",
            25 => $"居住证每年签注一次，自{year + 7}年起试行网上签注，试行期间可以线下办理。",
            26 => $"上级部门对{matter}另有规定的，从其规定；国家政策调整的，相应修改实施细则。",
            27 => $"“{matter}”等{dice.Between(3, 9)}个证明事项已经取消，继续有效的证明清单由市司法局公布。",
            29 => "许可证的有效期为5年，自颁发之日起计算。",
            30 => $"各单位应当自本通知印发之日起30日内完成{matter}备案。",
            31 => $"{dice.Pick<string>(["本办法", "本通知"])}施行前已经取得的{matter}资格继续有效。",
            32 => $"自{dice.Pick<string>(["本办法", "本通知"])}施行之日起一年内，原有{matter}证书可以继续使用。",
            33 => $"废止、失效的{matter}文件目录由市司法局汇编。",
            34 => $"{dice.Pick<string>(["本办法", "本通知"])}所称有效期，是指{matter}合同载明的期限。",
            35 => $"{matter}补贴标准另行制定，补贴期限至{year + 8}年12月31日止。",
            36 => $"原定于{year + 6}年5月举行的{matter}活动推迟至{year + 6}年9月1日举行。",
            37 => $"受疫情影响，{matter}项目可以推迟实施，恢复施工的时间由业主确定。",
            38 => $"申报期限延期至{year + 7}年3月31日，逾期不再受理。",
            28 => $"公示期自{year + 6}年3月1日起至{year + 6}年3月10日止。",
            _ => $"凡在{matter}期间作出的承诺继续有效，不因机构改革而停止执行。",
        };
    }

    /// <summary>The same about a document of the library or outside of it.</summary>
    public static string About(Dice dice, Speech speech, Named named) => dice.Below(16) switch
    {
        0 => $"{named.Words}废止前已经受理的申请，按照原规定办理。",
        1 => $"对{named.Words}执行情况开展评估，提出修改、废止建议。",
        2 => $"根据修改后的{named.Words}，{speech.Sentence()}",
        3 => $"{named.Words}实施以来，{speech.Matter()}工作取得成效。",
        4 => $"在{named.Words}有效期内，各地要足额安排经费。",
        5 => $"{dice.Pick<string>(["建议", "拟"])}废止{named.Words}，由市司法局会同有关部门研究。",
        6 => $"{named.Words}规定的补贴自{dice.Between(2015, 2018)}年1月1日起执行，标准保持不变。",
        7 => $"{named.Words}继续执行情况纳入年度督查。",
        8 => $"{named.Words}有效期届满前6个月，由起草单位组织评估。",
        9 => $"任何单位不得以{named.Words}已经废止为由拒绝履行承诺。",
        10 => $"严格落实{named.Words}关于停止执行收费项目的要求。",
        11 => $"对照{named.Words}修改本单位的{speech.Matter()}制度。",
        12 => $"{named.Words}废止后，相关{speech.Matter()}档案由市档案馆保存。",
        13 => $"{named.Words}规定的申报期限延期至{dice.Between(2019, 2024)}年6月30日。",
        14 => $"{named.Words}恢复执行前办理的{speech.Matter()}事项，不再重复办理。",
        _ => $"适时修订{named.Words}，{speech.Sentence()}",
    };
}
