using System.Collections.Immutable;
using Backchannel.Linking;
using CsCheck;

namespace Backchannel.Tests.Linking;

/// <summary>What is a copy of what: text reused, and not what two papers quote of one speech, or print under anything.</summary>
public sealed class CopyTests
{
    private const string Harbour = """
        Fishermen in the northern harbour went back to sea on Tuesday after a strike of nine days that had emptied the fish market.
        The owners agreed to raise the price of cod by a tenth and to repair the old breakwater before winter comes.
        A spokesman for the crews called the offer late but fair, and thanked the bakers who had fed the pickets.
        The mayor promised that the two boats seized in March would be given back to their families this week.
        """;

    private const string Orchard = """
        Growers in the valley lost half of the cherry blossom to a night of frost, the worst since the orchards were planted.
        The ministry sent heaters and helicopters, but the wind carried the warm air over the ridge and away.
        Insurance covers only hail, so that many families will have to sell land before the summer is over.
        """;

    private static DocumentReading Read(
        string path,
        string text,
        int day = 1,
        string? outlet = null,
        string language = "en"
    )
    {
        text = text.ReplaceLineEndings("\n");
        var id = new DocumentId(Hash.Id('d', path, text));
        var passages = ImmutableArray.CreateBuilder<Passage>();
        var at = 0;
        foreach (var line in text.Split('\n'))
        {
            if (line.Length > 0)
                passages.Add(new() { Span = new(at, line.Length), Kind = PassageKind.Paragraph });
            at += line.Length + 1;
        }
        return new(
            new()
            {
                Id = id,
                Path = path,
                Text = text,
                Outlet = outlet,
                Published = Interval.Day(new DateOnly(2031, 4, day)),
            },
            new()
            {
                Document = id,
                Language = language,
                Passages = passages.ToImmutable(),
            }
        );
    }

    private static ImmutableArray<Copy> Copies(params DocumentReading[] readings) => Linker.CopiesOf(readings);

    private static string[] Lines(string text) =>
        text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public void A_text_printed_again_is_a_copy_of_the_earlier_one_whole_both_ways()
    {
        var (first, second) = (Read("b.txt", Harbour, day: 1), Read("a.txt", Harbour, day: 2));

        var copy = Assert.Single(Copies(second, first));

        Assert.Equal((first.Document.Id, second.Document.Id), (copy.Of, copy.Document));
        Assert.Equal((1, 1), (copy.Share, copy.ShareOf));
    }

    [Fact]
    public void A_cut_text_in_another_order_is_a_copy_and_each_passage_stands_where_it_says()
    {
        var lines = Lines(Harbour);
        var (first, second) = (Read("1.txt", Harbour), Read("2.txt", $"{lines[3]}\n{lines[1]}", day: 2));

        var copy = Assert.Single(Copies(first, second));

        Assert.Equal(1, copy.Share);
        Assert.InRange(copy.ShareOf, 0.4, 0.6);
        Assert.Equal(2, copy.Passages.Length);
        Assert.All(
            copy.Passages,
            passage => Assert.Equal(passage.Of.Of(first.Document.Text), passage.Document.Of(second.Document.Text))
        );
    }

    [Fact]
    public void A_text_pieced_together_from_two_is_a_copy_of_both_in_part()
    {
        var (one, two) = (Read("1.txt", Harbour), Read("2.txt", Orchard));
        var both = Read("3.txt", string.Join('\n', [.. Lines(Harbour)[..2], .. Lines(Orchard)[..2]]), day: 2);

        var copies = Copies(one, two, both);

        Assert.Equal(
            new[] { one.Document.Id, two.Document.Id }.OrderBy(id => id.Value, StringComparer.Ordinal),
            copies.Select(copy => copy.Of).OrderBy(id => id.Value, StringComparer.Ordinal)
        );
        Assert.All(copies, copy => Assert.InRange(copy.Share, 0.3, 0.7));
    }

