using Backchannel.Names;

namespace Backchannel.Benchmarks.Measures.Names;

/// <summary>
/// Whether an English name finds the inflected or clitic form that names the same person in the same sentence in Icelandic or Arabic, among all that is
/// written there like a name. Which it is was picked by reading: <c>bench/labels/pud-names.tsv</c>.
/// </summary>
internal static class PudNames
{
    private const string Labels = "bench/labels/pud-names.tsv";

    public static IEnumerable<Score> Run(MeasureOptions options, string folder)
    {
        var labels = File.ReadLines(Labels)
            .Where(line => line is not ("" or ['#', ..]))
            .Select(line => line.Split('\t'))
            .ToLookup(fields => fields[0], StringComparer.Ordinal);
        foreach (var language in labels)
        {
            var file = Path.Combine(folder, $"pud_en_{language.Key}_candidates.tsv");
            if (!File.Exists(file))
                continue;
            var candidates = File.ReadLines(file)
                .Select(line => line.Split('\t'))
                .ToDictionary(fields => fields[0], fields => fields[2].Split(" | "), StringComparer.Ordinal);
            var (right, given, printed) = (0, 0, 0);
            foreach (var label in language)
            {
                var name = new NameForm(label[2]);
                var best = candidates[label[1]]
                    .Select(candidate => (Candidate: candidate, Likeness: Likeness(name, new(candidate))))
                    .MaxBy(pair => pair.Likeness);
                var found = best.Likeness >= NameMatch.Same ? best.Candidate : null;
                given += found is null ? 0 : 1;
                right += found == label[3] ? 1 : 0;
                if (found != label[3] && printed++ < options.Errors)
                    Console.Error.WriteLine($"{language.Key}\t{label[2]}\t{label[3]}\t{found ?? "nobody"}");
            }
            var all = language.Count();
            yield return new(
                "names",
                $"names/pud_en_{language.Key}",
                "all",
                "forms of names linked, R",
                right / (double)all,
                Must: 0.90
            );
            yield return new(
                "names",
                $"names/pud_en_{language.Key}",
                "all",
                "forms of names linked, P",
                given == 0 ? 0 : right / (double)given
            );
        }
    }

    /// <summary>As linking compares a full name, or one word with a full name's last.</summary>
    private static float Likeness(NameForm a, NameForm b) =>
        Math.Max(
            NameMatch.Compare(a, b).Score,
            Math.Max(NameMatch.LikenessToSurname(a, b), NameMatch.LikenessToSurname(b, a))
        );
}
