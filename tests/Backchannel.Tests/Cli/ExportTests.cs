using System.Text.Json;
using Backchannel.Reading;

namespace Backchannel.Tests.Cli;

/// <summary>docs/export.md, kept to the letter on the samples.</summary>
public sealed class ExportTests(ExportTests.Samples samples) : IClassFixture<ExportTests.Samples>
{
    /// <summary>The lines of an export of the samples, made once.</summary>
    public sealed class Samples
    {
        public Samples()
        {
            using var folder = new Folder();
            Run.Backchannel("read", Repository.Samples, "--store", folder["s"]);
            Run.Backchannel("export", "--store", folder["s"], "--as", "jsonl", "--out", folder["out"]);
            Lines = [.. File.ReadLines(folder["out"]).Select(line => JsonDocument.Parse(line).RootElement)];
        }

        public List<JsonElement> Lines { get; }
    }

    private IEnumerable<JsonElement> Of(string kind) =>
        samples.Lines.Where(line => line.GetProperty("kind").GetString() == kind);

    private HashSet<string> Ids(string kind) => [.. Of(kind).Select(line => Text(line, "id"))];

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;

    private static IEnumerable<string> Texts(JsonElement item, string name) =>
        item.GetProperty(name).EnumerateArray().Select(each => each.GetString()!);

    [Fact]
    public void Every_kind_of_line_has_the_keys_that_programs_rely_on()
    {
        var relied = new Dictionary<string, string[]>
        {
            ["document"] = ["id", "path"],
            ["actor"] = ["id", "name", "type", "names", "roles"],
            ["statement"] = ["id", "document", "evidence", "voices", "stance", "content"],
            ["claim"] =
            [
                "id",
                "family",
                "type",
                "polarity",
                "status",
                "standing",
                "statements",
                "documents",
                "origins",
            ],
            ["origin"] = ["id", "description", "documents", "reason"],
            ["copy"] = ["id", "of", "document", "share", "spans", "reason"],
            ["story"] = ["id", "title", "documents"],
        };
        foreach (var (kind, keys) in relied)
        {
            Assert.NotEmpty(Of(kind));
            Assert.All(
                Of(kind),
                line =>
                    Assert.All(
                        keys,
                        key => Assert.True(line.TryGetProperty(key, out _), $"{kind} without {key}: {line}")
                    )
            );
        }
        Assert.Equal(
            [.. relied.Keys],
            samples.Lines.Select(line => Text(line, "kind")).Where(kind => kind != "problem").Distinct()
        );
    }

    [Fact]
    public void Values_are_those_of_the_contract()
    {
        string[] stances = ["asserts", "confirms", "denies", "declines", "hedges"];
        string[] roles = ["outlet", "agency", "speaker", "source"];
        string[] parts = ["party", "visitor", "host", "intermediary", "on_behalf_of", "addressee", "target", "topic"];
        string[] standings = ["confirmed", "reported", "disputed", "denied", "withdrawn"];
        foreach (var statement in Of("statement"))
        {
            Assert.Contains(Text(statement, "stance"), stances);
            Assert.All(
                statement.GetProperty("voices").EnumerateArray(),
                voice => Assert.Contains(Text(voice, "role"), roles)
            );
            var content = statement.GetProperty("content");
            if (!content.TryGetProperty("family", out _))
                continue;
            Assert.Contains(Text(content, "polarity"), (string[])["affirmed", "negated"]);
            Assert.True(content.TryGetProperty("status", out _));
            Assert.All(
                content.GetProperty("participants").EnumerateArray(),
                each => Assert.Contains(Text(each, "role"), parts)
            );
        }
        Assert.All(Of("claim"), claim => Assert.Contains(Text(claim, "standing"), standings));
    }

    [Fact]
    public void Every_id_that_is_named_has_a_line()
    {
        var (documents, actors, statements, claims, origins) = (
            Ids("document"),
            Ids("actor"),
            Ids("statement"),
            Ids("claim"),
            Ids("origin")
        );
        foreach (var statement in Of("statement"))
        {
            Assert.Contains(Text(statement, "document"), documents);
            if (statement.TryGetProperty("claim", out var claim))
                Assert.Contains(claim.GetString()!, claims);
            Assert.All(
                statement.GetProperty("voices").EnumerateArray().Where(voice => voice.TryGetProperty("actor", out _)),
                voice => Assert.Contains(Text(voice, "actor"), actors)
            );
        }
        foreach (var claim in Of("claim"))
        {
            Assert.All(Texts(claim, "statements"), id => Assert.Contains(id, statements));
            Assert.All(Texts(claim, "documents"), id => Assert.Contains(id, documents));
            Assert.All(Texts(claim, "origins"), id => Assert.Contains(id, origins));
            Assert.All(Texts(claim, "denied_by"), id => Assert.Contains(id, actors));
        }
    }

    [Fact]
    public void Every_text_is_the_documents_own_at_its_span()
    {
        var texts = new Dictionary<string, string>();
        foreach (var document in Of("document"))
        {
            var path = Text(document, "path");
            texts[Text(document, "id")] = DocumentReader
                .Read(path, File.ReadAllBytes(Path.Combine(Repository.Samples, path)), null)
                .Document!.Text;
        }
        foreach (var statement in Of("statement"))
        {
            var text = texts[Text(statement, "document")];
            Assert.Equal(At(text, statement.GetProperty("evidence")), Text(statement.GetProperty("evidence"), "text"));
            var content = statement.GetProperty("content");
            Assert.Equal(At(text, content.GetProperty("span")), Text(content, "text"));
            var mentions = statement.GetProperty("voices").EnumerateArray().ToList();
            if (content.TryGetProperty("participants", out var participants))
                mentions.AddRange(participants.EnumerateArray());
            foreach (var mention in mentions.Where(each => each.TryGetProperty("span", out _)))
                Assert.Equal(At(text, mention.GetProperty("span")), Text(mention, "mention"));
        }

        static string At(string text, JsonElement span) =>
            text.Substring(span.GetProperty("start").GetInt32(), span.GetProperty("length").GetInt32());
    }
}
