using System.IO.Compression;
using System.Text;
using Backchannel.Languages;
using Backchannel.Understanding.Syntax;

namespace Backchannel.Benchmarks.Training;

/// <summary>A sentence as the engine cuts it, with the label the treebank gives each token.</summary>
internal sealed record TaggedSentence(Token[] Tokens, string[] Labels);

/// <summary>Reads CoNLL-U and lays its word classes onto the engine's own tokens, so that training and reading cut words alike.</summary>
internal static class Treebank
{
    /// <summary>Every word of a treebank with its class, as it stands.</summary>
    public static IEnumerable<(string Form, string Upos)> Words(string path)
    {
        using var reader = Open(path);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && char.IsAsciiDigit(line[0]) && line.Split('\t') is { Length: >= 10 } columns)
                yield return (columns[1], columns[3]);
        }
    }

    private static StreamReader Open(string path)
    {
        var file = File.OpenRead(path);
        return new(
            path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file,
            Encoding.UTF8
        );
    }

    public static IEnumerable<TaggedSentence> Read(string path, LanguagePack pack)
    {
        using var reader = Open(path);
        var words = new List<(string Form, string Upos, string Features, bool SpaceAfter)>();
        var skipUntil = 0;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0)
            {
                if (words.Count > 0)
                    yield return Align(words, pack);
                words.Clear();
                skipUntil = 0;
                continue;
            }
            if (line[0] == '#')
                continue;
            var columns = line.Split('\t');
            if (columns.Length < 10)
                continue;
            var spaceAfter = !columns[9].Contains("SpaceAfter=No", StringComparison.Ordinal);
            if (columns[0].Contains('.', StringComparison.Ordinal))
                continue;
            if (columns[0].Split('-') is [var from, var to])
            {
                // A written word of several: the first of them stands for it ("del" is a preposition, "negociarlo" a verb).
                skipUntil = int.Parse(to, System.Globalization.CultureInfo.InvariantCulture);
                words.Add((columns[1], "", from, spaceAfter));
                continue;
            }
            var number = int.Parse(columns[0], System.Globalization.CultureInfo.InvariantCulture);
            if (number <= skipUntil)
            {
                if (words[^1].Upos.Length == 0)
                    words[^1] = (words[^1].Form, columns[3], columns[5], words[^1].SpaceAfter);
                continue;
            }
            words.Add((columns[1], columns[3], columns[5], spaceAfter));
        }
        if (words.Count > 0)
            yield return Align(words, pack);
    }

    private static TaggedSentence Align(
        List<(string Form, string Upos, string Features, bool SpaceAfter)> words,
        LanguagePack pack
    )
    {
        var text = new StringBuilder();
        var labelAt = new List<(int Start, int End, string Label)>();
        foreach (var (form, upos, features, spaceAfter) in words)
        {
            labelAt.Add((text.Length, text.Length + form.Length, Label(upos, features, pack.Settings.Cases)));
            text.Append(form);
            if (spaceAfter)
                text.Append(' ');
        }
        var written = text.ToString();
        var whole = new Span(0, written.Length);
        var tokens = Tokenizer.Tokens(written, whole, pack, Tokenizer.Standing(written, [whole], pack)).ToArray();
        var labels = new string[tokens.Length];
        for (var i = 0; i < tokens.Length; i++)
        {
            var span = tokens[i].Span;
            // A token of several treebank words takes the last one's class (US-backed), one of several tokens gives all its own.
            labels[i] = labelAt.Last(word => word.Start < span.End).Label;
        }
        return new(tokens, labels);
    }

    private static string Label(string upos, string features, bool cases)
    {
        var label = upos is "_" or "None" ? "X" : upos;
        var all = features
            .Split('|')
            .Select(f => f.Split('='))
            .Where(f => f.Length == 2)
            .ToDictionary(f => f[0], f => f[1], StringComparer.Ordinal);
        if (label is "VERB" or "AUX")
        {
            var form =
                all.GetValueOrDefault("VerbForm") is { } verbForm ? verbForm
                : all.ContainsKey("Mood")
                || all.ContainsKey("Tense")
                || all.ContainsKey("Aspect")
                || all.ContainsKey("Person")
                    ? "Fin"
                : null;
            label += form switch
            {
                "Fin" => "+Fin",
                "Inf" => "+Inf",
                // English marks the progressive as a present participle.
                "Part" when all.GetValueOrDefault("Tense") == "Pres" => "+Ger",
                "Part" or "Sup" => "+Part",
                "Ger" or "Conv" or "Vnoun" => "+Ger",
                _ => "",
            };
            label += all.GetValueOrDefault("Mood") switch
            {
                "Cnd" => "+Cnd",
                "Sub" => "+Sub",
                "Imp" => "+Imp",
                _ => "",
            };
        }
        else if (
            cases
            && (label is "NOUN" or "PROPN" or "PRON")
            && all.GetValueOrDefault("Case") is ("Nom" or "Acc" or "Dat" or "Gen") and var name
        )
            label += "+" + name;
        return label;
    }
}
