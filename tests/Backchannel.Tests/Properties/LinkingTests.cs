using Backchannel.Reading;
using Backchannel.Showing;
using Backchannel.Storage;
using CsCheck;

namespace Backchannel.Tests.Properties;

/// <summary>Links are a function of the set of findings: no order shows, and what is forgotten leaves nothing behind.</summary>
public sealed class LinkingTests
{
    private static readonly Gen<DocumentReading[]> Some = Gen.Shuffle(
        Sample.Readings.ToArray(),
        1,
        Sample.Readings.Length
    );

    [Fact]
    public void The_order_in_which_documents_come_does_not_show()
    {
        var expected = Sample.Account(Sample.Readings);

        Gen.Shuffle(Sample.Readings.ToArray())
            .Sample(shuffled => Assert.Equal(expected, Sample.Account(shuffled)), iter: 12);
    }

    [Fact]
    public void Forgetting_documents_leaves_what_the_others_say_and_nothing_else() =>
        Gen.Select(Some, Gen.Int[0, Sample.Readings.Length])
            .Sample(
                (readings, some) =>
                {
                    var kept = readings.Take(readings.Length - Math.Min(some, readings.Length - 1)).ToList();
                    using var store = Store.InMemory();
                    foreach (var reading in readings)
                        Keep(store, reading);
                    foreach (var reading in readings.Except(kept))
                        Assert.True(store.Forget(reading.Document.Path));

                    var left = store.Archive();

                    Assert.Equal(Sample.Account(kept), Sample.Account(left.Readings));
                },
                iter: 12
            );

    [Fact]
    public void Keeping_a_document_twice_keeps_it_once() =>
        Some.Sample(
            readings =>
            {
                using var store = Store.InMemory();
                foreach (var reading in readings.Concat(readings.Reverse()))
                    Keep(store, reading);

                Assert.Equal(Sample.Account(readings), Sample.Account(store.Archive().Readings));
            },
            iter: 12
        );

    [Fact]
    public void Judgements_rule_whatever_order_they_and_the_documents_come_in_and_whatever_is_forgotten()
    {
        var judgements = Judgements();
        Gen.Select(Some, Gen.Int[0, Sample.Readings.Length], Gen.Shuffle(judgements))
            .Sample(
                (readings, some, shuffled) =>
                {
                    var kept = readings.Take(readings.Length - Math.Min(some, readings.Length - 1)).ToList();
                    using var store = Store.InMemory();
                    store.Judge(shuffled.Take(2));
                    foreach (var reading in readings)
                        Keep(store, reading);
                    foreach (var reading in readings.Except(kept))
                        Assert.True(store.Forget(reading.Document.Path));
                    store.Judge(shuffled.Skip(2));

                    Assert.Equal(Sample.Export(Sample.Judged(kept, judgements)), Sample.Export(store.Archive()));
                },
                iter: 12
            );
    }

    /// <summary>One of each kind, over the samples, some at odds with each other.</summary>
    private static Judgement[] Judgements()
    {
        var archive = Sample.Judged(Sample.Readings, []);
        var judging = new Judging(archive);
        var people = archive
            .Changes.Actors.Where(actor => actor is { Type: ActorType.Person, IsNamed: true })
            .OrderByDescending(actor => actor.Figures.Length)
            .Take(4)
            .Select(actor => actor.Id)
            .ToList();
        var claims = archive.Changes.Claims.OrderByDescending(claim => claim.Statements.Length).Take(4).ToList();
        var copy = archive.Changes.Copies[0];
        Judgement[] judged =
        [
            judging.Actors(JudgementKind.SameActor, people[0], people[1]),
            judging.Actors(JudgementKind.NotSameActor, people[1], people[2]),
            judging.Actors(JudgementKind.SameActor, people[0], people[2]),
            judging.ActorIn(people[3], archive.Actors[people[3]].Figures[0].Document)!,
            judging.Claims(JudgementKind.SameClaim, claims[0].Id, claims[1].Id),
            judging.StatementOf(claims[2].Statements[0])!,
            judging.Documents(JudgementKind.NotCopy, copy.Document, copy.Of),
            judging.Date(claims[3].Id, Interval.Day(new(2031, 1, 1))),
            judging.Ignore(archive.Readings[^1].Document.Id),
        ];
        return
        [
            .. judged.Select(
                (judgement, i) => judgement with { Who = "Ada", At = DateTimeOffset.UnixEpoch.AddDays(i) }
            ),
        ];
    }

    private static void Keep(Store store, DocumentReading reading) =>
        store.Keep(
            new Received(reading.Document.Path, reading.Document, ReadOnlyMemory<byte>.Empty, []),
            reading.Document.Path,
            reading.Findings,
            Packs.Pipeline.Version
        );

    [Fact]
    public void Every_id_that_links_name_is_one_of_theirs() =>
        Some.Sample(
            readings =>
            {
                var changes = Backchannel.Linking.Linker.Link(readings);
                var actors = changes.Actors.Select(actor => actor.Id).ToHashSet();
                var statements = readings
                    .SelectMany(reading =>
                        Enumerable.Range(0, reading.Findings.Statements.Length).Select(reading.StatementId)
                    )
                    .ToHashSet();
                var origins = changes.Origins.Select(origin => origin.Id).ToHashSet();
                foreach (var claim in changes.Claims)
                {
                    Assert.NotEmpty(claim.Statements);
                    Assert.All(claim.Statements, id => Assert.Contains(id, statements));
                    Assert.All(claim.Origins, id => Assert.Contains(id, origins));
                    Assert.All(
                        claim
                            .Participants.Select(each => each.Actor)
                            .Concat(claim.ConfirmedBy)
                            .Concat(claim.DeniedBy)
                            .Concat(claim.DeclinedBy),
                        id => Assert.Contains(id, actors)
                    );
                }
                var documents = readings.Select(reading => reading.Document.Id).ToHashSet();
                Assert.Equal(
                    documents.OrderBy(id => id.Value, StringComparer.Ordinal),
                    changes.Stories.SelectMany(story => story.Documents).OrderBy(id => id.Value, StringComparer.Ordinal)
                );
                foreach (var reading in readings)
                {
                    for (var figure = 0; figure < reading.Findings.Figures.Length; figure++)
                        Assert.Contains(changes.ActorOf[new(reading.Document.Id, figure)], actors);
                }
            },
            iter: 12
        );
}
