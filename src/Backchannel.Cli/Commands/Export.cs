using System.Collections.Immutable;
using System.CommandLine;
using Backchannel.Showing;
using Backchannel.Showing.Formats;

namespace Backchannel.Cli.Commands;

/// <summary>Everything in a store, for other programs.</summary>
internal static class Export
{
    private sealed record Format(string Name, string Out, string What, Action<Archive, string> Write);

    private static readonly Format[] Formats =
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

    public static Command Command()
    {
        var names = Formats.Select(each => each.Name).ToArray();
        var format = new Option<string>("--as", "-a")
        {
            Description = "The format",
            Required = true,
            HelpName = string.Join('|', names),
        }.AcceptOnlyFromAmong(names);
        var path = Options.Out(
            "Where to write; '-' is the standard output. For csv and gdelt a folder, made when missing",
            required: true
        );
        var command = new TaughtCommand(
            "export",
            "Writes what a store holds for other programs and people; docs/export.md says what each format holds, and what it loses.",
            [
                .. Formats.Select(each =>
                    ($"backchannel export --store affair.backchannel --as {each.Name} --out {each.Out}", each.What)
                ),
                (
                    "backchannel export --store affair.backchannel --as jsonl --out - | grep '\"stance\":\"denies\"'",
                    "straight into another program"
                ),
            ]
        )
        {
            Options.Store,
            format,
            path,
        };
        command.SetAction(result =>
        {
            var archive = Stored.Open(result);
            var chosen = Formats.Single(each => each.Name == result.GetRequiredValue(format));
            chosen.Write(archive, result.GetRequiredValue(path)!);
            return archive.Readings.IsEmpty ? ExitCode.NothingFound : ExitCode.Done;
        });
        return command;
    }

    private static Format File(string name, string path, string what, Action<Archive, Stream> write) =>
        new(name, path, what, (archive, to) => OutputFile.Write(to, stream => write(archive, stream)));

    private static Format Folder(
        string name,
        string path,
        string what,
        Func<Archive, ImmutableArray<ExportFile>> files
    ) => new(name, path, what, (archive, to) => OutputFolder.Write(to, files(archive)));
}
