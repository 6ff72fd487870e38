using System.Collections.Immutable;
using System.Globalization;
using Backchannel.Cli.Terminal;
using Backchannel.Showing;
using Backchannel.Showing.Rows;

namespace Backchannel.Cli.Commands;

/// <summary>Actors and stories as tables for reading.</summary>
internal static class OtherTables
{
    private const int NamesShown = 6;

    public static TableView Actors(Archive archive, ImmutableArray<ActorRow> rows)
    {
        var ids = new ShortIds(archive.AllIds);
        return new(
            [
                new("actor"),
                new("type", 7),
                new("also called"),
                new("for"),
                new("contacts", 8, IsNumber: true),
                new("claims", 6, IsNumber: true),
                new("says", 5, IsNumber: true),
                new("id"),
            ],
            [
                .. rows.Select(row =>
                    (IReadOnlyList<Cell>)
                        [
                            PlainText.Name(Phrase.Cut(row.Name)),
                            row.Type,
                            Some(row.Names.Where(name => name != row.Name), NamesShown),
                            row.ActsFor is null ? "" : PlainText.Name(Phrase.Cut(row.ActsFor)),
                            row.Contacts.ToString(CultureInfo.InvariantCulture),
                            row.Claims.ToString(CultureInfo.InvariantCulture),
                            row.Statements.ToString(CultureInfo.InvariantCulture),
                            new(ids.Of(row.Id), "dim"),
                        ]
                ),
            ]
        );
    }

    public static TableView Judgements(IReadOnlyList<JudgementRow> rows) =>
        new(
            [new("judged"), new("by"), new("on"), new("why"), new("id")],
            [
                .. rows.Select(row =>
                    (IReadOnlyList<Cell>)
                        [
                            new(
                                PlainText.Name(row.About) + (row.InForce || row.Undoes is not null ? "" : " (undone)"),
                                row.InForce ? "" : "dim"
                            ),
                            PlainText.Name(row.Who),
                            row.At[..10],
                            PlainText.Name(row.Why),
                            new(row.Id, "dim"),
                        ]
                ),
            ]
        );

    public static TableView Stories(Archive archive, ImmutableArray<StoryRow> rows)
    {
        var ids = new ShortIds(archive.AllIds);
        return new(
            [
                new("story"),
                new("published"),
                new("actors"),
                new("documents"),
                new("claims", 6, IsNumber: true),
                new("id"),
            ],
            [
                .. rows.Select(row =>
                    (IReadOnlyList<Cell>)
                        [
                            PlainText.Name(row.Title),
                            row.From is null ? ""
                            : row.From == row.To ? row.From
                            : $"{row.From} to {row.To}",
                            Some(row.Actors, NamesShown),
                            $"{row.Documents.Length} ({(row.Languages.IsEmpty ? "language not known" : string.Join(", ", row.Languages))})",
                            row.Claims.ToString(CultureInfo.InvariantCulture),
                            new(ids.Of(row.Id), "dim"),
                        ]
                ),
            ]
        );
    }

    private static string Some(IEnumerable<string> names, int most)
    {
        var all = names.Select(name => PlainText.Name(Phrase.Cut(name))).ToList();
        return string.Join(", ", all.Take(most))
            + (all.Count > most ? string.Create(CultureInfo.InvariantCulture, $" and {all.Count - most} more") : "");
    }
}
