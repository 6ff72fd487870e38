using System.Collections.Immutable;
using System.Globalization;
using Backchannel.Linking.Actors;

namespace Backchannel.Linking.Copies;

/// <summary>
/// Finds documents that are translations of others, whole or in part: sentence after sentence names the same people, numbers and days, in the same order. Two reporters of
/// one event name the same ones too, but not one after the other.
/// </summary>
internal static class TranslationLinks
{
    /// <summary>Fewer sentences may agree by chance, or because both quote one text.</summary>
    private const int LeastSentences = 3;

    /// <summary>
    /// How alike the sentences that name anything must be, on average, to those of the other document in order; sentences without a counterpart are not alike at all. Set
    /// on half of MEANTIME and on the samples, where what two reporters wrote of one event reaches about a third.
    /// </summary>
    private const double LeastShare = 0.4;

    /// <summary>How much of what two sentences name, by weight, both must name.</summary>
    private const double LeastAlike = 0.35;

    /// <summary>Marks of more documents bring no two together; leaving them out keeps the time in bounds.</summary>
    private const int MostHolders = 200;

    private const int MostCompared = 8;

    public static ImmutableArray<Copy> Find(ImmutableArray<DocumentReading> readings, LinkedActors actors)
    {
        if (readings.Select(reading => reading.Findings.Language).Distinct(StringComparer.Ordinal).Take(2).Count() < 2)
            return [];
        var texts = CopyLinks.InOrder(readings).Select(reading => new TranslatedText(reading, actors)).ToList();
        var holders = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var t = 0; t < texts.Count; t++)
        {
            foreach (
                var mark in texts[t].Sentences.SelectMany(sentence => sentence.Marks).Distinct(StringComparer.Ordinal)
            )
            {
                if (!holders.TryGetValue(mark, out var list))
                    holders[mark] = list = [];
                list.Add(t);
            }
        }
        var copies = ImmutableArray.CreateBuilder<Copy>();
        for (var t = 0; t < texts.Count; t++)
        {
            var best = Candidates(t, texts, holders)
                .Select(other =>
                    Compare(texts[t], texts[other], mark => Math.Log(1 + (double)texts.Count / holders[mark].Count))
                )
                .OfType<Copy>()
                .OrderByDescending(copy => copy.Share)
                .FirstOrDefault();
            if (best is not null)
                copies.Add(best);
        }
        return copies.ToImmutable();
    }

    /// <summary>The earlier documents of other languages that share most of the rare marks.</summary>
    private static List<int> Candidates(int text, List<TranslatedText> texts, Dictionary<string, List<int>> holders)
    {
        var shared = new Dictionary<int, double>();
        foreach (
            var mark in texts[text].Sentences.SelectMany(sentence => sentence.Marks).Distinct(StringComparer.Ordinal)
        )
        {
            var documents = holders[mark];
            if (documents.Count > MostHolders)
                continue;
            foreach (var other in documents)
            {
                if (other >= text)
                    break;
                if (texts[other].Reading.Findings.Language != texts[text].Reading.Findings.Language)
                    shared[other] =
                        shared.GetValueOrDefault(other) + Math.Log(1 + (double)texts.Count / documents.Count);
            }
        }
        return
        [
            .. shared
                .OrderByDescending(pair => pair.Value)
                .ThenBy(pair => pair.Key)
                .Take(MostCompared)
                .Select(pair => pair.Key),
        ];
    }

    private static Copy? Compare(TranslatedText text, TranslatedText of, Func<string, double> rareness)
    {
        var (weightHere, weightThere) = (Weights(text, rareness), Weights(of, rareness));
        var pairs = new List<(int Here, int There, double Alike)>();
        var telling = 0;
        for (var i = 0; i < text.Sentences.Count; i++)
        {
            var marks = text.Sentences[i].Marks;
            if (marks.Count < 2)
                continue;
            telling++;
            var best = (Alike: LeastAlike, There: -1);
            for (var j = 0; j < of.Sentences.Count; j++)
            {
                var alike = Alike(marks, of.Sentences[j].Marks, weightHere, weightThere);
                if (alike > best.Alike)
                    best = (alike, j);
            }
            if (best.There >= 0)
                pairs.Add((i, best.There, best.Alike));
        }
        var inOrder = LongestRising(pairs);
        if (inOrder.Count < LeastSentences || inOrder.Sum(pair => pair.Alike) < LeastShare * telling)
            return null;
        var share = Math.Round((double)inOrder.Count / telling, 3);
        var tellingThere = of.Sentences.Count(sentence => sentence.Marks.Count >= 2);
        return new()
        {
            Of = of.Reading.Document.Id,
            Document = text.Reading.Document.Id,
            Share = share,
            ShareOf = Math.Round(Math.Min(1, (double)inOrder.Count / Math.Max(1, tellingThere)), 3),
            Passages =
            [
                .. inOrder.Select(pair => new CopiedPassage(
                    of.Sentences[pair.There].Span,
                    text.Sentences[pair.Here].Span
                )),
            ],
            Reason = string.Create(
                CultureInfo.InvariantCulture,
                $"in another language: {inOrder.Count} of its {telling} sentences with names or numbers have those of {of.Reading.Document.Path}, in the same order"
            ),
        };
    }

    /// <summary>How much a mark tells one sentence of a document from another: rare in the archive, and not in every sentence here.</summary>
    private static Dictionary<string, double> Weights(TranslatedText text, Func<string, double> rareness)
    {
        var count = (double)text.Sentences.Count;
        return text
            .Sentences.SelectMany(sentence => sentence.Marks)
            .GroupBy(mark => mark, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => rareness(group.Key) * Math.Log(1 + count / group.Count()),
                StringComparer.Ordinal
            );
    }

    /// <summary>The weight of the marks that two sentences share, against all of theirs that the other document has anywhere, and half of the rest.</summary>
    private static double Alike(
        HashSet<string> here,
        HashSet<string> there,
        Dictionary<string, double> weightHere,
        Dictionary<string, double> weightThere
    )
    {
        double shared = 0,
            all = 0;
        var count = 0;
        foreach (var mark in here)
        {
            if (there.Contains(mark))
            {
                shared += weightHere[mark] + weightThere[mark];
                all += weightHere[mark] + weightThere[mark];
                count++;
            }
            else
                all += weightHere[mark] * (weightThere.ContainsKey(mark) ? 1 : Foreign);
        }
        foreach (var mark in there)
        {
            if (!here.Contains(mark))
                all += weightThere[mark] * (weightHere.ContainsKey(mark) ? 1 : Foreign);
        }
        return count < 2 ? 0 : shared / all;
    }

    /// <summary>A name that the other document has nowhere may stand there in its own language: London, Londres.</summary>
    private const double Foreign = 0.4;

    /// <summary>The longest run of pairs that go forward in both documents.</summary>
    private static List<(int Here, int There, double Alike)> LongestRising(
        List<(int Here, int There, double Alike)> pairs
    )
    {
        var length = new int[pairs.Count];
        var before = new int[pairs.Count];
        var last = -1;
        for (var i = 0; i < pairs.Count; i++)
        {
            (length[i], before[i]) = (1, -1);
            for (var j = 0; j < i; j++)
            {
                if (pairs[j].There < pairs[i].There && length[j] + 1 > length[i])
                    (length[i], before[i]) = (length[j] + 1, j);
            }
            if (last < 0 || length[i] > length[last])
                last = i;
        }
        var rising = new List<(int, int, double)>();
        for (; last >= 0; last = before[last])
            rising.Insert(0, pairs[last]);
        return rising;
    }
}
