using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Backchannel.Showing;

namespace Backchannel.Tests.Showing.Formats;

/// <summary>
/// GraphML and GEXF against schemas that say, in our own words, what the two specifications demand of the elements used here; the published schemas
/// are not copied into the project.
/// </summary>
public sealed class GraphTests
{
    private static XDocument Read(string format, Archive archive)
    {
        var text = Accounts.Formats[format](archive);
        var schemas = new XmlSchemaSet();
        schemas.Add(
            null,
            Path.Combine(Repository.Root, "tests", "Backchannel.Tests", "Showing", "Formats", format + ".xsd")
        );
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = schemas };
        settings.ValidationFlags |=
            XmlSchemaValidationFlags.ReportValidationWarnings | XmlSchemaValidationFlags.ProcessIdentityConstraints;
        settings.ValidationEventHandler += (_, e) => Assert.Fail($"{format}: {e.Message}");
        using var reader = XmlReader.Create(new StringReader(text), settings);
        return XDocument.Load(reader);
    }

    [Theory]
    [InlineData("graphml")]
    [InlineData("gexf")]
    public void The_graph_is_valid_against_its_schema_even_with_hostile_names(string format)
    {
        Assert.NotEmpty(Read(format, Accounts.Samples).Descendants());
        Assert.NotEmpty(Read(format, Accounts.Hostiles).Descendants());
        Assert.NotEmpty(Read(format, new([], new(), [])).Descendants());
    }

    [Fact]
    public void Both_graphs_have_the_same_nodes_and_edges()
    {
        static List<string> Ids(XDocument graph, string name) =>
            [
                .. graph
                    .Descendants()
                    .Where(each => each.Name.LocalName == name)
                    .Select(each => each.Attribute("id")!.Value),
            ];
        var graphml = Read("graphml", Accounts.Samples);
        var gexf = Read("gexf", Accounts.Samples);

        Assert.Equal(Ids(graphml, "node"), Ids(gexf, "node"));
        Assert.Equal(Ids(graphml, "edge"), Ids(gexf, "edge"));
        Assert.NotEmpty(Ids(gexf, "edge"));
    }

    [Fact]
    public void Every_edge_says_how_its_claim_stands_and_dates_only_what_is_dated()
    {
        var edges = Read("gexf", Accounts.Samples).Descendants().Where(each => each.Name.LocalName == "edge").ToList();

        foreach (var edge in edges)
        {
            var values = edge.Descendants()
                .Where(each => each.Name.LocalName == "attvalue")
                .ToDictionary(each => each.Attribute("for")!.Value, each => each.Attribute("value")!.Value);
            Assert.All(
                ["e_status", "e_polarity", "e_standing", "e_contact", "e_claim"],
                name => Assert.Contains(name, values.Keys)
            );
            Assert.Equal(values.GetValueOrDefault("e_from"), edge.Attribute("start")?.Value);
            Assert.Equal(values.GetValueOrDefault("e_to"), edge.Attribute("end")?.Value);
        }
    }
}
