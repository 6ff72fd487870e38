using System.Collections.Immutable;
using Backchannel.Values;

namespace Backchannel.Linking.Stories;

/// <summary>How much documents look like one story: 1 where two alone would be taken for it. Figures set on the even topics of ECB+, see docs/measures.md.</summary>
internal sealed class StoryLikeness
{
    /// <summary>In a smaller archive it does not show which words are rare.</summary>
    private const int LeastOfLanguage = 50;

    /// <summary>The cosine that makes two documents one story grows with the logarithm of the archive, as the weights of rare words do.</summary>
    private const double CosinePerLog = 0.025;

    /// <summary>How much more a rare word says than its logarithm; and a word written with a capital (in most scripts a name) or a number, than another; a word of every document says nothing.</summary>
    private const double Rareness = 1.5,
        Capital = 2.5;

    /// <summary>A word of more documents than this share, or number, tells no story; leaving it out keeps the time in bounds.</summary>
    private const double MostShare = 0.1;

    private const int MostHolders = 1000;

    /// <summary>The cosine of two casts, weighted by how often each is mentioned, that makes two documents one story; with fewer shared, it must be more.</summary>
    private const double SharedActors = 0.45;

    private const double EnoughActors = 3;

    /// <summary>
    /// Within so many days the distance does not count; behind that it counts until documents with the same words are half as like, and those with the same people
    /// not at all: their next affair is another story.
    /// </summary>
    private const int NearDays = 21,
        FarDays = 120;

    /// <summary>Less is left out of the average.</summary>
    private const double Least = 0.25;

    private readonly Dictionary<(int A, int B), double> _pairs = [];

    public IEnumerable<(int A, int B, double Likeness)> Pairs =>
        _pairs.OrderBy(pair => pair.Key).Select(pair => (pair.Key.A, pair.Key.B, pair.Value));

    /// <summary>Makes two documents more alike, by their numbers.</summary>
    public void Add(int a, int b, double likeness)
    {
        if (a == b)
            return;
        var key = (Math.Min(a, b), Math.Max(a, b));
        _pairs[key] = _pairs.GetValueOrDefault(key) + likeness;
    }

    /// <param name="casts">Who is named in each document, and how often.</param>
    public static StoryLikeness Of(ImmutableArray<DocumentReading> readings, Dictionary<ActorId, int>[] casts)
    {
        var likeness = new StoryLikeness();
        var byWords = readings
            .Select((reading, i) => (reading.Findings.Language, i))
            .Where(pair => pair.Language is not null)
            .GroupBy(pair => pair.Language, pair => pair.i, StringComparer.Ordinal)
            .Where(group => group.Count() >= LeastOfLanguage)
            .ToDictionary(group => group.Key!, group => group.ToList(), StringComparer.Ordinal);
        foreach (var documents in byWords.Values)
            likeness.CompareWords(readings, documents);
        likeness.CompareCasts(readings, casts, language => language is not null && byWords.ContainsKey(language));
        return likeness;
    }

