using System.Globalization;
using System.Text.Json;

namespace Backchannel.Benchmarks.Measures;

/// <summary>The measures, each over its sets of data: <c>bench MEASURE [--data DIR] [--split NAME] [--set NAME] [--as json]</c>.</summary>
internal static class Measures
{
    private sealed record Set(
        string Measure,
        string Folder,
        string What,
        Func<MeasureOptions, string, IEnumerable<Score>> Run
    );

    private static readonly Set[] Sets =
    [
        new(
            "attribution",
            "attribution/polnear",
            "English: source, cue and content, exact",
            Attribution.PolNear.Attribution
        ),
        new(
            "attribution",
            "attribution/german-wikinews",
            "German: what is said, and by whom",
            Attribution.GermanWikinews.Run
        ),
        new("attribution", "attribution/adaq", "Russian: source, cue and content, by tokens", Attribution.Adaq.Run),
        new("attribution", "attribution/pud-reported", "six languages: who speaks", Attribution.PudReported.Run),
        new(
            "attribution-trained",
            "attribution/polnear",
            "English: the same, with a model trained on the train split in some minutes",
            Attribution.PolNearTrained.Run
        ),
        new(
            "quotations",
            "attribution/polnear",
            "English: direct quotations, compromise (npm) beside",
            Attribution.Quotations.PolNear
        ),
        new("copies", "stories", "five languages: copies planted among articles", Copies.Planted.Run),
        new("datings", "bulk-ar", "Arabic: when articles were written whose dates are hidden", Datings.Hidden.Arabic),
        new("datings", "stories/cltls-es", "Spanish: the same, among siblings", Datings.Hidden.Spanish),
        new(
            "copies",
            "stories/meantime",
            "English, Spanish: which article is which one's translation",
            Copies.Meantime.Run
        ),
        new("events", "events/travels", "English: whom travellers met with", Events.Trips.Run),
        new("events", "events/re3d", "English: who communicated with whom", Events.Re3d.Run),
        new("events", "events/plv", "English: what a marked source does to a marked target", Events.Plv.Run),
        new(
            "events",
            "events/universal-petrarch",
            "Spanish and English: events by PLOVER root",
            Events.UniversalPetrarch.Run
        ),
        new("events", "events/arabic-gsr", "Arabic: whether a sentence tells of an assault", Events.ArabicGsr.Run),
        new("moments", "time/timebank", "English, Spanish: times in news", Moments.Timexes.TimeBank),
        new("moments", "time/xltime-fr", "French: times in news", Moments.Timexes.French),
        new("moments", "time/krauts", "German: times in news", Moments.Timexes.German),
        new("moments", "time/wikiwars-ua", "Ukrainian: times in histories", Moments.Timexes.Ukrainian),
        new(
            "moments",
            "time/recognizers-specs",
            "seven languages: times in what users ask assistants",
            Moments.Timexes.Recognizers
        ),
        new(
            "moments",
            "labels/moments",
            "Arabic, Icelandic, Russian, Turkish, Chinese: times in our own sentences",
            Moments.Timexes.Press
        ),
        new("origins", "labels/origins", "seven languages: who has it from whom, generated", Origins.Generated.Run),
        new(
            "stories",
            "stories/ecbplus",
            "English: articles on events that are hard to tell apart",
            Stories.EcbPlus.Run
        ),
        new("names", "names/ep_pairs", "one person's name in two scripts, or two people's", Names.EpPairs.Run),
        new(
            "names-retrieval",
            "names/ep_pairs",
            "one person among thousands, by a name in another script; speed",
            Names.Retrieval.Run
        ),
        new(
            "names",
            "names/pud_en",
            "English, Icelandic, Arabic: one person's name, inflected or with clitics",
            Names.PudNames.Run
        ),
        new("names", "names/uner", "English, German: which persons sentences name", Names.Uner.Run),
        new("names", "names/name_bench", "names of people and companies, with near misses", Names.NameBench.Run),
    ];

    /// <summary>Whether there is a measure of that name.</summary>
    public static bool Has(string measure) => Sets.Any(set => set.Measure == measure);

    /// <summary>Says what there is to measure.</summary>
    public static int List()
    {
        foreach (var set in Sets)
            Console.WriteLine($"{set.Measure, -14} {set.Folder, -34} {set.What}");
        return 0;
    }

    /// <summary>Runs a measure over those of its sets that are there, and prints each figure as soon as it is known.</summary>
    /// <returns>0 where every floor holds, 1 where one does not or no set was there, 64 for an option that is not known.</returns>
    public static int Run(string measure, IReadOnlyList<string> arguments)
    {
        MeasureOptions options;
        try
        {
            options = MeasureOptions.Parse(arguments);
        }
        catch (FormatException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return 64;
        }
        var (holds, ran) = (true, false);
        foreach (var set in Sets.Where(set => set.Measure == measure))
        {
            if (options.Folder(set.Folder) is not { } folder)
            {
                Console.Error.WriteLine($"{set.Folder}: not below {options.Data}, or not asked for; left out.");
                continue;
            }
            ran = true;
            foreach (var score in set.Run(options, folder))
            {
                Print(score, options.Json);
                holds &= score.Holds ?? true;
            }
        }
        return ran && holds ? 0 : 1;
    }

    private static void Print(Score score, bool json)
    {
        if (json)
        {
            Console.WriteLine(
                JsonSerializer.Serialize(
                    new
                    {
                        measure = score.Measure,
                        set = score.Set,
                        split = score.Split,
                        metric = score.Metric,
                        value = Math.Round(score.Value, 4),
                        peer = score.Peer,
                        peer_value = score.PeerValue,
                        must = score.Must,
                    }
                )
            );
            return;
        }
        var peer = score.PeerValue is { } value ? $"{score.Peer} {Figure(value)}" : "";
        var must = score.Must is { } floor ? $"must {Figure(floor)} {(score.Holds == true ? "holds" : "MISSED")}" : "";
        Console.WriteLine(
            $"{score.Set, -30} {score.Split, -6} {score.Metric, -44} {Figure(score.Value), 6}  {must, -18} {peer}".TrimEnd()
        );
    }

    private static string Figure(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
