using System.Globalization;
using Backchannel.Names;

namespace Backchannel.Benchmarks.Measures.Names;

/// <summary>
/// Names of members of parliaments in two scripts, one pair in four a true one, the others people of the same parliament. Decided by the threshold that
/// linking uses; nothing was trained on the set.
/// </summary>
internal static class EpPairs
{
    private const string Set = "names/ep_pairs";

    public static IEnumerable<Score> Run(MeasureOptions options, string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "ep_pairs_*.tsv").Order(StringComparer.Ordinal))
        {
            var split = Path.GetFileNameWithoutExtension(file)["ep_pairs_".Length..];
            if (!options.Wants(split))
                continue;
            var counts = new SortedDictionary<string, (Counts Ours, List<(bool Gold, double Score)> Peer)>(
                StringComparer.Ordinal
            );
            var printed = 0;
            foreach (var row in Table.Read(file, '\t'))
            {
                var gold = row["label"] == "1";
                var (query, latin) = (row["name_query"], row["name_latin"]);
                var likeness = NameMatch.Compare(new(query), new(latin));
                var ours = likeness.Score >= NameMatch.Same;
                var peer = JaroWinkler.OfNames(query, latin);
                string[] groups = row["script"] == "LATIN" ? ["all"] : ["all", "across scripts", row["script"]];
                foreach (var group in groups)
                {
                    if (!counts.TryGetValue(group, out var both))
                        counts[group] = both = (new(), []);
                    both.Ours.Add(gold, ours);
                    both.Peer.Add((gold, peer));
                }
                if (gold != ours && printed++ < options.Errors)
                    Console.Error.WriteLine(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{row["script"]}\t{row["lang"]}\t{(gold ? "missed" : "too much")}\t{likeness.Score:0.00}\t{query}\t{latin}\t{likeness.Reason}"
                        )
                    );
            }
            // The peer has no threshold of its own: it gets the one that is best on what is being measured.
            var threshold = Enumerable
                .Range(50, 50)
                .Select(hundredths => hundredths / 100.0)
                .MaxBy(each => At(each, counts["all"].Peer).F1);
            foreach (var (group, (ours, peer)) in counts)
                yield return new(
                    "names",
                    Set,
                    split,
                    $"same person, F1, {group}",
                    ours.F1,
                    "AnyAscii and Jaro-Winkler at its best, same run",
                    At(threshold, peer).F1,
                    group == "all" ? 0.83 : null
                );
        }
    }

    private static Counts At(double threshold, List<(bool Gold, double Score)> scores)
    {
        var counts = new Counts();
        foreach (var (gold, score) in scores)
            counts.Add(gold, score >= threshold);
        return counts;
    }
}
