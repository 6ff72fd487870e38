using System.CommandLine;
using Backchannel.Cli.Terminal;

namespace Backchannel.Cli.Commands;

/// <summary>The main job in one go: read, link, print the account, write the page.</summary>
internal static class Tell
{
    public static Command Command()
    {
        var page = Options.Out("Write the whole account as one web page");
        var command = new TaughtCommand(
            "tell",
            "Reads articles and tells who was in contact with whom, through whom, and on whose word.",
            ("backchannel tell articles", "the account of a folder, printed"),
            ("backchannel tell articles --out account.html", "and the page, in which every row opens its sentences"),
            ("backchannel tell a.txt b.html --manifest dates.tsv", "with dates and outlets from a file of your own")
        )
        {
            Options.Paths,
            page,
            Options.Manifest,
        };
        command.SetAction(
            async (result, stop) =>
            {
                var archive = Articles.Read(result, result.GetRequiredValue(Options.Paths), stop);
                var code = Account.Print(archive);
                if (result.GetValue(page) is { } path)
                {
                    await Report.WriteAsync(archive, path);
                    Screen.Remark($"The page is in {path}.");
                }
                return code;
            }
        );
        return command;
    }
}
