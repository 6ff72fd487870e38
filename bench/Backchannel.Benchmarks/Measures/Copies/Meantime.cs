using Backchannel.Linking;

namespace Backchannel.Benchmarks.Measures.Copies;

/// <summary>
/// Wikinews articles in English and, sentence by sentence, in Spanish: whether each is found to be the other's translation when only some sentences of the Spanish one
/// are kept, among articles on the same companies. B-cubed over all documents of both languages. The peer pairs each with the likest by names and numbers.
/// </summary>
internal static class Meantime
{
    private const string Set = "stories/meantime";

    private const int Seed = 20311127;

    private static readonly string[] Splits = ["dev", "test"];

    private static readonly int[] Kept = [100, 60, 30];

    public static IEnumerable<Score> Run(MeasureOptions options, string folder)
    {
        var (english, spanish) = (Read(folder, "en"), Read(folder, "es"));
        var names = english.Keys.Intersect(spanish.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var pipeline = new Pipeline(options.Packs);
        foreach (var split in Splits.Where(options.Wants))
        foreach (var kept in Kept)
        {
            var random = new Random(Seed);
            var own = names.Where((_, i) => i % 2 == (split == "dev" ? 0 : 1)).ToList();
            var documents = own.SelectMany(name =>
                    new[]
                    {
                        (Name: name, Language: "en", Lines: english[name]),
                        (
                            Name: name,
                            Language: "es",
                            Lines: spanish[name].Where((_, i) => i == 0 || random.Next(100) < kept).ToList()
                        ),
                    }
                )
                .ToList();
            var readings = documents
                .AsParallel()
                .AsOrdered()
                .Select(each => Read(pipeline, each.Name, each.Language, each.Lines))
                .ToList();
            var at = readings
                .Select((reading, i) => (reading.Document.Id, i))
                .ToDictionary(pair => pair.Id, pair => pair.i);
            var links = Linker
                .Link(readings)
                .Copies.Select(copy => (A: at[copy.Of], B: at[copy.Document]))
                .Where(pair => documents[pair.A].Language != documents[pair.B].Language)
                .ToList();
            var wrong = links.Where(pair => documents[pair.A].Name != documents[pair.B].Name).ToList();
            foreach (var (a, b) in wrong.Take(options.Errors))
                Console.Error.WriteLine(
                    $"{kept} % too much: {documents[a].Name} {documents[a].Language} - {documents[b].Name} {documents[b].Language}"
                );
            foreach (
                var name in own.Where(name =>
                        !links.Exists(pair => documents[pair.A].Name == name && documents[pair.B].Name == name)
                    )
                    .Take(options.Errors)
            )
                Console.Error.WriteLine($"{kept} % missed: {name}");
            var gold = documents.ConvertAll(each => each.Name);
            yield return new(
                "copies",
                Set,
                split,
                $"translations, {kept} % kept, B-cubed F1",
                F1(gold, links),
                "names and numbers, likest pairs, same run",
                F1(gold, Peer(documents.ConvertAll(each => (each.Language, each.Lines)))),
                kept == 100 ? 0.97
                    : kept == 60 ? 0.95
                    : 0.75
            );
            yield return new(
                "copies",
                Set,
                split,
                $"translations, {kept} % kept, P",
                links.Count == 0 ? 0 : 1 - (double)wrong.Count / links.Count
            );
        }
    }

    private static Dictionary<string, List<string>> Read(string folder, string language)
    {
        var articles = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var last = ("", "");
        foreach (var line in File.ReadLines(Path.Combine(folder, $"{language}.conll")))
        {
            var cells = line.Split('\t');
            if (cells.Length < 4)
                continue;
            if (!articles.TryGetValue(cells[0], out var lines))
                articles[cells[0]] = lines = [];
            if (last != (cells[0], cells[1]))
                lines.Add(cells[3]);
            else
                lines[^1] +=
                    (cells[3] is [var mark] && ".,;:!?)".Contains(mark, StringComparison.Ordinal) ? "" : " ")
                    + cells[3];
            last = (cells[0], cells[1]);
        }
        return articles;
    }

    private static DocumentReading Read(Pipeline pipeline, string name, string language, List<string> lines)
    {
        var document = new Document
        {
            Id = new(Hash.Id('d', name, language)),
            Path = $"{language}/{name}",
            Text = string.Join('\n', lines),
            DeclaredLanguage = language,
        };
        return new(document, pipeline.Understand(document));
    }

    private static double F1(List<string> gold, IEnumerable<(int A, int B)> links)
    {
        var parent = Enumerable.Range(0, gold.Count).ToArray();
        foreach (var (a, b) in links)
            parent[Find(a)] = Find(b);
        var ours = Enumerable.Range(0, gold.Count).Select(Find).ToList();
        var (precision, recall) = (0.0, 0.0);
        for (var i = 0; i < gold.Count; i++)
        {
            var both = Enumerable.Range(0, gold.Count).Count(j => ours[i] == ours[j] && gold[i] == gold[j]);
            precision += (double)both / ours.Count(each => each == ours[i]) / gold.Count;
            recall += (double)both / gold.Count(each => each == gold[i]) / gold.Count;
        }
        return 2 * precision * recall / (precision + recall);

        int Find(int i)
        {
            while (parent[i] != i)
                i = parent[i];
            return i;
        }
    }

    /// <summary>Each Spanish article with the English one that shares most of its capitalised words and numbers by weight, where the liking is mutual.</summary>
    private static IEnumerable<(int A, int B)> Peer(List<(string Language, List<string> Lines)> documents)
    {
        var marks = documents.ConvertAll(each =>
            string.Join(' ', each.Lines)
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(word => word.Trim('.', ',', '"', '(', ')'))
                .Where(word => word.Length > 1 && (char.IsUpper(word[0]) || char.IsDigit(word[0])))
                .Select(Values.Fold.Bare)
                .ToHashSet(StringComparer.Ordinal)
        );
        var holders = marks
            .SelectMany(each => each)
            .GroupBy(mark => mark, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var best = Enumerable
            .Range(0, documents.Count)
            .Select(i =>
                Enumerable
                    .Range(0, documents.Count)
                    .Where(j => documents[j].Language != documents[i].Language)
                    .MaxBy(j => Cosine(marks[i], marks[j]))
            )
            .ToList();
        return Enumerable
            .Range(0, documents.Count)
            .Where(i => i < best[i] && best[best[i]] == i)
            .Select(i => (i, best[i]));

        double Cosine(HashSet<string> a, HashSet<string> b) =>
            a.Where(b.Contains).Sum(Weight) / Math.Sqrt(a.Sum(Weight) * b.Sum(Weight) + 1e-9);

        double Weight(string mark) => Math.Pow(Math.Log((double)documents.Count / holders[mark]), 2);
    }
}
