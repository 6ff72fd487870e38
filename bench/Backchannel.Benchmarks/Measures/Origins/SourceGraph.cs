using System.Globalization;

namespace Backchannel.Benchmarks.Measures.Origins;

/// <summary>An invented article, and whose word it passes on in the end: the names of its true origins.</summary>
internal sealed record Relay(string Outlet, string Language, string Text, int Day, string[] Origins);

/// <summary>Articles on one meeting, and how they have it from one another.</summary>
internal sealed record SourceGraph(string Kind, IReadOnlyList<Relay> Articles)
{
    /// <summary>How many have it from nobody else.</summary>
    public int Origins => Articles.SelectMany(article => article.Origins).Distinct(StringComparer.Ordinal).Count();
}

/// <summary>Draws graphs of who has it from whom, told in sentences of several languages. The same seed draws the same graphs.</summary>
internal sealed class SourceGraphs(string folder, string split, int seed)
{
    private readonly Random _random = new(seed);

    private readonly ILookup<(string Language, string Kind), string> _sentences = Lines(folder, "sentences.tsv")
        .GroupBy(line => (line[0], line[1]))
        .SelectMany(group =>
            group.Where((_, i) => i % 2 == (split == "dev" ? 0 : 1)).Select(line => (group.Key, Sentence: line[2]))
        )
        .ToLookup(pair => pair.Key, pair => pair.Sentence);

    private readonly string[] _languages = Lines(folder, "names.tsv").First()[1..];

    private readonly ILookup<string, string[]> _names = Lines(folder, "names.tsv")
        .Skip(1)
        .ToLookup(line => line[0], line => line[1..], StringComparer.Ordinal);

    private static readonly string[] Papers =
    [
        "Harbour News",
        "The Quay",
        "Baltic Post",
        "El Mirador",
        "Der Uferbote",
        "La Rade",
        "Norðurljós",
        "Volna",
    ];

    private static IEnumerable<string[]> Lines(string folder, string file) =>
        File.ReadLines(Path.Combine(folder, file))
            .Where(line => line is not ("" or ['#', ..]))
            .Select(line => line.Split('\t'));

    /// <summary>So many graphs of each kind.</summary>
    public IEnumerable<SourceGraph> Draw(int each)
    {
        for (var i = 0; i < each; i++)
        {
            foreach (var graph in One())
                yield return graph;
        }
    }

    private IEnumerable<SourceGraph> One()
    {
        yield return Graph(
            "a wire in several papers",
            meeting =>
            {
                var agency = Pick("agency");
                return
                [
                    .. Some(2, 4).Select(paper => Told(meeting, paper, "anonymous-to", ["source"], agency: agency)),
                ];
            }
        );
        yield return Graph(
            "an agency and who cites it",
            meeting =>
            {
                var agency = Pick("agency");
                return
                [
                    Told(meeting, Outlet(agency), "anonymous", ["source"]),
                    .. Some(1, 3)
                        .Select(paper => Told(meeting, paper, "anonymous-to", ["source"], agency: agency, day: 1)),
                ];
            }
        );
        yield return Graph(
            "an agency's own word and who cites it",
            meeting =>
            {
                var agency = Pick("agency");
                return
                [
                    Told(meeting, Outlet(agency), "text", ["agency"]),
                    .. Some(1, 3).Select(paper => Told(meeting, paper, "citing", ["agency"], agency: agency, day: 1)),
                ];
            }
        );
        yield return Graph(
            "the same words at two agencies",
            meeting =>
            {
                var agencies = Two("agency");
                return
                [
                    .. Some(2, 2)
                        .Select(
                            (paper, i) => Told(meeting, paper, "anonymous-to", [$"source {i}"], agency: agencies[i])
                        ),
                ];
            }
        );
        yield return Graph(
            "a source and somebody who is named",
            meeting =>
            {
                var papers = Some(2, 2);
                return
                [
                    Told(meeting, papers[0], "anonymous-to", ["source"], agency: Pick("agency")),
                    Told(meeting, papers[1], "named", ["speaker"], speaker: Pick("speaker"), day: 1),
                ];
            }
        );
        yield return Graph(
            "one person tells several",
            meeting =>
            {
                var speaker = Pick("speaker");
                return
                [
                    .. Some(2, 3)
                        .Select((paper, i) => Told(meeting, paper, "named", ["speaker"], speaker: speaker, day: i)),
                ];
            }
        );
        yield return Graph(
            "two agencies that cite each other",
            meeting =>
            {
                var agencies = Two("agency");
                return
                [
                    Told(meeting, Outlet(agencies[0]), "citing", ["nobody"], agency: agencies[1]),
                    Told(meeting, Outlet(agencies[1]), "citing", ["nobody"], agency: agencies[0]),
                ];
            }
        );
        yield return Graph(
            "an agency's update",
            meeting =>
            {
                var outlet = Outlet(Pick("agency"));
                var language = Language("anonymous", "named");
                var first = Told(meeting, outlet, "anonymous", ["source"], language: language);
                var second = Told(
                    meeting,
                    outlet,
                    "named",
                    ["speaker"],
                    speaker: Pick("speaker"),
                    day: 1,
                    language: language
                );
                return [first, second with { Text = $"{second.Text}\n{first.Text}", Origins = ["source", "speaker"] }];
            }
        );
        yield return Graph(
            "a paper copied",
            meeting =>
            {
                var papers = Some(2, 3);
                var first = Told(meeting, papers[0], "anonymous", ["source"]);
                return [first, .. papers.Skip(1).Select(paper => first with { Outlet = paper, Day = 1 })];
            }
        );
        yield return Graph(
            "two papers in their own words",
            // In two languages: the same sentence in both would be a copy.
            meeting =>
                [
                    .. Some(2, 2)
                        .Zip(_languages.OrderBy(_ => _random.Next()).Take(2))
                        .Select((pair, i) => Told(meeting, pair.First, "text", [$"paper {i}"], language: pair.Second)),
                ]
        );
        yield return Graph(
            "two who are named and a source",
            meeting =>
            {
                var (papers, speakers) = (Some(3, 3), Two("speaker"));
                return
                [
                    Told(meeting, papers[0], "named", ["first"], speaker: speakers[0]),
                    Told(meeting, papers[1], "named", ["second"], speaker: speakers[1]),
                    Told(meeting, papers[2], "anonymous-to", ["source"], agency: Pick("agency")),
                ];
            }
        );
    }

