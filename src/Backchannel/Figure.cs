using System.Collections.Immutable;

namespace Backchannel;

/// <summary>A role a figure is said to hold: the words, and the state or body it belongs to where the text says so.</summary>
public sealed record RoleHeld(string Text, Span Span);

/// <summary>
/// Everyone whom one document treats as one, named or not. An actor is the many-document twin.
/// </summary>
public sealed record Figure
{
    /// <summary>The fullest name the document gives, or the description where it gives none.</summary>
    public required string Name { get; init; }

    public required ActorType Type { get; init; }

    /// <summary>Whether a proper name is known.</summary>
    public required bool IsNamed { get; init; }

    /// <summary>Whether it is a source whom the text does not name.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>Reports of others that nobody names: "several press reports", "a paper".</summary>
    public bool IsReport { get; init; }

    /// <summary>Somebody sent, who stands for a side that the words need not name.</summary>
    public bool IsEnvoy { get; init; }

    /// <summary>The outlet that this article appeared in, speaking of itself.</summary>
    public bool IsOwnOutlet { get; init; }

    /// <summary>Those who are told: reporters, viewers.</summary>
    public bool IsAudience { get; init; }

    /// <summary>More than one person or thing: "dozens of allies".</summary>
    public bool IsPlural { get; init; }

    /// <summary>The key in the world lists ("state:US", "agency:EFE"), where the name is in them.</summary>
    public string? Known { get; init; }

    /// <summary>
    /// What kind of body a description tells of, in English ("government", "foreign ministry"), where the pack's words do: a body of that kind is
    /// one for each state or person that has it, in every language. Null for names and for everything else.
    /// </summary>
    public string? BodyKind { get; init; }

    /// <summary>
    /// Surnames of which its name, one word, may be a word-for-word translation: "Hair", where somebody called Cabello may be meant. A possibility, which only
    /// other names of the same documents can bear out.
    /// </summary>
    public ImmutableArray<string> TranslatedFrom { get; init; } = [];

    /// <summary>
    /// The side it acts for: a position in <see cref="Findings.Figures"/> of a state or body, as the text says ("US officials") or the
    /// world lists know (the White House).
    /// </summary>
    public int? ActsFor { get; init; }

    /// <summary>"Both sides", "the two countries": whoever is in contact there.</summary>
    public bool IsSides { get; init; }

    /// <summary>"The two leaders", "both ministers": two people spoken of together.</summary>
    public bool IsPair { get; init; }

    /// <summary>Those it stands for together ("both sides"): positions in <see cref="Findings.Figures"/>.</summary>
    public ImmutableArray<int> Members { get; init; } = [];

    public ImmutableArray<RoleHeld> Roles { get; init; } = [];

    /// <summary>Every different name or description the document uses, in order of appearance.</summary>
    public ImmutableArray<string> Names { get; init; } = [];
}
