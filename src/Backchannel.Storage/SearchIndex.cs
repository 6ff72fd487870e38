using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Backchannel.Showing;
using Backchannel.Values;
using Microsoft.Data.Sqlite;

namespace Backchannel.Storage;

/// <summary>What a search found: ids, best first.</summary>
public sealed record SearchResult(
    ImmutableArray<ClaimId> Claims,
    ImmutableArray<ActorId> Actors,
    ImmutableArray<DocumentId> Documents
);

/// <summary>
/// Finds words in any script: in the evidence of claims, in the names of actors, in documents. Words are folded as names are (no case, accents,
/// vowel marks), and scripts that put no spaces between words are cut into pairs of letters. Lives in memory beside one archive; any number of
/// threads may ask.
/// </summary>
public sealed class SearchIndex : IDisposable
{
    /// <summary>Folded characters of one document that are indexed; the rest of a longer one is not found.</summary>
    public const int LongestText = 1_000_000;

    private readonly SqliteConnection _words = new("Data Source=:memory:");
    private readonly List<string> _ids = [];
    private readonly Lock _one = new();

    public SearchIndex(Archive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        _words.Open();
        Run("CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize=\"unicode61 remove_diacritics 0\")");
        using var transaction = _words.BeginTransaction();
        using var insert = _words.CreateCommand();
        insert.CommandText = "INSERT INTO words (rowid, text) VALUES ($row, $text)";
        var row = insert.Parameters.Add("$row", SqliteType.Integer);
        var text = insert.Parameters.Add("$text", SqliteType.Text);
        foreach (var reading in archive.Readings)
            Add(
                reading.Document.Id.Value,
                $"{reading.Document.Title}\n{reading.Document.Outlet}\n{reading.Document.Text}"
            );
        foreach (var actor in archive.Changes.Actors)
            Add(actor.Id.Value, string.Join('\n', actor.Names.Select(name => name.Text).Append(actor.Name)));
        foreach (var claim in archive.Changes.Claims)
            Add(
                claim.Id.Value,
                string.Join(
                    '\n',
                    archive
                        .Said(claim)
                        .Select(said => said.Evidence)
                        .Concat(claim.Participants.Select(participant => archive.Actors[participant.Actor].Name))
                        .Distinct(StringComparer.Ordinal)
                )
            );
        transaction.Commit();

        void Add(string id, string words)
        {
            _ids.Add(id);
            row.Value = _ids.Count;
            text.Value = Indexed(words.Length > LongestText ? words[..LongestText] : words);
            insert.ExecuteNonQuery();
        }
    }

    /// <summary>Everything that holds all the words asked for; a word may go on (<c>sanct</c> finds sanctions).</summary>
    public SearchResult Find(string query)
    {
        var asked = Asked(query);
        if (asked.Length == 0)
            return new([], [], []);
        var ids = new List<string>();
        lock (_one)
        {
            using var command = _words.CreateCommand();
            command.CommandText = "SELECT rowid FROM words WHERE words MATCH $asked ORDER BY rank, rowid";
            command.Parameters.AddWithValue("$asked", asked);
            using var rows = command.ExecuteReader();
            while (rows.Read())
                ids.Add(_ids[rows.GetInt32(0) - 1]);
        }
        var kinds = ids.ToLookup(id => id[0]);
        return new(
            [.. kinds['c'].Select(id => new ClaimId(id))],
            [.. kinds['a'].Select(id => new ActorId(id))],
            [.. kinds['d'].Select(id => new DocumentId(id))]
        );
    }

    /// <summary>The words of a query, folded; what shows where they stand compares them with folded words of the text.</summary>
    public static ImmutableArray<string> Words(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return [.. Runs(Fold.Bare(query)).Select(run => run.Letters)];
    }

    /// <summary>Whether a word of a text is one of those asked for, as <see cref="Find"/> finds it: it begins so, or holds it where a script puts no spaces.</summary>
    /// <param name="asked">As <see cref="Words"/> gives them.</param>
    public static bool IsAsked(string word, ImmutableArray<string> asked)
    {
        var bare = Fold.Bare(word);
        return asked.Any(each =>
            IsUnspaced(each[0])
                ? bare.Contains(each, StringComparison.Ordinal)
                : bare.StartsWith(each, StringComparison.Ordinal)
        );
    }

    private static string Asked(string query) =>
        string.Join(
            ' ',
            Runs(Fold.Bare(query))
                .Select(run =>
                    run.IsUnspaced && run.Letters.Length > 1
                        ? $"\"{Pairs(run.Letters, toTheLast: false)}\""
                        : $"\"{run.Letters}\"*"
                )
        );

    private static string Indexed(string text)
    {
        var indexed = new StringBuilder(text.Length + text.Length / 4);
        foreach (var (letters, isUnspaced) in Runs(Fold.Bare(text)))
            indexed.Append(isUnspaced ? Pairs(letters, toTheLast: true) : letters).Append(' ');
        return indexed.ToString();
    }

    /// <summary>"北京市" as "北京 京市", and to the last as "北京 京市 市", so that a text's last letter can be found alone.</summary>
    private static string Pairs(string letters, bool toTheLast)
    {
        var pairs = new StringBuilder(letters.Length * 3);
        for (var i = 0; i < (toTheLast ? letters.Length : letters.Length - 1); i++)
            pairs.Append(letters, i, Math.Min(2, letters.Length - i)).Append(' ');
        return pairs.ToString(0, pairs.Length - 1);
    }

    private static IEnumerable<(string Letters, bool IsUnspaced)> Runs(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (!IsWord(text[at]))
            {
                at++;
                continue;
            }
            var unspaced = IsUnspaced(text[at]);
            var end = at + 1;
            while (end < text.Length && IsWord(text[end]) && IsUnspaced(text[end]) == unspaced)
                end++;
            yield return (text[at..end], unspaced);
            at = end;
        }
    }

    private static bool IsWord(char c) =>
        char.IsLetterOrDigit(c)
        || CharUnicodeInfo.GetUnicodeCategory(c)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Scripts that put no spaces between words: Han, kana, Thai, Lao, Khmer, Burmese.</summary>
    private static bool IsUnspaced(char c) =>
        c
            is (>= '\u4E00' and <= '\u9FFF')
                or (>= '\u3400' and <= '\u4DBF')
                or (>= '\u3040' and <= '\u30FF')
                or (>= '\u0E00' and <= '\u0EFF')
                or (>= '\u1000' and <= '\u109F')
                or (>= '\u1780' and <= '\u17FF');

    private void Run(string sql)
    {
        using var command = _words.CreateCommand();
#pragma warning disable CA2100 // A constant of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    public void Dispose() => _words.Dispose();
}