    [Fact]
    public void A_copy_of_a_copy_is_a_copy_of_the_first()
    {
        var first = Read("1.txt", Harbour);

        var copies = Copies(Read("3.txt", Harbour, day: 3), first, Read("2.txt", Harbour, day: 2));

        Assert.Equal(2, copies.Length);
        Assert.All(copies, copy => Assert.Equal(first.Document.Id, copy.Of));
    }

    [Fact]
    public void Letters_that_a_scanner_misread_do_not_hide_a_copy()
    {
        var scanned = Harbour
            .Replace("northern", "northem", StringComparison.Ordinal)
            .Replace("market", "rnarket", StringComparison.Ordinal)
            .Replace("breakwater", "break water", StringComparison.Ordinal)
            .Replace("spokesman", "spokesrnan", StringComparison.Ordinal)
            .Replace("seized", "sei2ed", StringComparison.Ordinal);

        Assert.InRange(Assert.Single(Copies(Read("1.txt", Harbour), Read("2.txt", scanned, day: 2))).Share, 0.85, 0.99);
    }

    [Fact]
    public void Text_without_spaces_between_words_is_compared_by_its_characters()
    {
        const string Text =
            "北部港口的渔民在罢工九天之后于星期二重新出海，船主同意把鳕鱼的价格提高一成，并在冬天之前修好旧的防波堤。";

        var copy = Assert.Single(
            Copies(
                Read("1.txt", Text + "市长答应本周把三月扣押的两艘船还给它们的家人。", language: "zh"),
                Read("2.txt", Text, day: 2, language: "zh")
            )
        );

        Assert.Equal(1, copy.Share);
        Assert.InRange(copy.ShareOf, 0.5, 0.8);
    }

    [Fact]
    public void Two_papers_that_quote_one_speech_do_not_copy_each_other()
    {
        var speech = Lines(Orchard)[2];

        Assert.Empty(
            Copies(
                Read(
                    "1.txt",
                    $"In the evening the minister spoke in the old town hall. \"{speech}\" Nobody asked him anything, it rained outside."
                ),
                Read(
                    "2.txt",
                    $"Few had come to hear what the ministry had to say to the villages this time: \"{speech}\" A farmer left early.",
                    day: 2
                )
            )
        );
    }

    [Fact]
    public void What_an_outlet_prints_under_anything_makes_no_copies()
    {
        const string Footer =
            "The Valley Courier is published every day but Sunday by the cooperative of its readers. Write to the editors at the old mill, or come by before noon on any weekday.";
        string[] articles =
        [
            "A bridge over the upper river will be closed to lorries until the snow melts, the county says.",
            "The choir of the deaf school won a prize in the capital for a piece that it had written itself.",
            "Two bears were seen near the quarry; walkers are asked to keep to the road and to leave dogs at home.",
        ];

        Assert.Empty(
            Copies([.. articles.Select((text, i) => Read($"{i}.txt", $"{text}\n{Footer}", i + 1, "Valley Courier"))])
        );
    }

    [Fact]
    public void Another_document_that_has_nothing_to_do_with_it_changes_nothing()
    {
        DocumentReading[] family =
        [
            Read("1.txt", Harbour),
            Read("2.txt", string.Join('\n', Lines(Harbour)[..3]), day: 2),
            Read("3.txt", Harbour + "\n" + Orchard, day: 3),
        ];
        var expected = Said(Copies(family));
        DocumentReading[] others = [.. Properties.Sample.Readings.Take(8)];

        DocumentReading[] all = [.. family, .. others];
        Gen.Shuffle(all)
            .Sample(
                shuffled =>
                    Assert.Equal(
                        expected,
                        Said([
                            .. Copies(shuffled)
                                .Where(copy => family.Any(reading => reading.Document.Id == copy.Document)),
                        ])
                    ),
                iter: 12
            );

        static string Said(ImmutableArray<Copy> copies) =>
            string.Join('\n', copies.Select(copy => $"{copy.Document} {copy.Of} {copy.Share} {copy.Passages.Length}"));
    }
}
