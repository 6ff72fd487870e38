using System.Globalization;
using System.Text;
using Backchannel.Showing;

namespace Backchannel.Notation;

/// <summary>
/// What linking decided as a short readable text: each claim with how it stands, on whose word, and every statement about it; the copies;
/// the stories; the actors whom no world list knows, with all their names. Ids, which change with the bytes, are left out.
/// </summary>
/// <example>
/// <code>
/// meeting, held, in person (Ana Lind; Karim Oduya) at Accra on 2031-03-03
///   disputed, denied by Karim Oduya
///   origin: An official, unnamed, in Harbour Wire
///   wire.txt: An official? : asserts
///   wire.txt: Oduya : denies
/// </code>
/// </example>
public static class ChangesNotation
{
    public static string Of(Archive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        var text = new StringBuilder();
        foreach (var claim in InOrderOfText(archive))
            Write(text, archive, claim);
        foreach (var copy in archive.Changes.Copies)
        {
            var share = copy.Share.ToString("P0", CultureInfo.InvariantCulture);
            Line(text, $"copy: {share} of {Path(archive, copy.Document)} stands in {Path(archive, copy.Of)}");
        }
        foreach (
            var story in archive
                .Changes.Stories.Select(story => Paths(archive, story.Documents))
                .Order(StringComparer.Ordinal)
        )
            Line(text, $"story: {story}");
        foreach (var reading in archive.Readings)
        {
            if (reading.Findings.Dating is { } dating)
                Line(text, $"inferred: {reading.Document.Path} written {dating.When}: {dating.Reason}");
        }
        foreach (
            var actor in archive
                .Changes.Actors.Where(actor => actor is { IsNamed: true, Known: null })
                .OrderBy(actor => actor.Name, StringComparer.Ordinal)
        )
            Line(
                text,
                $"{Words.Of(actor.Type)}: {string.Join(" = ", actor.Names.Select(name => name.Text).Prepend(actor.Name).Distinct(StringComparer.Ordinal))}"
            );
        return text.ToString();
    }

    private static IEnumerable<Claim> InOrderOfText(Archive archive) =>
        archive
            .Changes.Claims.Select(claim => (Claim: claim, First: archive.Statements[claim.Statements[0]]))
            .OrderBy(each => Path(archive, each.First.Document), StringComparer.Ordinal)
            .ThenBy(each => each.First.Statement)
            .Select(each => each.Claim);

    private static void Write(StringBuilder text, Archive archive, Claim claim)
    {
        text.Append(claim.Type.Name);
        if (claim.Status != Status.Unknown)
            text.Append(", ").Append(Words.Of(claim.Status));
        if (claim.Channel != Channel.Unknown)
            text.Append(", ").Append(Words.Of(claim.Channel));
        if (claim.Secret == true)
            text.Append(", secret");
        text.Append(" (")
            .AppendJoin(
                "; ",
                claim.Participants.Select(participant =>
                    participant.Role == Role.Party
                        ? Name(archive, participant.Actor)
                        : $"{Words.Of(participant.Role)} {Name(archive, participant.Actor)}"
                )
            )
            .Append(')');
        if (claim.Place is { } place)
            text.Append(" at ").Append(Name(archive, place));
        if (!claim.When.IsUnknown)
            text.Append(" on ").Append(claim.When);
        text.Append('\n');
        text.Append("  ").Append(Words.Of(claim.Standing));
        Named("confirmed by", claim.ConfirmedBy);
        Named("denied by", claim.DeniedBy);
        Named("no comment from", claim.DeclinedBy);
        text.Append('\n');
        foreach (
            var origin in claim.Origins.Select(id => archive.Origins[id].Description).Order(StringComparer.Ordinal)
        )
            Line(text, $"  origin: {origin}");
        // The first report alone is no history.
        foreach (var turn in claim.History.Length > 1 ? claim.History : [])
            Line(
                text,
                $"  {Interval.Iso(turn.Day)} {Words.Of(turn.Kind)}{(turn.By is { } by ? $" by {Name(archive, by)}" : "")}"
            );
        foreach (var said in archive.Said(claim))
            Line(
                text,
                $"  {said.Reading.Document.Path}: {FindingsNotation.Voices(said.Reading.Findings, said.Statement)} : {Words.Of(said.Statement.Stance)}"
            );

        void Named(string what, IReadOnlyCollection<ActorId> actors)
        {
            if (actors.Count > 0)
                text.Append(", ")
                    .Append(what)
                    .Append(' ')
                    .AppendJoin(" and ", actors.Select(actor => Name(archive, actor)));
        }
    }

    private static void Line(StringBuilder text, string line) => text.Append(line.ReplaceLineEndings(" ")).Append('\n');

    private static string Name(Archive archive, ActorId actor) => archive.Actors[actor].Name.ReplaceLineEndings(" ");

    private static string Path(Archive archive, DocumentId document) => archive.ById[document].Document.Path;

    private static string Paths(Archive archive, IEnumerable<DocumentId> documents) =>
        string.Join(", ", documents.Select(document => Path(archive, document)).Order(StringComparer.Ordinal));
}
