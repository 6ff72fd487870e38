using Backchannel.Languages;

namespace Backchannel.Understanding.Syntax;

/// <summary>A noun phrase without what hangs on it by prepositions, with links to it.</summary>
internal sealed class Nominal
{
    public required int First { get; init; }

    public required int Last { get; init; }

    /// <summary>The preposition before it, folded; "" where there is none.</summary>
    public string Marker { get; set; } = "";

    /// <summary>The first token of that preposition; <see cref="First"/> where there is none.</summary>
    public int MarkerFirst { get; set; }

    /// <summary>The preposition that a case ending stands for, where phrases are marked behind; null otherwise.</summary>
    public Hit? MarkerHit { get; set; }

    /// <summary>Whether an ending shows that it is the object of a verb.</summary>
    public bool IsObject { get; set; }

    /// <summary>Whether an ending says that it belongs to somebody.</summary>
    public bool IsOwned { get; set; }

    /// <summary>The last token with the postposition behind it.</summary>
    public int MarkedLast => Math.Max(Last, MarkerFirst);

    public bool IsPronoun { get; init; }

    /// <summary>The pronoun's cue, for person and number.</summary>
    public Cue? Pronoun { get; init; }

    /// <summary>Tokens of a possessor inside the phrase ("Maduro" in "Maduro's allies"), or none.</summary>
    public (int First, int Last)? Possessor { get; init; }

    /// <summary>Whether the phrase right behind is whose it is, without a preposition.</summary>
    public bool OwnsNext { get; init; }

    /// <summary>A possessive word that opens it ("his allies").</summary>
    public Cue? PossessiveWord { get; init; }

    public bool IsDefinite { get; set; }

    /// <summary>Definite only because nothing says otherwise, where the language has no articles.</summary>
    public bool IsBare { get; init; }

    public bool IsDemonstrative { get; init; }

    public bool IsNegated { get; init; }

    /// <summary>The phrase this one hangs on ("of Venezuela" on "president").</summary>
    public Nominal? AttachedTo { get; set; }

    public List<Nominal> Attached { get; } = [];

    /// <summary>The first of the phrases this one is listed with.</summary>
    public Nominal? ListedWith { get; set; }

    public List<Nominal> Listed { get; } = [];

    /// <summary>The phrase that this one renames: "Claver-Carone, head of ...".</summary>
    public Nominal? Renames { get; set; }

    public List<Nominal> Renamed { get; } = [];

    /// <summary>What the phrase refers to, filled in when mentions are found; null where it names no actor or place.</summary>
    public NominalReference? Reference { get; set; }

    /// <summary>Names inside it that are not what it refers to: "Trump" in "the Trump administration", "Maduro" in "Maduro's departure".</summary>
    public List<NominalReference> Inner { get; } = [];

    public bool IsActor => Reference is { IsActor: true };

    /// <summary>The last token with all that hangs on it.</summary>
    public int FullLast => Attached.Count == 0 ? Last : Math.Max(Last, Attached.Max(nominal => nominal.FullLast));

    /// <summary>The last token of a relative clause that says who is meant, where the phrase itself does not: "those who are said to be ...".</summary>
    public int Described { get; set; } = -1;

    /// <summary>The last token of all that describes it.</summary>
    public int WholeLast =>
        Math.Max(Math.Max(Last, Described), Attached.Count == 0 ? -1 : Attached.Max(nominal => nominal.WholeLast));

    /// <summary>The first token with all that hangs on it; its own first one where markers stand in front.</summary>
    public int FullFirst => Attached.Count == 0 ? First : Math.Min(First, Attached.Min(nominal => nominal.FullFirst));

    /// <summary>This phrase and those listed with it.</summary>
    public IEnumerable<Nominal> All() => Listed.Prepend(this);
}

/// <summary>Who or what a noun phrase refers to, as far as the phrase itself tells.</summary>
internal sealed class NominalReference
{
    public required MentionKind Kind { get; init; }

    public required ActorType Type { get; init; }

    /// <summary>Tokens of the name, or of the head word.</summary>
    public required int CoreFirst { get; init; }

    public required int CoreLast { get; init; }

    /// <summary>The people, body or media cue that heads it.</summary>
    public Cue? Head { get; init; }

    /// <summary>The world list entry that it is.</summary>
    public Cue? Known { get; init; }

    /// <summary>The name inside the phrase of whom or what it belongs to: "Venezuelan" in "Venezuelan officials".</summary>
    public NominalReference? Owner { get; init; }

    /// <summary>All tags of the cues at its head.</summary>
    public IReadOnlySet<string> Tags { get; init; } = System.Collections.Frozen.FrozenSet<string>.Empty;

    /// <summary>Whether the type rests on no more than a capital letter.</summary>
    public bool IsWeak { get; init; }

    /// <summary>Tokens of a role inside the phrase ("Venezuelan President" before a name).</summary>
    public (int First, int Last)? Role { get; init; }

    public bool IsPlural { get; init; }

    public bool IsActor { get; init; }

    /// <summary>Position in <see cref="Findings.Figures"/>, when figures are gathered.</summary>
    public int Figure { get; set; } = -1;
}
