using System.Diagnostics;
using System.Globalization;
using Backchannel.Names;

namespace Backchannel.Benchmarks.Measures.Names;

/// <summary>
/// Whether a name in another script finds its person first among all the Latin names of the pairs of members of parliaments; and how fast names are
/// compared, indexed and found.
/// </summary>
internal static class Retrieval
{
    private const string Set = "names/ep_pairs";

    public static IEnumerable<Score> Run(MeasureOptions options, string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "ep_pairs_*.tsv").Order(StringComparer.Ordinal))
        {
            var split = Path.GetFileNameWithoutExtension(file)["ep_pairs_".Length..];
            if (!options.Wants(split))
                continue;
            var rows = Table.Read(file, '\t').ToList();
            var people = rows.Where(row => row["label"] == "1")
                .ToLookup(row => row["name_latin"], row => row["person"], StringComparer.Ordinal);
            // Of the others nobody says whose they are.
            var names = people.Select(person => person.Key).ToList();
            var index = new NameIndex();
            foreach (var name in names)
                index.Add(new(name));
            var (asked, first, among, printed) = (0, 0, 0, 0);
            foreach (var row in rows.Where(row => row["label"] == "1" && row["script"] != "LATIN"))
            {
                asked++;
                var found = index.Search(new(row["name_query"]), number => new(names[number]), 10);
                var hit = found.FindIndex(each =>
                    people[names[each.Number]].Contains(row["person"], StringComparer.Ordinal)
                );
                first += hit == 0 ? 1 : 0;
                among += hit >= 0 ? 1 : 0;
                if (hit != 0 && printed++ < options.Errors)
                    Console.Error.WriteLine(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{row["script"]}\tplace {hit}\t{row["name_query"]}\t{row["name_latin"]}\t{(found.Count > 0 ? names[found[0].Number] : "nobody")}"
                        )
                    );
            }
            yield return new("names", Set, split, $"first among {names.Count}, non-Latin names", first / (double)asked);
            yield return new("names", Set, split, "among the first ten", among / (double)asked);
            foreach (var score in Speed(split, rows, names))
                yield return score;
        }
    }

    private static IEnumerable<Score> Speed(string split, List<Dictionary<string, string>> rows, List<string> names)
    {
        var pairs = rows.Select(row => (Query: new NameForm(row["name_query"]), Latin: new NameForm(row["name_latin"])))
            .ToList();
        Compare(); // compiled
        var watch = Stopwatch.StartNew();
        var compared = 0;
        while (watch.Elapsed.TotalSeconds < 2)
            compared += Compare();
        yield return new(
            "names",
            Set,
            split,
            "pairs compared a second, one core",
            compared / watch.Elapsed.TotalSeconds,
            Must: 200_000
        );

        // A million people: the given names and family names of the set, mixed.
        var before = GC.GetTotalMemory(true);
        var index = new NameIndex();
        var parts = names.Select(name => name.Split(' ')).Where(words => words.Length > 1).ToList();
        var million = new List<string>();
        for (var i = 0; million.Count < Million; i++)
        {
            million.Add($"{parts[i % parts.Count][0]} {parts[(i * 31 + i / parts.Count) % parts.Count][^1]}");
            index.Add(new(million[^1]));
        }
        yield return new(
            "names",
            Set,
            split,
            "memory of a million names, GB",
            (GC.GetTotalMemory(true) - before) / 1e9,
            Must: 1,
            LowerIsBetter: true
        );
        var queries = pairs.Select(pair => pair.Query).Distinct().Take(300).ToList();
        var times = new List<double>();
        foreach (var query in queries)
        {
            watch.Restart();
            index.Search(query, number => new(million[number]), 10);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        yield return new(
            "names",
            Set,
            split,
            "a lookup among a million, median ms",
            times.Order().ElementAt(times.Count / 2),
            Must: 5,
            LowerIsBetter: true
        );
        yield return new(
            "names",
            Set,
            split,
            "a lookup among a million, 95th of a hundred, ms",
            times.Order().ElementAt(times.Count * 95 / 100)
        );

        int Compare()
        {
            foreach (var (query, latin) in pairs)
                NameMatch.Compare(query, latin);
            return pairs.Count;
        }
    }

    private const int Million = 1_000_000;
}
