using System.Collections.Immutable;

namespace Backchannel.Reading;

/// <summary>One file as received: its document, its bytes, or why it could not be read.</summary>
public sealed record Received(
    string Path,
    Document? Document,
    ReadOnlyMemory<byte> Bytes,
    ImmutableArray<Problem> Problems
)
{
    /// <summary>Changes when the bytes or anything known about them changes: a document with the same fingerprint need not be read again.</summary>
    public string Fingerprint { get; init; } = "";
}

/// <summary>Makes documents of bytes. Knows formats and charsets, nothing of meaning; never touches the network.</summary>
public static class DocumentReader
{
    /// <summary>No press article comes near this; a file that does is something else.</summary>
    public const int LargestBytes = 20_000_000;

    /// <summary>Never throws for what the bytes are: a file that cannot be read is a problem of its own.</summary>
    public static Received Read(string path, byte[] bytes, ManifestRow? manifest)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(bytes);
        if (bytes.Length == 0)
            return Failed(path, bytes, "the file is empty");
        if (bytes.Length > LargestBytes)
            return TooLarge(path, bytes.Length);
        if (HtmlReader.IsHtml(path, bytes))
            return HtmlReader.Read(path, bytes, manifest);
        var (decoded, problem) = Charset.Decode(bytes);
        if (decoded is null)
            return Failed(path, bytes, problem!);
        var header = Header.Parse(decoded);
        var text = decoded[header.TextStart..];
        if (string.IsNullOrWhiteSpace(text))
            return Failed(path, bytes, "the file holds no text");
        var published = manifest?.Published ?? Interval.Unknown;
        if (
            published.IsUnknown
            && (header["published"] ?? header["date"]) is { } day
            && !Interval.TryParse(day, out published)
        )
            problem ??=
                $"its header says it was published '{day}', which is not an ISO 8601 date; the date was left unknown";
        var document = new Document
        {
            Id = new(Hash.Id('d', path, Hash.Whole(bytes))),
            Path = path,
            Text = text,
            Title = manifest?.Title ?? header["title"],
            Published = published,
            Outlet = manifest?.Outlet ?? header["outlet"],
            Url = manifest?.Url ?? header["url"],
            DeclaredLanguage = manifest?.Language ?? header["language"],
            Header =
            [
                .. header.Fields.Where(field =>
                    field.Key is not ("title" or "published" or "date" or "outlet" or "url" or "language")
                ),
            ],
        };
        return Succeeded(document, bytes, problem);
    }

    internal static Received Succeeded(Document document, byte[] bytes, string? problem) =>
        new(document.Path, document, bytes, problem is null ? [] : [new(problem, document.Path)])
        {
            Fingerprint = Hash.Id(
                'f',
                document.Id.Value,
                document.Title ?? "",
                document.Published.ToString(),
                document.Outlet ?? "",
                document.Url ?? "",
                document.DeclaredLanguage ?? ""
            ),
        };

    internal static Received Failed(string path, byte[] bytes, string what) =>
        new(path, null, bytes, [new(what, path)]) { Fingerprint = Hash.Id('f', path, Hash.Whole(bytes)) };

    internal static Received TooLarge(string path, long length) =>
        new(
            path,
            null,
            ReadOnlyMemory<byte>.Empty,
            [
                new(
                    $"the file has {length / 1_000_000} MB, more than the {LargestBytes / 1_000_000} MB an article can have; split it into one file an article",
                    path
                ),
            ]
        );
}
