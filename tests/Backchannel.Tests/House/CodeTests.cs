using System.Text.Json;
using System.Text.RegularExpressions;

namespace Backchannel.Tests.House;

/// <summary>What the code may say; the clock, the culture and chance are kept out by the compiler (BannedSymbols.txt).</summary>
public sealed partial class CodeTests
{
    /// <summary>A folder of the engine and those it may know: text flows one way, and nothing behind knows what is before it.</summary>
    private static readonly Dictionary<string, string[]> MayUse = new(StringComparer.Ordinal)
    {
        ["Values"] = [],
        ["Reading"] = ["Values"],
        ["Languages"] = ["Values", "Understanding.Syntax"],
        ["Understanding"] = ["Values", "Languages", "Understanding"],
        ["Linking"] = ["Values", "Names", "Linking"],
        ["Showing"] = ["Values", "Showing", "Names"],
        ["Names"] = ["Values", "Names"],
        ["Evaluation"] = ["Values", "Showing"],
        ["Comparing"] = ["Values", "Showing"],
        ["Notation"] = ["Values", "Languages", "Understanding.Syntax", "Showing"],
    };

    [Fact]
    public void Text_flows_one_way_through_the_folders_of_the_engine()
    {
        var against =
            from file in SourceFile.All
            where file.IsCode && file.IsIn("src/Backchannel")
            let folder = file.Path.Split('/') is [_, _, var name, _, ..] ? name : null
            where folder is not null
            from Match use in Using().Matches(file.Text)
            let used = use.Groups["used"].Value
            where
                !MayUse[folder]
                    .Any(allowed => used == allowed || used.StartsWith(allowed + ".", StringComparison.Ordinal))
            select $"{file.Path}: {folder} may not know {used} (what a folder may know stands in {nameof(CodeTests)})";

        Assert.Empty(against);
    }

    [GeneratedRegex(
        @"^using (static )?Backchannel\.(?<used>[\w.]+);",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Using();

    /// <summary>Languages are data. Codes and names of languages stand in packs, never in the engine.</summary>
    private static readonly Dictionary<string, string> MayNameALanguage = new(StringComparer.Ordinal)
    {
        ["src/Backchannel/Languages/WorldList.cs"] =
            "the world lists label names by language, and the name shown is the English one",
    };

    [Fact]
    public void The_engine_names_no_language()
    {
        var names = SourceFile
            .All.Where(file => file.IsIn("languages") && file.Name == "pack")
            .Select(file =>
                JsonDocument.Parse(file.Text, new() { CommentHandling = JsonCommentHandling.Skip }).RootElement
            )
            .SelectMany(pack => new[] { pack.GetProperty("code").GetString()!, pack.GetProperty("name").GetString()! })
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var found =
            from file in SourceFile.All
            where
                file.IsCode
                && (
                    file.IsIn("src/Backchannel/Understanding")
                    || file.IsIn("src/Backchannel/Languages")
                    || file.IsIn("src/Backchannel/Linking")
                    || file.IsIn("src/Backchannel/Names")
                )
                && !MayNameALanguage.ContainsKey(file.Path)
            from line in file.Lines.Index()
            where !line.Item.TrimStart().StartsWith("//", StringComparison.Ordinal)
            from Match literal in Literal().Matches(line.Item)
            where names.Contains(literal.Groups["text"].Value)
            select $"{file.Path}:{line.Index + 1}: {line.Item.Trim()}";

        Assert.Empty(found);
    }

    [GeneratedRegex(@"""(?<text>[^""\\]*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Literal();

    [Fact]
    public void The_engine_needs_no_database_web_server_or_cluster()
    {
        string[] known = ["AngleSharp", "AnyAscii", "SmartReader", "UtfUnknown"];
        var others = typeof(Pipeline)
            .Assembly.GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name =>
                !name.StartsWith("System.", StringComparison.Ordinal) && !known.Contains(name, StringComparer.Ordinal)
            );

        Assert.Empty(others);
    }

    [Fact]
    public void Every_package_has_its_line_in_the_architecture()
    {
        var architecture = SourceFile.All.Single(file => file.Path == "ARCHITECTURE.md").Text;
        var packages = SourceFile.All.Single(file => file.Path == "Directory.Packages.props").Text;

        Assert.All(
            Package().Matches(packages),
            package => Assert.Contains(package.Groups["name"].Value, architecture, StringComparison.Ordinal)
        );
    }

    [GeneratedRegex(@"Package(Version|Reference) Include=""(?<name>[^""]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Package();
}
