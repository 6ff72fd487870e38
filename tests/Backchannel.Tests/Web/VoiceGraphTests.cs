using Backchannel.Reading;
using Backchannel.Storage;
using Backchannel.Web.Desk;

namespace Backchannel.Tests.Web;

public sealed class VoiceGraphTests
{
    [Fact]
    public void The_graph_of_voices_numbers_every_independent_origin_of_a_claim()
    {
        using var store = Store.InMemory();
        Intake.Read(
            store,
            Packs.Pipeline,
            [Repository.Samples],
            Manifest.Empty,
            2,
            stop: TestContext.Current.CancellationToken
        );
        var archive = store.Archive();

        Assert.All(
            archive.Changes.Claims,
            claim =>
            {
                var graph = new VoiceGraph(archive, claim.Statements, claim.Origins);
                Assert.Equal(
                    claim.Origins.Select(id => id.Value).Order(StringComparer.Ordinal),
                    graph.Origins.Select(origin => origin.Id.Value).Order(StringComparer.Ordinal)
                );
                Assert.Equal(
                    Enumerable.Range(1, claim.Origins.Length),
                    graph.Nodes.SelectMany(node => node.Origins).Distinct().Order()
                );
            }
        );
    }
}
