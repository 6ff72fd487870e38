using System.Globalization;
using System.Text;
using Spectre.Console;

namespace Backchannel.Cli.Terminal;

/// <summary>Where the program prints: as wide as the terminal, or a fixed width in a pipe; colours only on a terminal.</summary>
internal static class Screen
{
    /// <summary>Columns of a pipe or file, unless COLUMNS says otherwise.</summary>
    private const int PipeWidth = 120;

    public static IAnsiConsole Out { get; } = Console(System.Console.Out, System.Console.IsOutputRedirected);

    public static IAnsiConsole Error { get; } = Console(System.Console.Error, System.Console.IsErrorRedirected);

    private static IAnsiConsole Console(TextWriter writer, bool isPipe)
    {
        var plain = isPipe || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(writer),
                Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
                ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
                Interactive = InteractionSupport.No,
            }
        );
        console.Profile.Encoding = Encoding.UTF8;
        if (
            int.TryParse(
                Environment.GetEnvironmentVariable("COLUMNS"),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var columns
            )
        )
            console.Profile.Width = Math.Clamp(columns, 40, 400);
        else if (isPipe)
            console.Profile.Width = PipeWidth;
        return console;
    }

    /// <summary>A complaint, on stderr, so that a pipe stays clean.</summary>
    public static void Complain(string message) => System.Console.Error.WriteLine("backchannel: " + message);

    /// <summary>A remark that is no result, on stderr.</summary>
    public static void Remark(string message) => System.Console.Error.WriteLine(message);
}
