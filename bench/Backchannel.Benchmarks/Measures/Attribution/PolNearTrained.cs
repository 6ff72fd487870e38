using Backchannel.Benchmarks.Training;
using Backchannel.Languages;
using Backchannel.Understanding;
using Backchannel.Understanding.Syntax;

namespace Backchannel.Benchmarks.Measures.Attribution;

/// <summary>
/// PolNeAR with a sequence model trained on its train split, in memory, and measured on its dev split: what the engine finds, with words and word
/// classes around, as features. A line of its own: the set may be measured on and not shipped, so the model is thrown away.
/// </summary>
internal static class PolNearTrained
{
    private const string Set = "attribution/polnear";

    /// <summary>A paragraph: tokens with what is known of each, and the sayings that annotators marked.</summary>
    private sealed class Paragraph
    {
        public required string Text { get; init; }

        public required Span[] Tokens { get; init; }

        public required uint[] Words { get; init; }

        public required uint[] Endings { get; init; }

        public required uint[] Shapes { get; init; }

        public required uint[] Classes { get; init; }

        public required uint[] Cues { get; init; }

        /// <summary>Bits: inside quotation marks, first of its sentence, last of its sentence, a mark.</summary>
        public required uint[] Places { get; init; }

        /// <summary>The innermost clause of each token: its kind, whether it begins or ends there, and whether it is told by a verb of saying.</summary>
        public required uint[] Clauses { get; init; }

        /// <summary>For each layer what the engine found: 0 outside, 1 first, 2 inside.</summary>
        public required int[][] Ours { get; init; }

        /// <summary>For each layer what annotators marked.</summary>
        public required int[][] Gold { get; init; }

        /// <summary>What the model of words of saying found.</summary>
        public int[] Said { get; set; } = [];
    }

    private static readonly string[] Layers = ["source", "cue", "content"];

    private const int SourceLayer = 0;

    private const int CueLayer = 1;

    private const int ContentLayer = 2;

    private const int Epochs = 8;

    private const int Folds = 5;

    public static IEnumerable<Score> Run(MeasureOptions options, string folder)
    {
        var pipeline = new Pipeline(options.Packs);
        var train = Read(pipeline, folder, "train");
        var dev = Read(pipeline, folder, "dev");
        // The other layers learn from words of saying as they will be found, not as they were marked.
        for (var fold = 0; fold < Folds; fold++)
        {
            var model = Train(
                [.. train.Where((_, a) => a % Folds != fold).SelectMany(article => article.Paragraphs)],
                CueLayer
            );
            foreach (
                var paragraph in train.Where((_, a) => a % Folds == fold).SelectMany(article => article.Paragraphs)
            )
                paragraph.Said = model.Decode(Features(paragraph, CueLayer));
        }
        var all = train.SelectMany(article => article.Paragraphs).ToList();
        var cues = Train(all, CueLayer);
        foreach (var paragraph in dev.SelectMany(article => article.Paragraphs))
            paragraph.Said = cues.Decode(Features(paragraph, CueLayer));
        foreach (var (layer, peer) in new[] { (SourceLayer, 0.659), (CueLayer, 0.634), (ContentLayer, 0.527) })
        {
            var model = layer == CueLayer ? cues : Train(all, layer);
            var counts = new Counts();
            foreach (var (article, paragraphs) in dev)
            {
                var found = Keys(paragraphs, layer, paragraph => model.Decode(Features(paragraph, layer)));
                counts.Add(
                    found,
                    PolNear.Keys(
                        article.Gold,
                        saying =>
                            layer switch
                            {
                                SourceLayer => saying.Source,
                                CueLayer => saying.Cue,
                                _ => saying.Content,
                            }
                    )
                );
            }
            yield return new(
                "attribution-trained",
                Set,
                "dev",
                $"{Layers[layer]} F1, exact",
                counts.F1,
                "perceptron trained on it [M]",
                peer
            );
        }
    }

