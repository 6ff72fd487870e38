namespace Backchannel.Benchmarks.Measures.Events;

/// <summary>
/// PLOVER's marked pairs: English sentences in which a source and a target are marked, and what the one does to the other. Ours is the content that
/// names both, or else the one nearest to them; nothing here was trained on the set.
/// </summary>
internal static class Plv
{
    private const string Set = "events/plv";

    public static IEnumerable<Score> Run(MeasureOptions options, string folder)
    {
        var pipeline = new Pipeline(options.Packs);
        foreach (var file in Directory.GetFiles(folder, "PLV_*.tsv").Order(StringComparer.Ordinal))
        {
            var split = Path.GetFileNameWithoutExtension(file)["PLV_".Length..];
            if (!options.Wants(split))
                continue;
            var roots = new List<(string Gold, string Ours)>();
            var printed = 0;
            foreach (var row in Table.Read(file, '\t'))
            {
                var (sentence, source, target) = Unmarked(row["marked_sentence"]);
                var ours = RootOf(Reader.Read(pipeline, sentence, "en"), source, target);
                roots.Add((row["gold_root"], ours));
                if (row["gold_root"] != ours && printed++ < options.Errors)
                    Console.Error.WriteLine($"{row["gold_root"]} taken for {ours}: {row["marked_sentence"]}");
            }
            yield return Of("root, macro F1", Reader.MacroF1(roots), 0.75, 0.721, 0.821);
            yield return Of(
                "four ways, macro F1",
                Reader.MacroF1([.. roots.Select(pair => (Reader.WayOf(pair.Gold), Reader.WayOf(pair.Ours)))]),
                0.86,
                0.852,
                0.893
            );
            yield return Of(
                "cooperation or conflict, macro F1",
                Reader.MacroF1([
                    .. roots.Select(pair => (Reader.WayOf(pair.Gold) + 1 >> 1, Reader.WayOf(pair.Ours) + 1 >> 1)),
                ]),
                0.92,
                0.905,
                0.964
            );
            yield return Of(
                "pairs for which something was found",
                roots.Count(pair => pair.Ours.Length > 0) / (double)roots.Count
            );

            Score Of(string metric, double value, double? must = null, double? linear = null, double? nli = null) =>
                new(
                    "events",
                    Set,
                    split,
                    metric,
                    value,
                    linear is null
                        ? null
                        : FormattableString.Invariant($"roberta-large NLI {nli} [M], TF-IDF linear trained on it [M]"),
                    linear,
                    must
                );
        }
    }

    private static (string Sentence, Span Source, Span Target) Unmarked(string marked)
    {
        var sentence = marked;
        Span source = default,
            target = default;
        while (true)
        {
            var s = sentence.IndexOf("<s>", StringComparison.Ordinal);
            var t = sentence.IndexOf("<t>", StringComparison.Ordinal);
            if (s < 0 && t < 0)
                return (sentence, source, target);
            var tag = t < 0 || s >= 0 && s < t ? 's' : 't';
            var open = tag == 's' ? s : t;
            sentence = sentence.Remove(open, 3);
            var close = sentence.IndexOf($"</{tag}>", open, StringComparison.Ordinal);
            if (close < 0)
                close = sentence.Length;
            else
                sentence = sentence.Remove(close, 4);
            // A second mark of the same kind changes nothing: the first counts.
            if (tag == 's' && source.Length == 0)
                source = Span.Between(open, close);
            else if (tag == 't' && target.Length == 0)
                target = Span.Between(open, close);
        }
    }

    private static string RootOf(Findings findings, Span source, Span target)
    {
        bool Names(Content content, Span span) =>
            content.Participants.Any(participant => participant.Span.Overlaps(span));
        var typed = findings.Contents.Where(content => content.Type is not null).ToList();
        var content =
            typed.Find(each => Names(each, source) && Names(each, target))
            ?? typed.Find(each => Names(each, source))
            ?? typed.Find(each => Names(each, target))
            ?? typed.FirstOrDefault();
        if (content is not null)
            return Reader.RootOf(content);
        return findings.Statements.FirstOrDefault()?.Stance switch
        {
            Stance.Denies or Stance.Declines => "REJECT",
            _ => "",
        };
    }
}
