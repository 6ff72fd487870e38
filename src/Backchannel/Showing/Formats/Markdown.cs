using System.Collections.Immutable;
using System.Text;
using Backchannel.Showing.Rows;
using Backchannel.Showing.Summary;

namespace Backchannel.Showing.Formats;

/// <summary>
/// A report to read, and to send on: the account in sentences, then every claim with how it stands, on whose word, and the sentences it rests on
/// in their own language, then what could not be read. Text of articles is shown as text, whatever marks it holds.
/// </summary>
public sealed class Markdown
{
    private static readonly (Family Family, string Title)[] Families =
    [
        (Family.Contact, "Contacts"),
        (Family.Bargain, "Demands, offers, conditions"),
        (Family.Pressure, "Pressure"),
        (Family.Position, "Positions"),
    ];

    private readonly Archive _archive;
    private readonly Phrase _phrase;
    private readonly ShortIds _ids;
    private readonly StringBuilder _text = new();

    private Markdown(Archive archive)
    {
        _archive = archive;
        _phrase = new(archive, MarkdownText.Name);
        _ids = new(archive.AllIds);
    }

    public static void Write(Archive archive, Stream output)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(output);
        var report = new Markdown(archive);
        report.Summary();
        foreach (var (family, title) in Families)
            report.Claims(family, title);
        report.Articles();
        report.Problems();
        output.Write(Encoding.UTF8.GetBytes(report._text.ToString()));
    }

    private void Summary()
    {
        Line("# Account");
        Line("");
        Line(
            "What the articles below say, and who says so. Outlets are counted, independent origins are what counts. `backchannel why ID` shows the reasons behind any id."
        );
        foreach (var section in AccountSummary.Of(_archive, MarkdownText.Name))
        {
            Line("");
            Line($"## {section.Title}");
            Line("");
            foreach (var sentence in section.Sentences)
                Line($"- {sentence.Text}{string.Concat(sentence.Claims.Select(id => ' ' + Link(id.Value)))}");
        }
    }

    private void Claims(Family family, string title)
    {
        var claims = Ledger.ByTime(_archive, new() { Family = family });
        if (claims.IsEmpty)
            return;
        Line("");
        Line($"## Ledger: {title}");
        foreach (var claim in claims)
            Claim(claim);
    }

    private void Claim(Claim claim)
    {
        var row = ClaimRow.Of(_archive, claim);
        Line("");
        Line($"<a id=\"{claim.Id}\"></a>");
        Line("");
        Line(
            $"### {(_phrase.When(claim) is { Length: > 0 } when ? when : "undated")} · {(claim.Standing is Standing.Denied or Standing.Withdrawn ? Words.Of(claim.Standing) + ' ' : "")}{_phrase.Of(claim)}"
        );
        Line("");
        Line($"- **{How(claim, row)}** `{_ids.Of(claim.Id.Value)}`");
        Line($"- On the word of: {Origins(claim)}");
        Line($"- Carried by: {And(_archive.Outlets(claim).Select(MarkdownText.Name))}");
        if (claim.Type.Family == Family.Contact)
            Who("Confirmed by", claim.ConfirmedBy);
        Who("Denied by", claim.DeniedBy);
        Who("Would not comment", claim.DeclinedBy);
        Who("On behalf of", claim.Participants.Where(each => each.Role == Role.OnBehalfOf).Select(each => each.Actor));
        if (!row.DateWords.IsEmpty)
            Line($"- Dated by the words {And(row.DateWords.Select(words => MarkdownText.Name($"“{words}”")))}");
        if (!claim.Said.IsUnknown)
            Line($"- Said {Phrase.Days(claim.Said)}");
        foreach (var said in _archive.Said(claim))
            Quote(said);
    }

    private static string How(Claim claim, ClaimRow row)
    {
        // Whoever demands or accuses says so in doing it: that confirms nothing.
        var standing =
            claim.Standing == Standing.Confirmed && claim.Type.Family == Family.Contact ? "confirmed by a party"
            : claim.Standing == Standing.Confirmed ? "said by who does it"
            : row.Standing;
        var status =
            claim.Status is Status.Held ? "" : $", {(claim.Status == Status.Unknown ? "status unknown" : row.Status)}";
        return $"{char.ToUpperInvariant(standing[0])}{standing[1..]}{status}{(row.Polarity == "negated" ? ", said not to be so" : "")}";
    }

    private string Origins(Claim claim) =>
        claim.Origins.IsEmpty
            ? "nobody on record"
            : $"{AccountSummary.Count(claim.Origins.Length, "independent origin")}: "
                + string.Join(
                    "; ",
                    claim.Origins.Select(id => MarkdownText.Name(Phrase.Cut(_archive.Origins[id].Description)))
                );

    private void Who(string what, IEnumerable<ActorId> ids)
    {
        if (ids.Select(_phrase.Name).ToList() is { Count: > 0 } names)
            Line($"- {what}: {And(names)}");
    }

    private void Quote(Said said)
    {
        var document = said.Reading.Document;
        var voices = said
            .Statement.Voices.Select(voice => SpokenVoice.Of(_archive, said.Reading, voice).Name)
            .OfType<string>()
            .Select(name => MarkdownText.Name(Phrase.Cut(name)));
        Line("");
        Line($"> “{MarkdownText.Name(said.Evidence)}”");
        Line(">");
        Line(
            $"> — {string.Join(" › ", voices.Prepend($"*{Words.Of(said.Statement.Stance)}*"))}; {Source(said.Reading)}, {Phrase.Published(said.Reading)} `{_ids.Of(said.Id.Value)}`"
        );

        string Source(DocumentReading reading)
        {
            var title = MarkdownText.Name(document.Title ?? reading.Document.Path);
            return MarkdownText.Web(document.Url) is { } url ? $"[{title}](<{url}>)" : title;
        }
    }

    private void Articles()
    {
        Line("");
        Line("## Articles");
        Line("");
        foreach (var reading in _archive.Readings)
        {
            var document = reading.Document;
            var parts = new[]
            {
                document.Outlet,
                document.Title,
                document.Path == document.Title ? null : document.Path,
            }
                .OfType<string>()
                .Select(MarkdownText.Name);
            Line($"- {Phrase.Published(reading)} · {string.Join(" · ", parts)} `{_ids.Of(document.Id.Value)}`");
            foreach (var copy in _archive.Changes.Copies.Where(copy => copy.Document == document.Id))
                Line($"  - {Share(copy)} of it stands in {MarkdownText.Name(_archive.ById[copy.Of].Document.Path)}");
        }
    }

    private static string Share(Copy copy) =>
        copy.Share.ToString("0%", System.Globalization.CultureInfo.InvariantCulture);

    private void Problems()
    {
        if (_archive.Problems.IsEmpty)
            return;
        Line("");
        Line("## Problems");
        Line("");
        foreach (var problem in _archive.Problems)
            Line($"- {MarkdownText.Name(problem.Where)}: {MarkdownText.Name(problem.What)}");
    }

    private static string Link(string id) => $"[↓](#{id})";

    private static string And(IEnumerable<string> names) => string.Join(", ", names);

    private void Line(string line) => _text.Append(line).Append('\n');
}
