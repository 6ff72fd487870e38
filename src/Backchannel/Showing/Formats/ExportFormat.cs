using System.Collections.Immutable;

namespace Backchannel.Showing.Formats;

/// <summary>A format that an archive can be written in: one file, or a folder of several. docs/export.md says what each holds and loses.</summary>
public sealed record ExportFormat
{
    private readonly Func<Archive, ImmutableArray<ExportFile>> _files;

    private ExportFormat(
        string name,
        string example,
        string what,
        bool isFolder,
        Func<Archive, ImmutableArray<ExportFile>> files
    ) => (Name, Example, What, IsFolder, _files) = (name, example, what, isFolder, files);

    public string Name { get; }

    /// <summary>A name for the file or folder.</summary>
    public string Example { get; }

    public string What { get; }

    public bool IsFolder { get; }

    /// <summary>The files it has for an archive; one, named as the example, where it is no folder.</summary>
    public ImmutableArray<ExportFile> Files(Archive archive) => _files(archive);

    public static ImmutableArray<ExportFormat> All { get; } =
    [
        File(
            "jsonl",
            "affair.jsonl",
            "all that was found and linked, an object a line; loses nothing",
            JsonLines.Write
        ),
        Folder(
            "csv",
            "tables",
            "nodes.csv, edges.csv, claims.csv, statements.csv, for pandas and spreadsheets",
            CsvFolder.Files
        ),
        File(
            "graphml",
            "affair.graphml",
            "who was in contact with whom, for Gephi, yEd, NetworkX, igraph",
            GraphMl.Write
        ),
        File("gexf", "affair.gexf", "the same with days on its edges, for Gephi's time line", Gexf.Write),
        File(
            "ftm",
            "affair.ftm.json",
            "FollowTheMoney entities, for Aleph; only what a party confirms is an Event",
            FollowTheMoney.Write
        ),
        File(
            "plover",
            "affair.plover.jsonl",
            "PLOVER events; a plan is AGREE, a refusal REJECT, a denial no event",
            Plover.Write
        ),
        Folder(
            "gdelt",
            "gdelt",
            "events and mentions in the columns of GDELT 2.0, with CAMEO codes",
            GdeltFolder.Files
        ),
        File("jsonld", "affair.jsonld", "linked data: schema.org Claim, PROV-O, Web Annotation", JsonLd.Write),
        File(
            "markdown",
            "affair.md",
            "a report to read: the account, every claim with its sentences, problems",
            Markdown.Write
        ),
    ];

    private static ExportFormat File(string name, string example, string what, Action<Archive, Stream> write) =>
        new(name, example, what, isFolder: false, archive => [new(example, stream => write(archive, stream))]);

    private static ExportFormat Folder(
        string name,
        string example,
        string what,
        Func<Archive, ImmutableArray<ExportFile>> files
    ) => new(name, example, what, isFolder: true, files);
}
