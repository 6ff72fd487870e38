using System.Text;
using System.Text.Json;
using Backchannel.Showing;

namespace Backchannel.Tests.Showing.Formats;

public sealed class JsonLdTests
{
    private static JsonElement Read(Archive archive) =>
        JsonDocument.Parse(Accounts.Formats["jsonld"](archive)).RootElement;

    private static IEnumerable<JsonElement> Objects(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Object => json.EnumerateObject().SelectMany(each => Objects(each.Value)).Prepend(json),
            JsonValueKind.Array => json.EnumerateArray().SelectMany(Objects),
            _ => [],
        };

    [Fact]
    public void Every_key_is_a_keyword_or_a_term_of_the_one_context()
    {
        var json = Read(Accounts.Samples);
        var context = json.GetProperty("@context");
        string[] keywords = ["@id", "@type", "@value", "@language", "@graph", "@context"];

        foreach (var each in Objects(json.GetProperty("@graph")))
        foreach (var property in each.EnumerateObject())
            Assert.True(
                keywords.Contains(property.Name) || context.TryGetProperty(property.Name, out _),
                property.Name
            );
        foreach (var term in context.EnumerateObject().Where(term => term.Value.ValueKind != JsonValueKind.Number))
        {
            var iri =
                term.Value.ValueKind == JsonValueKind.String
                    ? term.Value.GetString()!
                    : term.Value.GetProperty("@id").GetString()!;
            var prefix = iri.Split(':')[0];
            Assert.True(context.TryGetProperty(prefix, out _) || Uri.TryCreate(iri, UriKind.Absolute, out _), iri);
        }
    }

    [Fact]
    public void Whatever_is_pointed_at_is_in_the_graph_once()
    {
        var json = Read(Accounts.Samples);
        var terms = json.GetProperty("@context")
            .EnumerateObject()
            .Where(term =>
                term.Value.ValueKind == JsonValueKind.Object
                && term.Value.TryGetProperty("@type", out var type)
                && type.GetString() == "@id"
            )
            .Select(term => term.Name)
            .Where(name => name != "url")
            .ToHashSet();
        var ids = json.GetProperty("@graph")
            .EnumerateArray()
            .Select(each => each.GetProperty("@id").GetString()!)
            .ToList();
        var known = ids.ToHashSet();

        Assert.Equal(known.Count, ids.Count);
        foreach (var each in Objects(json.GetProperty("@graph")))
        foreach (var property in each.EnumerateObject().Where(property => terms.Contains(property.Name)))
        foreach (
            var value in property.Value.ValueKind == JsonValueKind.Array
                ? [.. property.Value.EnumerateArray()]
                : new[] { property.Value }
        )
        {
            if (value.ValueKind == JsonValueKind.String)
                Assert.Contains(value.GetString()!, known);
        }
    }

    [Fact]
    public void Selectors_find_the_words_counted_in_characters()
    {
        var archive = Accounts.Of(
            "The morning was quiet 😀 🇮🇸. President Ana Lind met Karim Oduya in Accra on Monday, her office said."
        );
        var text = archive.Readings[0].Document.Text.EnumerateRunes().ToList();
        var selectors = Objects(Read(archive).GetProperty("@graph"))
            .Where(each => each.TryGetProperty("hasSelector", out _))
            .ToList();

        Assert.NotEmpty(selectors);
        foreach (var target in selectors)
        {
            var (quote, position) = (target.GetProperty("hasSelector")[0], target.GetProperty("hasSelector")[1]);
            var (start, end) = (position.GetProperty("start").GetInt32(), position.GetProperty("end").GetInt32());
            var words = new StringBuilder();
            foreach (var rune in text[start..end])
                words.Append(rune.ToString());
            Assert.Equal(quote.GetProperty("exact").GetString(), words.ToString());
        }
        Assert.Contains(
            selectors,
            target =>
                target
                    .GetProperty("hasSelector")[0]
                    .GetProperty("prefix")
                    .GetString()!
                    .Contains('\uDDEE', StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_chain_of_voices_is_quoted_link_by_link()
    {
        var json = Read(Accounts.Samples);
        static int Depth(JsonElement each) => each.TryGetProperty("wasQuotedFrom", out var next) ? 1 + Depth(next) : 0;
        var depths = json.GetProperty("@graph")
            .EnumerateArray()
            .Where(each => each.TryGetProperty("stance", out _))
            .Select(Depth)
            .ToList();

        Assert.Equal(
            Accounts.Samples.Readings.SelectMany(reading =>
                reading.Findings.Statements.Select(each => each.Voices.Length)
            ),
            depths
        );
        Assert.True(depths.Max() > 1);
    }
}
