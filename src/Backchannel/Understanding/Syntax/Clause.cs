namespace Backchannel.Understanding.Syntax;

internal enum ClauseKind
{
    Main,

    /// <summary>What is said, thought, wanted: behind "that", or bare behind a verb of saying.</summary>
    Complement,
    Relative,
    Adverbial,
    Infinitive,
    Participle,
}

/// <summary>One predicate with its subject, objects and prepositional phrases.</summary>
internal sealed class Clause(ClauseKind kind, Clause? parent)
{
    public ClauseKind Kind { get; set; } = kind;

    /// <summary>The clause it depends on or is joined to.</summary>
    public Clause? Parent { get; set; } = parent;

    public Nominal? Subject { get; set; }

    /// <summary>Whether the subject was taken over from another clause.</summary>
    public bool SubjectIsCarried { get; set; }

    public VerbGroup? Verb { get; set; }

    public List<Nominal> Objects { get; } = [];

    public List<Nominal> Obliques { get; } = [];

    /// <summary>First tokens of its expressions of time.</summary>
    public List<int> Times { get; } = [];

    /// <summary>The noun phrase a relative clause is about.</summary>
    public Nominal? Antecedent { get; set; }

    /// <summary>The preposition before the relative pronoun: "with whom".</summary>
    public string AntecedentMarker { get; init; } = "";

    /// <summary>The word that opens it: a token position of a complementizer or subordinator, or -1.</summary>
    public int Opener { get; init; } = -1;

    public bool IsHypothetical { get; init; }

    public int First { get; set; } = int.MaxValue;

    public int Last { get; set; } = -1;

    /// <summary>Whether a comma stood before it.</summary>
    public bool AfterComma { get; init; }

    public void Grow(int first, int last)
    {
        First = Math.Min(First, first);
        Last = Math.Max(Last, last);
    }

    public IEnumerable<Clause> Ancestors()
    {
        for (var clause = Parent; clause is not null; clause = clause.Parent)
            yield return clause;
    }
}
