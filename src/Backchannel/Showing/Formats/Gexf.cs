using System.Collections.Immutable;
using System.Xml;

namespace Backchannel.Showing.Formats;

/// <summary>
/// GEXF 1.3: the graph of <see cref="GraphMl"/>, with days on its edges, so that a time line can be played. An undated contact has no days and
/// is shown at all times.
/// </summary>
public static class Gexf
{
    private const string Namespace = "http://gexf.net/1.3";
    private const string Instance = "http://www.w3.org/2001/XMLSchema-instance";

    public static void Write(Archive archive, Stream output)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(output);
        using var xml = XmlWriter.Create(output, GraphMl.Settings);
        xml.WriteStartDocument();
        xml.WriteStartElement("gexf", Namespace);
        xml.WriteAttributeString("version", "1.3");
        xml.WriteAttributeString("xsi", "schemaLocation", Instance, $"{Namespace} {Namespace}/gexf.xsd");
        xml.WriteStartElement("meta", Namespace);
        xml.WriteElementString("creator", Namespace, "Backchannel");
        xml.WriteElementString("description", Namespace, "Contacts as the press claims them; see standing and status.");
        xml.WriteEndElement();
        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("defaultedgetype", "undirected");
        xml.WriteAttributeString("idtype", "string");
        xml.WriteAttributeString("mode", "dynamic");
        xml.WriteAttributeString("timeformat", "date");
        xml.WriteAttributeString("timerepresentation", "interval");
        Attributes(xml, "node", "n_", GraphColumns.OfNodes);
        Attributes(xml, "edge", "e_", GraphColumns.OfEdges);
        xml.WriteStartElement("nodes", Namespace);
        foreach (var node in NodeRow.InContact(archive))
        {
            xml.WriteStartElement("node", Namespace);
            xml.WriteAttributeString("id", node.Id);
            xml.WriteAttributeString("label", Clean.Xml(node.Label));
            Values(xml, "n_", GraphColumns.OfNodes, node);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteStartElement("edges", Namespace);
        foreach (var pair in ContactPair.All(archive))
            Edge(xml, pair.Claim.When, EdgeRow.Of(archive, pair));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndDocument();
        xml.Flush();
        output.WriteByte((byte)'\n');
    }

    private static void Edge(XmlWriter xml, Interval when, EdgeRow edge)
    {
        xml.WriteStartElement("edge", Namespace);
        xml.WriteAttributeString("id", edge.Id);
        xml.WriteAttributeString("source", edge.Source);
        xml.WriteAttributeString("target", edge.Target);
        xml.WriteAttributeString("kind", edge.Contact);
        xml.WriteAttributeString("label", GraphColumns.Label(edge));
        xml.WriteAttributeString("weight", GraphColumns.Weight(edge));
        if (when.From is { } from)
            xml.WriteAttributeString("start", Interval.Iso(from));
        if (when.To is { } to)
            xml.WriteAttributeString("end", Interval.Iso(to));
        Values(xml, "e_", GraphColumns.OfEdges, edge);
        xml.WriteEndElement();
    }

    private static void Attributes<T>(XmlWriter xml, string of, string prefix, ImmutableArray<GraphColumn<T>> columns)
    {
        xml.WriteStartElement("attributes", Namespace);
        xml.WriteAttributeString("class", of);
        foreach (var column in columns)
        {
            xml.WriteStartElement("attribute", Namespace);
            xml.WriteAttributeString("id", prefix + column.Name);
            xml.WriteAttributeString("title", column.Name);
            xml.WriteAttributeString("type", column.Type == "int" ? "integer" : column.Type);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Values<T>(XmlWriter xml, string prefix, ImmutableArray<GraphColumn<T>> columns, T row)
    {
        xml.WriteStartElement("attvalues", Namespace);
        foreach (var column in columns)
        {
            if (column.Value(row) is not { } value)
                continue;
            xml.WriteStartElement("attvalue", Namespace);
            xml.WriteAttributeString("for", prefix + column.Name);
            xml.WriteAttributeString("value", Clean.Xml(value));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }
}
