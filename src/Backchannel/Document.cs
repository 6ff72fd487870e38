using System.Collections.Immutable;

namespace Backchannel;

/// <summary>
/// One article as it was received. <see cref="Text"/> is its decoded text after any header, and every span of every finding points into
/// it. The bytes themselves stay with the store.
/// </summary>
public sealed record Document
{
    public required DocumentId Id { get; init; }

    /// <summary>Relative to what was given to read, with '/' between folders.</summary>
    public required string Path { get; init; }

    public required string Text { get; init; }

    public string? Title { get; init; }

    /// <summary>The day or days of publication as a header or manifest gives them; unknown is a value.</summary>
    public Interval Published { get; init; }

    /// <summary>Where <see cref="Published"/> comes from: "given" or "unknown".</summary>
    public string PublishedBasis => Published.IsUnknown ? "unknown" : "given";

    public string? Outlet { get; init; }

    public string? Url { get; init; }

    /// <summary>The language a header or manifest claims, as a BCP 47 code; null where it claims none.</summary>
    public string? DeclaredLanguage { get; init; }

    /// <summary>Header lines that are kept and not interpreted.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Header { get; init; } = [];
}
