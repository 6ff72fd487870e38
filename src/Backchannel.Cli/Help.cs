using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Backchannel.Cli;

/// <summary>A command whose help ends in examples: what to type, and what it is for.</summary>
internal sealed class TaughtCommand(string name, string description, params (string Line, string What)[] examples)
    : Command(name, description)
{
    public IReadOnlyList<(string Line, string What)> Examples { get; } = examples;
}

/// <summary>Help that teaches: the library's, with examples below.</summary>
internal static class Help
{
    private static readonly (string Line, string What)[] RootExamples =
    [
        (
            "backchannel tell articles --out account.html",
            "the main job in one go: the account of a folder of articles, and its page"
        ),
        ("backchannel read articles --store affair.backchannel", "keep what was read, to ask it more than once"),
        (
            "backchannel contacts --store affair.backchannel --actor maduro --through envoy",
            "who met whom, and through whom"
        ),
        ("backchannel why c4a2f1 --store affair.backchannel", "the sentences and reasons behind a row"),
    ];

    private const string ExitCodes = """
        Exit codes:
          0 done, 1 nothing found, 2 done but some documents had problems, 64 wrong command line,
          74 something to put right (a path, a store, a disk, a language pack), 130 stopped by Ctrl-C
        """;

    public static void Teach(RootCommand root)
    {
        var plain = root.Options.OfType<HelpOption>().Single();
        root.Options.Remove(plain);
        // Without the spellings of another system, "/h" and "/?", which completion would offer as well.
        root.Options.Add(
            new HelpOption("--help", "-h", "-?")
            {
                Description = "Show help with examples",
                Action = new Taught((HelpAction)plain.Action!),
            }
        );
    }

    private sealed class Taught(HelpAction plain) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            plain.Invoke(parseResult);
            var output = parseResult.InvocationConfiguration.Output;
            var command = parseResult.CommandResult.Command;
            var examples =
                command is TaughtCommand taught ? taught.Examples
                : command is RootCommand ? RootExamples
                : [];
            if (examples.Count > 0)
                output.WriteLine("Examples:");
            foreach (var (line, what) in examples)
            {
                output.WriteLine("  " + line);
                output.WriteLine("      " + what);
            }
            if (command is RootCommand)
                output.WriteLine("\n" + ExitCodes);
            return ExitCode.Done;
        }
    }
}
