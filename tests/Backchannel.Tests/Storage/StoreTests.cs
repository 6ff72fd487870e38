using System.Text;
using Backchannel.Reading;
using Backchannel.Showing;
using Backchannel.Storage;
using Microsoft.Data.Sqlite;

namespace Backchannel.Tests.Storage;

public sealed class StoreTests : IDisposable
{
    private const string Meeting = "Foreign Minister Peter Holm met Ana Ruiz in Geneva on Monday, his office said.";
    private const string Denial =
        "Ana Ruiz denied that she had met Peter Holm. \"There was no meeting,\" she told reporters.";

    private readonly Folder _folder = new();

    private string File => _folder["test.backchannel"];

    public void Dispose() => _folder.Dispose();

    private static IntakeReport Read(Store store, params string[] paths) =>
        Intake.Read(store, Packs.Pipeline, paths, Manifest.Empty, threads: 2);

    private static string Export(Archive archive)
    {
        using var stream = new MemoryStream();
        JsonLines.Write(archive, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    [Fact]
    public void A_folder_read_twice_adds_nothing()
    {
        _folder.With("news/a.txt", Meeting).With("news/b.txt", Denial);
        using var store = Store.Open(File);
        Assert.Equal(2, Read(store, _folder["news"]).Added);
        var first = Export(store.Archive());

        var again = Read(store, _folder["news"]);

        Assert.Equal((0, 0, 2), (again.Added, again.Changed, again.Unchanged));
        Assert.Equal(first, Export(store.Archive()));
    }

    [Fact]
    public void A_changed_file_replaces_its_own_findings_only()
    {
        _folder.With("news/a.txt", Meeting).With("news/b.txt", Denial);
        using var store = Store.Open(File);
        Read(store, _folder["news"]);
        var before = store.Archive().Readings.Single(reading => reading.Document.Path == "b.txt").Document.Id;

        _folder.With("news/a.txt", "Peter Holm telephoned Ana Ruiz on Tuesday.");
        var report = Read(store, _folder["news"]);

        Assert.Equal((0, 1, 1), (report.Added, report.Changed, report.Unchanged));
        var archive = store.Archive();
        Assert.Equal(before, archive.Readings.Single(reading => reading.Document.Path == "b.txt").Document.Id);
        var a = archive.Readings.Single(reading => reading.Document.Path == "a.txt");
        Assert.Contains(a.Findings.Contents, content => content.Type == ContentType.Call);
        Assert.DoesNotContain(a.Findings.Contents, content => content.Type == ContentType.Meeting);
    }

    [Fact]
    public void What_was_kept_is_what_was_read()
    {
        using var fromDisk = Store.Open(File);
        Read(fromDisk, Repository.Samples);
        var readings = Files
            .Find([Repository.Samples])
            .Files.Select(file => Files.Read(file, null).Document)
            .OfType<Document>()
            .Select(document => new DocumentReading(document, Packs.Pipeline.Understand(document)))
            .ToList();
        var direct = new Archive(
            readings,
            Backchannel.Linking.Linker.Link(readings),
            readings.SelectMany(reading => reading.Findings.Problems)
        );

        Assert.Equal(Export(direct), Export(fromDisk.Archive()));
    }

    [Fact]
    public void Forgetting_a_document_leaves_what_the_others_say()
    {
        _folder.With("news/a.txt", Meeting).With("news/b.txt", Denial);
        using var store = Store.Open(File);
        Read(store, _folder["news"]);
        using var only = Store.InMemory();
        Read(only, _folder["news/b.txt"]);

        Assert.True(store.Forget("a.txt"));
        Assert.False(store.Forget("a.txt"));

        Assert.Equal(Export(only.Archive()), Export(store.Archive()));
    }

    [Fact]
    public void Files_of_one_name_in_two_folders_are_two_documents()
    {
        _folder.With("monday/a.txt", Meeting).With("tuesday/a.txt", Denial);
        using var store = Store.Open(File);

        Read(store, _folder["monday"], _folder["tuesday"]);
        Read(store, _folder["tuesday"]);

        Assert.Equal(["a.txt", "tuesday/a.txt"], [.. store.Files().Select(file => file.Path)]);
    }

    [Fact]
    public void Findings_of_another_version_are_made_anew_from_what_was_kept()
    {
        _folder.With("a.txt", Meeting);
        using var store = Store.Open(File);
        Read(store, _folder["a.txt"]);
        var document = store.Document("a.txt")!;
        store.Renew("a.txt", new() { Document = document.Id, Language = "en" }, "an older version");
        System.IO.File.Delete(_folder["a.txt"]);
        _folder.With("b.txt", Denial);

        Read(store, _folder["b.txt"]);

        Assert.All(store.Files(), file => Assert.Equal(Packs.Pipeline.Version, file.Version));
        Assert.NotEmpty(store.Archive().ById[document.Id].Findings.Contents);
    }

    [Fact]
    public void A_file_that_can_no_longer_be_opened_keeps_what_was_read_of_it()
    {
        _folder.With("news/a.txt", Meeting);
        using var store = Store.Open(File);
        Read(store, _folder["news"]);
        System.IO.File.Delete(_folder["news/a.txt"]);
        // A link to nowhere is found, and cannot be opened.
        System.IO.File.CreateSymbolicLink(_folder["news/a.txt"], _folder["gone.txt"]);

        var report = Read(store, _folder["news"]);

        Assert.Equal(1, report.Unread);
        Assert.Contains("cannot be opened", report.Problems.Single().What, StringComparison.Ordinal);
        Assert.Single(store.Archive().Readings);
    }

    [Fact]
    public void A_store_of_a_newer_schema_is_refused_with_what_to_do()
    {
        Store.Open(File).Dispose();
        Execute("PRAGMA user_version=999");

        var trouble = Assert.Throws<OperatorException>(() => Store.Open(File));

        Assert.Contains("newer Backchannel", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_store_is_refused_and_left_alone()
    {
        var words = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("This is no store. ", 500)));
        _folder.With("words.txt", words);

        var trouble = Assert.Throws<OperatorException>(() => Store.Open(_folder["words.txt"]));

        Assert.Contains("is not a store", trouble.Message, StringComparison.Ordinal);
        Assert.Equal(words, System.IO.File.ReadAllBytes(_folder["words.txt"]));
    }

    [Fact]
    public void A_database_of_another_program_is_refused_and_left_alone()
    {
        using (var connection = new SqliteConnection($"Data Source={File};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE recipes (name TEXT)";
            command.ExecuteNonQuery();
        }

        var trouble = Assert.Throws<OperatorException>(() => Store.Open(File));

        Assert.Contains("some other program", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_store_says_so()
    {
        _folder.With("a.txt", Meeting);
        using (var store = Store.Open(File))
            Read(store, _folder["a.txt"]);
        var bytes = System.IO.File.ReadAllBytes(File);
        bytes.AsSpan(4096).Fill(0x5A);
        System.IO.File.WriteAllBytes(File, bytes);

        var trouble = Assert.Throws<OperatorException>(() =>
        {
            using var store = Store.Open(File);
            store.Archive();
        });

        Assert.Contains("is damaged", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_that_is_not_there_cannot_be_looked_into()
    {
        var trouble = Assert.Throws<OperatorException>(() => Store.OpenExisting(_folder["none.backchannel"]));

        Assert.Contains("backchannel read", trouble.Message, StringComparison.Ordinal);
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A constant of this test.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
