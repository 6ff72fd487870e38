using System.Collections.Immutable;
using System.Globalization;
using Backchannel.Linking;
using Backchannel.Reading;
using Backchannel.Showing;
using Microsoft.Data.Sqlite;

namespace Backchannel.Storage;

/// <summary>What a store knows of one file without opening its findings.</summary>
public sealed record StoredFile(string Path, string Location, string Fingerprint, string Version);

/// <summary>
/// One SQLite file that keeps documents as received and what was understood of them. Each document is one transaction, so that a process
/// killed at any instant leaves whole documents and nothing else. Links are not kept: they are a function of the findings and are made when
/// asked for, so that they can never be stale. One thread at a time; several processes may read while one writes.
/// </summary>
public sealed class Store : IDisposable
{
    /// <summary>"BkCh": tells a store from any other SQLite file.</summary>
    private const int ApplicationId = 0x426B4368;

    private const int BusyMilliseconds = 10_000;

    private readonly SqliteConnection _connection;
    private readonly string _name;

    private Store(SqliteConnection connection, string name) => (_connection, _name) = (connection, name);

    /// <summary>Opens a store, or begins one where there is no file yet.</summary>
    public static Store Open(string file) => Open(file, SqliteOpenMode.ReadWriteCreate);

    /// <summary>Opens a store that must be there already, for looking only.</summary>
    public static Store OpenExisting(string file) => OpenExisting(file, SqliteOpenMode.ReadOnly);

    /// <summary>Opens a store that must be there already, to judge what is in it.</summary>
    public static Store OpenToJudge(string file) => OpenExisting(file, SqliteOpenMode.ReadWriteCreate);

    private static Store OpenExisting(string file, SqliteOpenMode mode)
    {
        if (!File.Exists(file))
            throw new OperatorException(
                $"There is no store {file}. Make one first: backchannel read ARTICLES --store {file}"
            );
        return Open(file, mode);
    }

    /// <summary>A store that lives and ends with the process.</summary>
    public static Store InMemory() => Open(":memory:", SqliteOpenMode.Memory);

    private static Store Open(string file, SqliteOpenMode mode)
    {
        var builder = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = mode,
            Pooling = false,
        };
        var connection = new SqliteConnection(builder.ConnectionString);
        var store = new Store(connection, file);
        try
        {
            store.Guard(() =>
            {
                connection.Open();
                store.Prepare(mode);
            });
            return store;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Prepare(SqliteOpenMode mode)
    {
        Execute($"PRAGMA busy_timeout={BusyMilliseconds}");
        var id = Number("PRAGMA application_id");
        var version = Number("PRAGMA user_version");
        var isNew = id == 0 && version == 0 && Number("SELECT count(*) FROM sqlite_schema") == 0;
        if (id != ApplicationId && !isNew)
            throw new OperatorException(
                $"{_name} is a SQLite file of some other program. Give --store a file of its own."
            );
        if (version > Schema.Newest)
            throw new OperatorException(
                $"The store {_name} was made by a newer Backchannel (schema {version}, this one knows {Schema.Newest}). Use that one, or read the articles into a new store."
            );
        if (mode == SqliteOpenMode.ReadOnly)
        {
            if (isNew)
                throw new OperatorException(
                    $"The store {_name} is empty. Fill it first: backchannel read ARTICLES --store {_name}"
                );
            return;
        }
        if (mode == SqliteOpenMode.ReadWriteCreate)
        {
            Execute("PRAGMA journal_mode=WAL");
            // Survives the death of the process at any instant; a power cut may cost the last documents, which are then read again.
            Execute("PRAGMA synchronous=NORMAL");
        }
        for (var next = version + 1; next <= Schema.Newest; next++)
        {
            using var transaction = _connection.BeginTransaction();
            // Another process may have been quicker.
            if (Number("PRAGMA user_version") < next)
            {
                Execute(Schema.Script((int)next));
                Execute(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"PRAGMA application_id={ApplicationId}; PRAGMA user_version={next}"
                    )
                );
            }
            transaction.Commit();
        }
    }

