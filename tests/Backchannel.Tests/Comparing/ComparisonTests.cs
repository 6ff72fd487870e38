using Backchannel.Comparing;
using Backchannel.Showing;
using Backchannel.Showing.Formats;
using Backchannel.Tests.Showing.Formats;

namespace Backchannel.Tests.Comparing;

public sealed class ComparisonTests
{
    private static readonly Archive Account = Accounts.Of(
        "Iceland's foreign minister, Ana Lind, met Karim Oduya of Ghana in Accra on 3 March 2031, her ministry said.",
        "President Olav Nordby denied that he had met Pedro Ruiz on 1 March 2031.",
        "Foreign Minister Jonas Berg will meet Carla Mendes in Lisbon on 9 March 2031, his office said."
    );

    private static OtherEvent Event(string one, string other, string day, string root = "CONSULT", int line = 1) =>
        new()
        {
            Line = line,
            Id = "1",
            Code = root,
            Root = root,
            Days = Interval.TryParse(day, out var days) ? days : throw new FormatException(day),
            Sources = [Side(one), Side(other)],
        };

    private static OtherSide Side(string text) => text.Length == 3 ? new("", text) : new(text, null);

    private static Comparison Compare(int tolerance, params OtherEvent[] others) =>
        Comparison.Of(Account, others, tolerance);

    private static List<Relation> Kinds(Comparison comparison) =>
        [.. comparison.Rows.Where(row => row.Kind != Relation.OnlyOurs).Select(row => row.Kind)];

    [Fact]
    public void The_same_people_of_the_same_days_are_the_same_event() =>
        Assert.Equal([Relation.Both], Kinds(Compare(1, Event("KARIM ODUYA", "ANA LIND", "2031-03-04"))));

    [Fact]
    public void Another_day_or_another_root_is_another_event()
    {
        Assert.Equal([Relation.OnlyTheirs], Kinds(Compare(1, Event("ANA LIND", "KARIM ODUYA", "2031-03-08"))));
        Assert.Equal([Relation.OnlyTheirs], Kinds(Compare(1, Event("ANA LIND", "KARIM ODUYA", "2031-03-03", "AID"))));
        Assert.Equal([Relation.Both], Kinds(Compare(5, Event("ANA LIND", "KARIM ODUYA", "2031-03-08"))));
    }

    [Fact]
    public void A_denial_here_is_held_against_a_plain_event_of_theirs()
    {
        var row = Assert.Single(
            Compare(1, Event("OLAV NORDBY", "PEDRO RUIZ", "2031-03-01")).Rows,
            row => row.Kind == Relation.DeniedHere
        );

        Assert.Equal("denied by Olav Nordby", row.Note);
        Assert.Equal("denied here", row.Relation);
    }

    [Fact]
    public void A_mere_plan_here_is_held_against_a_plain_event_and_agrees_with_a_plan_of_theirs()
    {
        Assert.Equal([Relation.NotHeldHere], Kinds(Compare(1, Event("JONAS BERG", "CARLA MENDES", "2031-03-09"))));
        Assert.Equal([Relation.Both], Kinds(Compare(1, Event("JONAS BERG", "CARLA MENDES", "2031-03-09", "AGREE"))));
    }

    [Fact]
    public void What_cannot_be_laid_beside_anything_is_counted_by_why()
    {
        var comparison = Compare(
            1,
            Event("FRA", "DEU", "2031-03-03"),
            Event("ANA LIND", "KARIM ODUYA", "2031-03-03", "PROTEST"),
            Event("ANA LIND", "KARIM ODUYA", "2031-03-03") with
            {
                IsNoEvent = true,
            },
            Event("ANA LIND", "KARIM ODUYA", "2031-03-03") with
            {
                Sources = [new("ANA LIND", null)],
            }
        );

        Assert.Equal(4, comparison.LeftOut.Count(each => each.Why.StartsWith("theirs", StringComparison.Ordinal)));
        Assert.Empty(Kinds(comparison));
    }

    [Fact]
    public void Ours_that_they_do_not_have_is_told_within_their_days()
    {
        var near = Compare(1, Event("JONAS BERG", "CARLA MENDES", "2031-03-02", "AID"));
        var far = Compare(1, Event("JONAS BERG", "CARLA MENDES", "2020-03-02", "AID"));

        Assert.Contains(near.Rows, row => row.Kind == Relation.OnlyOurs && row.Type == "meeting");
        Assert.DoesNotContain(far.Rows, row => row.Kind == Relation.OnlyOurs);
        Assert.Contains(far.LeftOut, each => each.Why.StartsWith("ours", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Our_own_exports_agree_with_us(bool isGdelt)
    {
        using var folder = new Folder();
        var text = isGdelt
            ? Accounts.File(GdeltFolder.Files(Accounts.Samples), GdeltFolder.Events)
            : Accounts.Formats["plover"](Accounts.Samples);
        folder.With("events", text);

        var rows = Comparison.Of(Accounts.Samples, OtherFile.Read(folder["events"]), 0).Rows;

        Assert.Contains(rows, row => row.Kind == Relation.Both);
        Assert.DoesNotContain(rows, row => row.Kind is Relation.OnlyTheirs);
    }
}
