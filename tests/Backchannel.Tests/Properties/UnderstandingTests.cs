using System.Globalization;
using CsCheck;

namespace Backchannel.Tests.Properties;

/// <summary>Nothing without a sentence; the same input, the same answer; and no text that stops a reading.</summary>
public sealed class UnderstandingTests
{
    private static void IsSound(DocumentReading reading) =>
        Assert.Empty(
            Spans.Wrong(reading.Document, reading.Findings).Select(wrong => $"{reading.Document.Path}: {wrong}")
        );

    [Fact]
    public void Every_finding_of_a_sample_points_into_its_text() => Assert.All(Sample.Readings, IsSound);

    [Fact]
    public void Every_finding_of_an_example_points_into_its_text() =>
        Assert.All(Sample.Examples, document => IsSound(Sample.Read(document)));

    [Fact]
    public void No_text_whatever_stops_a_reading_or_is_pointed_beyond() =>
        Sample.Hostile.Sample(
            text =>
            {
                var reading = Sample.Read(Sample.Of(text));
                IsSound(reading);
                Assert.NotEmpty(Sample.Account(reading));
            },
            iter: 400
        );

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public void Another_locale_changes_nothing(string locale)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new(locale);
            Assert.All(
                Sample.Readings,
                reading => Assert.Equal(Invariant[reading.Document.Path], Sample.Said(Sample.Read(reading.Document)))
            );
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    private static readonly Dictionary<string, string> Invariant = Sample.Readings.ToDictionary(
        reading => reading.Document.Path,
        reading =>
        {
            var before = CultureInfo.CurrentCulture;
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            try
            {
                return Sample.Said(Sample.Read(reading.Document));
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        },
        StringComparer.Ordinal
    );

    [Fact]
    public void Many_threads_at_once_change_nothing()
    {
        var said = new string[Sample.Articles.Length * 3];

        Parallel.For(
            0,
            said.Length,
            new() { MaxDegreeOfParallelism = 8 },
            i => said[i] = Sample.Said(Sample.Read(Sample.Articles[i % Sample.Articles.Length]))
        );

        for (var i = 0; i < said.Length; i++)
            Assert.Equal(Invariant[Sample.Articles[i % Sample.Articles.Length].Path], said[i]);
    }

    [Fact]
    public void Reading_other_documents_before_changes_nothing()
    {
        var fresh = new Pipeline(Packs.All);

        Assert.All(
            Sample.Articles.Reverse(),
            article => Assert.Equal(Invariant[article.Path], Sample.Said(new(article, fresh.Understand(article))))
        );
    }
}
