using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace Backchannel.Cli;

/// <summary>A command line that parses but cannot be meant; the message says what to write instead.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>What is wrong with a command line, in sentences.</summary>
internal static class Usage
{
    public static IReadOnlyList<string> Mistakes(ParseResult result)
    {
        // Help, the version and completion are answered whatever else stands there.
        if (result.Action is { ClearsParseErrors: true } || result.Tokens is [{ Type: TokenType.Directive }, ..])
            return [];
        var unknown = UnknownOptions(result).ToList();
        if (unknown.Count > 0)
            return unknown;
        if (result.CommandResult.Command.Subcommands.Count > 0 && result.UnmatchedTokens is [var typed, ..])
            return [$"there is no command {typed}.{Nearest(result.CommandResult.Command.Subcommands, typed)}"];
        return result.Action is ParseErrorAction
            ? [.. result.Errors.Select(error => Sentence(result, error)).Distinct(StringComparer.Ordinal)]
            : [];
    }

    /// <summary>
    /// The library takes an unknown option for a path wherever paths may stand: whatever begins with '-' and is no option is a mistake,
    /// unless it follows '--'.
    /// </summary>
    private static IEnumerable<string> UnknownOptions(ParseResult result)
    {
        foreach (var token in result.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash))
        {
            if (token.Type == TokenType.Argument && token.Value is ['-', _, ..])
                yield return $"there is no option {token.Value} here.{Nearest(OptionsOf(result), token.Value)} (A path that begins with '-' goes after '--'.)";
        }
    }

    private static string Sentence(ParseResult result, ParseError error) =>
        error.SymbolResult is OptionResult { Option: var option }
        && option == Options.Store
        && result.GetResult(option) is null
            ? Options.StoreIsMissing
            : error.Message;

    private static IEnumerable<Symbol> OptionsOf(ParseResult result)
    {
        for (SymbolResult? at = result.CommandResult; at is CommandResult command; at = at.Parent)
        {
            foreach (var option in command.Command.Options)
                yield return option;
        }
    }

    private static string Nearest(IEnumerable<Symbol> symbols, string typed)
    {
        var name = typed.Split('=')[0];
        var nearest = symbols.Select(symbol => symbol.Name).MinBy(each => Distance(each, name));
        return nearest is not null && Distance(nearest, name) <= 2 ? $" Did you mean {nearest}?" : "";
    }

    /// <summary>Letters to add, drop or change to make one of the other.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var changed = corner + (a[i - 1] == b[j - 1] ? 0 : 1);
                corner = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
