using Gongbao.Platform.City;

namespace Gongbao.Casework.Tests.Procedures;

/// <summary>Each kind of mistake in a procedure is reported with its file and line, what is wrong, and the mend; all of them at once.</summary>
public sealed class A_mistake_in_a_procedure
{
    public static TheoryData<string, string, string, string> OfTheForm => new()
    {
        // What is written, by what it is replaced, a part of the line at which it is reported, a part of the cause.
        { "fields: [kind, office, is-urgent] }", "fields: [kind, office] }", "is-urgent: {", "“是否加急”不在任何一页上" },
        { "fields: [kind, is-urgent] }]", "fields: [kind] }]", "is-urgent: {", "“是否加急”没有用处" },
        { "meaning: person.number", "meaning: person.name", "number: { name: 申请人身份证号", "问的是同一件事（person.name）" },
        { "fields: [kind, office, is-urgent] }", "fields: [kind, office, is-urgent, hurry] }", "id: start", "没有声明的填写项“hurry”" },
        { "fields: [child] }", "fields: [child, way] }", "id: end", "“way”已经在“孩子叫什么？”这一页问过" },
        { "id: person,", "id: start,", "asks: 您是谁？", "有两页的编号都是“start”" },
        { "- { id: person,", "- { id: empty, asks: 空, fields: [] }\n      - { id: person,", "id: empty", "“空”这一页没有填写项" },
        { "fields: [child] }", "fields: [child, quantity] }", "id: child", "“quantity”已经在“您是谁？”这一页问过" },
        { "fields: [person, number, reason, quantity, since] }", "fields: [person, number, reason, quantity, since, child] }", "pages:", "“您是谁？”这一页把重复填写的和只填一次的混在一起" },
        { "options: { new: 新办, change: 变更 }", "options: { change: 变更 }", "kind: { name: 种类", "是单选，却没有两个以上的选项" },
        { "type: flag }", "type: flag, options: { a: 甲, b: 乙 } }", "is-urgent: {", "不是单选，却写了选项" },
        { "new: 新办, change: 变更", "new: 新办, other: 新办, change: 变更", "kind: { name: 种类", "有两个选项都叫“新办”" },
        { "type: flag }", "type: flag, most_characters: 5 }", "is-urgent: {", "不是文字，不能限制字数" },
        { "least_characters: 2", "least_characters: 200", "reason: {", "最少 200 字，却最多 100 字" },
        { "type: flag }", "type: flag, at_least: 5 }", "is-urgent: {", "不是数字，不能限制大小" },
        { "at_least: 1, at_most: 9", "at_least: 10, at_most: 9", "quantity: {", "最小的数比最大的数还大" },
        { "type: flag }", "type: flag, why: 因为急 }", "is-urgent: {", "为什么要问，不是一句完整的话" },
        { "type: flag }", "type: flag, group: people }", "is-urgent: {", "所属的“people”这一组没有声明" },
        { ", group: children }", " }", "children: {", "“孩子”这一组里没有填写项" },
        { "least: 1, most: 3", "least: 4, most: 3", "children: {", "至少 4 组，却最多 3 组" },
        { "person: { name: 申请人姓名, type: name, class: personal,", "person: { name: 申请人姓名, type: name,", "person: {", "能识别到个人，却没有写明分级" },
        { "type: identity-number, class: personal", "type: identity-number, class: internal", "number: {", "是公民身份号码，不能分级为“internal”" },
        { "class: personal, sensitive: true", "class: internal, sensitive: true", "child: { name: 孩子姓名", "是敏感个人信息，分级却不是个人信息" },
        { "type: identity-number, class: personal", "type: identity-number, mask: phone, class: personal", "number: {", "脱敏方式与填写类型不符" },
        { "covers: [examine]", "covers: [issue]", "fields: [kind, person, number", "没有一项单独同意包括它" },
        { ", covers: [examine] }", " }", "consent: {", "没有写明同意用于哪些事项" },
        { "covers: [examine]", "covers: [examine, exam]", "consent: {", "同意用于的事项“exam”没有声明" },
        { "type: flag }", "type: flag, covers: [examine] }", "is-urgent: {", "不是单独同意，却写了 covers" },
        { "fields: [kind, person, number, reason", "fields: [kind, person, reason", "number: {", "没有用处" },
        { "asked_when: { is: { kind: change } } }", "asked_when: { is: { kinds: change } } }", "reason: {", "没有名为“kinds”的字段" },
        { "asked_when: { is: { kind: change } } }", "asked_when: { is: { way: post } } }", "reason: {", "取决于后面才问的“送达方式”" },
        { "asked_when: { is: { kind: change } } }", "asked_when: { present: reason } }", "reason: {", "取决于它自己的答案" },
        { "{ id: child, asks: 孩子叫什么？,", "{ id: child, asks: 孩子叫什么？, asked_when: { is: { way: post } },", "id: child", "这一页要不要问，取决于这一页或者后面才问的" },
        { "asked_when: { is: { way: post } } }", "asked_when: { present: child } }", "address: {", "它要重复填写，不知道以哪一个为准" },
        { "rule: { at_least: { quantity: 1 } }", "rule: { present: sign }", "rule: {", "文件和签名不能用来判断" },
        { "        source: 测试条例第一条\n", "", "some:", "条件“some”没有写明依据" },
        { "        otherwise: 请改为单独申请。\n", "", "some:", "没有写明不符合的人怎么办" },
        { "otherwise: 请改为单独申请。", "otherwise: 单独申请", "otherwise:", "不是一句完整的话" },
        { "leads_to: [examine]", "leads_to: [examination]", "leads_to:", "指向的事项“examination”没有声明" },
        { "at_least: 1, at_most: 9 }", "at_least: 1, at_most: 9, optional: true }", "rule: { at_least", "问到了可以不填的“数量”" },
    };

