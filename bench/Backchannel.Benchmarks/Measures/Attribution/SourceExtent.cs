using Backchannel.Understanding.Syntax;

namespace Backchannel.Benchmarks.Measures.Attribution;

/// <summary>
/// All words of a source, as corpora mark them: with what hangs on its head, its apposition and the relative clause that tells of it. The engine
/// points at the head; what it says of the rest lies in phrases and clauses.
/// </summary>
internal static class SourceExtent
{
    /// <summary>The spans of a source, each grown to its end; several that only "and" or a comma joins are one.</summary>
    public static List<Span> Of(Sentence sentence, IEnumerable<Span> heads)
    {
        var grown = new List<(int First, int Last)>();
        foreach (var head in heads.OrderBy(head => head.Start))
        {
            var first = Array.FindIndex(sentence.Tokens, token => token.Span.End > head.Start);
            var last = Array.FindLastIndex(sentence.Tokens, token => token.Span.Start < head.End);
            if (first < 0 || last < first)
                continue;
            var end = Grown(sentence, first, last);
            if (grown.Count > 0 && IsJoined(sentence, grown[^1].Last, first))
                grown[^1] = (grown[^1].First, Math.Max(grown[^1].Last, end));
            else
                grown.Add((first, end));
        }
        return [.. grown.Select(each => sentence.SpanOf(each.First, each.Last))];
    }

    private static bool IsJoined(Sentence sentence, int last, int first)
    {
        for (var t = last + 1; t < first; t++)
        {
            if (
                sentence.Texts[t] is not "," && sentence.Grammar[t] is not Backchannel.Languages.CueKind.Coordinator
                || first - last > 3
            )
                return false;
        }
        return true;
    }

    private static int Grown(Sentence sentence, int first, int last)
    {
        var units = sentence.Units;
        var at = units.FindIndex(unit => unit.First <= last && last <= unit.Last);
        if (at < 0)
            return last;
        var passedComma = false;
        var j = at + 1;
        while (j < units.Count)
        {
            if (Belongs(sentence, units, j, first, last) is not { } end)
                break;
            passedComma |= units[j].Kind == UnitKind.Comma;
            last = Math.Max(last, end);
            while (j < units.Count && units[j].First <= last)
                j++;
        }
        // "Holm, the envoy of Norway, said": the comma that closes what is put in belongs to it.
        return
            passedComma && j + 1 < units.Count && units[j].Kind == UnitKind.Comma && units[j + 1].Kind == UnitKind.Verb
            ? units[j].Last
            : last;
    }

    /// <summary>The last token of what begins at a unit and belongs to the source; null where nothing does.</summary>
    private static int? Belongs(Sentence sentence, List<Unit> units, int j, int first, int last)
    {
        bool IsOf(Nominal? of) => of is not null && first <= of.First && of.Last <= last;
        var k = j;
        while (
            k < units.Count
            && units[k].Kind is UnitKind.Comma or UnitKind.OpenParenthesis or UnitKind.Preposition
            && k - j < 3
        )
            k++;
        if (k >= units.Count)
            return null;
        if (units[k].Kind == UnitKind.CloseParenthesis && k == j)
            return units[k].Last;
        if (units[k].Nominal is { } nominal && (IsOf(nominal.AttachedTo) || IsOf(nominal.Renames)))
            return nominal.Last;
        var clause = sentence.Clauses.Find(each =>
            each is { Kind: ClauseKind.Relative or ClauseKind.Participle }
            && (each.Opener >= 0 ? each.Opener : each.First) == units[k].First
            && IsOf(each.Antecedent ?? (each.Kind == ClauseKind.Participle ? each.Subject : null))
        );
        return clause is null
            ? null
            : sentence
                .Clauses.Where(each => each == clause || each.Ancestors().Contains(clause))
                .Max(each => each.Last);
    }
}
