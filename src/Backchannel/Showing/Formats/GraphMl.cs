using System.Collections.Immutable;
using System.Text;
using System.Xml;

namespace Backchannel.Showing.Formats;

/// <summary>GraphML 1.0: actors as nodes, one edge for each pair of sides of each claimed contact, denied and planned ones among them and marked.</summary>
public static class GraphMl
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";
    private const string Instance = "http://www.w3.org/2001/XMLSchema-instance";

    internal static XmlWriterSettings Settings { get; } =
        new()
        {
            Indent = true,
            NewLineChars = "\n",
            Encoding = new UTF8Encoding(false),
            CloseOutput = false,
        };

    public static void Write(Archive archive, Stream output)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(output);
        using var xml = XmlWriter.Create(output, Settings);
        xml.WriteStartDocument();
        xml.WriteStartElement("graphml", Namespace);
        xml.WriteAttributeString("xsi", "schemaLocation", Instance, $"{Namespace} {Namespace}/1.0/graphml.xsd");
        Key(xml, "n_label", "node", "label", "string");
        Keys(xml, "n_", "node", GraphColumns.OfNodes);
        Key(xml, "e_label", "edge", "label", "string");
        Key(xml, "e_weight", "edge", "weight", "double");
        Keys(xml, "e_", "edge", GraphColumns.OfEdges);
        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("id", "contacts");
        xml.WriteAttributeString("edgedefault", "undirected");
        foreach (var node in NodeRow.InContact(archive))
        {
            xml.WriteStartElement("node", Namespace);
            xml.WriteAttributeString("id", node.Id);
            Datum(xml, "n_label", node.Label);
            foreach (var column in GraphColumns.OfNodes)
                Datum(xml, "n_" + column.Name, column.Value(node));
            xml.WriteEndElement();
        }
        foreach (var edge in ContactPair.All(archive).Select(pair => EdgeRow.Of(archive, pair)))
        {
            xml.WriteStartElement("edge", Namespace);
            xml.WriteAttributeString("id", edge.Id);
            xml.WriteAttributeString("source", edge.Source);
            xml.WriteAttributeString("target", edge.Target);
            Datum(xml, "e_label", GraphColumns.Label(edge));
            Datum(xml, "e_weight", GraphColumns.Weight(edge));
            foreach (var column in GraphColumns.OfEdges)
                Datum(xml, "e_" + column.Name, column.Value(edge));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndDocument();
        xml.Flush();
        output.WriteByte((byte)'\n');
    }

    private static void Keys<T>(XmlWriter xml, string prefix, string of, ImmutableArray<GraphColumn<T>> columns)
    {
        foreach (var column in columns)
            Key(xml, prefix + column.Name, of, column.Name, column.Type);
    }

    private static void Key(XmlWriter xml, string id, string of, string name, string type)
    {
        xml.WriteStartElement("key", Namespace);
        xml.WriteAttributeString("id", id);
        xml.WriteAttributeString("for", of);
        xml.WriteAttributeString("attr.name", name);
        xml.WriteAttributeString("attr.type", type);
        xml.WriteEndElement();
    }

    private static void Datum(XmlWriter xml, string key, string? value)
    {
        if (value is null)
            return;
        xml.WriteStartElement("data", Namespace);
        xml.WriteAttributeString("key", key);
        xml.WriteString(Clean.Xml(value));
        xml.WriteEndElement();
    }
}
