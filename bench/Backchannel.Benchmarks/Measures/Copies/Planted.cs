using System.Collections.Immutable;
using System.Globalization;
using Backchannel.Linking;

namespace Backchannel.Benchmarks.Measures.Copies;

/// <summary>
/// Copies planted among articles of several languages: some sentences kept, in another order, under a new headline, with paragraphs of other articles between, and
/// with letters misread as a scanner does. What was planted is known; articles that share text with one another before anything is planted are left out.
/// </summary>
internal static class Planted
{
    private const string Set = "copies/planted";

    private const int Seed = 20311127;

    private static readonly string[] Splits = ["dev", "test"];

    private sealed record Item(string Path, string Language, DateOnly Day, string Text, int Family, string Kind);

    public static IEnumerable<Score> Run(MeasureOptions options, string folder)
    {
        var data = options.Data;
        var articles = Distinct([.. Newsroom.Articles(data)]);
        foreach (var split in Splits.Where(options.Wants))
        {
            var own = articles.Where(article => IsTest(article.Name) == (split == "test")).ToList();
            var items = Plant(own, new Random(Seed));
            var readings = items.Select(Reading).ToList();
            var clock = System.Diagnostics.Stopwatch.StartNew();
            var copies = Linker.CopiesOf(readings);
            var seconds = clock.Elapsed.TotalSeconds;
            var byId = readings.Zip(items).ToDictionary(pair => pair.First.Document.Id, pair => pair.Second);
            var pairs = copies.Select(copy => (Of: byId[copy.Of], Copy: byId[copy.Document])).ToList();
            var wrong = 0;
            foreach (var (of, copy) in pairs.Where(pair => pair.Of.Family != pair.Copy.Family))
            {
                if (wrong++ < options.Errors)
                    Console.Error.WriteLine($"too much\t{copy.Kind}\t{copy.Path}\t{of.Path}");
            }
            var found = pairs.Where(pair => pair.Of.Family == pair.Copy.Family).ToList();
            var linked = found.Select(pair => pair.Copy.Path).ToHashSet(StringComparer.Ordinal);
            var missed = 0;
            foreach (var copy in items.Where(item => item.Kind != "original" && !linked.Contains(item.Path)))
            {
                if (missed++ < options.Errors)
                    Console.Error.WriteLine($"missed\t{copy.Kind}\t{copy.Path}");
            }
            var families = items.Select(item => item.Family).ToList();
            var ours = Clusters(items, pairs);
            var baseline = Clusters(
                items,
                MinHash.Pairs(items.ConvertAll(item => item.Text)).Select(pair => (items[pair.A], items[pair.B]))
            );
            yield return Of(split, "families, ARI", Ari(families, ours), 0.85, Ari(families, baseline));
            yield return Of(split, "links, P", pairs.Count == 0 ? 0 : (double)found.Count / pairs.Count);
            yield return Of(
                split,
                "copies linked, R",
                (double)linked.Count / items.Count(item => item.Kind != "original")
            );
            foreach (
                var kind in items
                    .Where(item => item.Kind != "original")
                    .GroupBy(item => item.Kind, StringComparer.Ordinal)
                    .OrderBy(group => group.Key, StringComparer.Ordinal)
            )
                yield return Of(
                    split,
                    $"copies linked, R, {kind.Key}",
                    (double)kind.Count(item => linked.Contains(item.Path)) / kind.Count()
                );
            foreach (
                var language in items
                    .Where(item => item.Kind != "original")
                    .GroupBy(item => item.Language, StringComparer.Ordinal)
                    .OrderBy(group => group.Key, StringComparer.Ordinal)
            )
                yield return Of(
                    split,
                    $"copies linked, R, {language.Key}",
                    (double)language.Count(item => linked.Contains(item.Path)) / language.Count()
                );
            yield return Of(split, "documents a second, one core", items.Count / seconds);
        }
    }

    private static Score Of(string split, string metric, double value, double? must = null, double? peer = null) =>
        new("copies", Set, split, metric, value, peer is null ? null : "MinHash and banding, same run", peer, must);

    private static bool IsTest(string name) => name.Sum(c => c) % 2 == 1;

