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
            var counts = new SortedDictionary<string, (Counts Ours, Counts Peer)>(StringComparer.Ordinal);
            var printed = 0;
            foreach (var row in Table.Read(file, '\t'))
            {
                var gold = row["label"] == "1";
                var (query, latin) = (row["name_query"], row["name_latin"]);
                var likeness = NameMatch.Compare(new(query), new(latin));
                var ours = likeness.Score >= NameMatch.Same;
                var peer = JaroWinkler.OfNames(query, latin) >= JaroWinkler.SameName;
                string[] groups = row["script"] == "LATIN" ? ["all"] : ["all", "across scripts", row["script"]];
                foreach (var group in groups)
                {
                    if (!counts.TryGetValue(group, out var both))
                        counts[group] = both = (new(), new());
                    both.Ours.Add(gold, ours);
                    both.Peer.Add(gold, peer);
                }
                if (gold != ours && printed++ < options.Errors)
                    Console.Error.WriteLine(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{row["script"]}\t{row["lang"]}\t{(gold ? "missed" : "too much")}\t{likeness.Score:0.00}\t{query}\t{latin}\t{likeness.Reason}"
                        )
                    );
            }
            foreach (var (group, (ours, peer)) in counts)
                yield return new(
                    "names",
                    Set,
                    split,
                    $"same person, F1, {group}",
                    ours.F1,
                    "AnyAscii and Jaro-Winkler, same run",
                    peer.F1,
                    group == "all" ? 0.83 : null
                );
        }
    }
}
