using System.Collections.Immutable;
using Backchannel.Reading;
using Backchannel.Showing;
using Backchannel.Storage;
using Microsoft.Data.Sqlite;

namespace Backchannel.Tests.Linking;

/// <summary>What an analyst judges wins over what linking would decide, outlives reading again, and can be taken back.</summary>
public sealed class JudgementTests : IDisposable
{
    private readonly Folder _folder = new();
    private readonly Store _store;

    public JudgementTests()
    {
        _folder
            .With(
                "news/1.txt",
                "# published: 2031-05-06\n---\nForeign Minister Paul Renner met Mihkel Tamm in Vienna on Monday."
            )
            .With(
                "news/2.txt",
                "# published: 2031-05-07\n---\nMihkel Tamm, an envoy, met Foreign Minister Paul Renner in Vienna on Monday."
            )
            .With(
                "news/3.txt",
                "# published: 2031-05-07\n---\nThe lawyer Ada Sommer telephoned Inés Duarte in the evening on Tuesday."
            )
            .With(
                "news/4.txt",
                "# published: 2031-05-08\n---\nThe envoy Ada Winter telephoned Inés Duarte on 6 May 2031."
            );
        _store = Store.Open(_folder["test.backchannel"]);
        Read();
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    private Archive Archive => _store.Archive();

    private void Read() => Intake.Read(_store, Packs.Pipeline, [_folder["news"]], Manifest.Empty, threads: 2);

    private Actor Actor(string name) => Archive.Changes.Actors.Single(actor => actor.Name == name);

    private DocumentId Document(string path) =>
        Archive.Readings.Single(reading => reading.Document.Path == path).Document.Id;

    private ImmutableArray<Claim> Calls => [.. Archive.Changes.Claims.Where(claim => claim.Type == ContentType.Call)];

    private int _second;

    private Judgement Judge(Judgement judgement)
    {
        var made = judgement with
        {
            Who = "Ada",
            Why = "I was there",
            At = new DateTimeOffset(2031, 6, 1, 12, 0, _second++, TimeSpan.Zero),
        };
        Assert.Equal(1, _store.Judge([made]));
        return made;
    }

    [Fact]
    public void Two_actors_judged_one_are_one_with_all_their_names_and_the_reason()
    {
        Assert.Equal(2, Calls.Length);

        Judge(new Judging(Archive).Actors(JudgementKind.SameActor, Actor("Ada Sommer").Id, Actor("Ada Winter").Id));

        var one = Archive.Changes.Actors.Single(actor => actor.Names.Any(name => name.Text == "Ada Winter"));
        Assert.Contains(one.Names, name => name.Text == "Ada Sommer");
        Assert.Contains(
            one.Reasons,
            reason => reason.Contains("judged by Ada on 2031-06-01: I was there", StringComparison.Ordinal)
        );
        // One woman who called the same man on the same day: one call.
        Assert.Single(Calls);
    }

    [Fact]
    public void An_actor_judged_to_be_somebody_else_in_one_document_is_two()
    {
        var renner = Actor("Paul Renner");
        Assert.Equal(2, renner.Figures.Length);

        Judge(new Judging(Archive).ActorIn(renner.Id, Document("2.txt"))!);

        var two = Archive.Changes.Actors.Where(actor => actor.Name == "Paul Renner").ToList();
        Assert.Equal(2, two.Count);
        Assert.All(two, actor => Assert.Single(actor.Figures));
        Assert.Equal(2, Archive.Changes.Claims.Count(claim => claim.Type == ContentType.Meeting));
    }

    [Fact]
    public void A_name_of_the_world_lists_can_be_judged_to_be_somebody_else()
    {
        _folder
            .With("news/5.txt", "Jordan has asked Inés Duarte for the release of the crew.")
            .With("news/6.txt", "Inés Duarte visited Jordan in the spring.");
        Read();
        var state = Actor("Jordan");
        Assert.Equal("state:JO", state.Known);

        Judge(new Judging(Archive).ActorIn(state.Id, Document("5.txt"))!);

        var other = Archive.Changes.Actors.Single(actor => actor.Name == "Jordan" && actor.Known is null);
        Assert.Equal(Document("5.txt"), Assert.Single(other.Figures).Document);
    }

    [Fact]
    public void A_date_is_put_right_or_made_unknown_and_says_who_says_so()
    {
        var call = Calls[0];
        Judge(new Judging(Archive).Date(call.Id, Interval.Day(new(2031, 4, 1))));

        var dated = Calls.Single(claim => claim.When == Interval.Day(new(2031, 4, 1)));
        var moment = Archive.Said(dated).First().Moment!.Value.Moment;
        Assert.Equal(MomentBasis.Judgement, moment.Basis);
        Assert.Contains("Ada", moment.Why, StringComparison.Ordinal);

        Judge(new Judging(Archive).Date(dated.Id, Interval.Unknown));

        Assert.DoesNotContain(Calls, claim => claim.When == Interval.Day(new(2031, 4, 1)));
        Assert.Contains(Calls, claim => claim.When.IsUnknown);
    }

    [Fact]
    public void Two_claims_judged_one_or_a_statement_judged_to_be_about_another_one()
    {
        Judge(new Judging(Archive).Claims(JudgementKind.SameClaim, Calls[0].Id, Calls[1].Id));
        var one = Assert.Single(Calls);
        Assert.Equal(2, one.Documents.Length);

        Judge(new Judging(Archive).StatementOf(one.Statements[0])!);
        Assert.Equal(2, Calls.Length);
    }

    [Fact]
    public void Of_two_judgements_at_odds_the_later_wins_whichever_comes_first_into_the_store()
    {
        var (a, b) = (Actor("Ada Sommer").Id, Actor("Ada Winter").Id);
        var judging = new Judging(Archive);
        var first = judging.Actors(JudgementKind.SameActor, a, b) with { Who = "Ada", At = DateTimeOffset.UnixEpoch };
        var second = judging.Actors(JudgementKind.NotSameActor, a, b) with
        {
            Who = "Ben",
            At = DateTimeOffset.UnixEpoch.AddDays(1),
        };
        _store.Judge([second, first]);

        Assert.Equal(2, Calls.Length);
    }

    [Fact]
    public void Copies_and_ignored_documents_are_as_judged()
    {
        Judge(new Judging(Archive).Documents(JudgementKind.Copy, Document("4.txt"), Document("3.txt")));
        var copy = Assert.Single(Archive.Changes.Copies, copy => copy.Document == Document("4.txt"));
        Assert.Equal(Document("3.txt"), copy.Of);

        Judge(new Judging(Archive).Documents(JudgementKind.NotCopy, Document("4.txt"), Document("3.txt")));
        Assert.DoesNotContain(Archive.Changes.Copies, copy => copy.Document == Document("4.txt"));

        Judge(new Judging(Archive).Ignore(Document("4.txt")));
        Assert.Equal(3, Archive.Readings.Length);
        Assert.DoesNotContain(Archive.Changes.Actors, actor => actor.Name == "Ada Winter");
    }

    [Fact]
    public void What_is_undone_counts_no_more_and_counts_again_when_the_undoing_is_undone()
    {
        var ignored = Judge(new Judging(Archive).Ignore(Document("4.txt")));
        var undone = Judge(Judging.Undo(ignored));
        Assert.Equal(4, Archive.Readings.Length);

        Judge(Judging.Undo(undone));
        Assert.Equal(3, Archive.Readings.Length);
        Assert.Equal(3, _store.Judgements().Length);
    }

    [Fact]
    public void A_judgement_finds_its_words_again_in_a_text_that_has_changed()
    {
        Judge(new Judging(Archive).Actors(JudgementKind.SameActor, Actor("Ada Sommer").Id, Actor("Ada Winter").Id));

        _folder.With(
            "news/4.txt",
            "# published: 2031-05-08\n---\nIt rained. In the evening the envoy Ada Winter telephoned Inés Duarte, on 6 May 2031."
        );
        Read();

        Assert.Single(Calls);
    }

    [Fact]
    public void A_judgement_is_never_changed_or_removed_even_by_hand()
    {
        Judge(new Judging(Archive).Ignore(Document("4.txt")));
        using var connection = new SqliteConnection($"Data Source={_folder["test.backchannel"]};Pooling=False");
        connection.Open();
        foreach (var sql in (string[])["DELETE FROM judgement", "UPDATE judgement SET line = '{}'"])
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100
            command.CommandText = sql;
#pragma warning restore CA2100
            Assert.Throws<SqliteException>(() => command.ExecuteNonQuery());
        }
    }

    [Fact]
    public void A_line_says_all_of_a_judgement()
    {
        var made = Judge(new Judging(Archive).Date(Calls[0].Id, Interval.Month(2031, 4)));

        var read = JudgementLines.Read(JudgementLines.Write(made));

        Assert.Equal(made.Id, read.Id);
        Assert.Equal(made.When, read.When);
        Assert.Equal(JudgementLines.Write(made), JudgementLines.Write(read));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"kind":"claim"}""")]
    [InlineData("""{"kind":"judgement","judges":"ignore","about":"","who":"","why":"","at":"2031-06-01T12:00:00Z"}""")]
    [InlineData("""{"kind":"judgement","judges":"guess","about":"","who":"","why":"","at":"2031-06-01T12:00:00Z"}""")]
    [InlineData("""{"kind":"judgement","judges":"undo","about":"","who":"","why":"","at":"yesterday"}""")]
    public void A_line_that_is_no_judgement_says_so(string line) =>
        Assert.Throws<FormatException>(() => JudgementLines.Read(line));
}
