using Backchannel.Languages;

namespace Backchannel.Understanding.Syntax;

/// <summary>Joins noun phrases where what marks them stands behind them.</summary>
internal static partial class Links
{
    /// <summary>"İran'ın Ankara büyükelçisi", "Rusya ile ABD arasındaki görüşme": what a phrase belongs to stands behind it.</summary>
    private static bool Lead(Sentence sentence, int i, Nominal nominal)
    {
        var units = sentence.Units;
        if (sentence.MarkerOf(nominal) is not { } hit || i + 1 >= units.Count)
            return false;
        if (hit.Cue.Is("attach") && units[i + 1].Nominal is { } described)
        {
            Hang(nominal, described);
            return true;
        }
        if (!hit.Cue.Is("genitive"))
            return false;
        // "Fidan'ın mevkidaşıyla görüştüğünü": somebody marked for the verb behind is not what the genitive belongs to.
        if (
            TellsLikeNoun(units, i + 1)
            && !LeadsToGenitive(sentence, i)
            && (
                units[i + 1].Nominal is not { IsOwned: true } next
                || (IsSomebody(sentence, nominal) || !HasRole(sentence, next))
                    && IsEntity(sentence, next)
                    && !(next.Marker.Length == 0 && !next.IsObject)
                    && next.Marker != nominal.Marker
            )
        )
            return false;
        for (var k = i + 1; k < units.Count; k++)
        {
            // The subject of a clause told like a noun: "Fidan'ın Moskova'ya gideceğini".
            if (units[k].Verb is { } verb)
            {
                if (verb is { IsFinite: true, IsNominal: false } or { IsGerund: true })
                    return false;
                // "Fidan'ın gelen heyetle görüşmesi": over what tells of another noun.
                if (verb.IsParticiple && !verb.IsNominal)
                    continue;
                return false;
            }
            if (units[k].Nominal is { } owned)
            {
                if (owned.IsOwned && owned.AttachedTo is null)
                {
                    Hang(nominal, owned);
                    return true;
                }
                continue;
            }
            if (units[k].Kind is not (UnitKind.Time or UnitKind.Quote or UnitKind.Coordinator))
                return false;
        }
        return false;
    }

    /// <summary>A person, who has no posts and bodies of his own: "Fidan'ın mevkidaşıyla", but "ABD'nin temsilcisiyle".</summary>
    private static bool IsSomebody(Sentence sentence, Nominal nominal) =>
        HasName(sentence, nominal) || HasRole(sentence, nominal);

    /// <summary>"Moskova'nın Venezuela'ya desteğinin süreceğini": another genitive behind it is the subject, and this one belongs to it.</summary>
    private static bool LeadsToGenitive(Sentence sentence, int i)
    {
        for (var k = i + 1; k < sentence.Units.Count; k++)
        {
            if (sentence.Units[k].Nominal is not { } nominal)
                return false;
            if (nominal.IsOwned && sentence.MarkerOf(nominal) is { } hit && hit.Cue.Is("genitive"))
                return true;
        }
        return false;
    }

    /// <summary>Whether a verb that tells its clause like a noun comes before a finite one.</summary>
    private static bool TellsLikeNoun(List<Unit> units, int k)
    {
        for (; k < units.Count; k++)
        {
            if (units[k].Kind is UnitKind.Semicolon or UnitKind.Colon)
                return false;
            if (units[k].Verb is not { } verb)
                continue;
            if (verb.IsNominal)
                return !(verb.IsParticiple && k + 1 < units.Count && units[k + 1].Kind == UnitKind.Nominal);
            if (verb.IsFinite)
                return false;
        }
        return false;
    }

    /// <summary>A, B and C'nin: the last of a list bears the mark of all.</summary>
    private static void ListBehind(Sentence sentence, int i, Nominal nominal)
    {
        var (before, between) = Before(sentence.Units, i);
        if (before is null || between is not (UnitKind.Coordinator or UnitKind.Comma))
            return;
        if (before.Marker.Length > 0 && before.Marker != nominal.Marker || before.IsObject && !nominal.IsObject)
            return;
        if (between is UnitKind.Comma && !EndsWithCoordinator(sentence.Units, i))
            return;
        if (IsEntity(sentence, before) != IsEntity(sentence, nominal) || before.Renames is not null)
            return;
        var whole = before.ListedWith ?? before;
        nominal.ListedWith = whole;
        whole.Listed.Add(nominal);
        whole.Marker = nominal.Marker;
        whole.MarkerHit = nominal.MarkerHit;
        whole.IsObject = nominal.IsObject;
        if (nominal.AttachedTo is { } host)
        {
            host.Attached.Remove(nominal);
            nominal.AttachedTo = null;
            Hang(whole, host);
        }
    }
}
