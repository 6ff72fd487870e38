using System.Collections.Immutable;
using System.Globalization;
using Backchannel.Cli.Terminal;
using Backchannel.Notation;
using Backchannel.Showing;
using Backchannel.Showing.Rows;
using Spectre.Console;

namespace Backchannel.Cli.Commands;

/// <summary>What stands behind one thing of an archive, printed: sentences in context, chains of voices, reasons.</summary>
internal sealed class Explanation(Archive archive)
{
    private readonly Phrase _phrase = new(archive, PlainText.Name);

    public void Print(string id)
    {
        // The letter an id begins with tells its kind.
        switch (id[0])
        {
            case 'd':
                Print(archive.ById[new(id)]);
                break;
            case 'a':
                Print(archive.Actors[new(id)]);
                break;
            case 'c':
                Print(archive.Claims[new(id)]);
                break;
            case 's':
                Print(archive[new StatementId(id)]);
                break;
            case 'o':
                Print(archive.Origins[new(id)]);
                break;
            case 't':
                Print(archive.Changes.Stories.First(story => story.Id.Value == id));
                break;
            default:
                Print(archive.Changes.Copies.First(copy => copy.Id.Value == id));
                break;
        }
    }

    private void Print(Claim claim)
    {
        Title($"claim {claim.Id}", _phrase.Of(claim));
        Line(
            $"standing: {Words.Of(claim.Standing)}; {Account.Count(claim.Origins.Length, "independent origin")} in {Account.Count(archive.Outlets(claim).Length, "outlet")}"
        );
        Named("when", _phrase.When(claim));
        Named("confirmed by", Names(claim.ConfirmedBy));
        Named("denied by", Names(claim.DeniedBy));
        Named("no comment from", Names(claim.DeclinedBy));
        Named("first said", Phrase.Days(claim.Said));
        List(
            "History",
            claim.History.Select(turn =>
                $"{Interval.Iso(turn.Day)}  {Words.Of(turn.Kind)}{(turn.By is { } by ? $" by {archive.Actors[by].Name}" : "")}{(turn.Other is { } other ? $": {other} {_phrase.Of(archive.Claims[other])}" : "")}  ({turn.Statement})"
            )
        );
        List("Taken as one because", claim.Reasons);
        Heading("Statements");
        foreach (var said in archive.Said(claim))
            PrintStatement(said);
        if (claim.Origins.IsEmpty)
            return;
        Heading("Origins");
        foreach (var origin in claim.Origins.Select(origin => archive.Origins[origin]))
            Line($"{origin.Id}  {PlainText.Name(origin.Description)}: {PlainText.Line(origin.Reason)}");
    }

    private void Print(Said said)
    {
        Title($"statement {said.Id}", said.Evidence);
        if (archive.Changes.ClaimOf.TryGetValue(said.Id, out var claim))
            Line($"claim: {claim}  {_phrase.Of(archive.Claims[claim])}");
        PrintStatement(said);
    }

    /// <summary>The sentence between its neighbours, then its notation, why it was found, and whose word it is in the end.</summary>
    private void PrintStatement(Said said)
    {
        var (document, findings) = (said.Reading.Document, said.Reading.Findings);
        Line("");
        Line($"{said.Id}  {Source(said.Reading)}");
        var sentences = findings.Sentences;
        var at = sentences.ToList().FindIndex(sentence => sentence.Contains(said.Statement.Evidence.Start));
        if (at > 0)
            Line("    " + Text(document, sentences[at - 1]));
        Bold("  > " + Text(document, at < 0 ? said.Statement.Evidence : sentences[at]));
        if (at >= 0 && at + 1 < sentences.Length)
            Line("    " + Text(document, sentences[at + 1]));
        if (said.Subject.CarriedFrom is { } carried)
            Named("  who takes part was said before", Text(document, carried));
        Line("  " + PlainText.Line(FindingsNotation.Of(document, findings, said.Statement)));
        if (said.Moment is { } moment)
            Line($"  dated by {PlainText.Name($"“{moment.Words}”")}, {Basis(moment.Moment)}");
        Named("  content by", ShortLine(said.Subject.Why));
        Named("  voices by", ShortLine(said.Statement.Why));
        if (archive.Changes.OriginOf.TryGetValue(said.Id, out var origin))
            Line($"  origin: {origin}  {PlainText.Name(archive.Origins[origin].Description)}");
    }

    /// <summary>"en/contacts.txt:22 'talk~n|contact~n|…'; with -> X": a pack line may list dozens of words, its number says which it is.</summary>
    internal static string ShortLine(string why)
    {
        var open = why.IndexOf('\'', StringComparison.Ordinal);
        var close = open < 0 ? -1 : why.IndexOf("';", open + 1, StringComparison.Ordinal);
        if (open >= 0 && close < 0)
            close = why.Length - 1;
        return close - open > LongestPhrase
            ? string.Concat(why.AsSpan(0, open + LongestPhrase), "…", why.AsSpan(close))
            : why;
    }

    private const int LongestPhrase = 40;

    private static string Basis(Moment moment) =>
        Counted(moment)
        + moment.Calendar switch
        {
            CalendarSystem.Gregorian => "",
            CalendarSystem.UmmAlQura =>
                ", by the calendar of Saudi Arabia; elsewhere it may be the day before or after",
            _ => $", by the {Words.Of(moment.Calendar)} calendar",
        };

