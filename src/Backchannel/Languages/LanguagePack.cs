using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Backchannel.Languages;

/// <summary>The names of a pack.json; what each means is told in docs/languages.md.</summary>
public sealed record PackSettings
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public string Script { get; init; } = "Latn";
    public string Direction { get; init; } = "ltr";

    /// <summary>The letters a text in this language uses, lower case; a text full of others is not in this language.</summary>
    public required string Letters { get; init; }

    /// <summary>Whether proper names begin with a capital and common nouns do not.</summary>
    public bool Capitals { get; init; } = true;

    /// <summary>Whether every noun begins with a capital (German), so that a capital alone makes no name.</summary>
    public bool NounCapitals { get; init; }

    /// <summary>Quotation marks in pairs, opening and closing, each pair a string of two.</summary>
    public ImmutableArray<string> Quotes { get; init; } = ["“”", "\"\"", "«»"];

    /// <summary>Endings that stand as words of their own: 's, n't.</summary>
    public ImmutableArray<string> SplitEndings { get; init; } = [];

    /// <summary>Words that lose their last vowel and are written onto the next with an apostrophe, without it: French l, d, qu; Italian dell.</summary>
    public ImmutableArray<string> Elisions { get; init; } = [];

    /// <summary>Beginnings that stand as words of their own when the rest is long enough (Arabic و ف ب ل ك), one letter each.</summary>
    public string SplitBeginnings { get; init; } = "";

    /// <summary>Words that look as if they began with one of <see cref="SplitBeginnings"/> and do not; a final * matches any ending.</summary>
    public ImmutableArray<string> KeepWhole { get; init; } = [];

    /// <summary>The definite article when it is a prefix (Arabic ال); empty otherwise.</summary>
    public string ArticlePrefix { get; init; } = "";

    /// <summary>The definite article where it is an ending of nouns (Icelandic -inn, -num): endings that make a noun definite.</summary>
    public ImmutableArray<string> ArticleSuffixes { get; init; } = [];

    /// <summary>Pronouns that are suffixes, tried when the rest is a known word.</summary>
    public ImmutableArray<string> PronounSuffixes { get; init; } = [];

    /// <summary>Endings that inflect names, each "ending" or "ending>base": a name without or with the replaced ending is the same name.</summary>
    public ImmutableArray<string> NameEndings { get; init; } = [];

    /// <summary>Whether a subject usually stands behind its verb, even where another clause could lend one.</summary>
    public bool VerbFirst { get; init; }

    /// <summary>
    /// Whether a verb needs no subject and its object is a bare noun (Italian, Portuguese): behind "said that will meet" stands whom he meets.
    /// </summary>
    public bool ProDrop { get; init; }

    /// <summary>Whether a sentence whose verb stands in the subjunctive goes on with what was said before it: German "Er habe ...".</summary>
    public bool FreeIndirect { get; init; }

    /// <summary>Whether a verb of saying without a subject is said by the office it is said in (Russian "В МИД заявили").</summary>
    public bool OfficesSpeak { get; init; }

    /// <summary>
    /// Whether the verbs of a clause stand in a bracket or at its end (German, Dutch): the auxiliary second and the verb last, or all verbs
    /// last behind a word that opens a clause.
    /// </summary>
    public bool VerbBracket { get; init; }

    /// <summary>
    /// The mark of an infinitive inside a verb with its ending, "zu*en": a verb with a prefix, the mark and a stem between is one (German
    /// "einzutreten").
    /// </summary>
    public ImmutableArray<string> InfinitiveInfixes { get; init; } = [];

    /// <summary>Whether he and she may be states and bodies, because every noun has a gender.</summary>
    public bool GenderedNouns { get; init; }

    /// <summary>Beginnings of verbs that make them future (Arabic س), with the letter of the person.</summary>
    public ImmutableArray<string> FuturePrefixes { get; init; } = [];

    /// <summary>Whether the tagger is better than the lists at telling a verb from a noun; false where little text was there to train it on.</summary>
    public bool TrustTagger { get; init; } = true;

    /// <summary>Whether endings show the case of nouns, so that a subject can be told from an object.</summary>
    public bool Cases { get; init; }

    /// <summary>Whether the head of a noun phrase stands before what belongs to it ("gobierno venezolano", وزير الخارجية).</summary>
    public bool HeadFirst { get; init; }

    /// <summary>Whether two nouns in a row are owner and owned (Arabic construct state), so that a definite noun ends its phrase.</summary>
    public bool ConstructState { get; init; }

    /// <summary>Endings that a noun loses before its owner (Arabic -ون), so that with them it has none; empty where none tells.</summary>
    public ImmutableArray<string> FreeEndings { get; init; } = [];

    /// <summary>The ending that makes an indefinite noun an object (Arabic اتصالا); empty where none does.</summary>
    public string ObjectEnding { get; init; } = "";

    /// <summary>The ending of feminine nouns (Arabic ة), by which the subject of a verb that tells he from she is known; empty where none is.</summary>
    public string FeminineEnding { get; init; } = "";

    /// <summary>Whether words are written without spaces between them (Chinese), so that text is cut by the words it may be made of.</summary>
    public bool Segments { get; init; }

    /// <summary>Family names, apart by spaces, that stand before one or two characters of a given name; where text is cut into words.</summary>
    public string Surnames { get; init; } = "";

    /// <summary>Characters that given names are made of though they are as often words of their own.</summary>
    public string GivenLetters { get; init; } = "";

    /// <summary>Characters that spell foreign names by sound; where text is cut into words.</summary>
    public string SoundLetters { get; init; } = "";

    /// <summary>Characters that do so among others, but are as often words of their own.</summary>
    public string WeakSoundLetters { get; init; } = "";

    /// <summary>Whether the language has articles, so that a bare noun is an indefinite one.</summary>
    public bool Articles { get; init; } = true;

    /// <summary>What ends the name of a place, a people or a thing, where a name is one word: 河, 人, 教.</summary>
    public ImmutableArray<string> ThingEndings { get; init; } = [];

    /// <summary>Whether people's names may have an article, as in "la Meloni"; elsewhere a name with one is a thing's.</summary>
    public bool NamesTakeArticles { get; init; }

    /// <summary>Whether what belongs to a verb or noun by a preposition, and clauses about a noun, stand before it.</summary>
    public bool ModifiersFirst { get; init; }

    /// <summary>Whether verbs follow one another without a word or form that joins them, and a comma alone opens what is said.</summary>
    public bool SerialVerbs { get; init; }

    /// <summary>Whether what marks a noun phrase stands behind it (Turkish, Japanese, Hindi): postpositions, and endings that mark like them.</summary>
    public bool Postpositions { get; init; }

    /// <summary>
    /// Endings of nouns that mark their phrase like a preposition, each "ending>preposition of grammar.txt"; "ending>obj" marks an object. An
    /// ending split off by <see cref="SplitEndings"/> is looked up without its apostrophe. Used with <see cref="Postpositions"/>.
    /// </summary>
    public ImmutableArray<string> CaseEndings { get; init; } = [];

    /// <summary>Endings of nouns that say whose they are, so that a genitive before them belongs to them (Turkish -ı, -sı). Used with <see cref="Postpositions"/>.</summary>
    public ImmutableArray<string> OwnedEndings { get; init; } = [];

    /// <summary>Whether a verb stands behind its subject, objects and whatever depends on it (Turkish, Japanese, Hindi).</summary>
    public bool VerbLast { get; init; }

    /// <summary>Whether there is no definite article, so that a noun without a determiner may mean one spoken of before ("Bakan", the minister).</summary>
    public bool BareDefinite { get; init; }

    /// <summary>Abbreviations after which a full stop does not end the sentence, without the stop.</summary>
    public ImmutableArray<string> Abbreviations { get; init; } = [];
}

