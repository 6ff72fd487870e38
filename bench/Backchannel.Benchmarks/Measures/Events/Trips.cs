using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Backchannel.Benchmarks.Measures.Events;

/// <summary>
/// Trips of presidents and secretaries of state, with remarks such as "Met with President A and Prime Minister B.": read with the traveller's name
/// before them, they must give those participants and no others. What the remark names is cut out of it only where it is nothing but a list of
/// titles and names.
/// </summary>
internal static partial class Trips
{
    private const int LongestMatchMilliseconds = 10_000;

    private const string Set = "events/travels";

    public static IEnumerable<Score> Run(MeasureOptions options, string folder)
    {
        var pipeline = new Pipeline(options.Packs);
        var counts = new Counts();
        var dates = new Counts();
        var places = new Counts();
        var remarks = 0;
        foreach (
            var file in Directory.GetFiles(folder, "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        )
        {
            foreach (var trip in XDocument.Load(file).Descendants("trip"))
            {
                var remark = Spaces().Replace((string?)trip.Element("remarks") ?? "", " ").Trim();
                if (
                    MetWith().Match(remark) is not { Success: true } met
                    || Participants(met) is not { Count: > 0 } gold
                )
                    continue;
                remarks++;
                var name = (string)trip.Element("name")!;
                var start = DateOnly.Parse((string)trip.Element("start-date")!, CultureInfo.InvariantCulture);
                var country = (string?)trip.Element("country") ?? "";
                var lead = string.Create(
                    CultureInfo.InvariantCulture,
                    $"On {start:MMMM d, yyyy}, in {(string?)trip.Element("locale") ?? country}, {name} m"
                );
                var text = lead + met.Value[1..];
                var findings = Reader.Read(pipeline, text, "en", start.AddDays(30));
                var contacts = findings.Contents.Where(content => content.Type?.Family == Family.Contact).ToList();
                var others = contacts
                    .SelectMany(content => content.Participants)
                    .Where(participant => participant.Role != Role.OnBehalfOf)
                    .Select(participant => participant.Span)
                    .Where(span => span.Start >= lead.Length)
                    .Distinct()
                    .ToList();
                var spans = gold.ConvertAll(span => new Span(span.Start + lead.Length - 1, span.Length));
                var hits = spans.Count(span => others.Exists(span.Overlaps));
                counts.Hits += hits;
                counts.Misses += spans.Count - hits;
                counts.FalseAlarms += others.Count(span => !spans.Exists(span.Overlaps));
                if (hits < spans.Count && options.Errors > 0)
                    Console.Error.WriteLine($"{hits} of {spans.Count}: {text}");
                var dated = contacts.Exists(content =>
                    content.Moment is { } moment && findings.Moments[moment].When == Interval.Day(start)
                );
                dates.Hits += dated ? 1 : 0;
                dates.Misses += dated ? 0 : 1;
                var placed = contacts.Exists(content =>
                    content.Place is not null || content.Participants.Any(participant => participant.Role == Role.Host)
                );
                places.Hits += placed ? 1 : 0;
                places.Misses += placed ? 0 : 1;
            }
        }
        yield return new("events", Set, "all", $"participants, P ({remarks} remarks)", counts.Precision, Must: 0.90);
        yield return new("events", Set, "all", "participants, R", counts.Recall, Must: 0.80);
        yield return new("events", Set, "all", "dated to the day", dates.Recall);
        yield return new("events", Set, "all", "with a place", places.Recall);
    }

    /// <summary>The spans of titles with names; empty where the list holds anything else.</summary>
    private static List<Span> Participants(Match met)
    {
        var list = met.Groups["list"];
        var spans = new List<Span>();
        var at = 0;
        foreach (var piece in Separators().Split(list.Value))
        {
            var start = list.Value.IndexOf(piece, at, StringComparison.Ordinal);
            at = start + piece.Length;
            if (!TitleAndName().IsMatch(piece))
                return [];
            spans.Add(new(list.Index + start, piece.Length));
        }
        return spans;
    }

    [GeneratedRegex(@"^Met with (?<list>[^.;:()]+)\.", RegexOptions.ExplicitCapture, LongestMatchMilliseconds)]
    private static partial Regex MetWith();

    [GeneratedRegex(@",? and |, ", RegexOptions.ExplicitCapture, LongestMatchMilliseconds)]
    private static partial Regex Separators();

    /// <summary>A title of one person in capitals, then two words of a name or more; particles are small.</summary>
    [GeneratedRegex(
        @"^(?:the )?(?:President|Prime Minister|Foreign Minister|King|Queen|Chancellor|Premier|Emperor|Sultan|Crown Prince|Prince|Chairman|Secretary General|Minister|Ambassador|General)(?: (?:\p{Lu}[\p{L}'’-]+|al|bin|ibn|de|da|dos|von|van|el|ben|abd)){2,6}$",
        RegexOptions.ExplicitCapture,
        LongestMatchMilliseconds
    )]
    private static partial Regex TitleAndName();

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, LongestMatchMilliseconds)]
    private static partial Regex Spaces();
}
