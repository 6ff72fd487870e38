using System.Text.Json;
using Backchannel.Showing;
using Backchannel.Showing.Formats;

namespace Backchannel.Tests.Showing.Formats;

public sealed class FollowTheMoneyTests
{
    /// <summary>The properties relied on, by schema, with those that must be there first; written down here so that the test is worth its name alone.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Article"] = ["name", "fileName", "title", "publisher", "sourceUrl", "language", "publishedAt"],
        ["Person"] = ["name", "country", "alias", "position"],
        ["Organization"] = ["name", "country", "alias", "description"],
        ["PublicBody"] = ["name", "country", "alias", "description"],
        ["LegalEntity"] = ["name", "country", "alias", "description"],
        ["Address"] = ["name", "full", "country", "alias", "description"],
        ["Event"] =
        [
            "name",
            "summary",
            "description",
            "keywords",
            "involved",
            "proof",
            "sourceUrl",
            "location",
            "date",
            "startDate",
            "endDate",
        ],
        ["Note"] = ["name", "summary", "description", "keywords", "entity", "proof", "sourceUrl"],
        ["Documentation"] = ["document", "entity", "role", "summary", "description", "date", "sourceUrl"],
        ["Representation"] = ["agent", "client", "role"],
        ["Mention"] = ["document", "name", "resolved", "detectedSchema"],
    };

    private static readonly Dictionary<string, int> Required = new(StringComparer.Ordinal)
    {
        ["Article"] = 2,
        ["Documentation"] = 2,
        ["Representation"] = 2,
        ["Mention"] = 1,
    };

    private sealed record Entity(string Id, string Schema, Dictionary<string, List<string>> Properties);

    private static List<Entity> Read(Archive archive) =>
        [
            .. Accounts
                .Formats["ftm"](archive)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonDocument.Parse(line).RootElement)
                .Select(line => new Entity(
                    line.GetProperty("id").GetString()!,
                    line.GetProperty("schema").GetString()!,
                    line.GetProperty("properties")
                        .EnumerateObject()
                        .ToDictionary(
                            each => each.Name,
                            each => each.Value.EnumerateArray().Select(value => value.GetString()!).ToList()
                        )
                )),
        ];

    [Fact]
    public void Every_entity_has_what_its_schema_asks_for_and_nothing_else()
    {
        var entities = Read(Accounts.Samples).Concat(Read(Accounts.Hostiles)).ToList();

        foreach (var entity in entities)
        {
            Assert.Contains(entity.Schema, Allowed.Keys);
            var allowed = Allowed[entity.Schema];
            Assert.All(entity.Properties.Keys, name => Assert.Contains(name, allowed));
            Assert.All(
                allowed.Take(Required.GetValueOrDefault(entity.Schema, 1)),
                name => Assert.Contains(name, entity.Properties.Keys)
            );
            Assert.All(
                entity.Properties,
                property => Assert.All(property.Value, value => Assert.NotEqual("", value.Trim()))
            );
        }
    }

    [Fact]
    public void Ids_are_unique_and_whatever_is_pointed_at_is_there_and_of_the_right_kind()
    {
        var entities = Read(Accounts.Samples);
        var schemas = entities.ToDictionary(entity => entity.Id, entity => entity.Schema);
        string[] legal = ["Person", "Organization", "PublicBody", "LegalEntity"];

        foreach (var entity in entities)
        {
            All(entity, "document", ["Article"]);
            All(entity, "proof", ["Article"]);
            All(entity, "involved", legal);
            All(entity, "resolved", legal);
            All(entity, "agent", legal);
            All(entity, "client", legal);
            All(entity, "entity", entity.Schema == "Documentation" ? ["Event", "Note"] : legal);
        }

        void All(Entity entity, string name, string[] allowed) =>
            Assert.All(
                entity.Properties.GetValueOrDefault(name, []),
                id => Assert.Contains(schemas.GetValueOrDefault(id), allowed)
            );
    }

    [Fact]
    public void Dates_are_days_months_or_years()
    {
        foreach (var entity in Read(Accounts.Samples))
        foreach (var name in new[] { "date", "startDate", "endDate", "publishedAt" })
            Assert.All(
                entity.Properties.GetValueOrDefault(name, []),
                date => Assert.Matches(@"^\d{4}(-\d\d){0,2}$", date)
            );
    }

    [Fact]
    public void Only_what_a_party_confirms_and_what_happened_is_an_event()
    {
        var archive = Accounts.Samples;
        var events = Read(archive).Where(entity => entity.Schema == "Event").Select(entity => entity.Id).ToHashSet();

        Assert.NotEmpty(events);
        Assert.All(
            archive.Changes.Claims,
            claim =>
                Assert.Equal(
                    claim is { Standing: Standing.Confirmed, Status: Status.Held or Status.Ongoing }
                        && archive.PolarityOf(claim) == Polarity.Affirmed,
                    events.Contains(claim.Id.Value)
                )
        );
        Assert.Contains(
            archive.Changes.Claims,
            claim => claim.Standing == Standing.Reported && !events.Contains(claim.Id.Value)
        );
    }

    [Theory]
    [InlineData("Two officials who asked not to be named said President Ana Lind met Karim Oduya in Accra on Monday.")]
    [InlineData("President Ana Lind denied on Tuesday that she had met Karim Oduya in Accra.")]
    [InlineData("President Ana Lind will meet Karim Oduya in Accra on Friday, Lind said.")]
    [InlineData("President Ana Lind refused to meet Karim Oduya, Lind said.")]
    public void A_contact_that_is_unconfirmed_denied_planned_or_refused_is_no_event(string text)
    {
        var entities = Read(Accounts.Of(text));

        Assert.DoesNotContain(entities, entity => entity.Schema is "Event" or "Trip" or "Call");
        Assert.Contains(entities, entity => entity.Schema == "Note");
        Assert.Contains(entities, entity => entity.Schema == "Documentation");
    }

    [Fact]
    public void The_properties_are_those_of_the_published_schema()
    {
        var folder = Repository.Shared is { } shared ? Path.Combine(shared, "data", "events", "ftm-schema") : null;
        Assert.SkipUnless(
            folder is not null && Directory.Exists(folder),
            "the FollowTheMoney schema is not beside this checkout"
        );
        var schemas = Directory
            .EnumerateFiles(folder!, "*.y*ml")
            .Select(Schema.Read)
            .ToDictionary(schema => schema.Name, StringComparer.Ordinal);
        foreach (
            var entity in Read(Accounts.Samples)
                .DistinctBy(entity => (entity.Schema, string.Join(' ', entity.Properties.Keys)))
        )
        {
            var schema = schemas[entity.Schema];
            var (properties, required) = (
                schema.All(schemas, each => each.Properties),
                schema.All(schemas, each => each.Required)
            );
            Assert.All(entity.Properties.Keys, name => Assert.Contains(name, properties));
            Assert.All(required, name => Assert.Contains(name, entity.Properties.Keys));
        }
    }

    /// <summary>As much of the schema's YAML as the test needs: what it extends, requires and has.</summary>
    private sealed record Schema(string Name, List<string> Extends, List<string> Required, List<string> Properties)
    {
        public HashSet<string> All(Dictionary<string, Schema> schemas, Func<Schema, List<string>> of) =>
            [.. of(this), .. Extends.SelectMany(parent => schemas[parent].All(schemas, of))];

        public static Schema Read(string path)
        {
            var lines = File.ReadLines(path)
                .Where(line => line.Trim().Length > 0 && line.TrimStart()[0] != '#')
                .ToList();
            var schema = new Schema(lines[0].TrimEnd(':', ' '), [], [], []);
            var section = "";
            foreach (var line in lines.Skip(1))
            {
                var depth = line.Length - line.TrimStart().Length;
                var text = line.Trim();
                if (depth == 2 && text[0] != '-')
                    section = text.Split(':')[0];
                else if (text.StartsWith("- ", StringComparison.Ordinal) && section is "extends" or "required")
                    (section == "extends" ? schema.Extends : schema.Required).Add(text[2..].Trim('"', ' '));
                else if (section == "properties" && depth == 4)
                    schema.Properties.Add(text.Split(':')[0]);
            }
            return schema;
        }
    }
}
