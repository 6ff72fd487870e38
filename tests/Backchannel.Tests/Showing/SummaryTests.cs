using Backchannel.Linking;
using Backchannel.Reading;
using Backchannel.Showing;
using Backchannel.Showing.Summary;

namespace Backchannel.Tests.Showing;

/// <summary>The account in sentences must not say more than the texts do.</summary>
public sealed class SummaryTests
{
    private static string Of(params string[] texts)
    {
        var readings = texts
            .Select(
                (text, i) =>
                    DocumentReader
                        .Read(
                            $"{i}.txt",
                            System.Text.Encoding.UTF8.GetBytes($"# published: 2031-03-05\n---\n{text}\n"),
                            null
                        )
                        .Document!
            )
            .Select(document => new DocumentReading(document, Packs.Pipeline.Understand(document)))
            .ToList();
        var sections = AccountSummary.Of(new Archive(readings, Linker.Link(readings), []), name => name);
        return string.Join(
            '\n',
            sections.SelectMany(section => section.Sentences.Select(sentence => $"{section.Title}: {sentence.Text}"))
        );
    }

    [Fact]
    public void A_contact_that_is_only_denied_does_not_read_as_held()
    {
        var summary = Of(
            "President Ana Lind denied on Tuesday that she had met Prime Minister Karim Oduya in Accra or anywhere else."
        );

        Assert.Contains("affirmed by nobody: That Ana Lind and Karim Oduya met", summary, StringComparison.Ordinal);
        Assert.Contains("is denied: by Ana Lind", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_planned_contact_stands_apart_from_those_held()
    {
        var summary = Of(
            "President Ana Lind will meet Prime Minister Karim Oduya in Accra on Friday, her office said in a statement."
        );

        Assert.Contains(
            "Planned, not held: Ana Lind and Karim Oduya are to meet in Accra",
            summary,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Contacts:", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_demand_is_told_in_the_texts_own_words()
    {
        var summary = Of(
            "Foreign Minister Jonas Berg demanded that Norway release the crew of the trawler before Friday."
        );

        Assert.Matches("Jonas Berg demanded.*“.*release the crew", summary);
    }
}
