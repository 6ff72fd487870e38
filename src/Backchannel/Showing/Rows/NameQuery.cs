using System.Collections.Concurrent;
using System.Collections.Immutable;
using Backchannel.Names;
using Backchannel.Values;

namespace Backchannel.Showing.Rows;

/// <summary>
/// A name as a user types it, to find actors by: in any script, without accents or case, whole or in part, word by word. "maduro" finds
/// "Nicolás Maduro" and "مادورو"; "US" finds the state whose code it is. It remembers what it found, so that one query serves one archive.
/// </summary>
public sealed class NameQuery
{
    private readonly ImmutableArray<string> _words;
    private readonly string _text;
    private readonly bool _isLatin;

    /// <summary>What was found of each actor asked about: the same few actors take part in most claims.</summary>
    private readonly ConcurrentDictionary<ActorId, bool> _found = new();

    public NameQuery(string text)
    {
        _text = text;
        _words = WordsOf(text);
        _isLatin = IsLatin(text);
    }

    public bool Finds(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return _found.GetOrAdd(
            actor.Id,
            static (_, asked) => asked.Query.FindsNames(asked.Actor),
            (Query: this, Actor: actor)
        );
    }

    private bool FindsNames(Actor actor) =>
        Finds(actor.Name)
        || actor.Names.Any(name => Finds(name.Text))
        || actor.Known is { } known && known.EndsWith(':' + _text, StringComparison.OrdinalIgnoreCase)
        || actor.Id.Value == _text;

    /// <summary>The actor itself, or one for whom it acts: an official for a ministry, a ministry for a state.</summary>
    public bool FindsSideOf(Actor actor, Archive archive)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(archive);
        var seen = new HashSet<ActorId>();
        for (var side = actor; side is not null && seen.Add(side.Id); side = ActsFor(side))
        {
            if (Finds(side))
                return true;
        }
        return false;

        Actor? ActsFor(Actor each) => each.ActsFor is { } id ? archive.Actors[id] : null;
    }

    private bool Finds(string name)
    {
        var words = WordsOf(name);
        return !_words.IsEmpty && _words.All(word => words.Any(other => SameWord(word, other)))
            || _isLatin != IsLatin(name)
                && !_words.IsEmpty
                && _words.All(word => words.Any(other => SameSound(word, other)));
    }

    /// <summary>Short words must be whole, or "US" would find every name in Us-.</summary>
    private static bool SameWord(string asked, string word) =>
        asked == word || asked.Length > 3 && word.StartsWith(asked, StringComparison.Ordinal);

    /// <summary>Short words sound like too many others.</summary>
    private static bool SameSound(string asked, string word) =>
        asked.Length > 3 && NameMatch.LikenessOfWords(new(asked, NamePart.Word), new(word, NamePart.Word)) > 0;

    private static ImmutableArray<string> WordsOf(string text)
    {
        var letters = Fold.Bare(text).ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            if (!char.IsLetterOrDigit(letters[i]))
                letters[i] = ' ';
        }
        return [.. new string(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static bool IsLatin(string text) =>
        text.All(c => !char.IsLetter(c) || c < '\u0250' || c is >= '\u1E00' and <= '\u1EFF');
}
