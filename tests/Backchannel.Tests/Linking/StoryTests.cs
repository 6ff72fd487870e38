using Backchannel.Linking;
using Backchannel.Tests.Properties;

namespace Backchannel.Tests.Linking;

/// <summary>Which documents tell of one run of events: not whoever is in the news every day decides that.</summary>
public sealed class StoryTests
{
    private static readonly string[] Affairs =
    [
        "The trawler Sandvik was towed into Vardal harbour after divers cut its nets; the coast guard questioned the skipper about cod quotas and forged logbooks.",
        "Surgeons at the Holmavik hospital reattached the pianist's hand; the concert in the cathedral was cancelled and the tickets will be refunded.",
        "A swarm of locusts crossed the Brattland valley and stripped the vineyards; growers asked for sprayers and for a delay of their loan payments.",
    ];

    private const int Tellings = 16;

    private static DocumentReading Read(string path, DateOnly day, string text) =>
        Sample.Read(
            new()
            {
                Id = new(Hash.Id('d', path, text)),
                Path = path,
                Text = text,
                DeclaredLanguage = "en",
                Published = Interval.Day(day),
            }
        );

    /// <summary>Each affair told sixteen times on neighbouring days, always with a president who speaks to reporters of everything.</summary>
    private static List<DocumentReading> Archive()
    {
        var readings =
            from a in Enumerable.Range(0, Affairs.Length)
            from t in Enumerable.Range(0, Tellings)
            select Read(
                $"{a}/{t}.txt",
                new DateOnly(2031, 3, 1).AddDays(a * 7 + t / 2),
                $"{Affairs[a]} President Inés Duarte spoke to reporters in the capital. This is telling number {100 + a * Tellings + t} of ours."
            );
        return
        [
            .. readings,
            Read("z/1.txt", new(2031, 4, 2), "A chess club in the old mill opened its doors to beginners on Saturday."),
            Read("z/2.txt", new(2031, 4, 3), "The price of oranges fell again this week, to its lowest since 2027."),
        ];
    }

    [Fact]
    public void Affairs_that_share_only_who_comments_on_everything_are_several_stories()
    {
        var readings = Archive();
        var pathOf = readings.ToDictionary(reading => reading.Document.Id, reading => reading.Document.Path);

        var stories = Linker.Link(readings).Stories;
        Assert.Equal(Affairs.Length, stories.Count(story => story.Documents.Length == Tellings));
        Assert.All(stories, story => Assert.Single(story.Documents.Select(id => pathOf[id][0]).Distinct()));
    }

    [Fact]
    public void A_story_keeps_its_name_when_later_documents_come()
    {
        var readings = Archive();
        var before = Linker.Link(
            readings.Where(reading => reading.Document.Published.From < new DateOnly(2031, 3, 12))
        );
        var after = Linker.Link(readings);

        var first = before.Stories.MaxBy(story => story.Documents.Length)!;

        Assert.Contains(
            after.Stories,
            story => story.Id == first.Id && story.Documents.Length >= first.Documents.Length
        );
    }
}