/// <summary>One language as data, loaded and frozen: what its words tell, how its phrases are built, how its times are said.</summary>
public sealed class LanguagePack
{
    internal LanguagePack(
        PackSettings settings,
        ImmutableArray<Cue> cues,
        FrozenDictionary<string, Frame> frames,
        TimeLexicon times,
        IReadOnlyDictionary<string, bool> vocabulary,
        Segmenter? segmenter,
        Dictionary<string, Inflection> inflections,
        Tagger? tagger
    )
    {
        Settings = settings;
        Cues = cues;
        Lexicon = new(cues.Where(cue => cue.Kind != CueKind.Common));
        Frames = frames;
        Times = times;
        _vocabulary = vocabulary;
        Segmenter = segmenter;
        Inflections = inflections;
        Tagger = tagger;
        Mark = new(settings, cues, vocabulary.Keys);
        KeepWhole = settings
            .KeepWhole.Where(word => !word.EndsWith('*'))
            .Select(word => Values.Fold.Word(word))
            .ToFrozenSet(StringComparer.Ordinal);
        KeepWholePrefixes =
        [
            .. settings
                .KeepWhole.Where(word => word.EndsWith('*'))
                .Select(word => Values.Fold.Word(word.AsSpan(0, word.Length - 1))),
        ];
        _givenNames = cues.Where(cue => cue.Kind == CueKind.Given && cue.Elements.Length == 1)
            .SelectMany(cue => cue.Elements[0].Forms)
            .ToFrozenSet(StringComparer.Ordinal);
        // Where written words divide, those that stand inside a longer phrase of the lists are whole too.
        _inCues =
            settings.SplitBeginnings.Length == 0
                ? FrozenSet<string>.Empty
                : cues.Where(cue =>
                        cue.Kind is CueKind.World or CueKind.Person or CueKind.Body or CueKind.Media or CueKind.Given
                    )
                    .SelectMany(cue => cue.Elements)
                    .SelectMany(element => element.Forms)
                    .ToFrozenSet(StringComparer.Ordinal);
        StateNames = cues.Where(cue =>
                cue.Kind == CueKind.World && cue.ActorType == ActorType.State && cue.Name is not null
            )
            .DistinctBy(cue => cue.State, StringComparer.Ordinal)
            .ToFrozenDictionary(cue => cue.State!, cue => cue.Name!, StringComparer.Ordinal);
        Elisions = settings.Elisions.ToFrozenSet(StringComparer.Ordinal);
        Abbreviations = settings.Abbreviations.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    public PackSettings Settings { get; }

    public string Code => Settings.Code;

    public ImmutableArray<Cue> Cues { get; }

    public Lexicon Lexicon { get; }

    public FrozenDictionary<string, Frame> Frames { get; }

    internal TimeLexicon Times { get; }

    /// <summary>Tells word classes; null where the pack ships no model, and the lists alone must do.</summary>
    internal Tagger? Tagger { get; }

    /// <summary>Folded words known to stand alone, and whether as a name; empty where no written words divide and capitals tell names.</summary>
    private readonly IReadOnlyDictionary<string, bool> _vocabulary;

    /// <summary>Cuts words that are written without spaces; null where spaces do.</summary>
    internal Segmenter? Segmenter { get; }

    private readonly FrozenSet<string> _givenNames;

    private readonly FrozenSet<string> _inCues;

    /// <summary>Surnames by the folded words that a word-for-word translation into this language makes of them.</summary>
    internal FrozenDictionary<string, ImmutableArray<string>> TranslatedSurnames { get; init; } =
        FrozenDictionary<string, ImmutableArray<string>>.Empty;

    internal bool IsGivenName(string form) => _givenNames.Contains(form);

    /// <summary>Whether a name, post or body of the lists holds the word, in any place; only where written words divide.</summary>
    internal bool IsInCue(string form) => _inCues.Contains(form);

    internal bool KnowsWord(string form) => _vocabulary.ContainsKey(form);

    /// <summary>Whether a word is known and is no name.</summary>
    internal bool KnowsAsOrdinary(string form) => _vocabulary.TryGetValue(form, out var isName) && !isName;

    /// <summary>What the endings of verbs tell, by folded form, as far as the paradigms say and no two verbs disagree.</summary>
    internal Dictionary<string, Inflection> Inflections { get; }

    /// <summary>What tells its texts from those of other languages.</summary>
    public LanguageMark Mark { get; }

    internal FrozenSet<string> Common => Mark.Common;

    /// <summary>English names of states by ISO 3166 code.</summary>
    internal FrozenDictionary<string, string> StateNames { get; }

    internal FrozenSet<string> KeepWhole { get; }

    internal ImmutableArray<string> KeepWholePrefixes { get; }

    internal FrozenSet<string> Elisions { get; }

    internal FrozenSet<string> Abbreviations { get; }
}
