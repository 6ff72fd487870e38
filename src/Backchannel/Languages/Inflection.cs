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
    }.ToImmutableDictionary(StringComparer.Ordinal);
}

/// <summary>One form of a paradigm, '~' for the stem; what its ending tells, or null where the pack does not say.</summary>
internal sealed record Template(string Pattern, Inflection? Inflection);
