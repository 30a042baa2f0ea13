using System.CommandLine;
using System.Text;
using Gongbao;
using Gongbao.Casework;
using Gongbao.Clauses;
using Gongbao.Gazette;
using Gongbao.Notices;
using Gongbao.Platform.Access;
using Gongbao.Platform.City.Commands;
using Gongbao.Platform.Hosting;
using Gongbao.Platform.Journal;
using Gongbao.Platform.Store.Backup;
using Gongbao.Serving;
using Gongbao.Simulating;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var root = new RootCommand("公报：读政府公报，并让它所命令的事情运转起来。")
{
    DemoCommand.Create(),
    ServeCommand.Create(),
    SimulateCommand.Create(),
    CityCommands.Check(CaseworkRoom.Sections),
    CityCommands.Schema(CaseworkRoom.Sections),
    PublishCommand.Create(Composition.Open),
    ClausesCommand.Create(),
    KeyCommands.Create(Composition.Open),
    JournalCommands.Create(Composition.Open),
    TestReportCommand.Create(),
};
foreach (var command in GazetteRoom.Commands(Composition.Open)) root.Add(command);
foreach (var command in CaseworkRoom.Commands()) root.Add(command);
foreach (var command in NoticesRoom.Commands(Composition.Open)) root.Add(command);
foreach (var command in BackupCommands.Create(Composition.Open)) root.Add(command);
foreach (var option in ProgramOptions.All) root.Add(option);

return await CommandLineEdge.RunAsync(root, args);
