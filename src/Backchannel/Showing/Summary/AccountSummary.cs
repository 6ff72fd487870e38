using System.Collections.Immutable;
using System.Globalization;
using Backchannel.Showing.Rows;

namespace Backchannel.Showing.Summary;

/// <summary>
/// The account in sentences, as an analyst would write them down: what was read, the contacts and how they stand, what is only planned, who
/// changed their account, what is demanded, done and supported. Derived from the claims alone; it adds nothing of its own.
/// </summary>
public static class AccountSummary
{
    /// <summary>Sentences under one heading; the ledger holds the rest.</summary>
    private const int MostSentences = 8;

    /// <param name="name">How the screen at hand writes a name among others, so that scripts of two directions stay apart.</param>
    public static ImmutableArray<SummarySection> Of(Archive archive, Func<string, string> name)
    {
        ArgumentNullException.ThrowIfNull(archive);
        var sentences = new ClaimSentence(archive, name);
        var contacts = Ledger.ByWeight(archive, new() { Family = Family.Contact });
        var happened = contacts.Where(claim => !IsPlan(claim) && !IsDenied(claim));
        return
        [
            .. new[]
            {
                new SummarySection("What was read", [Counts(archive)]),
                Section("Contacts", happened, sentences.Contact),
                Section("Denied, and affirmed by nobody", contacts.Where(IsDenied), sentences.Contact),
                Section("Planned, not held", contacts.Where(IsPlan), sentences.Contact),
                Changed(archive, sentences, name),
                Section("Demands, offers, conditions", Claims(archive, Family.Bargain), sentences.Act),
                Section("Pressure", Claims(archive, Family.Pressure), sentences.Act),
                Section("Positions", Claims(archive, Family.Position), sentences.Act),
            }.Where(section => !section.Sentences.IsEmpty),
        ];
    }

    private static bool IsPlan(Claim claim) =>
        claim.Status is Status.Planned or Status.Proposed or Status.Refused or Status.Cancelled or Status.Hypothetical;

    private static bool IsDenied(Claim claim) => claim.Standing == Standing.Denied && !IsPlan(claim);

    private static ImmutableArray<Claim> Claims(Archive archive, Family family) =>
        Ledger.ByWeight(archive, new() { Family = family });

    private static SummarySection Section(string title, IEnumerable<Claim> claims, Func<Claim, string> say)
    {
        var all = claims.ToList();
        var sentences = all.Take(MostSentences)
            .Select(claim => new SummarySentence(say(claim), [claim.Id]))
            .ToImmutableArray();
        return all.Count > MostSentences
            ? new(
                title,
                sentences.Add(
                    new(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{all.Count - MostSentences} more of these stand in the ledger."
                        ),
                        []
                    )
                )
            )
            : new(title, sentences);
    }

    private static SummarySection Changed(Archive archive, ClaimSentence sentences, Func<string, string> name) =>
        new(
            "Changed accounts",
            [
                .. Ledger
                    .Changed(archive)
                    .Select(change => new SummarySentence(
                        $"{name(change.Who.Name)} has both affirmed and denied this: {sentences.What(change.Claim)}.",
                        [change.Claim.Id]
                    )),
            ]
        );

    private static SummarySentence Counts(Archive archive)
    {
        var readings = archive.Readings;
        var languages = readings
            .Select(reading => reading.Findings.Language)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Count();
        var dated = readings
            .Select(reading => reading.Document.Published)
            .Where(published => !published.IsUnknown)
            .ToList();
        var undated = readings.Length - dated.Count;
        var span =
            dated.Count == 0
                ? ""
                : $", published {Phrase.Days(new(dated.Min(each => each.From ?? each.To), dated.Max(each => each.To ?? each.From)))}";
        var copies = archive.Changes.Copies.Select(copy => copy.Document).Distinct().Count();
        var claims = archive.Changes.Claims;
        var origins = claims.SelectMany(claim => claim.Origins).Distinct().Count();
        return new(
            $"{Count(readings.Length, "document")} in {Count(languages, "language")}{span}"
                + (undated > 0 && dated.Count > 0 ? $"; {Count(undated, "document")} without a date" : "")
                + (copies > 0 ? $"; {Count(copies, "document")} copied from another" : "")
                + $". They make {Count(claims.Length, "claim")}, which rest on {Count(origins, "independent origin")}.",
            []
        );
    }

    internal static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {noun}{(number == 1 ? "" : "s")}");
}