    public static TheoryData<string, string, string, string> OfItems => new()
    {
        { "needs: [papers]", "needs: [papers, opinion]", "needs: [papers, opinion]", "“审查”绕成了圈：“审查”要等“审查”" },
        { "gives: [opinion] ", "gives: [] ", "opinion: { name: 审查意见", "没有事项会产生“审查意见”" },
        { "needs: [papers]", "needs: [paper]", "needs: [paper]", "需要的材料“paper”没有声明" },
        { "needs: [papers]", "needs: []", "papers: { name: 申请材料", "没有事项需要材料“申请材料”" },
        { "gives: [opinion] ", "gives: [opinions] ", "passed: {", "产生的材料“opinions”没有声明" },
        { "gives: [opinion] ", "gives: [opinion, papers] ", "passed: {", "而它声明为由别人提交或者核验" },
        { "given: { name: 已发证, kind: granted }", "given: { name: 已发证, kind: granted, gives: [opinion] }", "opinion: { name: 审查意见", "“审查”和“发证”都产生“审查意见”" },
        { "opinion: { name: 审查意见, from: item }", "opinion: { name: 审查意见, from: item, may_follow: { days: 3 } }", "opinion: {", "由前一事项产生，不能容缺或者承诺" },
        { "order: [examine, issue]", "order: [examine]", "issue:", "“发证”不在 order 里" },
        { "order: [examine, issue]", "order: [examine, issue, send]", "order:", "order 里的事项“send”没有声明" },
        { "unit: education", "unit: educaton", "unit: educaton", "办理单位“educaton”不在 units 里" },
        { "unit: $office", "unit: $offices", "unit: $offices", "由填写项“offices”决定，而它没有声明" },
        { "unit: $office", "unit: $kind", "unit: $kind", "而它填的不是单位" },
        { "        fields: [kind, person, number,", "        fields: [kind, persons, number,", "fields: [kind, persons", "要用的填写项“persons”没有声明" },
        { "        source: 测试条例第三条\n", "", "examine:", "“审查”没有写明依据" },
        { "for_each: children", "for_each: child", "for_each: child", "没有声明这一组" },
        { "stages: [{ id: print, name: 制证, verb: case.handle }]", "stages: []", "stages: []", "“发证”没有环节" },
        { "id: decide,", "id: read,", "name: 决定", "有两个环节的编号都是“read”" },
        { "verb: case.decide, by_another", "verb: case.decides, by_another", "name: 决定", "权限“case.decides”不在 verbs 里" },
        { "name: 初审, verb: case.handle }", "name: 初审, verb: case.handle, by_another: true }", "name: 初审", "是第一个环节" },
        { "{ identity: 缺少身份证件 }", "{ identity: 缺少身份证件, id: 缺少身份证件 }", "deficiencies:", "两种需补正的情形说的是同一件事" },
        { "given: { name: 已发证, kind: granted }", "given: { name: 已发证, kind: lapsed }", "issue:", "“发证”没有 kind 为 granted 的办理结果" },
        { "      withdrawn: { name: 撤回, kind: withdrawn }\n", "", "examine:", "“审查”没有 kind 为 withdrawn 的办理结果" },
        { "      closed: { name: 终止, kind: closed }\n", "", "issue:", "“发证”没有 kind 为 closed 的办理结果" },
        { "letter: refusal, source: 测试条例第四条", "letter: refusal", "failed:", "是不予办理，却没有写明依据" },
        { "letter: refusal", "letter: refusals", "failed:", "要发出的打印件“refusals”没有声明" },
        { "kind: refused, letter", "kind: refused, row: secret, letter", "failed:", "要计入的“secret”不是年度报告的一行" },
        { "lapsed: { name: 视为放弃, kind: lapsed }", "lapsed: { name: 视为放弃, kind: lapsed, gives: [opinion] }", "lapsed:", "没有办成，却会产生材料" },
        { "      failed: {", "      handling: {", "handling: { name: 审查不通过", "是事项状态的名称" },
        { "      deficient: { effect: free, says: 可以撤回。 }\n", "", "examine:", "“审查”没有写明待补正时能不能撤回" },
        { "says: 可以撤回。 }\n      open", "says: 可以撤回 }\n      open", "waiting: {", "不是一句完整的话" },
        { "says: 已经在办理，不能撤回。, source: 测试条例第十二条", "says: 已经在办理，不能撤回。", "handling: { effect", "不让撤回，却没有写明依据" },
    };

