using System.Text.Json;

namespace Backchannel.Tests.Cli;

/// <summary>tell, why, export, language, completion and the script at the root.</summary>
public sealed class CommandTests(SmallStore store) : IClassFixture<SmallStore>
{
    private string IdOf(string line) =>
        JsonDocument
            .Parse(Run.Backchannel([.. line.Split(' '), "--store", store.File, "--as", "json"]).Out)
            .RootElement[0]
            .GetProperty("id")
            .GetString()!;

    [Fact]
    public void Telling_prints_contacts_and_problems_and_says_that_there_were_some()
    {
        var run = Run.Backchannel("tell", store.News);

        Assert.Equal(2, run.Code);
        Assert.Contains("Ledger of contacts", run.Out, StringComparison.Ordinal);
        Assert.Contains("Karim Oduya", run.Out, StringComparison.Ordinal);
        Assert.Contains("empty.txt: the file is empty", run.Out, StringComparison.Ordinal);
        Assert.Equal("", run.Error);
    }

    [Theory]
    [InlineData("Lind denied that she had met Oduya.", 0, "denies : meeting", "gave what was found")]
    [InlineData("Lind will meet.", 1, "found: nothing", "stopped: a contact takes two sides")]
    [InlineData("Lind spoke to reporters.", 1, "found: nothing", "stopped: to speak to the press is no contact")]
    [InlineData("Lind repainted the veranda.", 1, "found: nothing", "in no list: repainted, veranda")]
    public void Why_of_a_text_says_what_was_found_and_where_each_line_stopped(
        string text,
        int code,
        string found,
        string tried
    )
    {
        var run = Run.Backchannel("why", "--text", text, "--language", "en");

        Assert.Equal((code, ""), (run.Code, run.Error));
        Assert.Contains(text, run.Out, StringComparison.Ordinal);
        Assert.Contains(found, run.Out, StringComparison.Ordinal);
        Assert.Contains(tried, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Why_counts_the_days_of_a_text_from_the_day_given_and_names_the_languages_it_knows()
    {
        var dated = Run.Backchannel(
            "why",
            "--text",
            "Lind met Oduya yesterday.",
            "--language",
            "en",
            "--published",
            "2031-03-18"
        );
        Assert.Contains("2031-03-17", dated.Out, StringComparison.Ordinal);

        var unknown = Run.Backchannel("why", "--text", "Lind met Oduya.", "--language", "tlh");
        Assert.Equal(64, unknown.Code);
        Assert.Contains("There are: ar, de, en", unknown.Error, StringComparison.Ordinal);

        Assert.Equal(64, Run.Backchannel("why").Code);
    }

    [Fact]
    public void The_page_of_tell_is_the_page_of_report()
    {
        using var folder = new Folder();

        var tell = Run.Backchannel("tell", store.News, "--out", folder["tell.html"]);
        var report = Run.Backchannel("report", "--store", store.File, "--out", folder["report.html"]);

        Assert.Equal((2, 0), (tell.Code, report.Code));
        Assert.Contains("tell.html", tell.Error, StringComparison.Ordinal);
        var page = File.ReadAllText(folder["tell.html"]);
        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Karim Oduya", page, StringComparison.Ordinal);
        Assert.Equal(page, File.ReadAllText(folder["report.html"]));
    }

    [Fact]
    public void A_folder_in_which_nothing_is_found_says_so_with_its_own_exit_code()
    {
        using var folder = new Folder().With("a.txt", "The bakery opened early on Monday, and there was bread.");

        var run = Run.Backchannel("tell", folder.Path);

        Assert.Equal(1, run.Code);
        Assert.Contains("Nothing was found", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_manifest_in_the_folder_is_used_and_said_so()
    {
        using var folder = new Folder()
            .With(
                "a.txt",
                "Foreign Minister Jonas Berg telephoned President Ana Lind yesterday, and they spoke about the crew for an hour."
            )
            .With("manifest.tsv", "path\tpublished\toutlet\na.txt\t2031-04-03\tDagur Post\n");
        var file = folder["s.backchannel"];

        var read = Run.Backchannel("read", folder.Path, "--store", file);
        var contacts = Run.Backchannel("contacts", "--store", file, "--as", "csv");

        Assert.Contains("manifest.tsv", read.Error, StringComparison.Ordinal);
        Assert.Contains("2031-04-02", contacts.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Why_shows_the_sentence_the_voices_and_the_origins_of_a_claim()
    {
        var id = IdOf("contacts --through oman");

        var run = Run.Backchannel("why", id[..7], "--store", store.File);

        Assert.Equal(0, run.Code);
        Assert.Contains(
            "> President Ana Lind met Prime Minister Karim Oduya in Accra",
            run.Out,
            StringComparison.Ordinal
        );
        Assert.Contains("> Oduya denied on Tuesday that he had met Lind", run.Out, StringComparison.Ordinal);
        Assert.Contains("denied by: Karim Oduya", run.Out, StringComparison.Ordinal);
        Assert.Contains("counted from publication on 2031-03-05", run.Out, StringComparison.Ordinal);
        Assert.Contains("Origins", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Why_explains_every_id_of_an_export()
    {
        var lines = Run.Backchannel("export", "--store", store.File, "--as", "jsonl", "--out", "-").Out;
        var ids = lines
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Where(line => line.TryGetProperty("id", out _))
            .GroupBy(line => line.GetProperty("kind").GetString())
            .Select(kind => kind.First().GetProperty("id").GetString()!)
            .ToList();

        Assert.True(ids.Count >= 6, lines);
        foreach (var id in ids)
        {
            var run = Run.Backchannel("why", id, "--store", store.File);
            Assert.Equal((0, ""), (run.Code, run.Error));
            Assert.Contains(id, run.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Why_offers_what_an_ambiguous_beginning_may_mean()
    {
        var run = Run.Backchannel("why", "a", "--store", store.File);

        Assert.Equal(64, run.Code);
        Assert.Contains("several ids: a", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, Run.Backchannel("why", "zzz", "--store", store.File).Code);
    }

    [Fact]
    public void An_export_to_a_file_is_what_the_standard_output_gets()
    {
        using var folder = new Folder();
        var file = folder["out.jsonl"];

        var run = Run.Backchannel("export", "--store", store.File, "--as", "jsonl", "--out", file);

        Assert.Equal((0, "", ""), (run.Code, run.Out, run.Error));
        Assert.Equal(
            Run.Backchannel("export", "--store", store.File, "--as", "jsonl", "--out", "-").Out,
            File.ReadAllText(file)
        );
        Assert.Equal([file], Directory.EnumerateFiles(folder.Path));
    }

    [Fact]
    public void An_export_to_nowhere_says_what_to_do()
    {
        var run = Run.Backchannel("export", "--store", store.File, "--as", "jsonl", "--out", "/nowhere/at/all.jsonl");

        Assert.Equal(74, run.Code);
        Assert.Contains("/nowhere/at", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_language_can_be_begun_and_checked()
    {
        using var folder = new Folder();
        var languages = Directory.CreateDirectory(folder["languages"]).FullName;
        Copy(Path.Combine(Repository.Root, "languages", "_world"), Path.Combine(languages, "_world"));

        var begun = Run.BackchannelIn(folder.Path, "language", "new", "xx");
        Assert.Equal((0, ""), (begun.Code, begun.Error));
        Assert.Equal(1, Run.BackchannelIn(folder.Path, "language", "check", "xx").Code);

        // The lines that the comments offer are good lines.
        foreach (var file in Directory.EnumerateFiles(Path.Combine(languages, "xx"), "*.txt"))
            File.WriteAllText(file, File.ReadAllText(file).Replace("#   ", "", StringComparison.Ordinal));
        File.AppendAllText(
            Path.Combine(languages, "xx", "examples.md"),
            "\n> Anna Berg met Boris Holm.\n(text) : asserts : meeting (Anna Berg; Boris Holm)\n"
        );
        var check = Run.BackchannelIn(folder.Path, "language", "check", "xx");
        Assert.Equal((0, ""), (check.Code, check.Error));
        Assert.Contains("1 example met", check.Out, StringComparison.Ordinal);

        File.AppendAllText(Path.Combine(languages, "xx", "examples.md"), "\n> Anna Berg met Boris Holm.\nnothing\n");
        var failed = Run.BackchannelIn(folder.Path, "language", "check", "xx");
        Assert.Equal(2, failed.Code);
        Assert.Matches(@"xx/examples\.md:\d+: not expected", failed.Out);

        var again = Run.BackchannelIn(folder.Path, "language", "new", "xx");
        Assert.Equal(74, again.Code);
    }

    [Fact]
    public void Completion_offers_commands_options_and_values_in_bash()
    {
        using var folder = new Folder();
        File.CreateSymbolicLink(folder["backchannel"], Run.Program);
        string Complete(string line) =>
            Run.Shell(
                    "bash",
                    $$"""
                    export PATH="{{folder.Path}}:$PATH"
                    source <(backchannel completion bash)
                    COMP_LINE='{{line}}'; COMP_POINT=${#COMP_LINE}; read -ra COMP_WORDS <<< "$COMP_LINE"
                    [ "${COMP_LINE: -1}" = ' ' ] && COMP_WORDS+=('')
                    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                    _backchannel
                    echo "${COMPREPLY[@]}"
                    """
                )
                .Out.Trim();

        Assert.Contains("contacts", Complete("backchannel con").Split(' '));
        Assert.Contains("--standing", Complete("backchannel contacts --sta").Split(' '));
        Assert.Equal("disputed", Complete("backchannel contacts --standing disp"));
        Assert.Equal(
            "check new",
            string.Join(
                ' ',
                Complete("backchannel language ").Split(' ').Where(word => word[0] != '-').Order(StringComparer.Ordinal)
            )
        );
    }

    [Fact]
    public void Completion_works_in_fish()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/fish"), "fish is not installed");
        using var folder = new Folder();
        File.CreateSymbolicLink(folder["backchannel"], Run.Program);

        var run = Run.Shell(
            "fish",
            $"set -x PATH {folder.Path} $PATH; backchannel completion fish | source; complete -C 'backchannel contacts --standing disp'"
        );

        Assert.Equal("disputed", run.Out.Trim());
    }

    [Theory]
    [InlineData("zsh", "compdef")]
    [InlineData("fish", "complete -c backchannel")]
    public void Completion_is_there_for_other_shells(string shell, string word)
    {
        var run = Run.Backchannel("completion", shell);

        Assert.Equal(0, run.Code);
        Assert.Contains(word, run.Out, StringComparison.Ordinal);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
