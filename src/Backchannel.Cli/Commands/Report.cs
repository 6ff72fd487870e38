using System.CommandLine;
using System.Text;
using Backchannel.Showing;
using Backchannel.Web.Report;

namespace Backchannel.Cli.Commands;

/// <summary>The whole account as one web page.</summary>
internal static class Report
{
    public static Command Command()
    {
        var path = Options.Out("Where to write the page; '-' is the standard output", required: true);
        var command = new TaughtCommand(
            "report",
            "Writes the whole account as one web page that needs no network: summary, ledger, timeline, network, actors, documents.",
            ("backchannel report --store affair.backchannel --out affair.html", "then open affair.html in a browser")
        )
        {
            Options.Store,
            path,
        };
        command.SetAction(
            async (result, _) =>
            {
                var archive = Stored.Open(result);
                await WriteAsync(archive, result.GetRequiredValue(path)!);
                return archive.Readings.IsEmpty ? ExitCode.NothingFound : ExitCode.Done;
            }
        );
        return command;
    }

    public static async Task WriteAsync(Archive archive, string path)
    {
        var page = Encoding.UTF8.GetBytes(await ReportPage.RenderAsync(archive));
        OutputFile.Write(path, stream => stream.Write(page));
    }
}
