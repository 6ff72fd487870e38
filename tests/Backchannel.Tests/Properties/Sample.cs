using System.Collections.Immutable;
using System.Text;
using Backchannel.Linking;
using Backchannel.Notation;
using Backchannel.Reading;
using Backchannel.Showing;
using CsCheck;

namespace Backchannel.Tests.Properties;

/// <summary>What properties are checked on: the sample articles, the packs' examples, and text that nobody would write.</summary>
internal static class Sample
{
    public static ImmutableArray<Document> Articles { get; } =
    [
        .. Files
            .Find([Repository.Samples])
            .Files.Where(file => !file.Path.EndsWith(".md", StringComparison.Ordinal))
            .Select(file => Files.Read(file, null).Document!),
    ];

    public static ImmutableArray<DocumentReading> Readings { get; } =
    [.. Articles.AsParallel().AsOrdered().Select(Read)];

    /// <summary>Every example of every pack as a document.</summary>
    public static IEnumerable<Document> Examples =>
        from pack in Packs.All.All
        let file = Path.Combine(Repository.Root, "languages", pack.Code, "examples.md")
        where File.Exists(file)
        from example in Notation.Examples.Read(file)
        select Notation.Examples.DocumentOf(example, pack.Code);

    public static DocumentReading Read(Document document) => new(document, Packs.Pipeline.Understand(document));

    public static Document Of(string text) =>
        new()
        {
            Id = new(Hash.Id('d', "text", Convert.ToHexString(Encoding.Unicode.GetBytes(text)))),
            Path = "text.txt",
            Text = text,
            Published = Interval.Day(new(2031, 4, 2)),
        };

    /// <summary>All that can be said about the documents, to the byte.</summary>
    public static string Account(params IEnumerable<DocumentReading> readings)
    {
        var all = readings.ToList();
        var (counted, changes) = Linker.Account(all);
        return Export(new(counted, changes, all.SelectMany(reading => reading.Findings.Problems)));
    }

    /// <summary>The documents linked as the judgements have it.</summary>
    public static Archive Judged(IReadOnlyCollection<DocumentReading> readings, IEnumerable<Judgement> judgements)
    {
        var inForce = Judgement.InForce(judgements);
        var (counted, changes) = Linker.Account(readings, inForce);
        return new(counted, changes, readings.SelectMany(reading => reading.Findings.Problems), inForce);
    }

    public static string Export(Archive archive)
    {
        using var stream = new MemoryStream();
        JsonLines.Write(archive, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>A document as the notation and the export say it.</summary>
    public static string Said(DocumentReading reading) =>
        FindingsNotation.Of(reading.Document, reading.Findings) + Account(reading);

    private static readonly string[] Odd =
    [
        "\uD800",
        "\uDFFF",
        "\u202E",
        "\u2066",
        "\u2069",
        "\u200F",
        "\uFEFF",
        "\0",
        "\u00AD",
        "\uFFFD",
        "\u0085",
        "\u2028",
        "\t",
        "\r",
        "\r\n",
        "\n\n",
        "\n",
        " ",
        "“",
        "”",
        "«",
        "»",
        "\"",
        "'",
        "’",
        "(",
        ")",
        "—",
        "...",
        "…",
        ".",
        ",",
        "،",
        "؟",
        "。",
        ":",
        ";",
        "-",
        "؛",
        "\U0001F6A2",
        "e\u0301",
        "ﷺ",
        "١٢",
        "٣٤",
        "99999999999999999999",
        "31 February 2031",
        "2031-13-45",
        "the",
        "of",
        "said",
        "that",
        "met",
        "who",
        "and",
        "و",
        "ال",
        "قال",
        "إن",
        "التقى",
        "que",
        "dijo",
        "se reunió con",
        "sagði",
        "að",
        "hitti",
        "dit",
        "qu'",
        "l'",
        "习近平说",
        "Кремль заявил",
        "한국",
        "ไทย",
        "O'",
        "A.",
        "U.S.",
        "Mr.",
        "http://x.y/z?q=1",
        "#tag",
        "@who",
        "NULL",
        "<b>",
        "&amp;",
        "---",
        "# a: b",
    ];

    private static readonly Gen<string> Word = Gen.OneOf([
        .. Articles.SelectMany(article => article.Text.Split(' ')).Distinct(StringComparer.Ordinal),
    ]);

    private static readonly Gen<string> Piece = Gen.Frequency(
        (5, Gen.OneOf(Odd)),
        (5, Word),
        (2, Stretch(200)),
        (1, Gen.String[0, 12])
    );

    /// <summary>Scripts mixed, marks unpaired, surrogates and words cut in two.</summary>
    public static Gen<string> Hostile { get; } =
        Gen.Frequency(
            (3, Piece.Array[0, 40].Select(Gen.OneOf("", " ", "\n"), (pieces, between) => string.Join(between, pieces))),
            (1, Stretch(4000))
        );

    /// <summary>An article cut off at both ends, wherever that may be.</summary>
    private static Gen<string> Stretch(int longest) =>
        from article in Gen.OneOf([.. Articles.Select(article => article.Text)])
        from start in Gen.Int[0, article.Length - 1]
        from length in Gen.Int[0, Math.Min(longest, article.Length - start)]
        select article.Substring(start, length);
}
