using Backchannel.Benchmarks.Training;
using Backchannel.Understanding;

namespace Backchannel.Benchmarks.Measures.Attribution;

/// <summary>
/// PolNeAR with a sequence model trained on its train split, in memory, and measured on its dev split: what the engine finds, with words and word
/// classes around, as features. A line of its own: the set may be measured on and not shipped, so the model is thrown away.
/// </summary>
internal static class PolNearTrained
{
    private const string Set = "attribution/polnear";

    private static readonly string[] Layers = ["source", "cue", "content"];

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
                TrainingParagraph.CueLayer
            );
            foreach (
                var paragraph in train.Where((_, a) => a % Folds == fold).SelectMany(article => article.Paragraphs)
            )
                paragraph.Said = model.Decode(paragraph.Features(TrainingParagraph.CueLayer));
        }
        var all = train.SelectMany(article => article.Paragraphs).ToList();
        var cues = Train(all, TrainingParagraph.CueLayer);
        foreach (var paragraph in dev.SelectMany(article => article.Paragraphs))
            paragraph.Said = cues.Decode(paragraph.Features(TrainingParagraph.CueLayer));
        foreach (
            var (layer, peer) in new[]
            {
                (TrainingParagraph.SourceLayer, 0.659),
                (TrainingParagraph.CueLayer, 0.634),
                (TrainingParagraph.ContentLayer, 0.527),
            }
        )
        {
            var model = layer == TrainingParagraph.CueLayer ? cues : Train(all, layer);
            var counts = new Counts();
            foreach (var (article, paragraphs) in dev)
            {
                var found = Keys(paragraphs, layer, paragraph => model.Decode(paragraph.Features(layer)));
                counts.Add(
                    found,
                    PolNear.Keys(
                        article.Gold,
                        saying =>
                            layer switch
                            {
                                TrainingParagraph.SourceLayer => saying.Source,
                                TrainingParagraph.CueLayer => saying.Cue,
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

    private static SequenceTagger Train(IReadOnlyList<TrainingParagraph> paragraphs, int layer) =>
        SequenceTagger.Train(
            [
                .. paragraphs.Select(paragraph => new SequenceTagger.Example(
                    paragraph.Features(layer),
                    paragraph.Gold[layer]
                )),
            ],
            3,
            Epochs,
            // Inside goes on with something.
            (before, label) => label != 2 || before > 0
        );

    /// <summary>The labelled stretches of an article, written out as <see cref="PolNear.Keys"/> does.</summary>
    private static HashSet<string> Keys(
        List<TrainingParagraph> paragraphs,
        int layer,
        Func<TrainingParagraph, int[]> labels
    )
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var pieces = new List<(TrainingParagraph In, int First, int Last)>();
        foreach (var piece in paragraphs.SelectMany(paragraph => Pieces(paragraph, labels(paragraph))))
        {
            if (pieces.Count > 0 && !(layer == TrainingParagraph.ContentLayer && GoesOn(pieces[^1], piece)))
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

    private static IEnumerable<(TrainingParagraph In, int First, int Last)> Pieces(
        TrainingParagraph paragraph,
        int[] labels
    )
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
    private static bool GoesOn(
        (TrainingParagraph In, int First, int Last) a,
        (TrainingParagraph In, int First, int Last) b
    )
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
            if ((a.In.Places[i] & TrainingParagraph.SentenceLast) != 0 && i + 1 < b.First)
                return false;
        }
        return said == 1;
    }

    /// <summary>Who says it, with a post and a time, takes no more words than these.</summary>
    private const int LongestInsertion = 24;

    private static List<(PolNear.Article Article, List<TrainingParagraph> Paragraphs)> Read(
        Pipeline pipeline,
        string folder,
        string split
    )
    {
        var read = new List<(PolNear.Article, List<TrainingParagraph>)>();
        foreach (var article in PolNear.Read(folder, split))
        {
            var trace = new Trace();
            var found = Saying.In(pipeline, article.Text, "en", trace, wholeSources: true).Found;
            var paragraphs = new List<TrainingParagraph>();
            // What the engine set aside as no part of the article is read by nobody.
            foreach (var sentences in trace.Sentences.GroupBy(sentence => sentence.Passage))
                paragraphs.Add(TrainingParagraph.Of(article, [.. sentences], found));
            read.Add((article, paragraphs));
        }
        return read;
    }
}