    public static TheoryData<string, string, string, string> OfClocksAndJoins => new()
    {
        { "clocks: { issue: { name: 发证期限, term: { days: 10, rolls_on: true }, starts: opened, stops: ended, expiry: ends, outcome: lapsed, source: 测试条例第十一条 } }", "clocks: {}", "clocks: {}", "“发证”没有期限" },
        { "expiry: accepts, source: 测试条例第五条", "expiry: accepts", "accept: {", "受理期限没有写明依据" },
        { "starts: opened, stops: ended, expiry: ends", "starts: supplied, stops: ended, expiry: ends", "issue: { name: 发证期限", "永远不会起算" },
        { "starts: opened, stops: ended, expiry: ends", "starts: ended, stops: ended, expiry: ends", "issue: { name: 发证期限", "从办结起算" },
        { "starts: opened, stops: ended, expiry: ends", "starts: opened, stops: supplied, expiry: ends", "issue: { name: 发证期限", "永远不会停" },
        { "starts: opened, stops: ended, expiry: ends", "starts: opened, stops: received, expiry: ends", "issue: { name: 发证期限", "停止在前，起算在后" },
        { "starts: opened, stops: ended, expiry: ends", "starts: opened, stops: ended, on_notice: pauses, expiry: ends", "issue: { name: 发证期限", "不会因告知补正而中止" },
        { "stops: accepted-or-notified, expiry", "stops: accepted-or-notified, on_notice: restarts, expiry", "accept: {", "已经停止，不能再重新起算" },
        { "expiry: ends, outcome: lapsed,", "expiry: ends,", "issue: { name: 发证期限", "届满即办结，却没有写明办理结果" },
        { "expiry: ends, outcome: lapsed,", "expiry: ends, outcome: laps,", "issue: { name: 发证期限", "没有编号为“laps”的办理结果" },
        { "expiry: ends, outcome: lapsed,", "outcome: lapsed,", "issue: { name: 发证期限", "届满并不办结，却写了办理结果" },
        { "expiry: ends, outcome: lapsed,", "expiry: accepts,", "issue: { name: 发证期限", "届满视为受理，而它不是到受理为止的期限" },
        { "{ name: 专家评审, source: 测试条例第六条 }", "{ name: 专家评审 }", "pauses: { expert", "可以因“专家评审”中止，却没有写明依据" },
        { "source: 测试条例第六条 } }", "source: 测试条例第六条 }, review: { name: 专家评审, source: 测试条例第六条 } }", "pauses: { expert", "有两个中止事由都叫“专家评审”" },
        { "{ name: 专家评审, source", "{ name: 征求意见, source", "pauses: { expert", "有中止事由叫“征求意见”，与征求意见或者等待补正时的中止同名" },
        { "{ name: 专家评审, source", "{ name: 等待补正, source", "pauses: { expert", "有中止事由叫“等待补正”，与征求意见或者等待补正时的中止同名" },
        { "times: 1, verb: case.decide,", "times: 1,", "extension: {", "可以延长，却没有写明由谁同意" },
        { "times: 1, verb: case.decide,", "times: 1, verb: case.decid,", "extension: {", "权限“case.decid”不在 verbs 里" },
        { "verb: case.decide, source: 测试条例第七条", "verb: case.decide", "extension: {", "可以延长，却没有写明依据" },
        { "silence: agrees, source: 测试条例第九条", "silence: agrees", "other: { name: 征求意见", "“征求意见”没有写明依据" },
        { "answers: { agrees: 同意, objects: 不同意 }, silence: agrees", "answers: {}", "other: { name: 征求意见", "没有可选的答复" },
        { "silence: agrees", "silence: agreed", "other: { name: 征求意见", "到期不答复视为“agreed”，而没有这个选项" },
        { "pauses: [handle]", "pauses: [handel]", "other: { name: 征求意见", "期间不计入的期限“handel”没有声明" },
        { "pauses: [handle]", "pauses: [handle, accept]", "other: { name: 征求意见", "受理期限已经停止，不能再中止" },
        { "join: { policy: all }", "join: { policy: quorum }", "join:", "却没有写明几项" },
        { "join: { policy: all }", "join: { policy: quorum, quorum: 3 }", "join:", "一共只有 2 项，永远不能汇合" },
        { "join: { policy: all }", "join: { policy: required }", "join:", "必办的事项一项也没有写" },
        { "join: { policy: all }", "join: { policy: required, required: [examination] }", "join:", "必办的事项“examination”没有声明" },
        { "join: { policy: all }", "join: { policy: all, quorum: 2 }", "join:", "这里的 quorum 不起作用" },
        { "join: { policy: all }", "join: { policy: all, required: [issue] }", "join:", "这里的 required 不起作用" },
        { "join: { policy: all }", "join: { policy: all, ends_rest: true }", "join:", "没有剩下的事项可以终止" },
        { "says: 办理已经停止。", "says: 办理停止", "died:", "不是一句完整的话" },
        { "{ working_days: 3 }, source: 测试条例第十三条 }", "{ working_days: 3 } }", "notice:", "一次性告知没有写明依据" },
    };

