namespace Backchannel.Understanding.Syntax;

/// <summary>Which clause depends on which where verbs stand last.</summary>
internal sealed partial class VerbLastClauses
{
    /// <summary>The clauses that wait for a verb depend on this one, and share its subject where they have none.</summary>
    private void Depend(Clause clause, List<Nominal> taken)
    {
        // What tells of somebody outside of this clause waits on: "Ruiz'le görüşen bakan, Holm'ün istifa ettiğini söyledi".
        var waits = _level.Waiting.FindAll(waiting =>
            clause.Kind != ClauseKind.Main
                && waiting is { Kind: ClauseKind.Relative, Antecedent: { } of }
                && !taken.Contains(of)
                && !(of.AttachedTo is { } on && taken.Contains(on))
            // What is listed with a clause does not depend on it.
            || clause.Kind == ClauseKind.Complement
                && waiting is { Kind: ClauseKind.Complement, Verb: { } verb }
                && _units.Exists(unit =>
                    unit.Kind is UnitKind.Coordinator or UnitKind.Comma && unit.First == verb.Main + 1
                )
        );
        foreach (var waiting in _level.Waiting.Except(waits))
            waiting.Parent = clause;
        if (clause.Kind == ClauseKind.Main)
        {
            foreach (var dependent in _all.Where(each => each.Ancestors().Contains(clause)))
            {
                if (dependent.Subject is not null)
                    continue;
                dependent.Subject = dependent.Ancestors().FirstOrDefault(above => above.Subject is not null)?.Subject;
                dependent.SubjectIsCarried = dependent.Subject is not null;
            }
        }
        _level.Waiting.Clear();
        _level.Waiting.AddRange(waits);
    }
}