    /// <summary>Every file read so far, in order of path.</summary>
    public ImmutableArray<StoredFile> Files() =>
        Guard(() =>
        {
            var files = ImmutableArray.CreateBuilder<StoredFile>();
            using var command = Command("SELECT path, location, fingerprint, version FROM document ORDER BY path");
            using var rows = command.ExecuteReader();
            while (rows.Read())
                files.Add(new(rows.GetString(0), rows.GetString(1), rows.GetString(2), rows.GetString(3)));
            return files.ToImmutable();
        });

    /// <summary>Keeps one file and what was understood of it, in place of what was kept under its path; one transaction.</summary>
    public void Keep(Received received, string location, Findings? findings, string version)
    {
        ArgumentNullException.ThrowIfNull(received);
        Guard(() =>
        {
            using var command = Command(
                """
                INSERT INTO document (path, location, fingerprint, version, bytes, document, findings, problems)
                VALUES ($path, $location, $fingerprint, $version, $bytes, $document, $findings, $problems)
                ON CONFLICT (path) DO UPDATE SET location = excluded.location, fingerprint = excluded.fingerprint,
                    version = excluded.version, bytes = excluded.bytes, document = excluded.document,
                    findings = excluded.findings, problems = excluded.problems
                """
            );
            command.Parameters.AddWithValue("$path", received.Path);
            command.Parameters.AddWithValue("$location", location);
            command.Parameters.AddWithValue("$fingerprint", received.Fingerprint);
            command.Parameters.AddWithValue("$version", version);
            command.Parameters.AddWithValue("$bytes", received.Bytes.ToArray());
            command.Parameters.AddWithValue(
                "$document",
                received.Document is null ? DBNull.Value : StoredJson.Write(received.Document)
            );
            command.Parameters.AddWithValue("$findings", findings is null ? DBNull.Value : StoredJson.Write(findings));
            command.Parameters.AddWithValue("$problems", StoredJson.Write(received.Problems));
            command.ExecuteNonQuery();
        });
    }

    /// <summary>The document kept under a path, for understanding it anew; null where none is, or none that could be read.</summary>
    public Document? Document(string path) =>
        Guard(() =>
        {
            using var command = Command("SELECT document FROM document WHERE path = $path");
            command.Parameters.AddWithValue("$path", path);
            return command.ExecuteScalar() is string json ? StoredJson.Read<Document>(json) : null;
        });

    /// <summary>Puts newer findings in place of those kept for the same bytes.</summary>
    public void Renew(string path, Findings findings, string version) =>
        Guard(() =>
        {
            using var command = Command(
                "UPDATE document SET findings = $findings, version = $version WHERE path = $path"
            );
            command.Parameters.AddWithValue("$path", path);
            command.Parameters.AddWithValue("$findings", StoredJson.Write(findings));
            command.Parameters.AddWithValue("$version", version);
            command.ExecuteNonQuery();
        });

    /// <summary>Removes a document with all that rests on it alone; returns whether there was one.</summary>
    public bool Forget(string path) =>
        Guard(() =>
        {
            using var command = Command("DELETE FROM document WHERE path = $path");
            command.Parameters.AddWithValue("$path", path);
            return command.ExecuteNonQuery() > 0;
        });

    /// <summary>All that is kept, linked.</summary>
    public Archive Archive() =>
        Guard(() =>
        {
            var readings = new List<DocumentReading>();
            var problems = new List<Problem>();
            using var command = Command("SELECT document, findings, problems FROM document ORDER BY path");
            using var rows = command.ExecuteReader();
            while (rows.Read())
            {
                problems.AddRange(StoredJson.Read<ImmutableArray<Problem>>(rows.GetString(2)));
                if (rows.IsDBNull(0))
                    continue;
                var findings = StoredJson.Read<Findings>(rows.GetString(1));
                problems.AddRange(findings.Problems);
                readings.Add(new(StoredJson.Read<Document>(rows.GetString(0)), findings));
            }
            var judgements = Judgement.InForce(Judgements());
            var (counted, changes) = Linker.Account(readings, judgements);
            return new Archive(counted, changes, problems, judgements);
        });