    public static TheoryData<string, string, string, string> OfWhatGoesInAndOut => new()
    {
        { "      counter: { name: 当面, received: submitted, source: 测试条例第十四条 }\n", "      {}\n", "channels:", "没有写明可以从哪里申请" },
        { "received: submitted, source: 测试条例第十四条", "received: submitted", "counter:", "收到之日没有写明依据" },
        { "chosen_by: way", "chosen_by: ways", "delivery:", "选择送达方式的填写项“ways”没有声明" },
        { "chosen_by: way", "chosen_by: quantity", "delivery:", "而它不是单选" },
        { "ways: { pick-up: { name: 自取 }, post", "ways: { pick-up: { name: 自取 }, courier: { name: 快递 }, post", "delivery:", "没有“courier”这个选项" },
        { "ways: { pick-up: { name: 自取 }, post", "ways: { post", "way: { name: 送达方式", "申请人可以选“自取”，而送达方式里没有它" },
        { "address: [address]", "address: [adress]", "delivery:", "要用的填写项“adress”没有声明" },
        { "address: [address], tracked", "tracked", "delivery:", "要寄出，却没有写明寄到哪里" },
        { "      halted: { keep: { years: 3 }, source: 测试档案办法 }\n", "", "retention:", "整件的结果是“halted”时，没有写明材料保存多久" },
        { "refused: { keep: { years: 10 }, source: 测试档案办法 }", "refused: { keep: { years: 10 } }", "refused: { keep", "保存期限没有写明依据" },
        { "from: since, term", "from: sins, term", "soon:", "“尽早申请”从“sins”起算，而没有声明这个填写项" },
        { "from: since, term", "from: kind, term", "soon:", "从“种类”起算，而它不是日期" },
        { ", source: 测试条例第十五条", "", "soon:", "“尽早申请”没有写明依据" },
        { "编号{reference}。", "编号{reference}", "done:", "告知“done”的话不是一句完整的话" },
        { "{title}已经", "{titel}已经", "done:", "没有 {titel} 这个占位词" },
        { "encloses: [receipt]", "encloses: [receit]", "done:", "要附的打印件“receit”没有声明" },
        { "when: joined,", "when: joined, item: exam,", "done:", "告知“done”的事项“exam”没有声明" },
        { "blocks: [{ text: 不予许可。 }]", "blocks: []", "refusal: { title", "“不予许可决定书”没有内容" },
        { "blocks: [{ text: 不予许可。 }]", "blocks: [{ text: 不予许可。, from: 2024-01-01, until: 2023-12-31 }]", "refusal: { title", "有一段还没有起用就已经停用" },
        { "blocks: [{ text: 不予许可。 }]", "blocks: [{ heading: 决定 }]", "refusal: { title", "有一段只有标题" },
        { "fields: [kind, is-urgent] }]", "fields: [kind, is-urgent, hurry] }]", "receipt: { title", "要印的填写项“hurry”没有声明" },
        { "blocks: [{ text: 不予许可。 }]", "blocks: [{ items: [exam] }]", "refusal: { title", "要印的事项“exam”没有声明" },
        { "blocks: [{ text: 不予许可。 }]", "blocks: [{ needs: [exam] }]", "refusal: { title", "要印材料的事项“exam”没有声明" },
        { "signed_by: [sign]", "signed_by: [sign, signed]", "receipt: { title", "签名的填写项“signed”没有声明" },
        { "signed_by: [sign]", "signed_by: [sign, kind]", "receipt: { title", "由“种类”签名，而它不是签名" },
        { "{code}〔{year}〕{number}号", "{code}{number}号", "case: { pattern", "编不出一年一编的号" },
        { "{code}〔{year}〕{number}号", "{code}〔{year}〕{nr}{number}号", "case: { pattern", "没有 {nr} 这个占位词" },
        { ", code: 测许 }", " }", "case: { pattern", "要用机关代字，却没有写明 code" },
    };