    /// <summary>Articles no two of which share eight words in a row more than a few times.</summary>
    private static List<Article> Distinct(List<Article> articles)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var kept = new List<Article>();
        foreach (var article in articles)
        {
            var words = string.Join(' ', article.Lines).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var shingles = Enumerable
                .Range(0, Math.Max(0, words.Length - 7))
                .Select(i => string.Join(' ', words.AsSpan(i, 8)!))
                .ToHashSet(StringComparer.Ordinal);
            if (shingles.Count(seen.ContainsKey) > shingles.Count / 50)
                continue;
            kept.Add(article);
            foreach (var shingle in shingles)
                seen.TryAdd(shingle, kept.Count);
        }
        return kept;
    }

    private static List<Item> Plant(List<Article> articles, Random random)
    {
        var items = new List<Item>();
        var family = 0;
        var day = new DateOnly(2031, 1, 1);
        foreach (
            var language in articles
                .GroupBy(article => article.Language, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
        )
        {
            // A third of the articles lend the paragraphs that are put between; each lends once, or two copies would truly share text.
            var all = language.ToList();
            var lenders = new Queue<Article>(all.Where((_, i) => i % 3 == 2));
            foreach (var article in all.Where((_, i) => i % 3 != 2))
            {
                family++;
                var published = day.AddDays(random.Next(300));
                items.Add(
                    new(
                        $"{family}/{article.Name}",
                        article.Language,
                        published,
                        Join(article.Lines),
                        family,
                        "original"
                    )
                );
                // Most articles are never copied.
                for (
                    var copies = random.Next(4) switch
                    {
                        0 => 3,
                        1 => 1,
                        _ => 0,
                    };
                    copies > 0;
                    copies--
                )
                {
                    var (kind, lines) = Copy(article, lenders, random);
                    items.Add(
                        new(
                            $"{family}/{copies}",
                            article.Language,
                            published.AddDays(random.Next(1, 4)),
                            Join(lines),
                            family,
                            kind
                        )
                    );
                }
            }
        }
        return items;
    }

    private static (string Kind, List<string> Lines) Copy(Article article, Queue<Article> lenders, Random random)
    {
        int[] shares = [100, 60, 30];
        var share = shares[random.Next(3)];
        var body = article.Lines.Skip(1).ToList();
        var kept = body.Where(_ => random.Next(100) < share).ToList();
        if (kept.Count == 0)
            kept = [.. body.Take(1)];
        // A headline of its own.
        kept.Insert(0, string.Join(' ', kept[0].Split(' ').Reverse()));
        var kind = share.ToString(CultureInfo.InvariantCulture) + " % kept";
        switch (random.Next(4))
        {
            case 0:
                kept = [kept[0], .. kept.Skip(1).OrderBy(_ => random.Next())];
                return (kind + ", reordered", kept);
            case 1 when lenders.TryDequeue(out var lender):
                foreach (var line in lender.Lines.Skip(1).Take(Math.Max(2, kept.Count / 2)))
                    kept.Insert(random.Next(1, kept.Count + 1), line);
                return (kind + ", added to", kept);
            case 2:
                return (kind + ", scanned", kept.ConvertAll(line => Scanned(line, random)));
            default:
                return (kind, kept);
        }
    }

    /// <summary>Letters misread at two in a hundred: taken for another of the text, lost, or doubled.</summary>
    private static string Scanned(string line, Random random)
    {
        var text = new System.Text.StringBuilder(line.Length);
        foreach (var c in line)
        {
            if (!char.IsLetterOrDigit(c) || random.Next(100) >= 2)
            {
                text.Append(c);
                continue;
            }
            switch (random.Next(3))
            {
                case 0:
                    text.Append(line[random.Next(line.Length)]);
                    break;
                case 1:
                    text.Append(c).Append(c);
                    break;
            }
        }
        return text.ToString();
    }

    private static string Join(IEnumerable<string> lines) => string.Join("\n", lines);

    private static DocumentReading Reading(Item item)
    {
        var id = new DocumentId(Hash.Id('d', item.Path, item.Text));
        var passages = ImmutableArray.CreateBuilder<Passage>();
        var at = 0;
        foreach (var line in item.Text.Split('\n'))
        {
            passages.Add(
                new() { Span = new(at, line.Length), Kind = at == 0 ? PassageKind.Headline : PassageKind.Paragraph }
            );
            at += line.Length + 1;
        }
        return new(
            new()
            {
                Id = id,
                Path = item.Path,
                Text = item.Text,
                Published = Interval.Day(item.Day),
            },
            new()
            {
                Document = id,
                Language = item.Language,
                Passages = passages.ToImmutable(),
            }
        );
    }

    /// <summary>The number of the cluster of each item, linked ones together.</summary>
    private static List<int> Clusters(List<Item> items, IEnumerable<(Item A, Item B)> links)
    {
        var at = items
            .Select((item, i) => (item.Path, i))
            .ToDictionary(pair => pair.Path, pair => pair.i, StringComparer.Ordinal);
        var parent = Enumerable.Range(0, items.Count).ToArray();
        foreach (var (a, b) in links)
            parent[Find(at[a.Path])] = Find(at[b.Path]);
        return [.. Enumerable.Range(0, items.Count).Select(Find)];

        int Find(int i)
        {
            while (parent[i] != i)
                i = parent[i] = parent[parent[i]];
            return i;
        }
    }

    /// <summary>The adjusted Rand index of two clusterings (Hubert and Arabie 1985): 1 for the same, about 0 for chance.</summary>
    private static double Ari(List<int> gold, List<int> ours)
    {
        static double Two(IEnumerable<int> counts) => counts.Sum(count => count * (count - 1.0) / 2);
        var both = Two(gold.Zip(ours).GroupBy(pair => pair).Select(group => group.Count()));
        var (a, b) = (
            Two(gold.GroupBy(x => x).Select(g => g.Count())),
            Two(ours.GroupBy(x => x).Select(g => g.Count()))
        );
        var chance = a * b / (gold.Count * (gold.Count - 1.0) / 2);
        return (both - chance) / ((a + b) / 2 - chance);
    }
}
