namespace Backchannel.Languages;

/// <summary>The word classes of Universal Dependencies.</summary>
internal enum Upos : byte
{
    X,
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
}

internal enum VerbForm : byte
{
    None,
    Finite,
    Infinitive,
    Participle,
    Gerund,
}

internal enum Mood : byte
{
    None,
    Conditional,
    Subjunctive,
    Imperative,
}

internal enum Gender : byte
{
    None,
    Male,
    Female,
}

internal enum FirstPerson : byte
{
    None,
    Singular,
    Plural,
}

internal enum Case : byte
{
    None,
    Nominative,
    Accusative,
    Dative,
    Genitive,
    Other,
}

/// <summary>
/// What a word is in its sentence: a universal class, and of the features only those that rules use. A label is written
/// "VERB+Fin+Sub" or "NOUN+Gen".
/// </summary>
internal readonly record struct Tag(Upos Upos, VerbForm Form, Mood Mood, Case Case)
{
    /// <summary>Told by an ending of the pack's paradigms; a tagger does not tell it.</summary>
    public bool IsFuture { get; init; }

    /// <summary>Told by an ending too: the verb's subject is in it, so that no noun behind it can be.</summary>
    public bool HoldsSubject { get; init; }

    /// <summary>Told by an ending too: we or I do it.</summary>
    public FirstPerson FirstPerson { get; init; }

    /// <summary>Told by an ending too: whether he or she does it.</summary>
    public Gender Gender { get; init; }

    /// <summary>All that the ending tells, where paradigms tell it.</summary>
    public Inflection? Inflection { get; init; }

    public bool IsVerb => Upos is Upos.Verb or Upos.Aux;

    public bool IsFinite => IsVerb && Form is VerbForm.Finite;

    public bool IsNominal => Upos is Upos.Noun or Upos.Propn or Upos.Pron;

    public static Tag Parse(string label)
    {
        var parts = label.Split('+');
        var tag = new Tag(Enum.Parse<Upos>(parts[0], true), VerbForm.None, Mood.None, Case.None);
        foreach (var part in parts.Skip(1))
        {
            tag = part switch
            {
                "Fin" => tag with { Form = VerbForm.Finite },
                "Inf" => tag with { Form = VerbForm.Infinitive },
                "Part" => tag with { Form = VerbForm.Participle },
                "Ger" => tag with { Form = VerbForm.Gerund },
                "Cnd" => tag with { Mood = Mood.Conditional },
                "Sub" => tag with { Mood = Mood.Subjunctive },
                "Imp" => tag with { Mood = Mood.Imperative },
                "Nom" => tag with { Case = Case.Nominative },
                "Acc" => tag with { Case = Case.Accusative },
                "Dat" => tag with { Case = Case.Dative },
                "Gen" => tag with { Case = Case.Genitive },
                _ => tag with { Case = Case.Other },
            };
        }
        return tag;
    }
}
