using System.Globalization;
using System.Text;
using Gongbao.Bench;
using Gongbao.Bench.Cases;
using Gongbao.Bench.Kills;
using Gongbao.Bench.Ledger;
using Gongbao.Bench.Search;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
int Number(int at, int otherwise) => args.Length > at ? int.Parse(args[at], CultureInfo.InvariantCulture) : otherwise;

switch (args.FirstOrDefault())
{
    case "reader": return ReaderBench.Run(Number(1, 60), Number(2, 9));
    case "ingest": return IngestBench.Run(Number(1, 300), Number(2, 9));
    case "reader-score": return ReaderScore.Run(Number(1, 20), Number(2, 8), Number(3, 3), args.Length > 4 ? args[4..] : []);
    case "fuzz": return Fuzz.Run(Number(1, 200_000), Number(2, 1));
    case "store":
        await StoreBench.RunAsync(Number(1, 20_000));
        return 0;
    case "search":
        await SearchBench.RunAsync(Number(1, 5_000), Number(2, 60), args.ElementAtOrDefault(3));
        return 0;
    case "notices":
        await NoticesBench.RunAsync(Number(1, 50_000));
        return 0;
    case "kills": return await KillsBench.RunAsync(Number(1, 200), args.ElementAtOrDefault(2), Number(3, 365));
    case KilledProgram.Command: return await KilledProgram.RunAsync(args[1..]);
    case LedgerProgram.Command: return await LedgerProgram.RunAsync(args[1..]);
    case "ledger":
        await LedgerBench.RunAsync(Number(1, 1_000_000), args.ElementAtOrDefault(2), Number(3, 30));
        return 0;
    case "cases":
        await CasesBench.RunAsync(Number(1, 3_000), args.ElementAtOrDefault(2));
        return 0;
    default:
        Console.Error.WriteLine(
            """
            reader [documents] [rounds]                              speed of the reader beside two peers, and its growth
            reader-score [issues] [documents] [examples] [first seed] [defect…]   the reader against generated issues, each defect by itself
            ingest [documents] [rounds]                              DOCX files beside a bare pass over the same bytes
            fuzz [count] [seed]                                      mutated inputs
            search [documents] [seconds] [sqlite|postgres]           the search box over HTTP beside plain full-text tables
            notices [people]                                         one message to many people, to the last call that the gateway took
            kills [kills] [sqlite|postgres|postgres2] [days]         a year of reminders in which the sending program is killed; fails where a message is missed or doubled
            ledger [shares] [sqlite|postgres] [per cent]             lists, overview and re-projection of a ledger, so many per cent of it counted in working days
            cases [cases] [sqlite|postgres]                          cases of six items, 14 transitions each, beside a bare loop that writes the same rows
            store [units]                                            the Writer and the journal beside bare loops
            """);
        return 2;
}
