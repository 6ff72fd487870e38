using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Backchannel.Languages;

/// <summary>What a line of a pack's word lists is for; the names are the section names of the lists.</summary>
public enum CueKind
{
    // grammar.txt
    Common,
    Determiner,
    Pronoun,
    Possessive,
    Preposition,
    Complementizer,
    Relative,
    Subordinator,
    Coordinator,
    Negator,
    Auxiliary,
    Adverb,
    Ordinal,

    // people.txt, bodies.txt, media.txt, world lists
    Person,
    Body,
    Media,
    StateNoun,
    BodyKind,
    Adjective,
    World,
    Given,
    Particle,
    NotName,
    Former,

    // speech.txt
    Say,
    Attribute,
    Report,
    Anonymity,
    Medium,
    SameSource,
    Back,

    // contacts.txt, bargain.txt, pressure.txt, position.txt
    Trigger,
    Support,
    Secret,
    Channel,

    // status.txt
    Status,
    Hedge,

    // noise.txt
    Noise,
    Credit,
}

/// <summary>The word class a cue must be read as; Any where the words say enough.</summary>
public enum WordClass
{
    Any,
    Verb,
    Noun,
    Adjective,
}

/// <summary>
/// One line of a pack's lists: a phrase and what it tells. Immutable, shared by all documents.
/// </summary>
public sealed record Cue
{
    public required CueKind Kind { get; init; }

    /// <summary>"en/contacts.txt:12", for explanations and errors.</summary>
    public required string Source { get; init; }

    /// <summary>The phrase as the pack writes it.</summary>
    public required string Pattern { get; init; }

    internal ImmutableArray<Element> Elements { get; init; } = [];

    /// <summary>Which element bears the arguments; the first unless one is starred.</summary>
    public int Head { get; init; }

    public WordClass Class { get; init; }

    public ContentType? Type { get; init; }

    /// <summary>How a trigger's neighbours fill its roles; null for cues that take none.</summary>
    public Frame? Frame { get; init; }

    public Stance? Stance { get; init; }

    public Status? Status { get; init; }

    public Channel? Channel { get; init; }

    public ActorType? ActorType { get; init; }

    /// <summary>Key in the world lists: "state:VE", "agency:EFE".</summary>
    public string? Key { get; init; }

    /// <summary>ISO 3166 code of the state an entry belongs to.</summary>
    public string? State { get; init; }

    /// <summary>Free tags: "genitive", "source", "audience", "plural", "definite", "first", "second", ...</summary>
    public FrozenSet<string> Tags { get; init; } = [];

    /// <summary>The canonical name of a world entry, in English.</summary>
    public string? Name { get; init; }

    public bool Is(string tag) => Tags.Contains(tag);

    public override string ToString() => $"{Source} '{Pattern}'";
}

/// <summary>One place of a phrase: the forms that fit it, whether it may be missing, or a gap of a few words.</summary>
internal sealed record Element(
    HashSet<string> Forms,
    HashSet<string> CasedForms,
    bool Optional,
    bool Gap,
    int LeastGap = 0,
    int MostGap = 0
)
{
    /// <summary>Folded endings of longer words that fit: compounds whose last part is meant.</summary>
    public ImmutableArray<string> Endings { get; init; } = [];
}

/// <summary>
/// How the neighbours of a trigger fill its roles. Slots are "subj", "obj", "poss" (possessor or genitive), "adj" (a state's adjective on
/// a noun: "US-Iranian talks"), "support" (subject of a support verb: "held talks"), "governor" (subject of whatever verb governs a noun), or
/// a preposition of the language. Place and source are slots beside the participants' roles.
/// </summary>
public sealed record Frame(string Name, FrozenDictionary<string, Slot> Slots)
{
    public Slot? For(string marker) => Slots.TryGetValue(marker, out var slot) ? slot : null;
}

public enum Slot
{
    Party,
    Visitor,
    Host,
    Intermediary,
    OnBehalfOf,
    Addressee,
    Target,
    Topic,
    Place,

    /// <summary>Who does what bargain, pressure and position speak of: the demander, the accuser, the supporter.</summary>
    Actor,

    /// <summary>The thing demanded, offered, seized: a span, not an actor.</summary>
    Matter,
}
