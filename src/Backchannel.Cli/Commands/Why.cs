using System.CommandLine;
using Backchannel.Cli.Terminal;
using Backchannel.Showing;

namespace Backchannel.Cli.Commands;

/// <summary>The evidence and the reasons behind any row.</summary>
internal static class Why
{
    public static Command Command()
    {
        var id = new Argument<string?>("ID")
        {
            Description = "Of a document, actor, claim, statement, origin, story or copy; its beginning is enough",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var text = new Option<string?>("--text", "-t")
        {
            Description =
                "A sentence or a few, instead of an id: what is found in them, what was tried, and where it stopped",
            HelpName = "TEXT",
        };
        var language = new Option<string?>("--language", "-l")
        {
            Description = "With --text: its language; not given, it is told from the words",
            HelpName = "CODE",
        };
        var published = new Option<DateOnly?>("--published")
        {
            Description = "With --text: the day that words such as “yesterday” are counted from",
            HelpName = "YYYY-MM-DD",
        };
        var command = new TaughtCommand(
            "why",
            "Shows the sentences behind a row, the chain of voices, and why things were taken as one.",
            ("backchannel contacts --store affair.backchannel", "the last column holds the ids"),
            ("backchannel why c4a2f --store affair.backchannel", "all about that claim"),
            (
                "backchannel why --text \"Lind denied that she had met Oduya.\" --language en",
                "how a sentence is read, for when an article gives less than you expect"
            )
        )
        {
            id,
            text,
            language,
            published,
            Options.Store,
        };
        command.SetAction(result =>
        {
            if (result.GetValue(text) is { } words)
                return TextExplanation.Print(
                    Options.Packs(result),
                    words,
                    result.GetValue(language),
                    result.GetValue(published)
                );
            if (result.GetValue(id) is not { } asked)
                throw new UsageException("give the id of a row with --store FILE, or a sentence with --text TEXT.");
            var archive = Stored.Open(result);
            var found = Id.Beginning(archive.AllIds, asked);
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
}
