using System.CommandLine;
using Backchannel.Languages;

namespace Backchannel.Cli;

/// <summary>Options and arguments that several commands share.</summary>
internal static class Options
{
    public const string StoreIsMissing =
        "name the store with --store FILE. `backchannel read PATH... --store FILE` makes one; `backchannel tell PATH...` needs none.";

    public static Option<string> Store { get; } =
        new("--store", "-s") { Description = "The store: one file, made by `read`", HelpName = "FILE" };

    public static Option<string?> Manifest { get; } =
        new("--manifest", "-m")
        {
            Description =
                "A tab-separated file with a header: path, published, outlet, url, title, language. Not given: a manifest.tsv in a folder that is read",
            HelpName = "FILE.tsv",
        };

    public static Option<string?> Languages { get; } =
        new("--languages")
        {
            Description = "The folder of language packs, instead of the one beside the program",
            HelpName = "DIR",
            Recursive = true,
        };

    public static Argument<string[]> Paths { get; } =
        new("PATH")
        {
            Description = "Articles (text or web pages), or folders of them",
            Arity = ArgumentArity.OneOrMore,
        };

    public static Option<string?> Out(string description, bool required = false) =>
        new("--out", "-o")
        {
            Description = description,
            HelpName = "FILE",
            Required = required,
        };

    public static Option<string> As { get; } =
        new Option<string>("--as", "-a")
        {
            Description = "How to print the rows",
            DefaultValueFactory = _ => "table",
            HelpName = "table|json|csv",
        }.AcceptOnlyFromAmong("table", "json", "csv");

    public static string StorePath(ParseResult result) =>
        result.GetValue(Store) is { Length: > 0 } path ? path : throw new UsageException(StoreIsMissing);

    public static LanguagePacks Packs(ParseResult result) => LanguagePacks.Load(LanguagesFolder(result));

    public static string LanguagesFolder(ParseResult result)
    {
        var folder = result.GetValue(Languages) ?? LanguagePacks.DefaultFolder;
        if (!Directory.Exists(folder))
            throw new OperatorException(
                $"There is no folder of language packs at {folder}. Give --languages the folder that holds en/, es/ and so on."
            );
        return folder;
    }
}
