using System.CommandLine;
using Backchannel.Cli.Terminal;
using Backchannel.Storage;

namespace Backchannel.Cli.Commands;

/// <summary>Reads articles into a store.</summary>
internal static class Read
{
    public static Command Command()
    {
        var command = new TaughtCommand(
            "read",
            "Reads articles into a store, to be asked as often as you like. What is in it already and has not changed is left alone.",
            ("backchannel read articles --store affair.backchannel", "makes the store, or adds to it"),
            (
                "backchannel read articles --store affair.backchannel --manifest dates.tsv",
                "with dates and outlets from a file of your own"
            )
        )
        {
            Options.Paths,
            Options.Store,
            Options.Manifest,
        };
        command.SetAction(
            (result, stop) =>
            {
                IntakeReport report;
                using (var store = Store.Open(Options.StorePath(result)))
                    report = Articles.Read(store, result, result.GetRequiredValue(Options.Paths), stop);
                Console.Out.WriteLine(Sentence(report));
                if (!report.Problems.IsEmpty)
                    Account.PrintProblems(report.Problems);
                return Task.FromResult(
                    report.Added + report.Changed + report.Unchanged == 0 ? ExitCode.NothingFound
                    : report.Problems.IsEmpty ? ExitCode.Done
                    : ExitCode.DoneWithProblems
                );
            }
        );
        return command;
    }

    /// <summary>"19 documents read: 2 new, 1 changed, 16 as before. 3 files of other kinds passed over."</summary>
    private static string Sentence(IntakeReport report)
    {
        var sentence =
            $"{Account.Count(report.Added + report.Changed + report.Unchanged, "document")} read: {report.Added} new, {report.Changed} changed, {report.Unchanged} as before.";
        if (report.Unread > 0)
            sentence += $" {Account.Count(report.Unread, "file")} could not be read.";
        if (report.PassedOver > 0)
            sentence += $" {Account.Count(report.PassedOver, "file")} of other kinds passed over.";
        return sentence;
    }
}
