using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Backchannel.Linking;
using Backchannel.Reading;
using Backchannel.Showing;
using Backchannel.Showing.Rows;

namespace Backchannel.Tests.Linking;

/// <summary>What dated articles tell of when an undated one was written, and how that is shown: as inferred, with the reason.</summary>
public class SiblingDatesTests
{
    private const string Dated = """
        # outlet: The Quay
        # published: 2031-11-26
        # language: en
        ---
        Estonian Foreign Minister Mihkel Tamm met Peruvian Foreign Minister Rosa Vidal in Lisbon on Tuesday.
        """;

    [Theory]
    [InlineData("In Lisbon, Rosa Vidal met Mihkel Tamm yesterday.", "2031-11-26")]
    [InlineData("In Lisbon, Rosa Vidal met Mihkel Tamm on Tuesday.", "2031-11-25/2031-12-01")]
    [InlineData("In Lisbon, Rosa Vidal met Mihkel Tamm on Tuesday, 25 November.", "2031-11-25/2032-11-25")]
    [InlineData("In Lisbon, Rosa Vidal met Mihkel Tamm on Wednesday.", "unknown")]
    [InlineData("In Lisbon, Rosa Vidal met Mihkel Tamm on Tuesday, 26 November.", "unknown")]
    [InlineData("In Lisbon, Rosa Vidal met Mihkel Tamm.", null)]
    [InlineData("In Lisbon, Rosa Vidal met Ann Roy yesterday.", null)]
    [InlineData("In Oslo, Rosa Vidal met Mihkel Tamm yesterday.", null)]
    public void The_same_claim_dates_it_or_nothing_does(string text, string? when)
    {
        var reading = Linked(Dated, text).Readings[1];

        Assert.Equal(when, reading.Findings.Dating?.When.ToString());
        Assert.True(reading.Document.Published.IsUnknown);
    }

    [Fact]
    public void The_export_says_inferred_wherever_it_shows_such_a_date()
    {
        var lines = Export(
            Linked(Dated, "In Lisbon, Rosa Vidal met Mihkel Tamm yesterday. Vidal called Ann Roy on Monday.")
        );

        var published = lines
            .Single(line => Is(line, "document") && line.GetProperty("path").GetString() == "1.txt")
            .GetProperty("published");
        Assert.Equal("2031-11-26", published.GetProperty("from").GetString());
        Assert.Equal("inferred", published.GetProperty("basis").GetString());
        Assert.Contains("0.txt", published.GetProperty("reason").GetString(), StringComparison.Ordinal);
        var call = lines.Single(line => Is(line, "claim") && line.GetProperty("type").GetString() == "call");
        Assert.Equal("2031-11-24", call.GetProperty("date").GetProperty("from").GetString());
        Assert.Equal("inferred", call.GetProperty("date").GetProperty("basis").GetString());
    }

    [Fact]
    public void Contradiction_is_no_day_in_the_export_and_says_why_on_the_screen()
    {
        var archive = Linked(Dated, "In Lisbon, Rosa Vidal met Mihkel Tamm on Wednesday.");

        Assert.False(
            Export(archive)
                .Single(line => Is(line, "document") && line.GetProperty("path").GetString() == "1.txt")
                .TryGetProperty("published", out _)
        );
        Assert.Equal("undated", Phrase.Published(archive.Readings[1]));
        Assert.Contains("Wednesday", archive.Readings[1].Findings.Dating!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_of_claims_that_only_an_inferred_day_dates_say_so()
    {
        var archive = Linked(Dated, "In Lisbon, Rosa Vidal met Mihkel Tamm yesterday. Vidal called Ann Roy on Monday.");
        var phrase = new Phrase(archive, name => name);

        Assert.Equal(
            ["2031-11-25", "inferred: 2031-11-24"],
            archive.Changes.Claims.OrderByDescending(claim => claim.When.From).Select(phrase.When)
        );
        Assert.Equal(
            ["publication", "inferred"],
            archive
                .Changes.Claims.OrderByDescending(claim => claim.When.From)
                .Select(claim => ClaimRow.Of(archive, claim).DateBasis)
        );
    }

    /// <param name="undated">The text of an article without a date.</param>
    private static Archive Linked(string dated, string undated)
    {
        string[] texts = [dated, $"# language: en\n---\n{undated}\n"];
        var readings = texts
            .Select((text, i) => DocumentReader.Read($"{i}.txt", Encoding.UTF8.GetBytes(text), null).Document!)
            .Select(document => new DocumentReading(document, Packs.Pipeline.Understand(document)))
            .ToImmutableArray();
        var (counted, changes) = Linker.Account(readings);
        return new(counted, changes, []);
    }

    private static List<JsonElement> Export(Archive archive)
    {
        using var stream = new MemoryStream();
        JsonLines.Write(archive, stream);
        return
        [
            .. Encoding
                .UTF8.GetString(stream.ToArray())
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonDocument.Parse(line).RootElement),
        ];
    }

    private static bool Is(JsonElement line, string kind) => line.GetProperty("kind").GetString() == kind;
}
