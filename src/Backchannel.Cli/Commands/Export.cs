using System.CommandLine;
using Backchannel.Showing;
using Backchannel.Showing.Formats;

namespace Backchannel.Cli.Commands;

/// <summary>Everything in a store, for other programs.</summary>
internal static class Export
{
    public static Command Command()
    {
        var names = ExportFormat.All.Select(each => each.Name).ToArray();
        var format = new Option<string>("--as", "-a")
        {
            Description = "The format",
            Required = true,
            HelpName = string.Join('|', names),
        }.AcceptOnlyFromAmong(names);
        var path = Options.Out(
            "Where to write; '-' is the standard output. For csv and gdelt a folder, made when missing",
            required: true
        );
        var command = new TaughtCommand(
            "export",
            "Writes what a store holds for other programs and people; docs/export.md says what each format holds, and what it loses.",
            [
                .. ExportFormat.All.Select(each =>
                    ($"backchannel export --store affair.backchannel --as {each.Name} --out {each.Example}", each.What)
                ),
                (
                    "backchannel export --store affair.backchannel --as jsonl --out - | grep '\"stance\":\"denies\"'",
                    "straight into another program"
                ),
            ]
        )
        {
            Options.Store,
            format,
            path,
        };
        command.SetAction(result =>
        {
            var archive = Stored.Open(result);
            var chosen = ExportFormat.All.Single(each => each.Name == result.GetRequiredValue(format));
            var to = result.GetRequiredValue(path)!;
            if (chosen.IsFolder)
                OutputFolder.Write(to, chosen.Files(archive));
            else
                OutputFile.Write(to, chosen.Files(archive)[0].Write);
            return archive.Readings.IsEmpty ? ExitCode.NothingFound : ExitCode.Done;
        });
        return command;
    }
}
