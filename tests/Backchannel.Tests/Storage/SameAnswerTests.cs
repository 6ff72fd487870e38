using System.Globalization;
using System.Text;
using Backchannel.Reading;
using Backchannel.Showing;
using Backchannel.Storage;

namespace Backchannel.Tests.Storage;

public sealed class SameAnswerTests
{
    [Theory]
    [InlineData(1, "en-US", false)]
    [InlineData(2, "ar-SA", true)]
    [InlineData(2, "tr-TR", false)]
    public void Order_threads_and_locale_change_nothing(int threads, string culture, bool shuffled)
    {
        var wanted = Export([Repository.Samples], 2);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            using var store = Store.InMemory();
            var files = Files.Find([Repository.Samples]).Files.Select(file => file.FullPath).ToArray();
            if (shuffled)
                new Random(7).Shuffle(files);
            // One by one, as they may come in over weeks.
            foreach (var file in files)
                Intake.Read(
                    store,
                    Packs.Pipeline,
                    [file],
                    Manifest.Empty,
                    threads,
                    stop: TestContext.Current.CancellationToken
                );

            Assert.Equal(wanted, Export(store));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Export(string[] paths, int threads)
    {
        using var store = Store.InMemory();
        Intake.Read(store, Packs.Pipeline, paths, Manifest.Empty, threads);
        return Export(store);
    }

    private static string Export(Store store)
    {
        using var stream = new MemoryStream();
        JsonLines.Write(store.Archive(), stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
