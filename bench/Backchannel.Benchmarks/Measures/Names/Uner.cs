namespace Backchannel.Benchmarks.Measures.Names;

/// <summary>
/// Whether every person whom a sentence names is found, with exactly the words that name him: news and encyclopedia sentences in which Universal NER marks
/// persons.
/// </summary>
internal static class Uner
{
    private const string Set = "names/uner";

    public static IEnumerable<Score> Run(MeasureOptions options, string folder)
    {
        var pipeline = new Pipeline(options.Packs);
        foreach (var file in Directory.GetFiles(folder, "*.iob2").Order(StringComparer.Ordinal))
        {
            var language = Path.GetFileName(file).Split('_')[0];
            if (options.Packs.All.All(pack => pack.Code != language))
            {
                Console.Error.WriteLine($"{file}: no pack for {language}; left out.");
                continue;
            }
            var (exact, overlapping) = (new Counts(), new Counts());
            var printed = 0;
            foreach (var document in Documents(file))
            {
                var findings = Events.Reader.Read(pipeline, document.Text, language);
                var found = findings
                    .Mentions.Where(mention => mention is { Type: ActorType.Person, Kind: MentionKind.Name })
                    .Select(mention => mention.Core)
                    .ToHashSet();
                exact.Add(found, document.Persons);
                overlapping.Hits += document.Persons.Count(person => found.Any(person.Overlaps));
                overlapping.Misses += document.Persons.Count(person => !found.Any(person.Overlaps));
                overlapping.FalseAlarms += found.Count(span => !document.Persons.Any(span.Overlaps));
                foreach (
                    var (what, span) in found
                        .Except(document.Persons)
                        .Select(span => ("too much", span))
                        .Concat(document.Persons.Except(found).Select(span => ("missed", span)))
                )
                {
                    if (printed++ < options.Errors)
                        Console.Error.WriteLine(
                            $"{language}\t{what}\t{document.Text.AsSpan(span.Start, span.Length)}\t{Around(document.Text, span)}"
                        );
                }
            }
            yield return new("names", Set, language, "persons named, exact F1", exact.F1, Must: 0.60);
            yield return new("names", Set, language, "the same, P", exact.Precision);
            yield return new("names", Set, language, "the same, R", exact.Recall);
            yield return new("names", Set, language, "persons named, overlapping F1", overlapping.F1);
        }
    }

    private static string Around(string text, Span span)
    {
        var from = Math.Max(0, span.Start - 60);
        return text[from..Math.Min(text.Length, span.End + 60)].Replace('\n', ' ');
    }

    private sealed record Marked(string Text, HashSet<Span> Persons);

    /// <summary>The sentences of one document as its text, and where persons are named in it.</summary>
    private static IEnumerable<Marked> Documents(string file)
    {
        var text = new System.Text.StringBuilder();
        var persons = new HashSet<Span>();
        string? sentence = null;
        var at = 0;
        Span? open = null;
        foreach (var line in File.ReadLines(file).Append("# newdoc"))
        {
            if (line.StartsWith("# newdoc", StringComparison.Ordinal))
            {
                End();
                if (text.Length > 0)
                    yield return new(text.ToString(), persons);
                (text, persons) = (new(), []);
            }
            else if (line.StartsWith("# text = ", StringComparison.Ordinal))
            {
                sentence = line["# text = ".Length..];
                at = 0;
                text.Append(sentence).Append('\n');
            }
            else if (line.Length == 0)
                End();
            else if (line[0] != '#' && sentence is not null && line.Split('\t') is [_, var word, var tag, ..])
            {
                var start = sentence.IndexOf(word, at, StringComparison.Ordinal);
                if (start < 0)
                    continue;
                at = start + word.Length;
                var span = new Span(text.Length - 1 - sentence.Length + start, word.Length);
                if (tag == "I-PER" && open is { } begun)
                    open = begun.Cover(span);
                else
                {
                    End();
                    if (tag is "B-PER" or "I-PER")
                        open = span;
                }
            }
        }

        void End()
        {
            if (open is { } done)
                persons.Add(done);
            open = null;
        }
    }
}
