using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Backchannel.Benchmarks.Measures.Events;

/// <summary>
/// Sentences coded by hand with CAMEO events. An event is found where ours of the sentence has its PLOVER root (the first two digits of the code);
/// each root counts once a sentence. Sentences that are marked as not to be evaluated, and those without an event, are left out of the hits but
/// not of the extra events.
/// </summary>
internal static partial class UniversalPetrarch
{
    private const int LongestMatchMilliseconds = 10_000;

    private const string Set = "events/universal-petrarch";

    /// <summary>CAMEO's root codes as PLOVER names them (the table of openeventdata/PLOVER).</summary>
    private static readonly Dictionary<string, string> Roots = new(StringComparer.Ordinal)
    {
        ["03"] = "AGREE",
        ["04"] = "CONSULT",
        ["05"] = "SUPPORT",
        ["06"] = "COOPERATE",
        ["07"] = "AID",
        ["08"] = "YIELD",
        ["10"] = "REQUEST",
        ["11"] = "ACCUSE",
        ["12"] = "REJECT",
        ["13"] = "THREATEN",
        ["14"] = "PROTEST",
        ["15"] = "MOBILIZE",
        ["16"] = "SANCTION",
        ["17"] = "COERCE",
        ["18"] = "ASSAULT",
        ["19"] = "ASSAULT",
        ["20"] = "ASSAULT",
    };

    public static IEnumerable<Score> Run(MeasureOptions options, string folder)
    {
        var pipeline = new Pipeline(options.Packs);
        foreach (var file in Directory.GetFiles(folder, "*.xml").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var language = name.StartsWith("spanish", StringComparison.Ordinal) ? "es" : "en";
            var counts = new Counts();
            var (records, extra, printed) = (0, 0, 0);
            foreach (var sentence in Sentences(file))
            {
                var gold = sentence
                    .Codes.Select(code => Roots.GetValueOrDefault(code[..2], ""))
                    .Where(root => root.Length > 0)
                    .ToHashSet(StringComparer.Ordinal);
                if (gold.Count == 0)
                    continue;
                records++;
                var ours = Reader
                    .Read(pipeline, sentence.Text, language)
                    .Contents.Where(content => content.Type is not null)
                    .Select(Reader.RootOf)
                    .ToHashSet(StringComparer.Ordinal);
                counts.Add(ours, gold);
                extra += ours.Count(root => !gold.Contains(root));
                if (!ours.SetEquals(gold) && printed++ < options.Errors)
                    Console.Error.WriteLine(
                        $"{string.Join(' ', gold)} taken for {string.Join(' ', ours)}: {sentence.Text}"
                    );
            }
            yield return new(
                "events",
                Set,
                name,
                $"root F1 ({records} sentences)",
                counts.F1,
                "UniversalPetrarch [M]",
                language == "en" ? 0.762 : 0.621,
                name.StartsWith("spanish_fight", StringComparison.Ordinal) ? 0.65 : null
            );
            yield return new(
                "events",
                Set,
                name,
                "extra events a sentence",
                records == 0 ? 0 : (double)extra / records,
                LowerIsBetter: true
            );
        }
    }

    private sealed record Sentence(string Text, List<string> Codes);

    /// <summary>The files are not quite XML (bare ampersands, text between elements): read record by record.</summary>
    private static IEnumerable<Sentence> Sentences(string file)
    {
        foreach (Match record in Record().Matches(File.ReadAllText(file)))
        {
            if (record.Value.Contains("evaluate=\"false\"", StringComparison.Ordinal))
                continue;
            var text = Text().Match(record.Value).Groups["text"].Value;
            text = Spaces().Replace(System.Net.WebUtility.HtmlDecode(text), " ").Trim(' ', ')');
            var codes = Code().Matches(record.Value).Select(code => code.Groups["code"].Value).ToList();
            if (text.Length > 0)
                yield return new(text, codes);
        }
    }

    [GeneratedRegex(
        @"<Sentence .*?(?=<Sentence |</Sentences>|\z)",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        LongestMatchMilliseconds
    )]
    private static partial Regex Record();

    [GeneratedRegex(
        @"<Text>(?<text>.*?)</Text>",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        LongestMatchMilliseconds
    )]
    private static partial Regex Text();

    [GeneratedRegex("eventcode=\"(?<code>[0-9]{2}[^\"]*)\"", RegexOptions.ExplicitCapture, LongestMatchMilliseconds)]
    private static partial Regex Code();

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, LongestMatchMilliseconds)]
    private static partial Regex Spaces();
}
