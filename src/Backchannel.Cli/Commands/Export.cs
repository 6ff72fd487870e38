using System.CommandLine;
using Backchannel.Cli.Terminal;
using Backchannel.Showing;

namespace Backchannel.Cli.Commands;

/// <summary>Everything in a store, for other programs.</summary>
internal static class Export
{
    public static Command Command()
    {
        var format = new Option<string>("--as", "-a")
        {
            Description = "The format",
            Required = true,
            HelpName = "jsonl",
        }.AcceptOnlyFromAmong("jsonl");
        var path = Options.Out("Where to write; '-' is the standard output", required: true);
        var command = new TaughtCommand(
            "export",
            "Writes everything in a store for other programs: documents, actors, statements, claims, origins, copies, stories.",
            (
                "backchannel export --store affair.backchannel --as jsonl --out affair.jsonl",
                "one object a line; docs/export.md says what is in it"
            ),
            (
                "backchannel export --store affair.backchannel --as jsonl --out - | grep '\"stance\":\"denies\"'",
                "straight into another program"
            )
        )
        {
            Options.Store,
            format,
            path,
        };
        command.SetAction(result =>
        {
            var archive = Stored.Open(result);
            OutputFile.Write(result.GetRequiredValue(path)!, stream => JsonLines.Write(archive, stream));
            return archive.Readings.IsEmpty ? ExitCode.NothingFound : ExitCode.Done;
        });
        return command;
    }
}