    /// <summary>A number that is another one as soon as any other connection has written, for as long as this store is open.</summary>
    public long Version() => Guard(() => Number("PRAGMA data_version"));

    /// <summary>Every judgement ever made, those undone among them, in the order in which they came.</summary>
    public ImmutableArray<Judgement> Judgements() =>
        Guard(() =>
        {
            var judgements = ImmutableArray.CreateBuilder<Judgement>();
            // A store that is only looked at may be of before there were any.
            if (Number("PRAGMA user_version") < 2)
                return [];
            using var command = Command("SELECT line FROM judgement ORDER BY number");
            using var rows = command.ExecuteReader();
            while (rows.Read())
                judgements.Add(JudgementLines.Read(rows.GetString(0)));
            return judgements.ToImmutable();
        });

    /// <summary>Keeps judgements, all or none; one that is kept already stays as it is.</summary>
    /// <returns>How many were not there before.</returns>
    public int Judge(IEnumerable<Judgement> judgements)
    {
        ArgumentNullException.ThrowIfNull(judgements);
        return Guard(() =>
        {
            // What somebody decided is not read again from anywhere: it must outlive a power cut too.
            Execute("PRAGMA synchronous=FULL");
            using var transaction = _connection.BeginTransaction();
            var added = 0;
            foreach (var judgement in judgements)
            {
                using var command = Command(
                    "INSERT INTO judgement (id, line) VALUES ($id, $line) ON CONFLICT (id) DO NOTHING"
                );
                command.Parameters.AddWithValue("$id", judgement.Id.Value);
                command.Parameters.AddWithValue("$line", JudgementLines.Write(judgement));
                added += command.ExecuteNonQuery();
            }
            transaction.Commit();
            Execute("PRAGMA synchronous=NORMAL");
            return added;
        });
    }

    public void Dispose() => _connection.Dispose();

    private SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is a constant of this assembly or a number.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    private void Execute(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    private long Number(string sql)
    {
        using var command = Command(sql);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private void Guard(Action action) =>
        Guard(() =>
        {
            action();
            return true;
        });

    /// <summary>Says in words what SQLite says in codes.</summary>
    private T Guard<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (SqliteException e)
        {
            throw new OperatorException(Explain(e), e);
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or FormatException)
        {
            throw new OperatorException(
                $"The store {_name} holds something that this version cannot read ({e.Message}). Read the articles into a new store.",
                e
            );
        }
    }

    private string Explain(SqliteException e) =>
        e.SqliteErrorCode switch
        {
            SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED =>
                $"The store {_name} is being written by another process. Wait until it is done, then run this again; nothing was lost.",
            SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_PERM =>
                $"The store {_name} cannot be written. Check the rights of the file and its folder, or give --store another place.",
            SQLitePCL.raw.SQLITE_CANTOPEN =>
                $"The store {_name} cannot be opened. Check that its folder exists and may be written.",
            SQLitePCL.raw.SQLITE_FULL =>
                $"The disk is full: the store {_name} keeps every document read so far. Make room and run this again; it goes on where it stopped.",
            SQLitePCL.raw.SQLITE_NOTADB =>
                $"{_name} is not a store of Backchannel. Give --store a file of its own, or the store you meant.",
            SQLitePCL.raw.SQLITE_CORRUPT =>
                $"The store {_name} is damaged ({e.Message}). Read the articles into a new store, and check the disk.",
            SQLitePCL.raw.SQLITE_IOERR =>
                $"The disk failed on the store {_name} ({e.Message}). Check the disk and its free space, then run this again; what was read is kept.",
            _ => $"The store {_name} failed: {e.Message}",
        };
}
