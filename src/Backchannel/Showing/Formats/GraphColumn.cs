using System.Collections.Immutable;
using System.Globalization;

namespace Backchannel.Showing.Formats;

/// <summary>What graph formats say of a node or an edge: a name, a type in the words that GraphML and GEXF share, and the value where it is known.</summary>
internal sealed record GraphColumn<T>(string Name, string Type, Func<T, string?> Value);

/// <summary>The columns of both graph formats.</summary>
internal static class GraphColumns
{
    public static ImmutableArray<GraphColumn<NodeRow>> OfNodes { get; } =
    [
        new("kind", "string", row => row.Kind),
        new("named", "boolean", row => Flag(row.Named)),
        new("country", "string", row => row.Country),
        new("acts_for", "string", row => row.ActsFor),
        new("acts_for_id", "string", row => row.ActsForId),
        new("names", "string", row => List(row.Names)),
        new("roles", "string", row => List(row.Roles)),
        new("contacts", "int", row => Number(row.Contacts)),
        new("claims", "int", row => Number(row.Claims)),
        new("documents", "int", row => Number(row.Documents)),
    ];

    public static ImmutableArray<GraphColumn<EdgeRow>> OfEdges { get; } =
    [
        new("contact", "string", row => row.Contact),
        new("source_role", "string", row => row.SourceRole),
        new("target_role", "string", row => row.TargetRole),
        new("status", "string", row => row.Status),
        new("polarity", "string", row => row.Polarity),
        new("standing", "string", row => row.Standing),
        new("pairs", "int", row => Number(row.Pairs)),
        new("origins", "int", row => Number(row.Origins)),
        new("outlets", "int", row => Number(row.Outlets)),
        new("from", "string", row => row.From),
        new("to", "string", row => row.To),
        new("date_words", "string", row => List(row.DateWords)),
        new("through", "string", row => List(row.Through)),
        new("through_ids", "string", row => List(row.ThroughIds)),
        new("place", "string", row => row.Place),
        new("channel", "string", row => row.Channel),
        new("secret", "boolean", row => row.Secret is { } secret ? Flag(secret) : null),
        new("confirmed_by", "string", row => List(row.ConfirmedBy)),
        new("denied_by", "string", row => List(row.DeniedBy)),
        new("first_said", "string", row => row.FirstSaid),
        new("claim", "string", row => row.Claim),
    ];

    public static string Weight(EdgeRow row) => row.Weight.ToString(CultureInfo.InvariantCulture);

    /// <summary>"meeting, disputed": what stands beside the line.</summary>
    public static string Label(EdgeRow row) =>
        $"{(row.Status is "held" or "unknown" ? "" : row.Status + ' ')}{row.Contact}, {row.Standing}";

    private static string? List(ImmutableArray<string> values) => values.IsEmpty ? null : string.Join("; ", values);

    private static string Flag(bool value) => value ? "true" : "false";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
