using System.CommandLine;
using System.Text;
using Gongbao.Clauses;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var root = new RootCommand("公报：读政府公报，并让它所命令的事情运转起来。")
{
    TestReportCommand.Create(),
};

return await root.Parse(args).InvokeAsync();
