using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace Backchannel.Reading;

/// <summary>What a manifest says of one file; every field but the path may be unknown.</summary>
public sealed record ManifestRow(
    string Path,
    Interval Published,
    string? Outlet,
    string? Url,
    string? Title,
    string? Language
);

/// <summary>
/// A tab-separated file with a header line: <c>path</c>, and of <c>published</c>, <c>outlet</c>, <c>url</c>, <c>title</c>, <c>language</c>
/// those it has, in any order. Paths are relative to what is read.
/// </summary>
public sealed class Manifest
{
    private readonly FrozenDictionary<string, ManifestRow> _rows;

    private Manifest(FrozenDictionary<string, ManifestRow> rows) => _rows = rows;

    public static Manifest Empty { get; } = new(FrozenDictionary<string, ManifestRow>.Empty);

    public ImmutableArray<ManifestRow> Rows => [.. _rows.Values.OrderBy(row => row.Path, StringComparer.Ordinal)];

    /// <summary>All rows of several; where two name one path, the first counts.</summary>
    public static Manifest Join(IEnumerable<Manifest> manifests) =>
        new(
            manifests
                .SelectMany(manifest => manifest.Rows)
                .DistinctBy(row => row.Path, StringComparer.Ordinal)
                .ToFrozenDictionary(row => row.Path, StringComparer.Ordinal)
        );

    public ManifestRow? For(string path) => _rows.GetValueOrDefault(Slashes(path));

    /// <summary>Throws <see cref="OperatorException"/> with the file, the line and what was expected.</summary>
    public static Manifest Read(string file)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(file, Encoding.UTF8);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException(
                $"The manifest {file} cannot be read: {e.Message} Give --manifest a tab-separated file with a header line."
            );
        }
        if (lines.Length == 0)
            throw new OperatorException(
                $"The manifest {file} is empty. Its first line names the columns: path, published, outlet, url, title, language."
            );
        var columns = lines[0]
            .TrimStart('\uFEFF')
            .Split('\t')
            .Select(column => column.Trim().ToLowerInvariant())
            .ToArray();
        var path = Array.IndexOf(columns, "path");
        if (path < 0)
            throw new OperatorException(
                $"{file}:1: expected a column named 'path' among the tab-separated names in the first line."
            );
        var rows = new Dictionary<string, ManifestRow>(StringComparer.Ordinal);
        for (var i = 1; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
                continue;
            var cells = lines[i].Split('\t');
            string? Cell(string name) =>
                Array.IndexOf(columns, name) is >= 0 and var at && at < cells.Length ? Known(cells[at]) : null;
            if (path >= cells.Length || Known(cells[path]) is not { } given)
                throw new OperatorException($"{file}:{i + 1}: expected a path in column {path + 1}.");
            var published = Interval.Unknown;
            if (Cell("published") is { } day && !Interval.TryParse(day, out published))
                throw new OperatorException(
                    $"{file}:{i + 1}: expected an ISO 8601 date or an interval a/b under 'published', found '{day}'."
                );
            rows[Slashes(given)] = new(
                Slashes(given),
                published,
                Cell("outlet"),
                Cell("url"),
                Cell("title"),
                Cell("language")
            );
        }
        return new(rows.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>The value, or null for what says that nothing is known.</summary>
    internal static string? Known(string value)
    {
        value = value.Trim();
        return
            value.Length == 0
            || value is "?" or "-"
            || value.Equals("unknown", StringComparison.OrdinalIgnoreCase)
            || value.Equals("n/a", StringComparison.OrdinalIgnoreCase)
            ? null
            : value;
    }

    private static string Slashes(string path) => path.Replace('\\', '/').TrimStart('.', '/');
}
