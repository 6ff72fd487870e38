using System.Text.RegularExpressions;

namespace Backchannel.Tests.House;

/// <summary>What a file of the repository may hold.</summary>
public sealed partial class FileTests
{
    /// <summary>A file over this length is read in pieces, not as one thought.</summary>
    private const int LongestLines = 400;

    /// <summary>The middle file is to be read in one look.</summary>
    private const int MedianLines = 130;

    /// <summary>Files that may be longer, each with its reason. Taking one off the list is welcome.</summary>
    private static readonly Dictionary<string, string> Longer = new(StringComparer.Ordinal)
    {
        ["src/Backchannel.Web/Api/Endpoints.cs"] =
            "every address of the API with its answer, to be read beside each other",
        ["src/Backchannel/Understanding/Contents/Arguments.cs"] =
            "the ways a trigger's slots are filled, tried in one order that must be seen whole",
        ["src/Backchannel/Understanding/Contents/Circumstances.cs"] =
            "when, how and whether, each told by the same clause",
        ["src/Backchannel/Understanding/Contents/Contents.cs"] =
            "one pass in which a candidate's parts depend on each other",
        ["src/Backchannel/Understanding/Syntax/Brackets.cs"] =
            "one pass that moves verbs; its steps share the segments",
        ["src/Backchannel/Understanding/Syntax/Classes.cs"] =
            "the rules of word classes, in the order in which they apply",
        ["src/Backchannel/Understanding/Syntax/Links.cs"] = "what joins two phrases, tried in one order",
        ["src/Backchannel/Understanding/Syntax/Parser.cs"] = "the steps of reading a sentence, in their order",
        ["src/Backchannel/Understanding/Mentions/Mentions.cs"] = "how a phrase tells whom it means, in one order",
        ["src/Backchannel/Understanding/Figures/Figures.cs"] =
            "one pass that gathers mentions; its indexes are shared by all steps",
        ["src/Backchannel/Understanding/Statements/Attributions.cs"] =
            "the ways a text names its voices, tried in one order that must be seen whole",
        ["src/Backchannel/Understanding/Statements/Statements.cs"] = "one pass that joins voices, stances and contents",
        ["src/Backchannel/Understanding/Syntax/Clauses.cs"] = "the rules of clauses, in the order in which they apply",
        ["src/Backchannel/Understanding/Syntax/Units.cs"] = "the rules of phrases, in the order in which they apply",
    };

    [Fact]
    public void A_file_of_code_is_short_or_has_a_reason_to_be_long()
    {
        var code = SourceFile.All.Where(file => file.IsCode).ToList();
        var tooLong = code.Where(file => file.Lines.Length > LongestLines && !Longer.ContainsKey(file.Path))
            .Select(file =>
                $"{file.Path}: {file.Lines.Length} lines; divide it, or give its reason in {nameof(FileTests)}"
            );
        var nowShort = Longer
            .Keys.Where(path =>
                code.Find(file => file.Path == path) is not { } file || file.Lines.Length <= LongestLines
            )
            .Select(path => $"{path} is short or gone: take it off the list of longer files");

        Assert.Empty(tooLong.Concat(nowShort));
        var lengths = code.Where(file => file.IsIn("src")).Select(file => file.Lines.Length).Order().ToList();
        Assert.InRange(lengths[lengths.Count / 2], 1, MedianLines);
    }

    [Fact]
    public void No_file_names_a_path_of_somebodys_machine()
    {
        var found =
            from file in SourceFile.All
            where file.IsText
            from line in file.Lines.Index()
            where MachinePath().IsMatch(line.Item)
            select $"{file.Path}:{line.Index + 1}: {line.Item.Trim()}";

        Assert.Empty(found);
    }

    [GeneratedRegex(
        @"(^|[\s""'(`=:])/(home|root|work|Users)/\w|[A-Z]:\\Users|/tmp/\w",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex MachinePath();

    /// <summary>This many words running, and the text is somebody's, not the language's.</summary>
    private const int RunOfWords = 8;

    [Fact]
    public void No_text_of_others_stands_in_packs_samples_or_tests()
    {
        Assert.SkipUnless(Repository.Shared is not null, "the real articles are not beside this checkout");
        var others = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var folder in new[] { "seeds", "data/press" })
        foreach (
            var file in Directory.EnumerateFiles(
                Path.Combine(Repository.Shared!, folder),
                "*",
                SearchOption.AllDirectories
            )
        )
        foreach (var (run, _) in Runs(File.ReadAllText(file)))
            others.TryAdd(run, Path.GetFileName(file));
        var copied =
            from file in SourceFile.All
            where file.IsText
            from run in Runs(file.Text)
            where others.ContainsKey(run.Words)
            select $"{file.Path}: \"{run.Words}\" stands in {others[run.Words]}";

        Assert.Empty(copied);
    }

    private static IEnumerable<(string Words, int At)> Runs(string text)
    {
        var words = Word().Matches(text).Select(match => match.Value.ToLowerInvariant()).ToList();
        for (var i = 0; i + RunOfWords <= words.Count; i++)
            yield return (string.Join(' ', words.Skip(i).Take(RunOfWords)), i);
    }

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}\p{Nd}]*", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
