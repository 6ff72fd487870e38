using System.CommandLine;
using System.Text.RegularExpressions;
using Backchannel.Cli.Terminal;
using Backchannel.Languages;
using Backchannel.Notation;

namespace Backchannel.Cli.Commands;

/// <summary>language new, language check: for contributors of packs, who write no C#.</summary>
internal static partial class LanguageCommands
{
    public static Command Command() =>
        new TaughtCommand(
            "language",
            "Begins and checks language packs; docs/languages.md tells how to write one.",
            ("backchannel language new fr", "lays out languages/fr in the working directory"),
            ("backchannel language check fr", "loads it and runs its examples")
        )
        {
            New(),
            Check(),
        };

    private static TaughtCommand New()
    {
        var code = Code(ArgumentArity.ExactlyOne);
        var command = new TaughtCommand(
            "new",
            "Lays out a language pack: every file, with a comment on what goes into it.",
            ("backchannel language new fr", "in the folder languages of the working directory"),
            ("backchannel language new fr --languages ~/packs", "in another folder of packs")
        )
        {
            code,
        };
        command.SetAction(result =>
        {
            var folder = result.GetValue(Options.Languages) ?? InWorkingDirectory;
            if (!Directory.Exists(folder))
                throw new OperatorException(
                    $"There is no folder {folder} here to begin a language in. Run this where Backchannel's languages folder is, or give --languages DIR."
                );
            var made = Path.Combine(folder, result.GetRequiredValue(code)!);
            if (Directory.Exists(made))
                throw new OperatorException(
                    $"{made} is there already. `backchannel language check {result.GetValue(code)}` checks it."
                );
            Directory.CreateDirectory(made);
            foreach (
                var file in Directory
                    .EnumerateFiles(Path.Combine(LanguagePacks.DefaultFolder, "_template"))
                    .Order(StringComparer.Ordinal)
            )
                File.WriteAllText(
                    Path.Combine(made, Path.GetFileName(file)),
                    File.ReadAllText(file).Replace("CODE", result.GetValue(code), StringComparison.Ordinal)
                );
            Console.Out.WriteLine(
                $"{made} is begun. Fill in pack.json and grammar.txt, then the lists; `backchannel language check {result.GetValue(code)}` runs its examples."
            );
            return ExitCode.Done;
        });
        return command;
    }

    private static TaughtCommand Check()
    {
        var code = Code(ArgumentArity.ZeroOrOne);
        var command = new TaughtCommand(
            "check",
            "Loads language packs and runs their examples: one pack, or all.",
            ("backchannel language check", "every pack"),
            ("backchannel language check is", "one pack, even where another is wrong")
        )
        {
            code,
        };
        command.SetAction(result =>
        {
            var folder =
                result.GetValue(Options.Languages) is null && Directory.Exists(InWorkingDirectory)
                    ? InWorkingDirectory
                    : Options.LanguagesFolder(result);
            string[] codes = result.GetValue(code) is { } one
                ? [one]
                : [.. LanguagePacks.Load(folder).Marks.Select(mark => mark.Code)];
            var worst = ExitCode.Done;
            foreach (var each in codes)
                worst = Math.Max(worst, Check(folder, each));
            return worst;
        });
        return command;
    }

    private static int Check(string folder, string code)
    {
        if (!Directory.Exists(Path.Combine(folder, code)))
            throw new OperatorException(
                $"There is no language pack {code} in {folder}. `backchannel language new {code}` begins one."
            );
        var pack = LanguagePacks.LoadOne(folder, code);
        var file = Path.Combine(folder, code, "examples.md");
        var results = File.Exists(file) ? Examples.Check(pack, Examples.Read(file)).ToList() : [];
        foreach (var result in results.Where(result => result.Failure is not null))
        {
            Console.Out.WriteLine($"{code}/examples.md:{result.Example.Line}: {PlainText.Line(result.Failure!)}");
            Console.Out.WriteLine($"  > {PlainText.Line(result.Example.Text)}");
            foreach (var line in result.Found)
                Console.Out.WriteLine($"    found {PlainText.Line(line)}");
        }
        var failed = results.Count(result => result.Failure is not null);
        var open = results.Count(result => result.Example.IsOpen && result.Failure is null);
        Console.Out.WriteLine(
            results.Count == 0
                ? $"{code}: loads; no examples yet in {file}"
                : $"{code}: {Account.Count(results.Count - failed - open, "example")} met, {failed} failed, {open} not met yet as marked"
        );
        return failed > 0 ? ExitCode.DoneWithProblems
            : results.Count == 0 ? ExitCode.NothingFound
            : ExitCode.Done;
    }

    private const string InWorkingDirectory = "languages";

    private static Argument<string?> Code(ArgumentArity arity)
    {
        var code = new Argument<string?>("CODE") { Description = "A BCP 47 code, such as fr or pt-BR", Arity = arity };
        code.Validators.Add(argument =>
        {
            if (argument.Tokens is [{ Value: var typed }] && !LanguageTag().IsMatch(typed))
                argument.AddError($"'{typed}' is no language code; one looks like fr or pt-BR.");
        });
        return code;
    }

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LanguageTag();
}