    private sealed record Meeting(string[] X, string[] Y, string[] City);

    private SourceGraph Graph(string kind, Func<Meeting, Relay[]> tell)
    {
        // The sentences speak of him as of a man.
        var people = _names["person"].ToList();
        var x = people[_random.Next(1, people.Count)];
        people.Remove(x);
        return new(kind, tell(new(x, people[_random.Next(people.Count)], Pick("city"))));
    }

    private Relay Told(
        Meeting meeting,
        string outlet,
        string kind,
        string[] origins,
        string[]? speaker = null,
        string[]? agency = null,
        int day = 0,
        string? language = null
    )
    {
        language ??= Language(kind);
        var at = Array.IndexOf(_languages, language);
        var sentences = _sentences[(language, kind)].ToList();
        var text = sentences[_random.Next(sentences.Count)]
            .Replace("{X}", Form(meeting.X, at, 0), StringComparison.Ordinal)
            .Replace("{Y}", Form(meeting.Y, at, 0), StringComparison.Ordinal)
            .Replace("{Yc}", Form(meeting.Y, at, 1), StringComparison.Ordinal)
            .Replace("{C}", Form(meeting.City, at, 0), StringComparison.Ordinal)
            .Replace("{S}", speaker is null ? "" : Form(speaker, at, 0), StringComparison.Ordinal)
            .Replace("{Sg}", speaker is null ? "" : Form(speaker, at, 2), StringComparison.Ordinal)
            .Replace("{A}", agency is null ? "" : Form(agency, at, 0), StringComparison.Ordinal);
        return new(outlet, language, char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..], day, origins);
    }

    private static string Form(string[] name, int language, int form) =>
        name[language].Split('|') is var forms && form < forms.Length ? forms[form] : forms[0];

    private string Language(params string[] kinds)
    {
        var able = _languages.Where(language => kinds.All(kind => _sentences.Contains((language, kind)))).ToList();
        return able[_random.Next(able.Count)];
    }

    /// <summary>An agency as the outlet of its own articles.</summary>
    private static string Outlet(string[] agency) =>
        agency[0].StartsWith("the ", StringComparison.Ordinal) ? agency[0][4..] : agency[0];

    private string[] Pick(string role) => _names[role].ElementAt(_random.Next(_names[role].Count()));

    private List<string[]> Two(string role) => [.. _names[role].OrderBy(_ => _random.Next()).Take(2)];

    private List<string> Some(int least, int most) =>
        [.. Papers.OrderBy(_ => _random.Next()).Take(_random.Next(least, most + 1))];
}
