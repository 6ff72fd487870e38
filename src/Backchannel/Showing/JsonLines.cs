using System.Text.Encodings.Web;
using System.Text.Json;
using Backchannel.Showing.Rows;

namespace Backchannel.Showing;

/// <summary>
/// The export contract: UTF-8, one object a line, stable order, keys in snake_case, absent means unknown. Described in docs/export.md.
/// </summary>
public static class JsonLines
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Archive archive, Stream output)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(output);
        foreach (var reading in archive.Readings)
            Line(output, json => WriteDocument(json, reading));
        foreach (var actor in archive.Changes.Actors)
            Line(output, json => WriteActor(json, actor));
        foreach (var reading in archive.Readings)
        {
            for (var s = 0; s < reading.Findings.Statements.Length; s++)
            {
                var index = s;
                Line(output, json => WriteStatement(json, archive, reading, index));
            }
        }
        foreach (var claim in archive.Changes.Claims)
            Line(output, json => ClaimLines.Write(json, archive, claim));
        foreach (var origin in archive.Changes.Origins)
            Line(output, json => WriteOrigin(json, origin));
        foreach (var copy in archive.Changes.Copies)
            Line(output, json => WriteCopy(json, copy));
        foreach (var story in archive.Changes.Stories)
            Line(output, json => WriteStory(json, story));
        foreach (var judgement in archive.Judgements)
            Line(output, json => JudgementLines.Write(judgement, json));
        var documents = archive
            .Readings.DistinctBy(reading => reading.Document.Path, StringComparer.Ordinal)
            .ToDictionary(reading => reading.Document.Path, reading => reading.Document.Id, StringComparer.Ordinal);
        foreach (var problem in archive.Problems)
            Line(output, json => WriteProblem(json, problem, documents));
    }

    /// <summary>The one line of a thing, by its id, without its end: of a document, actor, statement, claim, origin, copy or story.</summary>
    public static string Line(Archive archive, string id)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentException.ThrowIfNullOrEmpty(id);
        using var line = new MemoryStream();
        // The letter an id begins with tells its kind.
        Line(
            line,
            id[0] switch
            {
                'd' => json => WriteDocument(json, archive.ById[new(id)]),
                'a' => json => WriteActor(json, archive.Actors[new(id)]),
                's' => json =>
                    WriteStatement(
                        json,
                        archive,
                        archive[new StatementId(id)].Reading,
                        archive.Statements[new(id)].Statement
                    ),
                'c' => json => ClaimLines.Write(json, archive, archive.Claims[new(id)]),
                'o' => json => WriteOrigin(json, archive.Origins[new(id)]),
                't' => json => WriteStory(json, archive.Changes.Stories.First(story => story.Id.Value == id)),
                _ => json => WriteCopy(json, archive.Changes.Copies.First(copy => copy.Id.Value == id)),
            }
        );
        return System.Text.Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length - 1);
    }

    internal static void Line(Stream output, Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    private static void WriteDocument(Utf8JsonWriter json, DocumentReading reading)
    {
        var document = reading.Document;
        json.WriteString("kind", "document");
        json.WriteString("id", document.Id.Value);
        json.WriteString("path", document.Path);
        Optional(json, "language", reading.Findings.Language);
        if (!document.Published.IsUnknown)
        {
            json.WriteStartObject("published");
            Days(json, document.Published);
            json.WriteString("basis", document.PublishedBasis);
            json.WriteEndObject();
        }
        else if (reading.Findings.Dating is { When.IsUnknown: false } dating)
        {
            json.WriteStartObject("published");
            Days(json, dating.When);
            json.WriteString("basis", "inferred");
            json.WriteString("reason", dating.Reason);
            json.WriteEndObject();
        }
        Optional(json, "outlet", document.Outlet);
        Optional(json, "title", document.Title);
        Optional(json, "url", document.Url);
        json.WriteStartArray("passages");
        foreach (var passage in reading.Findings.Passages)
        {
            json.WriteStartObject();
            json.WriteString("kind", Words.Of(passage.Kind));
            json.WriteNumber("start", passage.Span.Start);
            json.WriteNumber("length", passage.Span.Length);
            Optional(json, "reason", passage.Reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteActor(Utf8JsonWriter json, Actor actor)
    {
        json.WriteString("kind", "actor");
        json.WriteString("id", actor.Id.Value);
        json.WriteString("name", actor.Name);
        json.WriteString("type", Words.Of(actor.Type));
        json.WriteBoolean("named", actor.IsNamed);
        Optional(json, "known", actor.Known);
        if (actor.ActsFor is { } side)
            json.WriteString("acts_for", side.Value);
        json.WriteStartArray("names");
        foreach (var name in actor.Names)
        {
            json.WriteStartObject();
            json.WriteString("text", name.Text);
            json.WriteString("language", name.Language);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("roles");
        foreach (var role in actor.Roles)
        {
            json.WriteStartObject();
            json.WriteString("text", role.Text);
            Days(json, role.Said);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Strings(json, "reasons", actor.Reasons);
    }

    private static void WriteStatement(Utf8JsonWriter json, Archive archive, DocumentReading reading, int index)
    {
        var statement = reading.Findings.Statements[index];
        var id = reading.StatementId(index);
        json.WriteString("kind", "statement");
        json.WriteString("id", id.Value);
        json.WriteString("document", reading.Document.Id.Value);
        json.WriteStartObject("evidence");
        WriteSpan(json, statement.Evidence);
        json.WriteString("text", statement.Evidence.Of(reading.Document.Text));
        json.WriteEndObject();
        if (archive.Changes.ClaimOf.TryGetValue(id, out var claim))
            json.WriteString("claim", claim.Value);
        if (archive.Changes.OriginOf.TryGetValue(id, out var origin))
            json.WriteString("origin", origin.Value);
        json.WriteStartArray("voices");
        foreach (var voice in statement.Voices)
            WriteVoice(json, archive, reading, voice);
        json.WriteEndArray();
        json.WriteString("stance", Words.Of(statement.Stance));
        if (statement.Said is { } said)
            WriteMoment(json, "said", reading, said);
        WriteContent(json, archive, reading, reading.Findings.Contents[statement.Content]);
        json.WriteString("why", statement.Why);
    }

    private static void WriteVoice(Utf8JsonWriter json, Archive archive, DocumentReading reading, Voice voice)
    {
        json.WriteStartObject();
        json.WriteString("role", Words.Of(voice.Role));
        if (voice.Figure is { } figure)
        {
            var actor = archive.ActorOf(reading.Document.Id, figure);
            json.WriteString("actor", actor.Id.Value);
            json.WriteString(actor.IsNamed ? "name" : "description", actor.Name);
        }
        else
            Optional(json, "name", voice.Name);
        if (voice.Span is { } span)
        {
            json.WriteString("mention", span.Of(reading.Document.Text));
            json.WriteStartObject("span");
            WriteSpan(json, span);
            json.WriteEndObject();
        }
        json.WriteBoolean("anonymous", voice.IsAnonymous);
        json.WriteEndObject();
    }

    private static void WriteContent(Utf8JsonWriter json, Archive archive, DocumentReading reading, Content content)
    {
        json.WriteStartObject("content");
        if (content.Type is { } type)
        {
            json.WriteString("family", Words.Of(type.Family));
            json.WriteString("type", type.Name);
            json.WriteString("polarity", Words.Of(content.Polarity));
            json.WriteString("status", Words.Of(content.Status));
            if (content.Secret is { } secret)
                json.WriteBoolean("secret", secret);
            if (content.Channel != Channel.Unknown)
                json.WriteString("channel", Words.Of(content.Channel));
        }
        json.WriteString("text", content.Span.Of(reading.Document.Text));
        json.WriteStartObject("span");
        WriteSpan(json, content.Span);
        json.WriteEndObject();
        if (content.Participants.Length > 0)
        {
            json.WriteStartArray("participants");
            foreach (var participant in content.Participants)
                WriteParticipant(json, archive, reading, participant, withRole: true);
            json.WriteEndArray();
        }
        if (content.Moment is { } moment)
            WriteMoment(json, "date", reading, moment);
        else if (content.Bound(reading.Document.Published) is { IsUnknown: false } bound)
        {
            json.WriteStartObject("date");
            Days(json, bound);
            json.WriteString("precision", "open");
            json.WriteString("basis", Words.Of(MomentBasis.Publication));
            json.WriteEndObject();
        }
        if (content.Place is { } place)
        {
            json.WritePropertyName("place");
            WriteParticipant(json, archive, reading, place, withRole: false);
        }
        if (content.CarriedFrom is { } carried)
        {
            json.WriteStartObject("carried_from");
            WriteSpan(json, carried);
            json.WriteEndObject();
        }
        json.WriteString("why", content.Why);
        json.WriteEndObject();
    }

    private static void WriteParticipant(
        Utf8JsonWriter json,
        Archive archive,
        DocumentReading reading,
        Participant participant,
        bool withRole
    )
    {
        json.WriteStartObject();
        if (withRole)
            json.WriteString("role", Words.Of(participant.Role));
        var actor = archive.ActorOf(reading.Document.Id, participant.Figure);
        json.WriteString("actor", actor.Id.Value);
        json.WriteString("name", actor.Name);
        json.WriteString("mention", participant.Span.Of(reading.Document.Text));
        json.WriteStartObject("span");
        WriteSpan(json, participant.Span);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteMoment(Utf8JsonWriter json, string name, DocumentReading reading, int index)
    {
        var moment = reading.Findings.Moments[index];
        json.WriteStartObject(name);
        Days(json, moment.When);
        json.WriteString("precision", Words.Of(moment.Precision));
        json.WriteString("text", moment.Span.Of(reading.Document.Text));
        json.WriteString("basis", Words.Of(moment.Basis));
        json.WriteString("timex", moment.Value);
        if (moment.Calendar != CalendarSystem.Gregorian)
            json.WriteString("calendar", Words.Of(moment.Calendar));
        json.WriteEndObject();
    }

    private static void WriteOrigin(Utf8JsonWriter json, Origin origin)
    {
        json.WriteString("kind", "origin");
        json.WriteString("id", origin.Id.Value);
        if (origin.Actor is { } actor)
            json.WriteString("actor", actor.Value);
        json.WriteString("description", origin.Description);
        json.WriteBoolean("anonymous", origin.IsAnonymous);
        Strings(json, "documents", origin.Documents.Select(id => id.Value));
        json.WriteString("reason", origin.Reason);
    }

    private static void WriteCopy(Utf8JsonWriter json, Copy copy)
    {
        json.WriteString("kind", "copy");
        json.WriteString("id", copy.Id.Value);
        json.WriteString("of", copy.Of.Value);
        json.WriteString("document", copy.Document.Value);
        json.WriteNumber("share", copy.Share);
        json.WriteNumber("share_of", copy.ShareOf);
        json.WriteStartArray("spans");
        foreach (var passage in copy.Passages)
        {
            json.WriteStartObject();
            WriteSpan(json, passage.Document);
            json.WriteStartObject("of");
            WriteSpan(json, passage.Of);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteString("reason", copy.Reason);
    }

    private static void WriteStory(Utf8JsonWriter json, Story story)
    {
        json.WriteString("kind", "story");
        json.WriteString("id", story.Id.Value);
        json.WriteString("title", story.Title);
        Strings(json, "documents", story.Documents.Select(id => id.Value));
        Strings(json, "claims", story.Claims.Select(id => id.Value));
        if (story.Published.From is { } from)
            json.WriteString("from", Interval.Iso(from));
        if (story.Published.To is { } to)
            json.WriteString("to", Interval.Iso(to));
    }

    private static void WriteProblem(Utf8JsonWriter json, Problem problem, Dictionary<string, DocumentId> documents)
    {
        json.WriteString("kind", "problem");
        if (documents.TryGetValue(problem.Where, out var document))
            json.WriteString("document", document.Value);
        json.WriteString("what", problem.What);
        json.WriteString("where", problem.Where);
    }

    private static void WriteSpan(Utf8JsonWriter json, Span span)
    {
        json.WriteNumber("start", span.Start);
        json.WriteNumber("length", span.Length);
    }

    internal static void Days(Utf8JsonWriter json, Interval interval)
    {
        if (interval.From is { } from)
            json.WriteString("from", Interval.Iso(from));
        if (interval.To is { } to)
            json.WriteString("to", Interval.Iso(to));
    }

    internal static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    internal static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
