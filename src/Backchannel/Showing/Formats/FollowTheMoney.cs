using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Backchannel.Showing.Rows;

namespace Backchannel.Showing.Formats;

/// <summary>
/// FollowTheMoney entities as JSON lines. What a party confirms and what did happen is an Event; every other claim is a Note about those it
/// names, which nobody takes for an event. Each statement is a Documentation that leads from its article to the claim.
/// </summary>
public static class FollowTheMoney
{
    public static void Write(Archive archive, Stream output)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(output);
        foreach (var reading in archive.Readings)
            Line(output, Article(reading));
        foreach (var actor in archive.Changes.Actors)
        {
            Line(output, Of(archive, actor));
            if (ActsFor(archive, actor) is { } entity)
                Line(output, entity);
        }
        foreach (var claim in Ledger.ByTime(archive, ClaimFilter.Everything))
        {
            Line(output, IsEvent(archive, claim) ? Event(archive, claim) : Note(archive, claim));
            foreach (var said in archive.Said(claim))
                Line(output, Documentation(claim, archive, said));
        }
        foreach (var mention in archive.Changes.Actors.SelectMany(actor => Mentions(archive, actor)))
            Line(output, mention);
    }

    /// <summary>Confirmed by a party, affirmed, and held or going on: the rest of what is claimed is no event here.</summary>
    public static bool IsEvent(Archive archive, Claim claim)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(claim);
        return claim.Standing == Standing.Confirmed
            && claim.Status is Status.Held or Status.Ongoing
            && archive.PolarityOf(claim) == Polarity.Affirmed;
    }

    private static Entity Article(DocumentReading reading)
    {
        var document = reading.Document;
        return new Entity(document.Id.Value, "Article")
            .With("name", document.Title ?? document.Path)
            .With("title", document.Title)
            .With("fileName", document.Path)
            .With("publisher", document.Outlet)
            .With("sourceUrl", Web(document.Url))
            .With("language", Language(reading.Findings.Language))
            .With("publishedAt", Date(document.Published));
    }

    private static Entity Of(Archive archive, Actor actor)
    {
        var entity = new Entity(actor.Id.Value, SchemaOf(archive, actor))
            .With("name", actor.Name)
            .With("country", Country.Of(archive, actor)?.Alpha2.ToLowerInvariant());
        foreach (var name in actor.Names.Select(name => name.Text).Where(name => name != actor.Name))
            entity = entity.With("alias", name);
        foreach (var role in actor.Roles)
            entity = entity.With(actor.Type == ActorType.Person ? "position" : "description", role.Text);
        return actor.Type == ActorType.Place ? entity.With("full", actor.Name) : entity;
    }

    /// <summary>A description of several is no organisation; a place takes part in nothing.</summary>
    private static string SchemaOf(Archive archive, Actor actor) =>
        actor.Type switch
        {
            ActorType.Person => "Person",
            ActorType.State => "PublicBody",
            ActorType.Place => "Address",
            ActorType.Office or ActorType.Body when Country.Of(archive, actor) is not null => "PublicBody",
            ActorType.Body or ActorType.Outlet or ActorType.Agency => "Organization",
            ActorType.Group when actor.IsNamed => "Organization",
            _ => "LegalEntity",
        };

    private static Entity? ActsFor(Archive archive, Actor actor) =>
        actor.ActsFor is { } side && Party(archive, actor.Id) == actor.Id && Party(archive, side) == side
            ? new Entity(Hash.Id('r', actor.Id.Value, side.Value), "Representation")
                .With("agent", actor.Id.Value)
                .With("client", side.Value)
                .With("role", "acts for")
            : null;

    private static Entity Event(Archive archive, Claim claim)
    {
        var entity = About(archive, claim, new(claim.Id.Value, ContentType.FollowTheMoney), "involved")
            .With("location", claim.Place is { } place ? archive.Actors[place].Name : null);
        return Date(claim.When) is { } date
            ? entity.With("date", date)
            : entity.With("startDate", Iso(claim.When.From)).With("endDate", Iso(claim.When.To));
    }

    private static Entity Note(Archive archive, Claim claim) =>
        About(archive, claim, new(claim.Id.Value, "Note"), "entity");

    private static Entity About(Archive archive, Claim claim, Entity entity, string parties)
    {
        var phrase = new Phrase(archive, name => name);
        var said = archive.Said(claim).ToList();
        var when = phrase.When(claim);
        var isEvent = parties == "involved";
        entity = entity
            .With("name", isEvent ? phrase.Of(claim) : How(claim) + phrase.Of(claim))
            .With("summary", said.Count > 0 ? said[0].Evidence : null)
            .With(
                "description",
                $"Standing: {Words.Of(claim.Standing)}. Status: {Words.Of(claim.Status)}. {Words.Of(archive.PolarityOf(claim))}. "
                    + $"Independent origins: {claim.Origins.Length.ToString(CultureInfo.InvariantCulture)}."
                    + (isEvent || when.Length == 0 ? "" : $" When: {when}.")
                    + Names(archive, " Through: ", claim, Role.Intermediary)
                    + Names(archive, " On behalf of: ", claim, Role.OnBehalfOf)
                    + Names(archive, " Confirmed by: ", claim.ConfirmedBy)
                    + Names(archive, " Denied by: ", claim.DeniedBy)
            )
            .With("keywords", claim.Type.Name);
        foreach (var id in claim.Participants.Where(each => each.Role != Role.Topic).Select(each => each.Actor))
            entity = entity.With(parties, Party(archive, id)?.Value);
        foreach (var document in claim.Documents)
            entity = entity.With("proof", document.Value);
        foreach (var url in claim.Documents.Select(id => archive.ById[id].Document.Url))
            entity = entity.With("sourceUrl", Web(url));
        return entity;
    }

    /// <summary>"disputed: " before what is claimed; a plan that is confirmed says itself that it is a plan.</summary>
    private static string How(Claim claim) =>
        claim.Standing == Standing.Confirmed ? "" : Words.Of(claim.Standing) + ": ";

    private static string Names(Archive archive, string before, Claim claim, Role role) =>
        Names(archive, before, claim.Participants.Where(each => each.Role == role).Select(each => each.Actor));

    private static string Names(Archive archive, string before, IEnumerable<ActorId> ids) =>
        string.Join(", ", ids.Select(id => archive.Actors[id].Name)) is { Length: > 0 } names
            ? $"{before}{names}."
            : "";

    private static Entity Documentation(Claim claim, Archive archive, Said said)
    {
        var document = said.Reading.Document;
        var spoken = said.Statement.Said is { } moment
            ? said.Reading.Findings.Moments[moment].When
            : document.Published;
        return new Entity(said.Id.Value, "Documentation")
            .With("document", document.Id.Value)
            .With("entity", claim.Id.Value)
            .With("role", Words.Of(said.Statement.Stance))
            .With("summary", said.Evidence)
            .With(
                "description",
                string.Join(" > ", said.Statement.Voices.Select(voice => SpokenVoice.Of(archive, said.Reading, voice)))
            )
            .With("date", Date(spoken))
            .With("sourceUrl", Web(document.Url));
    }

    private static IEnumerable<Entity> Mentions(Archive archive, Actor actor) =>
        actor
            .Figures.GroupBy(figure => figure.Document)
            .OrderBy(group => group.Key.Value, StringComparer.Ordinal)
            .Select(group =>
                group
                    .SelectMany(figure => archive.ById[figure.Document].Findings.Figures[figure.Figure].Names)
                    .Append(actor.Name)
                    .Distinct(StringComparer.Ordinal)
                    .Aggregate(
                        new Entity(Hash.Id('m', group.Key.Value, actor.Id.Value), "Mention")
                            .With("document", group.Key.Value)
                            .With("resolved", Party(archive, actor.Id) == actor.Id ? actor.Id.Value : null)
                            .With("detectedSchema", SchemaOf(archive, actor)),
                        (mention, name) => mention.With("name", name)
                    )
            );

    /// <summary>Who can take part: the actor, or the side that a place stands for ("Washington").</summary>
    private static ActorId? Party(Archive archive, ActorId id) =>
        archive.Actors[id] is { Type: ActorType.Place } place
            ? place.ActsFor is { } side && archive.Actors[side].Type != ActorType.Place
                ? side
                : null
            : id;

    private static string? Web(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.AbsoluteUri : null;

    /// <summary>The schema's languages have three letters.</summary>
    private static string? Language(string? code)
    {
        if (code is null)
            return null;
        try
        {
            var three = CultureInfo.GetCultureInfo(code).ThreeLetterISOLanguageName;
            return three is { Length: 3 } and not "ivl" ? three : null;
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }

    /// <summary>A day, month or year, which is all that one date of the schema holds; null for other intervals.</summary>
    private static string? Date(Interval when) =>
        Phrase.Days(when) is { Length: 4 or 7 or 10 } date && when is { From: not null, To: not null } ? date : null;

    private static string? Iso(DateOnly? day) => day is { } known ? Interval.Iso(known) : null;

    private static void Line(Stream output, Entity entity) =>
        JsonLines.Line(
            output,
            json =>
            {
                json.WriteString("id", entity.Id);
                json.WriteString("schema", entity.Schema);
                json.WriteStartObject("properties");
                foreach (var property in entity.Values.GroupBy(each => each.Name, StringComparer.Ordinal))
                    JsonLines.Strings(
                        json,
                        property.Key,
                        property.Select(each => each.Value).Distinct(StringComparer.Ordinal)
                    );
                json.WriteEndObject();
            }
        );

    private sealed record Entity(string Id, string Schema)
    {
        public ImmutableList<(string Name, string Value)> Values { get; private init; } = [];

        /// <summary>With one more value; an unknown or empty one is left out.</summary>
        public Entity With(string name, string? value) =>
            string.IsNullOrWhiteSpace(value) ? this : this with { Values = Values.Add((name, value)) };
    }
}
