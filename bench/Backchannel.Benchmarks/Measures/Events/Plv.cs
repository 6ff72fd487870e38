using Backchannel.Benchmarks.Training;

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
            var examples = new List<(IReadOnlyCollection<string> Features, string Class)>();
            var printed = 0;
            foreach (var row in Table.Read(file, '\t'))
            {
                var (sentence, source, target) = Unmarked(row["marked_sentence"]);
                var findings = Reader.Read(pipeline, sentence, "en");
                var ours = RootOf(findings, source, target);
                roots.Add((row["gold_root"], ours));
                examples.Add(([.. Features(sentence, source, target, findings)], row["gold_root"]));
                if (row["gold_root"] != ours && printed++ < options.Errors)
                    Console.Error.WriteLine($"{row["gold_root"]} taken for {ours}: {row["marked_sentence"]}");
            }
            yield return Of("root, as shipped", Reader.MacroF1(roots));
            yield return Of("four ways, as shipped", Reader.MacroF1(Ways(roots)));
            yield return Of("cooperation or conflict, as shipped", Reader.MacroF1(Sides(roots)));
            yield return Of(
                "pairs for which something was found",
                roots.Count(pair => pair.Ours.Length > 0) / (double)roots.Count
            );
            var trained = CrossValidation.Classify(examples, L2);
            yield return Of("root, trained on it, five folds", Reader.MacroF1(trained), 0.75, 0.721, 0.821);
            yield return Of("four ways, trained on it", Reader.MacroF1(Ways(trained)), 0.86, 0.852, 0.893);
            yield return Of(
                "cooperation or conflict, trained on it",
                Reader.MacroF1(Sides(trained)),
                0.92,
                0.905,
                0.964
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

    private static List<(int, int)> Ways(IEnumerable<(string Gold, string Ours)> roots) =>
        [.. roots.Select(pair => (Reader.WayOf(pair.Gold), Reader.WayOf(pair.Ours)))];

    private static List<(int, int)> Sides(IEnumerable<(string Gold, string Ours)> roots) =>
        [.. Ways(roots).Select(pair => ((pair.Item1 + 1) >> 1, (pair.Item2 + 1) >> 1))];

    private const float L2 = 1e-3f;

    /// <summary>The words, where they stand towards source and target, and what the engine found.</summary>
    private static IEnumerable<string> Features(string sentence, Span source, Span target, Findings findings)
    {
        var words = Words(sentence, source, target).ToList();
        var (s, t) = (words.IndexOf("<s>"), words.IndexOf("<t>"));
        for (var i = 0; i < words.Count; i++)
        {
            yield return words[i];
            yield return "stem " + Stem(words[i]);
            if (i + 1 < words.Count)
                yield return words[i] + " " + words[i + 1];
            if (i + 2 < words.Count)
                yield return Stem(words[i]) + " _ " + Stem(words[i + 2]);
            if (Math.Min(s, t) < i && i < Math.Max(s, t))
                yield return "between " + Stem(words[i]);
        }
        foreach (var (mark, at) in new[] { ("s", s), ("t", t) })
        {
            for (var d = -2; d <= 3; d++)
            {
                if (at >= 0 && d != 0 && at + d >= 0 && at + d < words.Count)
                {
                    yield return $"{mark} {d} {Stem(words[at + d])}";
                    yield return $"{mark} {(d < 0 ? "before" : "behind")} {Stem(words[at + d])}";
                }
            }
        }
        yield return s < t ? "source first" : "target first";
        yield return "ours " + RootOf(findings, source, target);
        foreach (var content in findings.Contents.Where(content => content.Type is not null))
        {
            bool Names(Span span) => content.Participants.Any(participant => participant.Span.Overlaps(span));
            yield return "found " + content.Type!.Name;
            yield return $"found {Reader.RootOf(content)} {Names(source)} {Names(target)}";
            yield return $"way {Reader.WayOf(Reader.RootOf(content))} {Names(source) || Names(target)}";
            yield return $"status {content.Status}";
            foreach (var participant in content.Participants)
            {
                if (participant.Span.Overlaps(source) || participant.Span.Overlaps(target))
                    yield return $"{content.Type.Name} {participant.Role} {participant.Span.Overlaps(source)}";
            }
        }
        foreach (var statement in findings.Statements)
            yield return "stance " + statement.Stance;
    }

    /// <summary>The words in small letters, source and target each as one mark.</summary>
    private static IEnumerable<string> Words(string sentence, Span source, Span target)
    {
        for (var i = 0; i < sentence.Length; )
        {
            if (i == source.Start && source.Length > 0 || i == target.Start && target.Length > 0)
            {
                yield return i == source.Start && source.Length > 0 ? "<s>" : "<t>";
                i = i == source.Start && source.Length > 0 ? source.End : target.End;
                continue;
            }
            var end = i;
            while (end < sentence.Length && char.IsLetter(sentence[end]) && end != source.Start && end != target.Start)
                end++;
            if (end > i)
                yield return sentence[i..end].ToLowerInvariant();
            i = Math.Max(end, i + 1);
        }
    }

    /// <summary>Enough letters to tell verbs apart, and few enough to take their forms as one.</summary>
    private static string Stem(string word) => word.Length > 5 ? word[..5] : word;

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
