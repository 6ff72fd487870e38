using System.Text;
using Backchannel.Linking;
using Backchannel.Reading;
using Backchannel.Showing;
using Backchannel.Showing.Formats;
using Backchannel.Tests.Properties;

namespace Backchannel.Tests.Showing.Formats;

/// <summary>What the formats are tried on: the samples, one contact at every stage, and names that no format likes.</summary>
internal static class Accounts
{
    public const string Hostile =
        "=HYPERLINK(\"http://x.example\",\"a, b\")\r\n\t\u0001\u0000\u001B[2J <b>&amp;</b> ]]> # * _x_ [l](javascript:1) | `c` \uD800 \u202Eevil\u202C قال \uFFFE";

    public static Archive Samples { get; } = Sample.Judged(Sample.Readings, []);

    /// <summary>Articles of one day, each with the outlet "Outlet n".</summary>
    public static Archive Of(params string[] texts)
    {
        var readings = texts
            .Select(
                (text, i) =>
                    DocumentReader
                        .Read(
                            $"{i}.txt",
                            Encoding.UTF8.GetBytes($"# published: 2031-03-05\n# outlet: Outlet {i}\n---\n{text}\n"),
                            null
                        )
                        .Document!
            )
            .Select(Sample.Read)
            .ToList();
        return new(readings, Linker.Link(readings), []);
    }

    /// <summary>The samples with a hostile name for every actor, title, outlet, path, origin and problem.</summary>
    public static Archive Hostiles { get; } = MakeHostile();

    private static Archive MakeHostile()
    {
        var changes = Samples.Changes;
        return new(
            Samples.Readings.Select(
                (reading, i) =>
                    reading with
                    {
                        Document = reading.Document with
                        {
                            Path = $"{i}{Hostile}",
                            Title = Hostile,
                            Outlet = Hostile,
                            Url = "javascript:alert(1)",
                        },
                    }
            ),
            changes with
            {
                Actors =
                [
                    .. changes.Actors.Select(actor =>
                        actor with
                        {
                            Name = Hostile,
                            Names = [new(Hostile, "ar")],
                            Roles = [new(Hostile, Interval.Unknown)],
                        }
                    ),
                ],
                Origins = [.. changes.Origins.Select(origin => origin with { Description = Hostile })],
            },
            [new(Hostile, Hostile)]
        );
    }

    /// <summary>Every format with what it writes: one text a file.</summary>
    public static IReadOnlyDictionary<string, Func<Archive, string>> Formats { get; } =
        new Dictionary<string, Func<Archive, string>>(StringComparer.Ordinal)
        {
            ["jsonl"] = archive => Text(stream => JsonLines.Write(archive, stream)),
            ["csv"] = archive => Text(CsvFolder.Files(archive)),
            ["graphml"] = archive => Text(stream => GraphMl.Write(archive, stream)),
            ["gexf"] = archive => Text(stream => Gexf.Write(archive, stream)),
            ["ftm"] = archive => Text(stream => FollowTheMoney.Write(archive, stream)),
            ["plover"] = archive => Text(stream => Plover.Write(archive, stream)),
            ["gdelt"] = archive => Text(GdeltFolder.Files(archive)),
            ["jsonld"] = archive => Text(stream => JsonLd.Write(archive, stream)),
            ["markdown"] = archive => Text(stream => Markdown.Write(archive, stream)),
        };

    public static TheoryData<string> FormatNames => [.. Formats.Keys];

    /// <summary>The text of a file; bytes that are no UTF-8 throw.</summary>
    public static string Text(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(stream.ToArray());
    }

    private static string Text(IEnumerable<ExportFile> files) =>
        string.Concat(files.Select(file => $"== {file.Name}\n{Text(file.Write)}"));

    public static string File(IEnumerable<ExportFile> files, string name) =>
        Text(files.Single(file => file.Name == name).Write);
}
