using System.Diagnostics;
using System.Text;
using Backchannel.Reading;
using Backchannel.Storage;

namespace Backchannel.Tests.Reading;

public sealed class BadInputTests : IDisposable
{
    private const string Meeting = "Foreign Minister Peter Holm met Ana Ruiz in Geneva on Monday, his office said.";

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    private (IntakeReport Report, global::Backchannel.Showing.Archive Archive) Read()
    {
        using var store = Store.InMemory();
        var report = Intake.Read(store, Packs.Pipeline, [_folder.Path], Manifest.Empty, 2);
        return (report, store.Archive());
    }

    /// <summary>Every bad file lies beside a good one, which must be read all the same.</summary>
    private Problem Problem(string name, byte[] bytes)
    {
        _folder.With("good.txt", Meeting).With(name, bytes);
        var (report, archive) = Read();
        Assert.Contains(archive.Readings, reading => reading.Document.Path == "good.txt");
        return Assert.Single(report.Problems, problem => problem.Where == name);
    }

    [Fact]
    public void An_empty_file_is_named() =>
        Assert.Contains("empty", Problem("bad.txt", []).What, StringComparison.Ordinal);

    [Fact]
    public void A_file_of_white_space_is_named() =>
        Assert.Contains("no text", Problem("bad.txt", "  \n\t\n"u8.ToArray()).What, StringComparison.Ordinal);

    [Fact]
    public void A_picture_is_named()
    {
        var bytes = new byte[5000];
        new Random(1).NextBytes(bytes);

        Assert.Contains("no text has", Problem("bad.txt", bytes).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_too_large_for_an_article_is_named_and_not_loaded()
    {
        using (var file = File.Create(_folder["bad.txt"]))
            file.SetLength(100_000_000);
        _folder.With("good.txt", Meeting);

        var (report, archive) = Read();

        Assert.Contains("100 MB", Assert.Single(report.Problems).What, StringComparison.Ordinal);
        Assert.Single(archive.Readings);
    }

    [Fact]
    public void A_language_that_no_pack_reads_is_named()
    {
        var text =
            "Kwa mujibu wa taarifa, viongozi walikutana mjini Nairobi siku ya Jumatatu kujadili mkataba mpya wa amani baina yao.";

        Assert.Contains("language", Problem("bad.txt", Encoding.UTF8.GetBytes(text)).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_without_an_article_is_named() =>
        Assert.Contains(
            "no article",
            Problem("bad.html", "<html><body></body></html>"u8.ToArray()).What,
            StringComparison.Ordinal
        );

    [Fact]
    public void Text_in_an_old_encoding_is_read_as_what_it_says()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var arabic =
            "التقى الرئيس بيدرو سالاس رئيس الوزراء كوفي أودويا في القاهرة يوم الاثنين، وقال المتحدث باسم الحكومة إن المحادثات كانت مفيدة.";
        _folder.With("old.txt", Encoding.GetEncoding("windows-1256").GetBytes(arabic));

        var (report, archive) = Read();

        Assert.Empty(report.Problems);
        Assert.Equal(arabic, Assert.Single(archive.Readings).Document.Text);
    }

    [Fact]
    public void Half_a_character_and_marks_of_direction_keep_every_span_in_place()
    {
        var bytes = Encoding
            .Unicode.GetPreamble()
            .Concat(Encoding.Unicode.GetBytes("\u202E" + Meeting + "\u2066 "))
            .Concat(new byte[] { 0x00, 0xD8 })
            .Concat(Encoding.Unicode.GetBytes(" " + Meeting))
            .ToArray();
        _folder.With("odd.txt", bytes);

        var (report, archive) = Read();

        Assert.Contains("halves of characters", Assert.Single(report.Problems).What, StringComparison.Ordinal);
        var reading = Assert.Single(archive.Readings);
        Assert.All(
            reading.Findings.Statements,
            statement => Assert.InRange(statement.Evidence.End, statement.Evidence.Start, reading.Document.Text.Length)
        );
        Assert.NotEmpty(reading.Findings.Contents);
    }

    [Fact]
    public void Deep_nesting_and_a_cut_page_are_read_without_a_crash()
    {
        var deep = string.Concat(Enumerable.Repeat("<div>", 5000)) + "<p>" + Meeting + "</p>";
        _folder.With("deep.html", "<html><body><article>" + deep).With("good.txt", Meeting);

        var (_, archive) = Read();

        Assert.Contains(archive.Readings, reading => reading.Document.Path == "good.txt");
    }

    [Fact]
    public void Time_grows_with_the_length_of_a_text_and_not_with_its_square()
    {
        var shorter = Time(400);
        var longer = Time(3200);

        // Eight times the text; a squared part would make it sixty-four times the time. Generous, for a busy machine.
        Assert.InRange(longer / Math.Max(shorter, 1e-3), 0, 30);

        static double Time(int sentences)
        {
            var text = string.Join(
                "\n\n",
                Enumerable.Range(0, sentences).Select(i => $"{Meeting} {i} people saw it, Holm told reporters.")
            );
            var document = new Document
            {
                Id = new("dtest"),
                Path = "long.txt",
                Text = text,
            };
            Packs.Pipeline.Understand(document);
            var watch = Stopwatch.StartNew();
            Packs.Pipeline.Understand(document);
            return watch.Elapsed.TotalSeconds;
        }
    }
}
