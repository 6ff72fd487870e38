using System.Collections.Immutable;
using Backchannel.Values;

namespace Backchannel.Linking.Copies;

/// <summary>
/// Finds text reused from one document in another, within a language: runs of words that both hold, found by shingles and measured by
/// containment, since partial reuse is far commoner than near-identity.
/// </summary>
internal static class CopyLinks
{
    /// <summary>Words in a shingle: long enough that shared set phrases of the press do not count.</summary>
    private const int ShingleWords = 6;

    /// <summary>A document of which less than this stands elsewhere is its own work with a quotation in it.</summary>
    private const double LeastShare = 0.3;

    private sealed record Shingled(DocumentReading Reading, ImmutableArray<Span> Words, ulong[] Shingles);

    public static ImmutableArray<Copy> Find(ImmutableArray<DocumentReading> readings)
    {
        var documents = readings.Select(Shingle).Where(document => document.Shingles.Length > 0).ToList();
        var holders = new Dictionary<ulong, List<int>>();
        for (var d = 0; d < documents.Count; d++)
        {
            foreach (var shingle in documents[d].Shingles.Distinct())
            {
                if (!holders.TryGetValue(shingle, out var list))
                    holders[shingle] = list = [];
                list.Add(d);
            }
        }
        var copies = ImmutableArray.CreateBuilder<Copy>();
        for (var d = 0; d < documents.Count; d++)
        {
            var shared = new SortedDictionary<int, int>();
            foreach (var shingle in documents[d].Shingles)
            {
                foreach (var other in holders[shingle])
                {
                    if (other != d && Earlier(documents[other].Reading, documents[d].Reading))
                        shared[other] = shared.GetValueOrDefault(other) + 1;
                }
            }
            var best = shared
                .Where(pair => pair.Value >= documents[d].Shingles.Length * LeastShare * 0.5)
                .Select(pair => Compare(documents[pair.Key], documents[d]))
                .Where(copy => copy.Share >= LeastShare)
                .OrderByDescending(copy => copy.Share)
                .ThenBy(copy => copy.Of.Value, StringComparer.Ordinal)
                .FirstOrDefault();
            if (best is not null)
                copies.Add(best);
        }
        return copies.ToImmutable();
    }

    /// <summary>By day of publication; a known day before an unknown one; then by path.</summary>
    private static bool Earlier(DocumentReading a, DocumentReading b)
    {
        var (x, y) = (
            a.Document.Published.From ?? a.Document.Published.To ?? DateOnly.MaxValue,
            b.Document.Published.From ?? b.Document.Published.To ?? DateOnly.MaxValue
        );
        return x != y ? x < y : string.CompareOrdinal(a.Document.Path, b.Document.Path) < 0;
    }

    private static Shingled Shingle(DocumentReading reading)
    {
        var text = reading.Document.Text;
        var spans = ImmutableArray.CreateBuilder<Span>();
        var hashes = new List<uint>();
        foreach (
            var passage in reading.Findings.Passages.Where(passage =>
                passage.IsRead && passage.Kind != PassageKind.Headline
            )
        )
        {
            var start = -1;
            for (var i = passage.Span.Start; i <= passage.Span.End; i++)
            {
                if (i < passage.Span.End && char.IsLetterOrDigit(text[i]))
                {
                    if (start < 0)
                        start = i;
                }
                else if (start >= 0)
                {
                    spans.Add(Span.Between(start, i));
                    hashes.Add(WordHash(Fold.Word(text.AsSpan(start, i - start))));
                    start = -1;
                }
            }
        }
        var shingles = new ulong[Math.Max(0, hashes.Count - ShingleWords + 1)];
        for (var i = 0; i < shingles.Length; i++)
        {
            var hash = 14695981039346656037UL;
            for (var k = 0; k < ShingleWords; k++)
                hash = (hash ^ hashes[i + k]) * 1099511628211UL;
            shingles[i] = hash;
        }
        return new(reading, spans.ToImmutable(), shingles);
    }

    private static uint WordHash(string word)
    {
        var hash = 2166136261u;
        foreach (var c in word)
            hash = (hash ^ c) * 16777619u;
        return hash;
    }

    private static Copy Compare(Shingled of, Shingled document)
    {
        var there = of.Shingles.ToHashSet();
        var reused = new bool[document.Words.Length];
        for (var i = 0; i < document.Shingles.Length; i++)
        {
            if (there.Contains(document.Shingles[i]))
                Array.Fill(reused, true, i, ShingleWords);
        }
        var spans = ImmutableArray.CreateBuilder<Span>();
        for (var i = 0; i < reused.Length; i++)
        {
            if (!reused[i])
                continue;
            var last = i;
            while (last + 1 < reused.Length && reused[last + 1])
                last++;
            spans.Add(document.Words[i].Cover(document.Words[last]));
            i = last;
        }
        var share = Math.Round((double)reused.Count(word => word) / reused.Length, 3);
        return new(
            of.Reading.Document.Id,
            document.Reading.Document.Id,
            share,
            spans.ToImmutable(),
            string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{share:P0} of its words stand in runs of {ShingleWords} or more in {of.Reading.Document.Path}"
            )
        );
    }
}