    public static TheoryData<string, string, string, string> OfExamples => new()
    {
        { "quantity: 2, is-urgent", "amount: 2, is-urgent", "answers: {", "回答了没有声明的填写项“amount”" },
        { "kind: new, quantity", "kind: newest, quantity", "answers: {", "“newest”不能是“种类”的答案" },
        { "is-urgent: false }", "is-urgent: 否 }", "answers: {", "“否”不能是“是否加急”的答案" },
        { "{ day: 2023-05-23, act: finish", "{ day: 2023-05-01, act: finish", "act: finish", "日子倒退了" },
        { "act: accept, item: examine,", "act: accept,", "act: accept", "“accept”没有写明哪个事项" },
        { "act: accept, item: examine,", "act: accept, item: exam,", "act: accept", "事项“exam”没有声明" },
        { "act: give, what: papers", "act: give, what: paper", "act: give", "没有“paper”这个材料" },
        { "what: handle, value: 10", "what: handle", "act: extend", "没有写明延长多少" },
        { "what: handle, value: expert", "what: handle, value: experts", "act: pause", "没有“experts”这个中止事由" },
        { "what: other, value: agrees", "what: other", "act: answer", "没有写明哪个答复" },
        { "items: { examine: passed, issue: given }", "items: { examine: pass, issue: given }", "expect:", "“pass”既不是“审查”的状态，也不是它的办理结果" },
        { "items: { examine: passed, issue: given }", "items: { exam: passed, issue: given }", "expect:", "事项“exam”没有声明" },
        { "due: { examine: { accept: 2023-05-22 } }", "due: { examine: { accepts: 2023-05-22 } }", "act: give", "没有编号为“accepts”的期限" },
        // Those that are sound and do not come out as they say.
        { "due: { examine: { accept: 2023-05-22 } }", "due: { examine: { accept: 2023-05-23 } }", "act: give", "没有通过：应当“审查”的期限 accept 到 2023-05-23，实际是2023-05-22" },
        { "outcome: completed, items", "outcome: partly, items", "expect:", "没有通过：应当整件的结果为 partly，实际是completed" },
        { "phase: closed,", "phase: running,", "expect:", "没有通过：应当整件为 running，实际是closed" },
        { "issue: given } }", "issue: lapsed } }", "expect:", "没有通过：应当“发证”为 lapsed，实际是given" },
        { "refused: case.not-handling", "refused: case.closed", "act: pass, item: examine, what: read, refused", "没有通过：应当被拒绝（case.closed），实际是被拒绝（case.not-handling）" },
        { "act: end, item: examine, what: passed, by: two", "act: end, item: examine, what: passed, by: one", "act: end", "没有通过：应当能够办理，实际是被拒绝（case.same-person）" },
        { "quantity: 2, is-urgent", "quantity: 0, is-urgent", "act: receive", "实际是被拒绝（case.not-eligible）：不符合条件：数量是0，而要求数量不少于1。请改为单独申请" },
    };

