using Backchannel.Languages;
using Backchannel.Understanding.Syntax;

namespace Backchannel.Understanding.Contents;

/// <summary>Those who act together where the words put them before the verb: two states in one word, one with another.</summary>
internal static class Pairs
{
    /// <summary>俄美两国代表: the states of a pair, each for itself.</summary>
    public static List<NominalReference> Of(Sentence sentence, Nominal nominal)
    {
        if (!sentence.ModifiersFirst)
            return [];
        var states = nominal
            .Inner.Where(inner => inner is { Figure: >= 0, Known.ActorType: ActorType.State })
            .OrderBy(inner => inner.CoreFirst)
            .ToList();
        return states.Count == 2 && states[1].CoreFirst == states[0].CoreLast + 1 ? states : [];
    }

    /// <summary>挪威与智利同意举行峰会: whom the first of several verbs is done with takes part in what the next ones tell.</summary>
    public static IEnumerable<Nominal> Obliques(Sentence sentence, Clause clause)
    {
        if (clause is not { Verb.IsSerial: true, Parent: { Verb: { } above } parent })
            return clause.Obliques;
        return parent
            .Obliques.Where(oblique =>
                oblique.First < above.First
                && sentence.HitsAt(oblique.MarkerFirst, CueKind.Preposition).Any(hit => hit.Cue.Is("together"))
            )
            .Concat(clause.Obliques);
    }
}
