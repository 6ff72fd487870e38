using System.Collections.Immutable;
using Backchannel.Languages;

namespace Backchannel.Notation;

/// <summary>One example of a pack: a short text and the statements it must give.</summary>
/// <param name="Line">Where it stands in the file.</param>
/// <param name="Text">One sentence or a few.</param>
/// <param name="Expected">Lines of notation; empty where nothing typed may be found.</param>
/// <param name="IsOpen">Known not to work yet; it fails the check when it does work, so that the mark goes.</param>
public sealed record Example(string Section, int Line, string Text, ImmutableArray<string> Expected, bool IsOpen);

/// <summary>How an example went: null for what was asked, else what was found instead.</summary>
public sealed record ExampleResult(Example Example, string? Failure, ImmutableArray<string> Found);

/// <summary>
/// Reads and checks a pack's examples.md: sentences as quotations (<c>&gt; text</c>), the expected notation below each, <c>nothing</c> where
/// no typed statement may be found, <c>words</c> for a statement in plain words, and <c>not yet:</c> before an expectation that is not met
/// today. See docs/languages.md.
/// </summary>
public static class Examples
{
    private const string NotYet = "not yet:";

    public static ImmutableArray<Example> Read(string file)
    {
        var examples = ImmutableArray.CreateBuilder<Example>();
        var section = "";
        var text = new List<string>();
        var expected = new List<string>();
        var open = false;
        var start = 0;
        var number = 0;
        foreach (var raw in File.ReadLines(file))
        {
            number++;
            var line = raw.Trim();
            if (line.StartsWith('>'))
            {
                if (expected.Count > 0)
                    Finish();
                if (text.Count == 0)
                    start = number;
                text.Add(line[1..].Trim());
            }
            else if (line.StartsWith('#'))
            {
                Finish();
                section = line.TrimStart('#').Trim();
            }
            else if (line.Length > 0 && text.Count > 0)
            {
                if (line.StartsWith(NotYet, StringComparison.Ordinal))
                {
                    open = true;
                    line = line[NotYet.Length..].Trim();
                }
                expected.Add(line);
            }
        }
        Finish();
        return examples.ToImmutable();

        void Finish()
        {
            if (text.Count > 0)
            {
                if (expected.Count == 0)
                    throw new PackException(
                        Path.GetFileName(Path.GetDirectoryName(file)!) + "/examples.md",
                        start,
                        "expected notation, 'words' or 'nothing' below the sentence"
                    );
                examples.Add(
                    new(section, start, string.Join('\n', text), [.. expected.Where(line => line != "nothing")], open)
                );
            }
            text.Clear();
            expected.Clear();
            open = false;
        }
    }

    /// <summary>The document an example is read as: published on Wednesday 18 March 2026, in the pack's language.</summary>
    public static Document DocumentOf(Example example, string language)
    {
        ArgumentNullException.ThrowIfNull(example);
        return new()
        {
            Id = new(Hash.Id('d', language, example.Text)),
            Path = $"{language}/examples.md:{example.Line}",
            Text = example.Text,
            Published = Interval.Day(new(2026, 3, 18)),
            DeclaredLanguage = language,
        };
    }

    public static IEnumerable<ExampleResult> Check(LanguagePack pack, IEnumerable<Example> examples)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(examples);
        var pipeline = new Pipeline(pack);
        foreach (var example in examples)
        {
            var document = DocumentOf(example, pack.Code);
            var findings = pipeline.Understand(document);
            var found = findings
                .Statements.Select(statement => FindingsNotation.Of(document, findings, statement))
                .ToImmutableArray();
            var failure = Failure(example, found);
            if (example.IsOpen)
                failure = failure is null ? "this works now: take away 'not yet:'" : null;
            yield return new(example, failure, found);
        }
    }

    private static string? Failure(Example example, ImmutableArray<string> found)
    {
        var left = found.Select(NotationLine.Parse).ToList();
        foreach (var line in example.Expected)
        {
            var wanted = NotationLine.Parse(line);
            var match = left.FindIndex(actual => wanted.Fits(actual));
            if (match < 0)
                return $"missing: {line}";
            left.RemoveAt(match);
        }
        // Plain words beside what was asked for do no harm; a typed finding that nobody asked for does.
        return left.Find(actual => actual.Type is not null) is { } extra ? $"not expected: {extra.Text}" : null;
    }
}