    [Theory]
    [MemberData(nameof(OfTheForm))]
    [MemberData(nameof(OfItems))]
    [MemberData(nameof(OfClocksAndJoins))]
    [MemberData(nameof(OfWhatGoesInAndOut))]
    [MemberData(nameof(OfExamples))]
    public void Is_reported_where_it_stands(string written, string instead, string line, string cause)
    {
        var broken = Broken(WrittenCase.Sound, written, instead);

        var problems = WrittenCase.Check(broken).Problems;

        var problem = Assert.Single(problems, p => p.Cause.Contains(cause, StringComparison.Ordinal));
        Assert.Equal(WrittenCase.File, problem.File);
        Assert.Contains(line, broken.Split('\n')[problem.Line - 1], StringComparison.Ordinal);
        Assert.All(problems, IsWhole);
    }

    [Fact]
    public void Is_reported_with_all_the_others()
    {
        // Each line breaks something else; none hides another.
        (string Written, string Instead, string Cause)[] mistakes =
        [
            ("meaning: person.number", "meaning: person.name", "问的是同一件事"), ("covers: [examine]", "covers: [issue]", "没有一项单独同意包括它"),
            ("asked_when: { is: { kind: change } } }", "asked_when: { is: { way: post } } }", "取决于后面才问的"), ("unit: education", "unit: educaton", "不在 units 里"),
            ("needs: [papers]", "needs: [papers, opinion]", "绕成了圈"), ("silence: agrees", "silence: agreed", "而没有这个选项"), ("expiry: ends, outcome: lapsed,", "expiry: ends,", "却没有写明办理结果"),
            ("join: { policy: all }", "join: { policy: quorum, quorum: 3 }", "永远不能汇合"), ("encloses: [receipt]", "encloses: [receit]", "没有声明"), ("act: give, what: papers", "act: give, what: paper", "这个材料"),
        ];
        var problems = WrittenCase.Check(mistakes.Aggregate(WrittenCase.Sound, (text, m) => Broken(text, m.Written, m.Instead))).Problems;
        Assert.All(mistakes, m => Assert.Contains(problems, p => p.Cause.Contains(m.Cause, StringComparison.Ordinal)));
        Assert.Equal(mistakes.Length, problems.Count);
    }

    [Fact]
    public void Is_that_it_has_no_example()
    {
        var without = WrittenCase.Sound[..WrittenCase.Sound.IndexOf("    examples:", StringComparison.Ordinal)];
        Assert.Equal("没有示例，无从知道流程写得对不对。", Assert.Single(WrittenCase.Check(without).Problems).Cause);
        var silent = Broken(WrittenCase.Sound[..WrittenCase.Sound.IndexOf("          - { day: 2023-05-15, act: give", StringComparison.Ordinal)], ", then: { items: { examine: waiting } }", "");
        Assert.Equal("示例“ordinary”没有写明应当怎样，什么也没有检查。", Assert.Single(WrittenCase.Check(silent).Problems).Cause);
    }

    [Fact]
    public void Is_that_more_has_to_be_typed_than_anybody_should()
    {
        string[] more = [.. Enumerable.Range(1, 21).Select(n => $"more-{n}")];
        var long_ = Broken(WrittenCase.Sound, "fields: [kind, office, is-urgent] }", $"fields: [kind, office, is-urgent, {string.Join(", ", more)}] }}");
        long_ = Broken(long_, "      kind: { name: 种类", string.Concat(more.Select(m => $"      {m}: {{ name: 项目{m}, type: text }}\n")) + "      kind: { name: 种类");
        long_ = Broken(long_, "        fields: [kind, person", $"        fields: [{string.Join(", ", more)}, kind, person");
        Assert.Equal("要逐字填写的有 28 项，超过 25 项。", Assert.Single(WrittenCase.Check(long_).Problems).Cause);
    }

    private static string Broken(string text, string written, string instead)
    {
        Assert.Contains(written, text, StringComparison.Ordinal);
        var at = text.IndexOf(written, StringComparison.Ordinal);
        return text[..at] + instead + text[(at + written.Length)..];
    }

    private static void IsWhole(DeclarationProblem problem)
    {
        Assert.True(problem.Cause[^1] is '。' && problem.Mend[^1] is '。' or '？', problem.ToString());
        Assert.True(problem is { Line: > 0, Column: > 0 }, problem.ToString());
    }
}