    private static SequenceTagger Train(IReadOnlyList<Paragraph> paragraphs, int layer) =>
        SequenceTagger.Train(
            [
                .. paragraphs.Select(paragraph => new SequenceTagger.Example(
                    Features(paragraph, layer),
                    paragraph.Gold[layer]
                )),
            ],
            3,
            Epochs,
            // Inside goes on with something.
            (before, label) => label != 2 || before > 0
        );

    /// <summary>The labelled stretches of an article, written out as <see cref="PolNear.Keys"/> does.</summary>
    private static HashSet<string> Keys(List<Paragraph> paragraphs, int layer, Func<Paragraph, int[]> labels)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var pieces = new List<(Paragraph In, int First, int Last)>();
        foreach (var piece in paragraphs.SelectMany(paragraph => Pieces(paragraph, labels(paragraph))))
        {
            if (pieces.Count > 0 && !(layer == ContentLayer && GoesOn(pieces[^1], piece)))
                Close();
            pieces.Add(piece);
        }
        Close();
        return keys;

        void Close()
        {
            if (pieces.Count > 0)
                keys.Add(
                    string.Join(
                        ' ',
                        pieces.Select(piece =>
                            $"{piece.In.Tokens[piece.First].Start}-{piece.In.Tokens[piece.Last].End}"
                        )
                    )
                );
            pieces.Clear();
        }
    }

    private static IEnumerable<(Paragraph In, int First, int Last)> Pieces(Paragraph paragraph, int[] labels)
    {
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] == 0)
                continue;
            var first = i;
            while (i + 1 < labels.Length && labels[i + 1] == 2)
                i++;
            yield return (paragraph, first, i);
        }
    }

    /// <summary>A quotation goes on right behind its end, or, between quotation marks both, behind the words that say whose it is.</summary>
    private static bool GoesOn((Paragraph In, int First, int Last) a, (Paragraph In, int First, int Last) b)
    {
        var text = a.In.Text[a.In.Tokens[a.First].Start..a.In.Tokens[a.Last].End];
        var isOpen = text.Count(c => c == '“') > text.Count(c => c == '”') || text.Count(c => c == '"') % 2 == 1;
        if (isOpen && string.IsNullOrWhiteSpace(a.In.Text[a.In.Tokens[a.Last].End..b.In.Tokens[b.First].Start]))
            return true;
        if (
            a.In != b.In
            || b.First - a.Last > LongestInsertion
            || a.In.Text[a.In.Tokens[a.Last].Start] is not ('"' or '”' or '\'')
            || b.In.Text[b.In.Tokens[b.First].Start] is not ('"' or '“' or '\'')
        )
            return false;
        var said = 0;
        for (var i = a.Last + 1; i < b.First; i++)
        {
            said += a.In.Said[i] == 1 ? 1 : 0;
            if ((a.In.Places[i] & SentenceLast) != 0 && i + 1 < b.First)
                return false;
        }
        return said == 1;
    }

    /// <summary>Who says it, with a post and a time, takes no more words than these.</summary>
    private const int LongestInsertion = 24;

    private const uint InQuotes = 1;

    private const uint SentenceFirst = 2;

    private const uint SentenceLast = 4;

    private const uint Mark = 8;

    private static List<(PolNear.Article Article, List<Paragraph> Paragraphs)> Read(
        Pipeline pipeline,
        string folder,
        string split
    )
    {
        var read = new List<(PolNear.Article, List<Paragraph>)>();
        foreach (var article in PolNear.Read(folder, split))
        {
            var trace = new Trace();
            var found = Saying.In(pipeline, article.Text, "en", trace).Found;
            var paragraphs = new List<Paragraph>();
            // What the engine set aside as no part of the article is read by nobody.
            foreach (var sentences in trace.Sentences.GroupBy(sentence => sentence.Passage))
                paragraphs.Add(Of(article, [.. sentences], found));
            read.Add((article, paragraphs));
        }
        return read;
    }

    private static Paragraph Of(PolNear.Article article, List<Sentence> sentences, List<Saying> found)
    {
        var tokens = sentences.SelectMany(sentence => sentence.Tokens.Select(token => token.Span)).ToArray();
        var places = new List<uint>();
        var quoted = 0u;
        foreach (var sentence in sentences)
        {
            for (var t = 0; t < sentence.Tokens.Length; t++)
            {
                var text = sentence.Texts[t];
                if (text is "“" || text is "\"" && quoted == 0)
                    quoted = InQuotes;
                else if (text is "”" or "\"")
                    quoted = 0;
                places.Add(
                    quoted
                        | (t == 0 ? SentenceFirst : 0)
                        | (t == sentence.Tokens.Length - 1 ? SentenceLast : 0)
                        | (sentence.Tokens[t].IsWord ? 0 : Mark)
                );
            }
        }
        return new()
        {
            Text = article.Text,
            Tokens = tokens,
            Words = [.. sentences.SelectMany(sentence => sentence.Texts).Select(text => Hash(text.ToLowerInvariant()))],
            Endings =
            [
                .. sentences
                    .SelectMany(sentence => sentence.Texts)
                    .Select(text => Hash(text[Math.Max(0, text.Length - 3)..])),
            ],
            Shapes = [.. sentences.SelectMany(sentence => sentence.Texts).Select(Shape)],
            Classes =
            [
                .. sentences.SelectMany(sentence => sentence.Tags.Select(tag => (uint)tag.Upos * 16 + (uint)tag.Form)),
            ],
            Cues =
            [
                .. sentences.SelectMany(sentence =>
                    Enumerable
                        .Range(0, sentence.Tokens.Length)
                        .Select(t =>
                            sentence
                                .Hits.Where(hit => hit.Covers(t))
                                .Aggregate(0u, (bits, hit) => bits | 1u << ((int)hit.Cue.Kind & 31))
                        )
                ),
            ],
            Places = [.. places],
            Clauses = [.. sentences.SelectMany(ClausesOf)],
            Ours =
            [
                Layer(tokens, found, saying => saying.Source),
                Layer(tokens, found, saying => saying.Cue),
                Layer(tokens, found, saying => saying.Content),
            ],
            Gold =
            [
                Layer(tokens, article.Gold, saying => saying.Source),
                Layer(tokens, article.Gold, saying => saying.Cue),
                Layer(tokens, article.Gold, saying => saying.Content),
            ],
        };
    }

    /// <summary>Of nested stretches the outer one is kept.</summary>
    private static int[] Layer(Span[] tokens, IEnumerable<Saying> sayings, Func<Saying, IReadOnlyList<Span>> part)
    {
        var labels = new int[tokens.Length];
        if (tokens.Length == 0)
            return labels;
        foreach (var span in sayings.SelectMany(part).Distinct().OrderByDescending(span => span.Length))
        {
            if (span.End <= tokens[0].Start || span.Start >= tokens[^1].End)
                continue;
            var first = Array.FindIndex(tokens, token => token.End > span.Start);
            var last = Array.FindLastIndex(tokens, token => token.Start < span.End);
            if (first < 0 || last < first || labels[first..(last + 1)].Any(label => label > 0))
                continue;
            labels[first] = 1;
            for (var i = first + 1; i <= last; i++)
                labels[i] = 2;
        }
        return labels;
    }

    private static uint[] ClausesOf(Sentence sentence)
    {
        var bits = new uint[sentence.Tokens.Length];
        foreach (var clause in sentence.Clauses.OrderByDescending(clause => clause.Last - clause.First))
        {
            var first = clause.Opener >= 0 ? Math.Min(clause.Opener, clause.First) : clause.First;
            if (first < 0 || clause.Last < first)
                continue;
            var isTold = false;
            for (var at = clause; at is not null; at = at.Parent)
                isTold |=
                    at.Kind is ClauseKind.Complement or ClauseKind.Infinitive
                    && at.Parent?.Verb is { } verb
                    && sentence.HitAt(verb.Main, CueKind.Say) is not null;
            for (var t = first; t <= clause.Last && t < bits.Length; t++)
                bits[t] =
                    1 + (uint)clause.Kind + (isTold ? 16u : 0) + (t == first ? 32u : 0) + (t == clause.Last ? 64u : 0);
        }
        return bits;
    }

    private static uint Shape(string text)
    {
        var shape = 0u;
        foreach (var c in text)
            shape |=
                char.IsUpper(c) ? 1u
                : char.IsDigit(c) ? 2u
                : char.IsLetter(c) ? 4u
                : 8u;
        return shape | (text.Length > 0 && char.IsUpper(text[0]) ? 16u : 0u);
    }

    private static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
            hash = (hash ^ c) * 16777619u;
        return hash;
    }

    private static uint[][] Features(Paragraph paragraph, int layer)
    {
        var count = paragraph.Tokens.Length;
        var features = new uint[count][];
        // How far the nearest words of saying are, and which, on either side.
        var (before, behind) = (new int[count], new int[count]);
        var said = layer == CueLayer ? paragraph.Ours[CueLayer] : paragraph.Said;
        for (int i = 0, at = -1; i < count; i++)
        {
            before[i] = at;
            if (said[i] > 0)
                at = i;
        }
        for (int i = count - 1, at = -1; i >= 0; i--)
        {
            behind[i] = at;
            if (said[i] > 0)
                at = i;
        }
        var sentence = new int[count];
        for (var i = 1; i < count; i++)
            sentence[i] = sentence[i - 1] + ((paragraph.Places[i] & SentenceFirst) != 0 ? 1 : 0);
        var list = new List<uint>(80);
        for (var i = 0; i < count; i++)
        {
            list.Clear();
            var template = 0u;
            uint At(uint[] values, int d) => i + d >= 0 && i + d < count ? values[i + d] + 1 : 0;
            uint Label(int[] labels, int d) => i + d >= 0 && i + d < count ? (uint)labels[i + d] + 1 : 0;
            void Add(uint a, uint b = 0, uint c = 0)
            {
                template++;
                var hash = template * 0x9E3779B1u;
                foreach (var part in (ReadOnlySpan<uint>)[a, b, c])
                {
                    hash ^= part;
                    hash *= 0x85EBCA6Bu;
                    hash ^= hash >> 13;
                }
                list.Add(hash ^ hash >> 16);
            }
            Add(0);
            for (var d = -2; d <= 2; d++)
            {
                Add(At(paragraph.Words, d));
                Add(At(paragraph.Classes, d));
                Add(At(paragraph.Cues, d));
                Add(At(paragraph.Places, d));
                Add(Label(paragraph.Ours[layer], d));
                Add(At(paragraph.Clauses, d));
            }
            Add(At(paragraph.Clauses, -1), At(paragraph.Clauses, 0), At(paragraph.Clauses, 1));
            Add(At(paragraph.Clauses, 0), At(paragraph.Words, 0));
            Add(At(paragraph.Clauses, 0), At(paragraph.Words, 1));
            Add(At(paragraph.Clauses, 0), Label(paragraph.Ours[layer], 0), Label(paragraph.Ours[layer], 1));
            Add(At(paragraph.Words, -1), At(paragraph.Words, 0));
            Add(At(paragraph.Words, 0), At(paragraph.Words, 1));
            Add(At(paragraph.Words, 1), At(paragraph.Words, 2));
            Add(At(paragraph.Words, -2), At(paragraph.Words, -1));
            Add(At(paragraph.Classes, -1), At(paragraph.Classes, 0));
            Add(At(paragraph.Classes, 0), At(paragraph.Classes, 1));
            Add(At(paragraph.Classes, -2), At(paragraph.Classes, -1), At(paragraph.Classes, 0));
            Add(At(paragraph.Classes, -1), At(paragraph.Classes, 0), At(paragraph.Classes, 1));
            Add(At(paragraph.Classes, 0), At(paragraph.Classes, 1), At(paragraph.Classes, 2));
            Add(At(paragraph.Endings, 0));
            Add(At(paragraph.Endings, 0), At(paragraph.Classes, 0));
            Add(At(paragraph.Shapes, 0), At(paragraph.Shapes, -1), At(paragraph.Shapes, 1));
            Add(At(paragraph.Cues, 0), At(paragraph.Cues, 1));
            Add(At(paragraph.Cues, -1), At(paragraph.Cues, 0));
            Add(At(paragraph.Places, -1), At(paragraph.Places, 0));
            Add(At(paragraph.Places, 0), At(paragraph.Places, 1), At(paragraph.Words, 0));
            Add(Label(paragraph.Ours[layer], -1), Label(paragraph.Ours[layer], 0), Label(paragraph.Ours[layer], 1));
            Add(Label(paragraph.Ours[layer], 0), At(paragraph.Words, 0));
            Add(Label(paragraph.Ours[layer], 0), At(paragraph.Classes, 0), At(paragraph.Classes, 1));
            Add(Label(paragraph.Ours[layer], -1), Label(paragraph.Ours[layer], 0), At(paragraph.Words, 0));
            Add(Label(paragraph.Ours[layer], 1), Label(paragraph.Ours[layer], 0), At(paragraph.Words, 1));
            Add(
                Label(paragraph.Ours[SourceLayer], 0),
                Label(paragraph.Ours[CueLayer], 0),
                Label(paragraph.Ours[ContentLayer], 0)
            );
            Add(
                Label(paragraph.Ours[SourceLayer], 1),
                Label(paragraph.Ours[CueLayer], 1),
                Label(paragraph.Ours[ContentLayer], 1)
            );
            Add(
                Label(paragraph.Ours[SourceLayer], -1),
                Label(paragraph.Ours[CueLayer], -1),
                Label(paragraph.Ours[ContentLayer], -1)
            );
            var (near, next) = (Distance(before[i]), Distance(behind[i]));
            var quoted = paragraph.Places[i] & InQuotes;
            Add(near);
            Add(next);
            Add(near, next, quoted);
            Add(near, At(paragraph.Classes, 0));
            Add(next, At(paragraph.Classes, 0));
            Add(near, At(paragraph.Words, 0));
            Add(next, At(paragraph.Words, 0));
            Add(near, before[i] < 0 ? 0 : paragraph.Words[before[i]]);
            Add(next, behind[i] < 0 ? 0 : paragraph.Words[behind[i]]);
            Add(near, next, Label(paragraph.Ours[layer], 0));
            Add(near, At(paragraph.Clauses, 0), quoted);
            Add(next, At(paragraph.Clauses, 0), quoted);
            Add(near, next, At(paragraph.Places, 1));
            Add(near, At(paragraph.Words, 1), quoted);
            Add(next, At(paragraph.Words, 1), quoted);
            if (layer != CueLayer)
            {
                for (var d = -2; d <= 2; d++)
                    Add(Label(said, d));
                Add(Label(said, -1), Label(said, 0), Label(said, 1));
                Add(Label(said, -1), At(paragraph.Words, 0), At(paragraph.Words, -1));
                Add(Label(said, 1), At(paragraph.Words, 0), At(paragraph.Words, 1));
                Add(Label(said, 0), Label(paragraph.Ours[layer], 0), quoted);
            }
            features[i] = [.. list];

            uint Distance(int at)
            {
                if (at < 0)
                    return 0;
                var far = Math.Abs(at - i);
                var bucket =
                    far <= 6 ? far
                    : far <= 12 ? 7
                    : far <= 25 ? 8
                    : 9;
                return (uint)(1 + bucket * 3 + Math.Min(2, Math.Abs(sentence[at] - sentence[i])));
            }
        }
        return features;
    }
}
