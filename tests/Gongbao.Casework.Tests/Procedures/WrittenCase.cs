using Gongbao.Platform.City;

namespace Gongbao.Casework.Tests.Procedures;

/// <summary>A small procedure as a city's file, sound, to be broken one line at a time.</summary>
internal static class WrittenCase
{
    public const string File = "city/base/permit.yaml";

    public const string Sound = """
        cases:
          permit:
            title: 测试许可
            source: 测试条例
            pages:
              - { id: start, asks: 您要办什么？, fields: [kind, office, is-urgent] }
              - { id: person, asks: 您是谁？, fields: [person, number, reason, quantity, since] }
              - { id: child, asks: 孩子叫什么？, fields: [child] }
              - { id: end, asks: 怎样送达？, fields: [way, address, consent, sign] }
            groups:
              children: { name: 孩子, least: 1, most: 3 }
            fields:
              kind: { name: 种类, type: choice, options: { new: 新办, change: 变更 } }
              office: { name: 受理单位, type: organisation }
              is-urgent: { name: 是否加急, type: flag }
              person: { name: 申请人姓名, type: name, class: personal, meaning: person.name }
              number: { name: 申请人身份证号, type: identity-number, class: personal, meaning: person.number }
              reason: { name: 变更的理由, type: text, most_characters: 100, least_characters: 2, asked_when: { is: { kind: change } } }
              quantity: { name: 数量, type: number, at_least: 1, at_most: 9 }
              since: { name: 何时发生, type: day }
              child: { name: 孩子姓名, type: name, class: personal, sensitive: true, group: children }
              way: { name: 送达方式, type: choice, options: { pick-up: 自取, post: 邮寄 } }
              address: { name: 邮寄地址, type: address, class: personal, asked_when: { is: { way: post } } }
              consent: { name: 同意核对孩子的信息, type: consent, covers: [examine] }
              sign: { name: 签名, type: signature, class: personal }
            eligibility:
              some:
                rule: { at_least: { quantity: 1 } }
                otherwise: 请改为单独申请。
                leads_to: [examine]
                source: 测试条例第一条
            evidence:
              papers: { name: 申请材料, from: applicant, may_follow: { working_days: 5 }, source: 测试条例第二条 }
              opinion: { name: 审查意见, from: item }
            order: [examine, issue]
            items:
              examine:
                name: 审查
                unit: education
                source: 测试条例第三条
                needs: [papers]
                fields: [kind, person, number, reason, quantity, child]
                stages:
                  - { id: read, name: 初审, verb: case.handle }
                  - { id: decide, name: 决定, verb: case.decide, by_another: true }
                outcomes:
                  passed: { name: 审查通过, kind: granted, gives: [opinion] }
                  failed: { name: 审查不通过, kind: refused, letter: refusal, source: 测试条例第四条 }
                clocks:
                  accept: { name: 受理期限, term: { working_days: 5 }, starts: opened, stops: accepted-or-notified, expiry: accepts, source: 测试条例第五条 }
                  handle:
                    name: 办理期限
                    term: { working_days: 20 }
                    starts: accepted
                    stops: ended
                    on_notice: pauses
                    pauses: { expert: { name: 专家评审, source: 测试条例第六条 } }
                    extension: { most: 10, times: 1, verb: case.decide, source: 测试条例第七条 }
                    source: 测试条例第八条
                inquiries:
                  other: { name: 征求意见, term: { working_days: 15 }, pauses: [handle], answers: { agrees: 同意, objects: 不同意 }, silence: agrees, source: 测试条例第九条 }
                deficiencies: { identity: 缺少身份证件 }
              issue:
                name: 发证
                unit: $office
                source: 测试条例第十条
                needs: [opinion]
                for_each: children
                fields: [person]
                stages: [{ id: print, name: 制证, verb: case.handle }]
                outcomes: { given: { name: 已发证, kind: granted } }
                clocks: { issue: { name: 发证期限, term: { days: 10, rolls_on: true }, starts: opened, stops: ended, expiry: ends, outcome: lapsed, source: 测试条例第十一条 } }
            outcomes:
              withdrawn: { name: 撤回, kind: withdrawn }
              closed: { name: 终止, kind: closed }
              lapsed: { name: 视为放弃, kind: lapsed }
            withdrawal:
              waiting: { effect: free, says: 可以撤回。 }
              open: { effect: free, says: 可以撤回。 }
              deficient: { effect: free, says: 可以撤回。 }
              handling: { effect: not-possible, says: 已经在办理，不能撤回。, source: 测试条例第十二条 }
            join: { policy: all }
            notice: { cut_off: { working_days: 3 }, source: 测试条例第十三条 }
            halts:
              died: { name: 申请人死亡, says: 办理已经停止。 }
            channels:
              counter: { name: 当面, received: submitted, source: 测试条例第十四条 }
            delivery: { chosen_by: way, ways: { pick-up: { name: 自取 }, post: { name: 邮寄, address: [address], tracked: true } } }
            retention:
              completed: { keep: { years: 30 }, source: 测试档案办法 }
              partly: { keep: { years: 30 }, source: 测试档案办法 }
              refused: { keep: { years: 10 }, source: 测试档案办法 }
              withdrawn: { keep: { years: 3 }, source: 测试档案办法 }
              halted: { keep: { years: 3 }, source: 测试档案办法 }
            own_days:
              soon: { name: 尽早申请, from: since, term: { months: 1 }, says: 逾期须说明理由。, source: 测试条例第十五条 }
            notices:
              done: { when: joined, says: "{title}已经办结，编号{reference}。", encloses: [receipt] }
            forms:
              receipt: { title: 回执, blocks: [{ heading: 申请内容, fields: [kind, is-urgent] }], signed_by: [sign] }
              refusal: { title: 不予许可决定书, blocks: [{ text: 不予许可。 }] }
            numbers:
              case: { pattern: "{code}〔{year}〕{number}号", code: 测许 }
            examples:
              ordinary:
                says: 一切顺利
                answers: { kind: new, quantity: 2, is-urgent: false }
                acts:
                  - { day: 2023-05-15, act: receive, then: { items: { examine: waiting } } }
                  - { day: 2023-05-15, act: give, what: papers, then: { items: { examine: open }, due: { examine: { accept: 2023-05-22 } } } }
                  - { day: 2023-05-16, act: pass, item: examine, what: read, refused: case.not-handling }
                  - { day: 2023-05-16, act: accept, item: examine, then: { due: { examine: { handle: 2023-06-13 } } } }
                  - { day: 2023-05-17, act: pass, item: examine, what: read, by: one }
                  - { day: 2023-05-18, act: extend, item: examine, what: handle, value: 10 }
                  - { day: 2023-05-18, act: pause, item: examine, what: handle, value: expert }
                  - { day: 2023-05-19, act: inquire, item: examine, what: other }
                  - { day: 2023-05-22, act: answer, item: examine, what: other, value: agrees }
                  - { day: 2023-05-22, act: end, item: examine, what: passed, by: two }
                  - { day: 2023-05-23, act: finish, item: issue, what: given }
                expect: { phase: closed, outcome: completed, items: { examine: passed, issue: given } }

        """;

    private const string Beside = """
        city: { name: 清河市, region: '990100000000', source: 虚构 }
        units:
          education: { full_name: 清河市教育局, kind: government-department, level: prefecture, source: 虚构 }
        verbs:
          case.handle: { name: 办理 }
          case.decide: { name: 决定 }
        calendar:
          '2023': { source: 虚构, holidays: {} }
          '2024': { source: 虚构, holidays: {} }

        """;

    /// <summary>What the check of a city with such a procedure says.</summary>
    public static CityCheck Check(string procedure, string overlay = "")
    {
        var above = Directory.CreateTempSubdirectory("cases-").FullName;
        try
        {
            var root = Path.Combine(above, "city");
            Write(Path.Combine(root, "base", "permit.yaml"), procedure);
            Write(Path.Combine(root, "qinghe", "city.yaml"), Beside);
            Write(Path.Combine(root, "qinghe", "permit.yaml"), overlay);
            return CityDeclarations.Load(root, "qinghe", CaseworkRoom.Sections);
        }
        finally
        {
            Directory.Delete(above, recursive: true);
        }
    }

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, text);
    }
}
