using System.IO.Compression;
using System.Text;
using Backchannel.Comparing;
using Backchannel.Showing.Formats;

namespace Backchannel.Tests.Comparing;

public sealed class OtherFileTests
{
    private static string Row(string day = "20310303", string code = "042") =>
        string.Join(
            '\t',
            GdeltFolder.EventColumns.Select(column =>
                column switch
                {
                    "GLOBALEVENTID" => "77",
                    "SQLDATE" => day,
                    "Actor1Name" => "ICELAND",
                    "Actor1CountryCode" => "ISL",
                    "Actor2Name" => "GHANA",
                    "Actor2CountryCode" => "GHA",
                    "EventCode" => code,
                    "SOURCEURL" => "https://example.org/a",
                    _ => "",
                }
            )
        );

    [Fact]
    public void A_gdelt_table_is_read_plain_or_zipped()
    {
        using var folder = new Folder();
        folder.With("20310303120000.export.CSV", Row() + "\n" + Row(code: "010") + "\n");
        using (var zip = ZipFile.Open(folder["a.zip"], ZipArchiveMode.Create))
            zip.CreateEntryFromFile(folder["20310303120000.export.CSV"], "20310303120000.export.CSV");

        foreach (var name in new[] { "20310303120000.export.CSV", "a.zip" })
        {
            var events = OtherFile.Read(folder[name]);
            Assert.Equal(["CONSULT", null], events.Select(each => each.Root));
            Assert.Equal(new OtherSide("ICELAND", "ISL"), events[0].Sources.Single());
            Assert.Equal("2031-03-03", events[0].Days.ToString());
            Assert.Equal(2, events[1].Line);
        }
    }

    [Fact]
    public void Plover_lines_are_read_with_recipient_or_target_and_earlier_roots()
    {
        using var folder = new Folder();
        folder.With(
            "p.jsonl",
            """
            {"id":"1","date":"2031-03-03","source":[{"code":"ISL"}],"recipient":[{"code":"GHA","actor_text":"Accra"}],"event":["CONSULT"]}
            {"id":"2","date":"2031-03-03","source":[{"code":"ISL"}],"target":[{"code":"GHA"}],"event":"DEMAND"}
            {"id":"3","date":"2031-03-03","source":[{"code":"ISL"},{"code":"GHA"}],"event":["CONSULT"],"context":["future"]}
            {"id":"4","date":"2031-03-03","source":[],"event":[],"has_event":false}
            """
        );

        var events = OtherFile.Read(folder["p.jsonl"]);

        Assert.Equal(["CONSULT", "REQUEST", "AGREE", null], events.Select(each => each.Root));
        Assert.Equal([1, 1, 1, 0], events.Select(each => each.Pairs().Count()));
        Assert.True(events[3].IsNoEvent);
    }

    [Theory]
    [InlineData("a\tb\n", ":1: expected the 61 tab-separated columns of a GDELT 2.0 event, found 2.")]
    [InlineData("{\"id\":\n", ":1: expected one JSON object on the line.")]
    [InlineData(
        "{\"id\":\"1\",\"date\":\"soon\",\"event\":[\"AID\"]}\n",
        ":1: expected a day such as 2031-03-05 in “date”, found \"soon\"."
    )]
    [InlineData(
        "{\"id\":\"1\",\"date\":\"2031-03-05\"}\n",
        ":1: expected a root such as CONSULT in “event”, found none."
    )]
    public void A_wrong_line_is_named_by_file_and_line(string text, string told)
    {
        using var folder = new Folder();
        folder.With("bad.txt", Encoding.UTF8.GetBytes(text));

        var error = Assert.Throws<OperatorException>(() => OtherFile.Read(folder["bad.txt"]));

        Assert.Contains(folder["bad.txt"] + told, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "3 March 2031",
        "042",
        ":2: expected a day such as 20310305 in the column SQLDATE, found “3 March 2031”."
    )]
    [InlineData("20310303", "visit", ":2: expected a CAMEO code such as 042 in the column EventCode, found “visit”.")]
    public void A_wrong_cell_is_named_by_file_line_and_column(string day, string code, string told)
    {
        using var folder = new Folder();
        folder.With("bad.CSV", Row() + "\n" + Row(day, code) + "\n");

        var error = Assert.Throws<OperatorException>(() => OtherFile.Read(folder["bad.CSV"]));

        Assert.Contains(told, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_file_of_events_is_a_sentence()
    {
        using var folder = new Folder();
        folder.With("broken.zip", [0x50, 0x4B, 3, 4, 0, 0]);
        using (ZipFile.Open(folder["empty.zip"], ZipArchiveMode.Create)) { }

        Assert.Contains("There is no file", Message("nowhere"), StringComparison.Ordinal);
        Assert.Contains("is a folder", Message(""), StringComparison.Ordinal);
        Assert.Contains("broken zip", Message("broken.zip"), StringComparison.Ordinal);

        string Message(string name) => Assert.Throws<OperatorException>(() => OtherFile.Read(folder[name])).Message;
    }
}
