using System.CommandLine;
using Backchannel.Cli.Terminal;
using Backchannel.Evaluation;
using Backchannel.Showing.Rows;

namespace Backchannel.Cli.Commands;

/// <summary>Scores what is found in articles against annotations of them.</summary>
internal static class Evaluate
{
    public static Command Command()
    {
        var gold = new Argument<string>("GOLD") { Description = "A folder of annotated articles, one JSON file each" };
        var texts = new Option<string[]>("--texts", "-t")
        {
            Description = "The folder of the articles themselves; may be given more than once",
            HelpName = "DIR",
            Required = true,
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = true,
        };
        var verbose = new Option<bool>("--verbose", "-v")
        {
            Description = "Print what was missed, and contacts that nobody asked for",
        };
        var command = new TaughtCommand(
            "evaluate",
            "Scores what is found in articles against annotations: contacts, statements, stances, chains, and how often a denied, alleged or planned contact passes for fact.",
            ("backchannel evaluate samples/gold --texts samples", "the articles written for this project"),
            ("backchannel evaluate gold --texts articles --language es --verbose", "one language, and what went wrong"),
            ("backchannel evaluate gold --texts articles --as json", "figures for a program")
        )
        {
            gold,
            texts,
            Options.Manifest,
            FilterOptions.Language,
            verbose,
            Options.As,
        };
        command.SetAction(
            (result, stop) =>
            {
                var folder = result.GetRequiredValue(gold);
                if (!Directory.Exists(folder))
                    throw new OperatorException($"There is no folder of annotated articles at {folder}.");
                var archive = Articles.Read(result, result.GetRequiredValue(texts), stop);
                var scorer = new Scorer(archive) { Explain = result.GetValue(verbose) ? Screen.Remark : null };
                var scores = scorer.Score(folder, result.GetValue(FilterOptions.Language));
                switch (result.GetValue(Options.As))
                {
                    case "json":
                        Records.WriteJson(scores, Console.Out);
                        break;
                    case "csv":
                        Records.WriteCsv(scores, Console.Out);
                        break;
                    default:
                        foreach (var score in scores)
                            Console.Out.WriteLine(score);
                        break;
                }
                if (scores.IsEmpty)
                    Screen.Remark(
                        $"{folder} holds no annotated article{(result.GetValue(FilterOptions.Language) is { } code ? $" in {code}" : "")}."
                    );
                return Task.FromResult(scores.IsEmpty ? ExitCode.NothingFound : ExitCode.Done);
            }
        );
        return command;
    }
}