    private static string Counted(Moment moment) =>
        moment.Basis switch
        {
            MomentBasis.Absolute => $"a date: {Phrase.Days(moment.When)}",
            MomentBasis.Publication =>
                $"counted from publication on {Phrase.Days(moment.Anchor)}: {Phrase.Days(moment.When)}",
            MomentBasis.Inferred =>
                $"counted from {Phrase.Days(moment.Anchor)}, the day on which it was inferred to be written: {Phrase.Days(moment.When)}",
            MomentBasis.Judgement => $"{moment.Why}: {Phrase.Days(moment.When)}",
            MomentBasis.Text => $"counted from another date of the text: {Phrase.Days(moment.When)}",
            _ => "with nothing to count from: the date stays unknown",
        };

    private void Print(Actor actor)
    {
        Title($"actor {actor.Id}", PlainText.Name(actor.Name));
        Named("type", Words.Of(actor.Type) + (actor.IsNamed ? "" : ", not named"));
        Named("in the world lists as", actor.Known);
        if (actor.ActsFor is { } side)
            Line($"acts for: {side}  {_phrase.Name(side)}");
        List("Names", actor.Names.Select(name => $"{name.Language}  {name.Text}"));
        List(
            "Roles",
            actor.Roles.Select(role => role.Said.IsUnknown ? role.Text : $"{role.Text} (said {Phrase.Days(role.Said)})")
        );
        List("Taken as one because", actor.Reasons);
        List(
            "Documents",
            actor.Figures.Select(figure => figure.Document).Distinct().Select(id => Source(archive.ById[id]))
        );
        Claims(
            archive.Changes.Claims.Where(claim => claim.Participants.Any(participant => participant.Actor == actor.Id))
        );
    }

    private void Print(Origin origin)
    {
        Title($"origin {origin.Id}", PlainText.Name(origin.Description));
        Named(
            "who",
            origin.Actor is { } actor ? $"{actor}  {_phrase.Name(actor)}"
                : origin.IsAnonymous ? "not named"
                : null
        );
        Named("one voice because", origin.Reason);
        List("Documents", origin.Documents.Select(id => Source(archive.ById[id])));
        Claims(archive.Changes.Claims.Where(claim => claim.Origins.Contains(origin.Id)));
    }

    private void Print(Story story)
    {
        Title($"story {story.Id}", PlainText.Name(story.Title));
        Named("published", Phrase.Days(story.Published));
        List("Documents", story.Documents.Select(id => Source(archive.ById[id])));
        Claims(story.Claims.Select(id => archive.Claims[id]));
    }

    private void Print(Copy copy)
    {
        Title($"copy {copy.Id}", $"{Source(archive.ById[copy.Document])}, of {Source(archive.ById[copy.Of])}");
        Line(string.Create(CultureInfo.InvariantCulture, $"share: {copy.Share:P0} of the text"));
        Named("because", copy.Reason);
        List("Reused", copy.Passages.Select(passage => Text(archive.ById[copy.Document].Document, passage.Document)));
    }

    private void Print(DocumentReading reading)
    {
        var (document, findings) = (reading.Document, reading.Findings);
        Title($"document {document.Id}", PlainText.Name(document.Title ?? document.Path));
        Named("path", document.Path);
        Named("outlet", document.Outlet);
        Named(
            "published",
            (document.Published.IsUnknown, findings.Dating) switch
            {
                (false, _) => $"{Phrase.Days(document.Published)} ({document.PublishedBasis})",
                (_, { When.IsUnknown: true } dating) => $"not known: {PlainText.Line(dating.Reason)}",
                (_, { } dating) => $"{Phrase.Published(reading)}: {PlainText.Line(dating.Reason)}",
                _ => "not known",
            }
        );
        Named("url", document.Url);
        List(
            "Copies",
            archive
                .Changes.Copies.Where(copy => copy.Document == document.Id || copy.Of == document.Id)
                .Select(copy =>
                    copy.Document == document.Id
                        ? $"{copy.Id}  of {Source(archive.ById[copy.Of])}"
                        : $"{copy.Id}  in {Source(archive.ById[copy.Document])}"
                )
        );
        Heading("What it says");
        foreach (var line in FindingsNotation.Of(document, findings).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Line(line[..(line.Length - line.TrimStart().Length)] + PlainText.Line(line.TrimStart()));
    }

    private void Claims(IEnumerable<Claim> claims) =>
        List("Claims", claims.Select(claim => $"{claim.Id}  {_phrase.Of(claim)} ({Words.Of(claim.Standing)})"));

    private string Names(ImmutableArray<ActorId> actors) => string.Join(", ", actors.Select(_phrase.Name));

    private static string Source(DocumentReading reading)
    {
        var document = reading.Document;
        var more = new[]
        {
            document.Outlet is null ? null : PlainText.Name(document.Outlet),
            Phrase.Published(reading),
            reading.Findings.Language,
        };
        return $"{document.Id}  {PlainText.Line(document.Path)} ({string.Join(", ", more.OfType<string>())})";
    }

    private static string Text(Document document, Span span) => PlainText.Line(span.Of(document.Text));

    private static void Title(string kind, string what)
    {
        Bold(kind);
        Line(what);
    }

    private static void Heading(string text)
    {
        Line("");
        Bold(text);
    }

    private static void List(string heading, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0)
            return;
        Heading(heading);
        foreach (var line in all)
            Line("  " + PlainText.Line(line));
    }

    private static void Named(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            Line($"{name}: {PlainText.Line(value)}");
    }

    private static void Bold(string text) =>
        Screen.Out.Write(new Text(text + '\n', new Style(decoration: Decoration.Bold)));

    private static void Line(string text) => Screen.Out.Write(new Text(text + '\n'));
}
