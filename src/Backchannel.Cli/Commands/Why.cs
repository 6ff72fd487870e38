using System.CommandLine;
using Backchannel.Cli.Terminal;
using Backchannel.Showing;

namespace Backchannel.Cli.Commands;

/// <summary>The evidence and the reasons behind any row.</summary>
internal static class Why
{
    public static Command Command()
    {
        var id = new Argument<string>("ID")
        {
            Description = "Of a document, actor, claim, statement, origin, story or copy; its beginning is enough",
        };
        var command = new TaughtCommand(
            "why",
            "Shows the sentences behind a row, the chain of voices, and why things were taken as one.",
            ("backchannel contacts --store affair.backchannel", "the last column holds the ids"),
            ("backchannel why c4a2f --store affair.backchannel", "all about that claim")
        )
        {
            id,
            Options.Store,
        };
        command.SetAction(result =>
        {
            var archive = Stored.Open(result);
            var asked = result.GetRequiredValue(id);
            var found = archive
                .AllIds.Distinct(StringComparer.Ordinal)
                .Where(each => each.StartsWith(asked, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Take(MostOffered + 1)
                .ToList();
            if (found.Contains(asked, StringComparer.Ordinal))
                found = [asked];
            if (found.Count > 1)
                throw new UsageException(
                    $"{asked} begins several ids: {string.Join(", ", found.Take(MostOffered))}{(found.Count > MostOffered ? " and more" : "")}. Give more of it."
                );
            if (found.Count == 0)
            {
                Screen.Remark(
                    $"Nothing in this store has an id that begins with {asked}. The lists print ids in their last column."
                );
                return ExitCode.NothingFound;
            }
            new Explanation(archive).Print(found[0]);
            return ExitCode.Done;
        });
        return command;
    }

    private const int MostOffered = 10;
}
