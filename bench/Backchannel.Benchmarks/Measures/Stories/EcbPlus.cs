using System.Globalization;
using Backchannel.Benchmarks.Measures.Copies;
using Backchannel.Linking;

namespace Backchannel.Benchmarks.Measures.Stories;

/// <summary>
/// English articles on pairs of events that are hard to tell apart, as two earthquakes: each event is a story. Documents have no dates. B-cubed over documents, on
/// the archive as it is when the last document has come; as linking is a function of the set, in whatever order they came. The peer reads them in an order drawn
/// once.
/// </summary>
internal static class EcbPlus
{
    private const string Set = "stories/ecbplus";

    private static readonly string[] Splits = ["dev", "test"];

    public static IEnumerable<Score> Run(MeasureOptions options, string folder)
    {
        var all = Newsroom.EcbPlus(folder).ToList();
        foreach (var split in Splits.Where(options.Wants))
        {
            // Figures were set on the even topics.
            var own = all.Where(each => each.Topic % 2 == (split == "dev" ? 0 : 1)).ToList();
            if (own.Count == 0)
                continue;
            var pipeline = new Pipeline(options.Packs);
            var readings = own.AsParallel().AsOrdered().Select(each => Read(pipeline, each.Article)).ToList();
            var gold = own.ConvertAll(each => $"{each.Topic} {each.Plus}");
            var storyOf = Linker
                .Link(readings)
                .Stories.SelectMany(story => story.Documents.Select(id => (id, story)))
                .ToDictionary(pair => pair.id, pair => pair.story);
            var ours = readings.ConvertAll(reading => storyOf[reading.Document.Id].Id.Value);
            var score = BCubed(gold, ours);
            var peer = Peer(own.ConvertAll(each => each.Article), gold);
            yield return Of(split, "stories, B-cubed F1", F1(score), 0.87, peer);
            yield return Of(split, "stories, B-cubed P", score.P);
            yield return Of(split, "stories, B-cubed R", score.R);
            foreach (var topic in own.Zip(ours).GroupBy(pair => pair.First.Topic).Take(options.Errors))
                Console.Error.WriteLine(
                    $"topic {topic.Key}: "
                        + string.Join(
                            "; ",
                            topic
                                .GroupBy(pair => pair.Second, StringComparer.Ordinal)
                                .Select(story =>
                                    $"{story.Count(pair => !pair.First.Plus)}+{story.Count(pair => pair.First.Plus)}"
                                )
                        )
                );
        }
    }

    private static Score Of(string split, string metric, double value, double? must = null, double? peer = null) =>
        new(
            "stories",
            Set,
            split,
            metric,
            value,
            peer is null ? null : "tf-idf in one pass at its best, same run",
            peer,
            must
        );

    private static DocumentReading Read(Pipeline pipeline, Article article)
    {
        var text = string.Join('\n', article.Lines);
        var document = new Document
        {
            Id = new(Hash.Id('d', article.Name, text)),
            Path = article.Name,
            Text = text,
            DeclaredLanguage = article.Language,
        };
        return new(document, pipeline.Understand(document));
    }

    private static double F1((double P, double R) score) => 2 * score.P * score.R / (score.P + score.R);

    /// <summary>B-cubed precision and recall (Bagga and Baldwin 1998).</summary>
    private static (double P, double R) BCubed(List<string> gold, List<string> ours)
    {
        var both = gold.Zip(ours)
            .GroupBy(pair => pair)
            .ToDictionary(group => group.Key, group => (double)group.Count());
        var (inGold, inOurs) = (Sizes(gold), Sizes(ours));
        return (
            gold.Zip(ours).Average(pair => both[pair] / inOurs[pair.Second]),
            gold.Zip(ours).Average(pair => both[pair] / inGold[pair.First])
        );

        static Dictionary<string, int> Sizes(List<string> labels) =>
            labels
                .GroupBy(label => label, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
    }

    /// <summary>Each document joins the story whose mean it is likest, by tf-idf, or begins one; at the threshold that is best on what is being measured.</summary>
    private static double Peer(List<Article> articles, List<string> gold)
    {
        var order = Enumerable.Range(0, articles.Count).ToArray();
        new Random(1).Shuffle(order);
        var words = articles.ConvertAll(article =>
            string.Join(' ', article.Lines)
                .ToLowerInvariant()
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Where(word => word.Any(char.IsLetterOrDigit))
                .GroupBy(word => word, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal)
        );
        var holders = words
            .SelectMany(each => each.Keys)
            .GroupBy(word => word, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var vectors = words.ConvertAll(each =>
            Unit(
                each.ToDictionary(
                    word => word.Key,
                    word => (1 + Math.Log(word.Value)) * Math.Log((double)articles.Count / holders[word.Key]),
                    StringComparer.Ordinal
                )
            )
        );
        return Enumerable
            .Range(5, 36)
            .Max(hundredths =>
            {
                var stories = new List<Dictionary<string, double>>();
                var ours = new string[articles.Count];
                foreach (var i in order)
                {
                    var (best, most) = (-1, hundredths / 100.0);
                    for (var s = 0; s < stories.Count; s++)
                    {
                        var cosine =
                            vectors[i].Sum(word => word.Value * stories[s].GetValueOrDefault(word.Key))
                            / Length(stories[s]);
                        if (cosine >= most)
                            (best, most) = (s, cosine);
                    }
                    if (best < 0)
                    {
                        best = stories.Count;
                        stories.Add(new(StringComparer.Ordinal));
                    }
                    foreach (var (word, weight) in vectors[i])
                        stories[best][word] = stories[best].GetValueOrDefault(word) + weight;
                    ours[i] = best.ToString(CultureInfo.InvariantCulture);
                }
                return F1(BCubed(gold, [.. ours]));
            });
    }

    private static double Length(Dictionary<string, double> vector) =>
        Math.Sqrt(vector.Values.Sum(weight => weight * weight));

    private static Dictionary<string, double> Unit(Dictionary<string, double> vector)
    {
        var length = Math.Max(1e-9, Length(vector));
        return vector.ToDictionary(word => word.Key, word => word.Value / length, StringComparer.Ordinal);
    }
}