    private void CompareWords(ImmutableArray<DocumentReading> readings, List<int> documents)
    {
        var words = documents.ConvertAll(i => Words(readings[i]));
        var holders = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in words.SelectMany(each => each.Keys))
            holders[word] = holders.GetValueOrDefault(word) + 1;
        double count = documents.Count;
        var enough = CosinePerLog * Math.Log(count);
        var most = Math.Min(MostHolders, Math.Max(LeastOfLanguage, count * MostShare));
        var postings = new Dictionary<string, List<(int Document, double Weight)>>(StringComparer.Ordinal);
        var cosines = new double[documents.Count];
        for (var d = 0; d < documents.Count; d++)
        {
            // What no other document says tells of something else; but one name or number must not outweigh all that is shared.
            var weights = words[d]
                .Select(word =>
                    (
                        Word: word.Key,
                        Weight: (1 + Math.Log(word.Value.Times))
                            * Math.Pow(Math.Log((1 + count / Math.Max(2, holders[word.Key])) / 2), Rareness)
                            * (word.Value.IsName && holders[word.Key] > 1 ? Capital : 1)
                    )
                )
                .ToList();
            var length = Math.Sqrt(weights.Sum(word => word.Weight * word.Weight));
            var near = new List<int>();
            foreach (var (word, weight) in weights.Where(word => holders[word.Word] > 1 && holders[word.Word] <= most))
            {
                if (!postings.TryGetValue(word, out var list))
                    postings[word] = list = [];
                foreach (var (other, otherWeight) in list)
                {
                    if (cosines[other] == 0)
                        near.Add(other);
                    cosines[other] += weight / length * otherWeight;
                }
                list.Add((d, weight / length));
            }
            foreach (var other in near)
            {
                var (a, b) = (documents[other], documents[d]);
                var alike = cosines[other] / enough * (1 - 0.5 * Distance(readings[a], readings[b]));
                cosines[other] = 0;
                if (alike >= Least)
                    Add(a, b, alike);
            }
        }
    }

    private void CompareCasts(
        ImmutableArray<DocumentReading> readings,
        Dictionary<ActorId, int>[] casts,
        Func<string?, bool> comparedByWords
    )
    {
        var with = new Dictionary<ActorId, List<int>>();
        for (var b = 0; b < readings.Length; b++)
        {
            var language = readings[b].Findings.Language;
            var others = new SortedSet<int>();
            foreach (var actor in casts[b].Keys)
            {
                if (!with.TryGetValue(actor, out var documents))
                    with[actor] = documents = [];
                // Who is in the news every day brings no two documents together by himself.
                if (documents.Count <= MostHolders)
                    others.UnionWith(documents);
                documents.Add(b);
            }
            foreach (var a in others)
            {
                if (comparedByWords(language) && readings[a].Findings.Language == language)
                    continue;
                var alike = CosineOf(casts[a], casts[b]) / SharedActors * (1 - Distance(readings[a], readings[b]));
                if (alike >= Least)
                    Add(a, b, alike);
            }
        }
    }

    private static double CosineOf(Dictionary<ActorId, int> a, Dictionary<ActorId, int> b)
    {
        double dot = 0,
            x = 0,
            y = 0;
        foreach (var (actor, count) in a)
        {
            x += (double)count * count;
            if (b.TryGetValue(actor, out var other))
                dot += (double)count * other;
        }
        foreach (var count in b.Values)
            y += (double)count * count;
        return dot / Math.Sqrt(x * y) * Math.Min(1, a.Keys.Count(b.ContainsKey) / EnoughActors);
    }

    /// <summary>0 for documents of about the same days or of unknown ones, up to 1.</summary>
    private static double Distance(DocumentReading a, DocumentReading b)
    {
        var (one, other) = (a.Document.Published, b.Document.Published);
        if ((one.From ?? one.To) is not { } first || (other.From ?? other.To) is not { } second)
            return 0;
        var days = Math.Abs(first.DayNumber - second.DayNumber);
        return Math.Clamp((double)(days - NearDays) / (FarDays - NearDays), 0, 1);
    }

    /// <summary>
    /// The folded words of a document with how often each stands there, and whether mostly with a capital where no sentence begins. Where words are written without
    /// spaces, every two neighbouring characters.
    /// </summary>
    private static Dictionary<string, (int Times, bool IsName)> Words(DocumentReading reading)
    {
        var text = reading.Document.Text;
        var words = new Dictionary<string, (int Times, int Capitals)>(StringComparer.Ordinal);
        foreach (var passage in reading.Findings.Passages.Where(passage => passage.IsRead))
        {
            var begins = true;
            for (var i = passage.Span.Start; i < passage.Span.End; )
            {
                if (!char.IsLetterOrDigit(text[i]))
                {
                    begins |= text[i] is '.' or '!' or '?' or '؟' or '\n';
                    i++;
                    continue;
                }
                var start = i;
                var noSpaces = Scripts.WritesNoSpaces(text[i]);
                while (
                    i < passage.Span.End
                    && char.IsLetterOrDigit(text[i])
                    && Scripts.WritesNoSpaces(text[i]) == noSpaces
                    && !(noSpaces && i == start + 2)
                )
                    i++;
                var word = Fold.Word(text.AsSpan(start, i - start));
                if (noSpaces && i == start + 2)
                    i--;
                var (times, capitals) = words.GetValueOrDefault(word);
                words[word] = (
                    times + 1,
                    capitals + (!begins && char.IsUpper(text[start]) || char.IsDigit(text[start]) ? 1 : 0)
                );
                begins = false;
            }
        }
        return words.ToDictionary(
            word => word.Key,
            word => (word.Value.Times, word.Value.Capitals * 2 >= word.Value.Times && word.Value.Capitals > 0),
            StringComparer.Ordinal
        );
    }
}
