using System.CommandLine;
using System.Globalization;
using Backchannel.Cli.Terminal;
using Backchannel.Showing;
using Backchannel.Showing.Rows;

namespace Backchannel.Cli.Commands;

/// <summary>The main job in one go: read, link, print the account.</summary>
internal static class Tell
{
    public static Command Command()
    {
        var command = new TaughtCommand(
            "tell",
            "Reads articles and tells who was in contact with whom, through whom, and on whose word.",
            ("backchannel tell articles", "the account of a folder, printed"),
            ("backchannel tell a.txt b.html --manifest dates.tsv", "with dates and outlets from a file of your own")
        )
        {
            Options.Paths,
            Options.Manifest,
        };
        command.SetAction(
            (result, stop) =>
            {
                var archive = Articles.Read(result, result.GetRequiredValue(Options.Paths), stop);
                return Task.FromResult(Account.Print(archive));
            }
        );
        return command;
    }
}
