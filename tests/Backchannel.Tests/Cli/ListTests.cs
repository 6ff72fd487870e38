using System.Text.Json;

namespace Backchannel.Tests.Cli;

/// <summary>The lists over one store: rows, filters, formats, exit codes.</summary>
public sealed class ListTests(SmallStore store) : IClassFixture<SmallStore>
{
    private static readonly string[] Lists = ["contacts", "claims", "actors", "stories", "timeline"];

    public static TheoryData<string> ListNames => [.. Lists];

    private Run Ask(string line) =>
        Run.Backchannel([.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--store", store.File]);

    private List<JsonElement> Rows(string line) =>
        [.. JsonDocument.Parse(Ask(line + " --as json").Out).RootElement.EnumerateArray()];

    private static List<string> Texts(JsonElement row, string name) =>
        [.. row.GetProperty(name).EnumerateArray().Select(each => each.GetString()!)];

    [Fact]
    public void Reading_says_what_was_read_and_what_could_not_be()
    {
        Assert.Equal(2, store.First.Code);
        Assert.Contains("3 documents read: 3 new", store.First.Out, StringComparison.Ordinal);
        Assert.Contains("empty.txt: the file is empty", store.First.Out, StringComparison.Ordinal);
        Assert.Equal("", store.First.Error);
    }

    [Theory]
    [MemberData(nameof(ListNames))]
    public void Tables_fit_a_pipe_and_hold_no_escapes(string list)
    {
        var run = Ask(list);

        Assert.Equal(0, run.Code);
        Assert.Equal("", run.Error);
        Assert.DoesNotContain('\u001b', run.Out);
        Assert.All(
            run.Out.Split('\n'),
            line => Assert.True(line.Count(c => c is not '\u2068' and not '\u2069') <= 120, line)
        );
    }

    [Theory]
    [MemberData(nameof(ListNames))]
    public void Csv_and_json_have_the_same_columns_and_rows(string list)
    {
        var rows = Rows(list);
        var csv = Csv.Parse(Ask(list + " --as csv").Out);

        Assert.NotEmpty(rows);
        Assert.Equal(rows.Count, csv.Count - 1);
        Assert.All(csv, row => Assert.Equal(csv[0].Count, row.Count));
        foreach (var property in rows.SelectMany(row => row.EnumerateObject()))
            Assert.Contains(property.Name, csv[0]);
        Assert.Equal(
            rows.Select(row => row.GetProperty("id").GetString()),
            csv.Skip(1).Select(row => row[csv[0].IndexOf("id")])
        );
    }

    [Theory]
    [InlineData("json")]
    [InlineData("csv")]
    public void A_denial_is_in_every_format(string format)
    {
        var run = Ask($"contacts --type meeting --as {format}");

        foreach (var word in (string[])["stances", "status", "polarity", "denies", "disputed", "Karim Oduya"])
            Assert.Contains(word, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_denial_is_in_the_table_with_the_one_who_denies()
    {
        var table = Ask("contacts").Out;

        Assert.Contains("disputed", table, StringComparison.Ordinal);
        Assert.Contains("denied by Karim Oduya", table, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("contacts --actor lind", 3)]
    [InlineData("contacts --actor LÍND --with berg", 1)]
    [InlineData("contacts --actor lind --with lind", 0)]
    [InlineData("contacts --actor Линд", 3)]
    [InlineData("contacts --through oman", 1)]
    [InlineData("contacts --through lind", 0)]
    [InlineData("contacts --type call", 1)]
    [InlineData("contacts --standing reported --type call", 1)]
    [InlineData("contacts --standing denied --type call", 0)]
    [InlineData("contacts --since 2031-04", 1)]
    [InlineData("contacts --actor lind --until 2031-03-31", 2)]
    [InlineData("contacts --actor lind --since 2031 --until 2031", 3)]
    [InlineData("contacts --actor lind --language en", 2)]
    [InlineData("contacts --actor lind --language es", 0)]
    [InlineData("claims --family bargain", 1)]
    [InlineData("claims --type demand --actor berg", 1)]
    [InlineData("timeline --type call", 1)]
    [InlineData("actors --actor oduya", 1)]
    [InlineData("actors --actor oduya --type state", 0)]
    [InlineData("stories --since 2040", 0)]
    public void Filters_find(string line, int count)
    {
        var run = Ask(line + " --as json");

        Assert.Equal(count, JsonDocument.Parse(run.Out).RootElement.GetArrayLength());
        Assert.Equal(count == 0 ? 1 : 0, run.Code);
    }

    [Fact]
    public void A_filter_of_days_says_how_many_undated_rows_it_left_out()
    {
        var run = Ask("claims --since 2031");

        Assert.Contains("without a date", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_timeline_is_in_order_of_what_happened_with_the_undated_last()
    {
        var days = Rows("timeline")
            .Select(row => row.TryGetProperty("from", out var from) ? from.GetString()! : "undated")
            .ToList();

        Assert.Equal(days.Order(StringComparer.Ordinal), days);
        Assert.Contains("undated", days);
    }

    [Fact]
    public void A_date_carries_its_words_and_what_it_rests_on()
    {
        var meeting = Rows("contacts --through oman").Single();

        Assert.Equal("2031-03-03", meeting.GetProperty("from").GetString());
        Assert.Equal(["Monday"], Texts(meeting, "date_words"));
        Assert.Equal("publication", meeting.GetProperty("date_basis").GetString());
    }

    [Fact]
    public void Text_of_articles_cannot_command_the_terminal()
    {
        using var folder = new Folder().With(
            "a.txt",
            "Foreign Minister [red]Jonas[/] Berg met President Ana \u001b[31mLind\u202E in Accra on 2 April 2031.\n"
        );
        var run = Run.Backchannel("tell", folder.Path);

        Assert.DoesNotContain('\u001b', run.Out);
        Assert.DoesNotContain('\u202E', run.Out);
        Assert.True(run.Code is 0 or 1, run.Error);
    }
}
