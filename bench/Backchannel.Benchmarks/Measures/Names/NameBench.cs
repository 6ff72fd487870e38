using System.Globalization;
using Backchannel.Names;

namespace Backchannel.Benchmarks.Measures.Names;

/// <summary>Names of people and companies as sanction lists and the world write them, with near misses; decided by the threshold that linking uses.</summary>
internal static class NameBench
{
    private const string Set = "names/name_bench";

    public static IEnumerable<Score> Run(MeasureOptions options, string folder)
    {
        var (all, persons) = (new Counts(), new Counts());
        var printed = 0;
        foreach (var row in Table.Read(Path.Combine(folder, "cases.csv"), ','))
        {
            var gold = row["is_match"] == "true";
            var likeness = NameMatch.Compare(new(row["name1"]), new(row["name2"]));
            var ours = likeness.Score >= NameMatch.Same;
            all.Add(gold, ours);
            if (row["schema"] == "Person")
                persons.Add(gold, ours);
            if (gold != ours && printed++ < options.Errors)
                Console.Error.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{row["schema"]}\t{(gold ? "missed" : "too much")}\t{likeness.Score:0.00}\t{row["name1"]}\t{row["name2"]}\t{likeness.Reason}"
                    )
                );
        }
        yield return Of("same name, F1, all", all.F1, 0.790, 0.79);
        yield return Of("same name, F1, persons", persons.F1, 0.742);

        static Score Of(string metric, double value, double peer, double? must = null) =>
            new("names", Set, "all", metric, value, "OpenSanctions logic-v2, from its scores [M]", peer, must);
    }
}
