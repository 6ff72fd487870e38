using System.CommandLine;
using System.CommandLine.Parsing;
using Backchannel.Cli.Commands;
using Backchannel.Cli.Terminal;
using Backchannel.Languages;

namespace Backchannel.Cli;

/// <summary>A parsed command line: what to run, and what is wrong with it.</summary>
/// <param name="Name">The command as typed: "backchannel language check".</param>
internal sealed record ParsedCommand(ParseResult Result, string Name, IReadOnlyList<string> Mistakes);

/// <summary>All commands, and the way from arguments to an exit code.</summary>
internal static class CommandLine
{
    public static RootCommand Root()
    {
        var root = new RootCommand(
            "Reads press articles in many languages and rebuilds who was in contact with whom, through whom, when, and on whose word."
        )
        {
            Tell.Command(),
            Read.Command(),
            Lists.Contacts(),
            Lists.Claims(),
            Lists.Actors(),
            Lists.Stories(),
            Lists.Timeline(),
            Why.Command(),
            Judge.Command(),
            Report.Command(),
            Serve.Command(),
            Export.Command(),
            Compare.Command(),
            Evaluate.Command(),
            LanguageCommands.Command(),
            Completion.Command(),
        };
        root.HelpName = "backchannel";
        root.Add(Options.Languages);
        Help.Teach(root);
        return root;
    }

    public static ParsedCommand Parse(string[] args)
    {
        var result = Root().Parse(args);
        var names = new List<string>();
        for (SymbolResult? at = result.CommandResult; at is CommandResult command; at = at.Parent)
            names.Insert(0, command.Command is RootCommand ? "backchannel" : command.Command.Name);
        return new(result, string.Join(' ', names), Usage.Mistakes(result));
    }

    public static int Complain(IReadOnlyList<string> mistakes, string command)
    {
        foreach (var mistake in mistakes)
            Screen.Complain(mistake);
        Screen.Remark($"`{command} --help` shows what it takes, with examples.");
        return ExitCode.Usage;
    }

    public static async Task<int> RunAsync(ParsedCommand command)
    {
        try
        {
            return await command.Result.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
        }
        catch (UsageException e)
        {
            return Complain([e.Message], command.Name);
        }
        catch (OperationCanceledException)
        {
            Screen.Remark("Stopped. A store keeps what was read; the same command goes on from there.");
            return ExitCode.Stopped;
        }
        // A pack is loaded when its first text comes, among others that are read at the same time.
        catch (AggregateException e)
            when (e.Flatten().InnerExceptions.OfType<PackException>().FirstOrDefault() is { } wrong)
        {
            Screen.Complain(wrong.Message);
            return ExitCode.OperatorTrouble;
        }
        catch (Exception e) when (e is OperatorException or PackException or IOException or UnauthorizedAccessException)
        {
            Screen.Complain(e.Message);
            return ExitCode.OperatorTrouble;
        }
    }
}
