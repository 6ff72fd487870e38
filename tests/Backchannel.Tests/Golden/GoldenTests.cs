using System.Text;
using Backchannel.Linking;
using Backchannel.Notation;
using Backchannel.Reading;
using Backchannel.Showing;

namespace Backchannel.Tests.Golden;

/// <summary>Articles and stories in tests/golden: text in, notation out. <c>ACCEPT=1 dotnet test</c> rewrites what was found.</summary>
public sealed class GoldenTests
{
    public static TheoryData<string> Documents => [.. GoldenFile.In("documents")];

    public static TheoryData<string> Stories => [.. GoldenFile.In("stories")];

    [Theory]
    [MemberData(nameof(Documents))]
    public void An_article_says_what_a_reporter_reads_in_it(string name)
    {
        var golden = GoldenFile.Read("documents", name);
        var (document, findings) = Assert.Single(Readings(golden));

        golden.Check(FindingsNotation.Of(document, findings));
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void A_story_says_what_its_articles_say_together(string name)
    {
        var golden = GoldenFile.Read("stories", name);
        var readings = Readings(golden).ToList();
        Assert.True(readings.Count > 1, "a story has several articles");

        var (counted, changes) = Linker.Account(readings);

        golden.Check(ChangesNotation.Of(new Archive(counted, changes, [])));
    }

    private static IEnumerable<DocumentReading> Readings(GoldenFile golden)
    {
        foreach (var (path, text) in golden.Articles)
        {
            var received = DocumentReader.Read(path, Encoding.UTF8.GetBytes(text), null);
            Assert.Empty(received.Problems);
            yield return new(received.Document!, Packs.Pipeline.Understand(received.Document!));
        }
    }
}
