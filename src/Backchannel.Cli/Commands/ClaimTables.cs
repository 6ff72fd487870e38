using System.Collections.Immutable;
using System.Globalization;
using Backchannel.Cli.Terminal;
using Backchannel.Showing;
using Backchannel.Showing.Rows;

namespace Backchannel.Cli.Commands;

/// <summary>Claims as tables for reading; every column of the rows is in JSON and CSV.</summary>
internal static class ClaimTables
{
    public static TableView Contacts(Archive archive, ImmutableArray<Claim> claims) =>
        Ledger(archive, claims, "contact", _ => null);

    public static TableView Claims(Archive archive, ImmutableArray<Claim> claims) =>
        Ledger(archive, claims, "claim", claim => InWords(archive, claim));

    public static TableView Timeline(Archive archive, ImmutableArray<Claim> claims) => Claims(archive, claims);

    private static TableView Ledger(
        Archive archive,
        ImmutableArray<Claim> claims,
        string heading,
        Func<Claim, string?> more
    )
    {
        var phrase = new Phrase(archive, PlainText.Name);
        var ids = new ShortIds(archive.AllIds);
        // On a narrow screen the two counts share a column, and the names get the room.
        var isNarrow = Screen.Out.Profile.Width < 100;
        return new(
            [
                new("when", 10),
                new(heading),
                new("standing", 9),
                .. isNarrow
                    ? [new Column("origins/ outlets", 8, IsNumber: true)]
                    : (Column[])[new("origins", 7, IsNumber: true), new("outlets", 7, IsNumber: true)],
                new("the parties say"),
                new("id"),
            ],
            [.. claims.Select(Row)]
        );

        IReadOnlyList<Cell> Row(Claim claim)
        {
            var origins = claim.Origins.Length.ToString(CultureInfo.InvariantCulture);
            var outlets = archive.Outlets(claim).Length.ToString(CultureInfo.InvariantCulture);
            return
            [
                When(phrase, claim),
                more(claim) is { } words ? $"{phrase.Of(claim)}\n{words}" : phrase.Of(claim),
                Standing(claim.Standing),
                .. isNarrow ? [$"{origins}/{outlets}"] : (Cell[])[origins, outlets],
                PartiesSay(archive, claim),
                new(ids.Of(claim.Id.Value), "dim"),
            ];
        }
    }

    /// <summary>When it happened; where nothing tells, when it was first said, which is something else and looks it.</summary>
    private static Cell When(Phrase phrase, Claim claim) =>
        phrase.When(claim) is { Length: > 0 } when ? (Cell)when
        : claim.Said.From is { } said ? new Cell($"first said {Interval.Iso(said)}", "dim")
        : new Cell("not dated", "dim");

    public static Cell Standing(Standing standing) =>
        new(
            Words.Of(standing),
            standing switch
            {
                Backchannel.Standing.Confirmed => "green",
                Backchannel.Standing.Disputed => "yellow",
                Backchannel.Standing.Denied => "red",
                Backchannel.Standing.Withdrawn => "dim",
                _ => "",
            }
        );

    /// <summary>The words of the first statement, where the type alone tells little.</summary>
    private static string? InWords(Archive archive, Claim claim) =>
        claim.Type.Family == Family.Contact || claim.Statements.IsEmpty
            ? null
            : PlainText.Name(Quoted(archive[claim.Statements[0]]));

    private static string Quoted(Said said) => $"“{Phrase.Shorten(said.Words, 120)}”";

    private static string PartiesSay(Archive archive, Claim claim) =>
        string.Join(
            '\n',
            new[]
            {
                Say(archive, "confirmed by", claim.ConfirmedBy),
                Say(archive, "denied by", claim.DeniedBy),
                Say(archive, "no comment from", claim.DeclinedBy),
            }.OfType<string>()
        );

    private static string? Say(Archive archive, string what, ImmutableArray<ActorId> actors) =>
        actors.IsEmpty
            ? null
            : $"{what} {string.Join(", ", actors.Select(id => PlainText.Name(Phrase.Cut(archive.Actors[id].Name))))}";
}
