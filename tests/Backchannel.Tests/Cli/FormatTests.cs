namespace Backchannel.Tests.Cli;

/// <summary>Every format, and the comparison, through the real program.</summary>
public sealed class FormatTests(SmallStore store) : IClassFixture<SmallStore>
{
    [Theory]
    [InlineData("csv", "nodes.csv,edges.csv,claims.csv,statements.csv")]
    [InlineData("gdelt", "backchannel.export.CSV,backchannel.mentions.CSV")]
    [InlineData("graphml", "")]
    [InlineData("gexf", "")]
    [InlineData("ftm", "")]
    [InlineData("plover", "")]
    [InlineData("jsonld", "")]
    [InlineData("markdown", "")]
    public void Every_format_is_written_where_it_is_asked_for(string format, string files)
    {
        using var folder = new Folder();
        var run = Run.Backchannel("export", "--store", store.File, "--as", format, "--out", folder["out"]);

        Assert.Equal((0, "", ""), (run.Code, run.Out, run.Error));
        foreach (var file in files.Split(',', StringSplitOptions.RemoveEmptyEntries))
            Assert.True(new FileInfo(Path.Combine(folder["out"], file)).Length > 0, file);
        Assert.Equal(files.Length == 0, File.Exists(folder["out"]));
    }

    [Fact]
    public void A_format_of_several_files_asks_for_a_folder()
    {
        using var folder = new Folder().With("file", "x");

        var pipe = Run.Backchannel("export", "--store", store.File, "--as", "csv", "--out", "-");
        var file = Run.Backchannel("export", "--store", store.File, "--as", "csv", "--out", folder["file"]);

        Assert.Equal((64, 74), (pipe.Code, file.Code));
        Assert.Contains("folder", pipe.Error, StringComparison.Ordinal);
        Assert.Contains("folder", file.Error, StringComparison.Ordinal);
        Assert.Equal("x", File.ReadAllText(folder["file"]));
    }

    [Fact]
    public void A_report_goes_down_a_pipe()
    {
        var run = Run.Backchannel("export", "--store", store.File, "--as", "markdown", "--out", "-");

        Assert.StartsWith("# Account", run.Out, StringComparison.Ordinal);
        Assert.Contains("denied by Karim Oduya", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_of_export_teaches_every_format()
    {
        var help = Run.Backchannel("export", "--help").Out;

        Assert.All(
            ["jsonl", "csv", "graphml", "gexf", "ftm", "plover", "gdelt", "jsonld", "markdown"],
            format => Assert.Contains($"--as {format} ", help, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Events_of_others_are_compared_as_a_table_and_as_json()
    {
        using var folder = new Folder();
        Run.Backchannel("export", "--store", store.File, "--as", "plover", "--out", folder["p"]);

        var table = Run.Backchannel("compare", folder["p"], "--store", store.File);
        var json = Run.Backchannel("compare", folder["p"], "--store", store.File, "--as", "json", "--days", "0");

        Assert.Equal((0, 0), (table.Code, json.Code));
        Assert.Contains("both have it", table.Out, StringComparison.Ordinal);
        Assert.Contains("\"relation\":\"both\"", json.Out, StringComparison.Ordinal);
        Assert.Contains("\"relation\":\"denied here\"", json.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_file_or_tolerance_is_told_in_a_sentence()
    {
        using var folder = new Folder().With("x.CSV", "a\tb\n");

        var line = Run.Backchannel("compare", folder["x.CSV"], "--store", store.File);
        var days = Run.Backchannel("compare", folder["x.CSV"], "--store", store.File, "--days", "999");

        Assert.Equal((74, 64), (line.Code, days.Code));
        Assert.Contains("x.CSV:1: expected the 61", line.Error, StringComparison.Ordinal);
        Assert.Contains("--days", days.Error, StringComparison.Ordinal);
    }
}
