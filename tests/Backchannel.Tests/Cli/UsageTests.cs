namespace Backchannel.Tests.Cli;

/// <summary>What the program says of a command line, before it does anything.</summary>
public sealed class UsageTests
{
    public static TheoryData<string> Commands =>
        [
            "tell",
            "read",
            "contacts",
            "claims",
            "actors",
            "stories",
            "timeline",
            "why",
            "report",
            "export",
            "compare",
            "evaluate",
            "language new",
            "language check",
            "completion",
        ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Help_of_every_command_ends_in_examples_that_parse(string command)
    {
        var help = Run.Backchannel([.. command.Split(' '), "--help"]);

        Assert.Equal(0, help.Code);
        var examples = help.Out[help.Out.IndexOf("Examples:", StringComparison.Ordinal)..]
            .Split('\n')
            .Where(line => line.StartsWith("  backchannel ", StringComparison.Ordinal))
            .Select(line => line.Split('|', '>')[0].Trim()["backchannel ".Length..])
            .ToList();
        Assert.NotEmpty(examples);
        using var folder = new Folder();
        foreach (var example in examples)
        {
            var run = Run.BackchannelIn(folder.Path, [.. Words(example)]);
            // In an empty folder most have nothing to read, which is another matter than not being understood.
            Assert.True(run.Code != 64, $"{example}: {run.Error}");
        }
    }

    /// <summary>Words of a shell line; double quotes hold words together.</summary>
    private static IEnumerable<string> Words(string line) =>
        line.Split('"')
            .SelectMany((part, i) => i % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Theory]
    [MemberData(nameof(Commands))]
    public void An_unknown_option_is_refused(string command)
    {
        var run = Run.Backchannel([.. command.Split(' '), "--bogus", "x"]);

        Assert.Equal(64, run.Code);
        Assert.Contains("--bogus", run.Error, StringComparison.Ordinal);
        Assert.Contains("--help", run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Out);
    }

    [Fact]
    public void A_path_that_begins_with_a_dash_goes_after_two_dashes()
    {
        using var folder = new Folder().With("-odd.txt", SmallStore.Call);

        Assert.Equal(64, Run.BackchannelIn(folder.Path, "tell", "-odd.txt").Code);
        Assert.Equal(0, Run.BackchannelIn(folder.Path, "tell", "--", "-odd.txt").Code);
    }

    [Theory]
    [InlineData("tel", "Did you mean tell?")]
    [InlineData("tell a --manifst b", "Did you mean --manifest?")]
    [InlineData("contacts", "--store FILE")]
    [InlineData("contacts --store x --since yesterday", "2031-03")]
    [InlineData("contacts --store x --since 2031 --until 2030", "after")]
    [InlineData("contacts --store x --type sanction", "sanction")]
    [InlineData("contacts --store x --as xml", "xml")]
    [InlineData("actors --store x --with y", "--with")]
    [InlineData("tell", "PATH")]
    [InlineData("language check f!", "no language code")]
    [InlineData("", "command")]
    public void A_wrong_command_line_is_told_what_to_write(string line, string told)
    {
        var run = Run.Backchannel(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(64, run.Code);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_is_printed()
    {
        var run = Run.Backchannel("--version");

        Assert.Equal(0, run.Code);
        Assert.Matches(@"^\d+\.\d+\.\d+", run.Out);
    }

    [Theory]
    [InlineData("tell nowhere", "nowhere")]
    [InlineData("tell https://example.org/a", "Save the page")]
    [InlineData("contacts --store nowhere.backchannel", "backchannel read")]
    [InlineData("tell . --languages nowhere", "nowhere")]
    [InlineData("tell . --manifest nowhere.tsv", "nowhere.tsv")]
    [InlineData("evaluate nowhere --texts .", "nowhere")]
    public void What_the_operator_must_put_right_is_one_sentence_and_its_own_exit_code(string line, string told)
    {
        using var folder = new Folder();

        var run = Run.BackchannelIn(folder.Path, line.Split(' '));

        Assert.Equal(74, run.Code);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_language_pack_refuses_to_start_and_says_file_and_line()
    {
        using var folder = new Folder();
        Copy(Path.Combine(Repository.Root, "languages", "_world"), folder["languages/_world"]);
        folder.With("languages/xx/pack.json", """{ "code": "xx", "name": "X", "letters": "abc" }""");
        folder.With("languages/xx/grammar.txt", "[determiner]\nthe : nonsense=1\n").With("a.txt", SmallStore.Call);

        var run = Run.Backchannel("tell", folder["a.txt"], "--languages", folder["languages"]);

        Assert.Equal(74, run.Code);
        Assert.Contains("xx/grammar.txt:2: ", run.Error, StringComparison.Ordinal);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
