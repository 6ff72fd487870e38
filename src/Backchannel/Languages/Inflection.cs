using System.Collections.Immutable;

namespace Backchannel.Languages;

/// <summary>What the ending of a verb tells: paradigms say it, so that no tagger has to guess it.</summary>
internal sealed record Inflection(
    VerbForm Form,
    Mood Mood = Mood.None,
    bool IsFuture = false,
    bool HoldsSubject = false,
    FirstPerson FirstPerson = FirstPerson.None,
    Gender Gender = Gender.None
)
{
    /// <summary>An ending or a negator inside the word that negates.</summary>
    public bool IsNegated { get; init; }

    /// <summary>may, can.</summary>
    public bool IsPossible { get; init; }

    /// <summary>must, should.</summary>
    public bool IsModal { get; init; }

    /// <summary>Goes on.</summary>
    public bool IsProgressive { get; init; }

    /// <summary>I or we.</summary>
    public bool IsFirst { get; init; }

    /// <summary>Tells a whole clause like a noun: Turkish "görüştüğünü", that he met.</summary>
    public bool IsNominal { get; init; }

    /// <summary>The words that paradigms.txt puts behind a paradigm's name.</summary>
    public static readonly ImmutableDictionary<string, Inflection> ByName = new Dictionary<string, Inflection>(
        StringComparer.Ordinal
    )
    {
        ["finite"] = new(VerbForm.Finite),
        ["infinitive"] = new(VerbForm.Infinitive),
        ["participle"] = new(VerbForm.Participle),
        ["gerund"] = new(VerbForm.Gerund),
        ["future"] = new(VerbForm.Finite, IsFuture: true),
        // The subject is in the form (Arabic التقيا), or the form says that it is we or I (التقينا).
        ["held"] = new(VerbForm.Finite, HoldsSubject: true),
        ["he"] = new(VerbForm.Finite, Gender: Gender.Male),
        ["she"] = new(VerbForm.Finite, Gender: Gender.Female),
        ["we"] = new(VerbForm.Finite, HoldsSubject: true, FirstPerson: FirstPerson.Plural),
        ["i"] = new(VerbForm.Finite, HoldsSubject: true, FirstPerson: FirstPerson.Singular),
        ["conditional"] = new(VerbForm.Finite, Mood.Conditional),
        ["subjunctive"] = new(VerbForm.Finite, Mood.Subjunctive),
        ["progressive"] = new(VerbForm.Finite) { IsProgressive = true },
        ["possible"] = new(VerbForm.Finite) { IsPossible = true },
        ["modal"] = new(VerbForm.Finite) { IsModal = true },
        ["negated"] = new(VerbForm.Finite) { IsNegated = true },
        ["negated-future"] = new(VerbForm.Finite, IsFuture: true) { IsNegated = true },
        ["negated-participle"] = new(VerbForm.Participle) { IsNegated = true },
        ["negated-infinitive"] = new(VerbForm.Infinitive) { IsNegated = true },
        ["attributive"] = new(VerbForm.Participle) { IsNominal = true },
        ["attributive-future"] = new(VerbForm.Participle, IsFuture: true) { IsNominal = true },
        ["negated-attributive"] = new(VerbForm.Participle) { IsNominal = true, IsNegated = true },
        ["first"] = new(VerbForm.Finite) { IsFirst = true },
        ["first-progressive"] = new(VerbForm.Finite) { IsFirst = true, IsProgressive = true },
        ["first-future"] = new(VerbForm.Finite, IsFuture: true) { IsFirst = true },
        ["first-negated"] = new(VerbForm.Finite) { IsFirst = true, IsNegated = true },
        ["first-negated-future"] = new(VerbForm.Finite, IsFuture: true) { IsFirst = true, IsNegated = true },
        ["first-nominal"] = new(VerbForm.Finite) { IsFirst = true, IsNominal = true },
        ["owned-infinitive"] = new(VerbForm.Infinitive) { IsNominal = true },
        ["nominal"] = new(VerbForm.Finite) { IsNominal = true },
        ["nominal-future"] = new(VerbForm.Finite, IsFuture: true) { IsNominal = true },
        ["negated-nominal"] = new(VerbForm.Finite) { IsNominal = true, IsNegated = true },
        ["negated-nominal-future"] = new(VerbForm.Finite, IsFuture: true) { IsNominal = true, IsNegated = true },
    }.ToImmutableDictionary(StringComparer.Ordinal);
}

/// <summary>One form of a paradigm, '~' for the stem; what its ending tells, or null where the pack does not say.</summary>
internal sealed record Template(string Pattern, Inflection? Inflection);
