namespace Gongbao.Gazette.Generating.Words;

/// <summary>The words sentences are made of. They are common words of administration, put together by chance; nothing is quoted.</summary>
internal static class Banks
{
    public static readonly string[] Verbs = Split("推进 完善 健全 优化 规范 夯实 拓展 深化 细化 梳理 提升 统筹 改进 盘活 补齐 培育 整合 用好 抓好 落细");
    public static readonly string[] Acts = Split("开展 组织 实施 启动 举办 安排 部署 落实 探索 推广");
    public static readonly string[] Things = Split(
        "河道清淤工程 老旧管网改造 公交线网 农贸市场设施 社区食堂布点 校园周边交通秩序 县乡公路养护 冷链仓储能力 茶叶加工链条 古镇保护规划 "
        + "图书流转网络 夜间照明设施 充电设施布局 停车泊位资源 排水防涝体系 水源地巡护机制 林区防火道路 山塘水库管护 渡口安全设施 乡村客运班线 "
        + "零工市场服务 托育机构备案 家庭医生签约 慢病随访台账 药品配送渠道 养老床位供给 无障碍坡道 公共厕所布局 垃圾分拣中心 餐厨废弃物收运 "
        + "秸秆利用途径 测土配方服务 良种繁育基地 水产养殖尾水治理 粮食烘干能力 高标准农田管护 农机作业调度 产地检测网点 电商服务站点 品牌培育清单 "
        + "中小企业融资对接 园区标准厂房 招商项目台账 用工监测制度 技能培训课程 检验检测平台 知识产权托管 首台套保险补偿 物流园区配套 口岸通关流程 "
        + "档案数字化加工 政务大厅动线 热线知识条目 电子证照归集 印章使用台账 会议精简措施 基层报表清单 督查台账 信访积案化解 法律援助站点");
    public static readonly string[] Matters = Split(
        "城市更新 水利建设 乡村道路 公共文化 全民健身 学前教育 职业教育 医疗急救 妇幼保健 养老照护 残疾人服务 住房保障 物业管理 园林绿化 "
        + "噪声治理 扬尘管控 节约用水 森林防火 河湖管护 气象服务 消防安全 燃气安全 校车安全 特种设备 食品摊点 冷链食品 农资市场 种质资源 "
        + "渔业增殖 茶园改造 竹木加工 中药材种植 乡村旅游 古树名木 文物修缮 非遗传承 广播电视 数字图书 信用建设 政府采购 资产清查 统计调查 "
        + "人才引进 创业孵化 劳动维权 社会救助 志愿服务 殡葬改革 地名管理 应急物资 避险演练 供水安全 电力保供 通信基站 快递进村 公路治超");
    public static readonly string[] Aims = Split(
        "切实方便群众办事 提高设施使用效率 降低企业运行成本 守住安全底线 形成闭环管理 做到底数清楚 让办理过程看得见 减少重复填报 "
        + "避免资源闲置 补上服务空白 稳定市场预期 保障汛期平稳 缩短等候时间 增强基层承载能力 提升群众获得感 推动责任落到岗位 压减中间环节 带动沿线村组增收");
    public static readonly string[] Ways = Split(
        "逐户走访 分片包联 月度会商 现场核验 清单管理 台账销号 以奖代补 错峰施工 集中采购 联合执法 双向交底 随机抽查 首问负责 容缺受理 "
        + "上门服务 预约办理 结对帮带 轮值巡查 公开竞价 专家评审 第三方测评 视频调度 网格巡查 部门会签");
    public static readonly string[] Actors = Split(
        "行业协会 骨干企业 村民小组 社区工作者 志愿者队伍 职业院校 科研院所 金融机构 保险机构 农民合作社 家庭农场 物业企业 商户代表 "
        + "楼栋长 河长 林长 网格员 退休教师 返乡青年 专业机构");
    public static readonly string[] Places = Split(
        "沿江片区 老城片区 北部新区 山区乡镇 库区村组 城乡结合部 工业集中区 高铁站周边 学校医院周边 集镇街区 旅游环线 易涝点位 背街小巷 农村居民点");
    public static readonly string[] Slogans = Split(
        "一码通办 邻里共享 早看晚查 一户一册 先修后养 两表合一 拎包入驻 半小时响应 门前三包 随手拍 五色预警 以河养河 一店一策 接单即办");
    public static readonly string[] Practices = Split(
        "周调度、月通报 定人、定岗、定责 边查、边改、边建 建档、跟踪、销号 先建机制、后建工程 能并则并、能减则减 谁建设、谁管护 一事一议、一点一策");
    public static readonly string[] Facilities = Split("服务站点 观测点 充电桩 停车泊位 社区食堂 健身步道 口袋公园 图书角 取水点 回收点 候车亭 便民窗口 维修驿站 托育点");
    public static readonly string[] Events = Split("业务培训 应急演练 现场观摩 专题调研 联合巡查 座谈走访 技能比武 开放日活动 案例评析 集中宣传");
    public static readonly string[] Principles = Split("问题导向 先急后缓 因地制宜 节约集约 建管并重 便民利民 试点先行 上下联动 依法依规 量力而行");
    public static readonly string[] Surnames = Split("柏 褚 邬 滕 俞 鲍 卞 茅 梅 翁 季 房 齐 冉 戚 裘 阮 单 施 汤 陶 魏 奚 项 颜 应 岳 臧 宗 祝 庄 左");
    public static readonly string[] GivenNames = Split("岚 霁川 怀瑾 若溪 明澈 书远 景行 乐山 知白 望舒 嘉木 清和 云舟 秋实 行简 疏桐 一苇 时雨 松年 静姝 采薇 长庚 子衿 南星 青禾 映雪 修竹 守拙 既白 闻溪");
    public static readonly string[] Farms = Split("云禾 绿屏 稻香源 青岚 溪谷 金穗坪 竹里 田园里 丰泽 山外 禾下 晴耕 百草坡 松月 橘红 桑梓 水车湾 秋田");

    private static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
