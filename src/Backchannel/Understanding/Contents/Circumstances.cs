using Backchannel.Languages;
using Backchannel.Understanding.Syntax;

namespace Backchannel.Understanding.Contents;

/// <summary>Whether a thing happened, is planned, was tried or refused; affirmed or negated; secret; by what channel; when.</summary>
internal static class Circumstances
{
    public static void Read(Candidate candidate)
    {
        var sentence = candidate.Sentence;
        var clause = candidate.Clause;
        ReadStatus(candidate, sentence, clause);
        foreach (var hit in sentence.Hits)
        {
            if (!IsNear(candidate, hit))
                continue;
            if (hit.Cue.Kind == CueKind.Secret)
                candidate.Secret = true;
            if (
                hit.Cue.Kind == CueKind.Channel
                && candidate.Channel is Channel.Unknown or Channel.InPerson
                && hit.Cue.Channel is { } channel
            )
                candidate.Channel = channel;
            if (hit.Cue.Kind == CueKind.Hedge)
                candidate.IsHedged = true;
        }
        if (candidate.Channel == Channel.Unknown && candidate.Trigger.Cue.Channel is { } own)
            candidate.Channel = own;
        if (candidate.Trigger.Cue.Is("secret"))
            candidate.Secret = true;
        candidate.IsHedged |= IsReportive(candidate);
        candidate.Moment = Time(candidate, sentence);
    }

    /// <summary>"habría viajado", "se habrían producido contactos": the verb itself says that it is only reported.</summary>
    private static bool IsReportive(Candidate candidate) =>
        candidate.Clause?.Verb is { IsReportive: true }
        && (
            candidate.Nominal is not { } nominal
            || candidate.Clause.Subject == nominal
            || candidate.Clause.Objects.Contains(nominal)
        );

    /// <summary>In the trigger's noun phrase or verb group, or in the clause around them.</summary>
    private static bool IsNear(Candidate candidate, Hit hit)
    {
        if (candidate.Nominal is { } nominal)
        {
            if (nominal.First <= hit.First && hit.Last <= nominal.FullLast)
                return true;
            if (hit.Cue.Kind is CueKind.Hedge)
                return candidate.Clause?.Verb is { } verb
                    && verb.First <= hit.First
                    && hit.Last <= verb.Main + 1
                    && IsSubjectOrObject(candidate.Clause, nominal);
        }
        if (candidate.Clause is not { } clause)
            return false;
        if (hit.Cue.Kind is CueKind.Hedge)
            return clause.Verb is { } verb && verb.First - 1 <= hit.First && hit.Last <= verb.Main + 1;
        return clause.First <= hit.First && hit.Last <= clause.Last + 1;
    }

    private static bool IsSubjectOrObject(Clause clause, Nominal nominal) =>
        clause.Subject == nominal || clause.Objects.Contains(nominal);

    private static void ReadStatus(Candidate candidate, Sentence sentence, Clause? clause)
    {
        var status = Status.Unknown;
        if (candidate.Nominal is { } nominal)
        {
            candidate.Polarity = nominal.IsNegated ? Polarity.Negated : Polarity.Affirmed;
            // "the planned meeting", "a possible summit", "their cancelled talks".
            status = FirstStatus(sentence, nominal.First, nominal.Last, candidate.Trigger.Head) ?? Status.Unknown;
            if (
                clause?.Verb is { } verb
                && (
                    IsSubjectOrObject(clause, nominal)
                    || clause.Obliques.Contains(nominal)
                        // "görüşmede izin vermeyeceğini": the occasion of what is told, not what is told.
                        && !(sentence.VerbLast && sentence.MarkerOf(nominal) is { } on && on.Cue.Is("occasion"))
                    || clause.Subject is { } of && nominal.AttachedTo == of
                )
            )
            {
                // "the dialogue did not produce an agreement" does not say that there was none.
                if (
                    verb.IsNegated
                    && (
                        sentence.HitAt(verb.Main, CueKind.Support) is not null
                        || sentence.HitAt(verb.Main, CueKind.Auxiliary) is not null
                        // "a meeting is not planned"
                        || clause.Subject == nominal
                            && sentence.HitAt(verb.Main, CueKind.Status) is { Cue.Status: Status.Planned }
                    )
                )
                    candidate.Polarity = Polarity.Negated;
                // "will not impose sanctions" refuses; it does not deny that there are any.
                if (
                    candidate.Polarity == Polarity.Negated
                    && (verb.IsNegated || nominal.IsNegated && clause.Objects.Contains(nominal))
                    && (verb.IsFuture || verb.IsConditional)
                )
                {
                    candidate.Polarity = Polarity.Affirmed;
                    candidate.Status = Status.Refused;
                    return;
                }
                var governing = OfVerb(sentence, clause, verb, candidate.Trigger.Head, includeOwn: true);
                if (status == Status.Unknown || governing is Status.Cancelled or Status.Refused)
                    status = governing;
            }
        }
        else if (clause?.Verb is { } own)
        {
            var nobody = clause.Subject is { IsNegated: true } && !clause.SubjectIsCarried;
            // 没有计划访问: where verbs follow one another, the first is negated for all.
            var negated =
                own.IsNegated
                || nobody
                || own.IsSerial
                    && clause.Parent?.Verb is { IsNegated: true } first
                    && sentence.HitAt(first.Main, CueKind.Say) is null;
            candidate.Polarity = negated ? Polarity.Negated : Polarity.Affirmed;
            // "He would not go" refuses; it does not deny that he went.
            if (own.IsNegated && (own.IsFuture || own.IsConditional || own.IsModal))
            {
                candidate.Polarity = Polarity.Affirmed;
                candidate.Status = Status.Refused;
                return;
            }
            status = OfVerb(sentence, clause, own, candidate.Trigger.Head, includeOwn: false);
            // "tentative plans ... to visit have been cancelled": what is said of the plan holds for the visit.
            if (
                clause is { Kind: ClauseKind.Infinitive, Parent: { Verb: { } above } parent }
                && parent.First < clause.First
                && above.First > clause.First
                && StatusOf(sentence, above) is Status.Cancelled or Status.Refused
            )
                status = StatusOf(sentence, above)!.Value;
        }
        for (var up = clause; up is not null; up = up.Parent)
        {
            if (up.IsHypothetical && status is Status.Held or Status.Ongoing or Status.Unknown)
                status = Status.Hypothetical;
            if (up.Kind is ClauseKind.Main)
                break;
        }
        if (status is Status.Held or Status.Ongoing or Status.Unknown && IsDemanded(candidate, sentence, clause))
            status = Status.Proposed;
        // "The visit, planned for February, was postponed": what became of it comes after what was planned.
        if (
            status == Status.Planned
            && candidate.Nominal is { } noun
            && sentence.Clauses.Exists(told =>
                told.Subject == noun && told.Verb is { } verb && StatusOf(sentence, verb) == Status.Cancelled
            )
        )
            status = Status.Cancelled;
        if (candidate.IsPurpose && status is Status.Held or Status.Ongoing or Status.Unknown)
            status = Status.Planned;
        candidate.Status = status;
    }

    /// <summary>"demanded that Chile recognise it", "demands recognition": what is asked for has not been done.</summary>
    private static bool IsDemanded(Candidate candidate, Sentence sentence, Clause? clause)
    {
        var asking =
            candidate.Nominal is { } noun && clause?.Objects.Contains(noun) == true ? clause.Verb
            : candidate.Nominal is null && clause is { Kind: ClauseKind.Complement } ? clause.Parent?.Verb
            : null;
        return asking is not null
            && candidate.Type != ContentType.Demand
            && candidate.Type != ContentType.Condition
            && sentence
                .HitsAt(asking.Main, CueKind.Trigger)
                .Any(hit =>
                    hit.Cue.Class == WordClass.Verb
                    && hit.Cue.Type is { } type
                    && (type == ContentType.Demand || type == ContentType.Condition)
                    && hit != candidate.Trigger
                );
    }

    private static Status? StatusOf(Sentence sentence, VerbGroup verb)
    {
        var status = FirstStatus(sentence, verb.First, verb.Main, -1);
        // "denied any contact" denies that there was one; it does not refuse one.
        return
            status is Status.Refused
            && sentence
                .HitsAt(verb.Main, CueKind.Say)
                .Any(hit => hit.Cue.Stance is Stance.Denies && !hit.Cue.Is("of-report"))
            ? null
            : status;
    }

    /// <summary>正与智利谈判: where phrases stand before the verb, words of its status stand before them.</summary>
    private static bool IsOngoing(Sentence sentence, Clause clause, VerbGroup verb)
    {
        var first = clause.Subject is { } subject && subject.Last < verb.First ? subject.Last + 1 : clause.First;
        foreach (var hit in sentence.Hits)
        {
            if (
                hit.Cue is { Kind: CueKind.Status, Status: Status.Ongoing }
                && hit.First >= first
                && hit.Last <= verb.Main
                && !clause.Obliques.Exists(oblique => oblique.First <= hit.Head && hit.Head <= oblique.Last)
            )
                return true;
        }
        return false;
    }

    private static Status? FirstStatus(Sentence sentence, int first, int last, int except)
    {
        foreach (var hit in sentence.Hits)
        {
            if (
                hit.Cue.Kind == CueKind.Status
                && (
                    hit.First >= first && hit.First <= last
                    // "iptal edildi": the verb is the last word.
                    || sentence.VerbLast && hit.Head >= first && hit.Head <= last
                )
                && hit.Head != except
            )
                return hit.Cue.Status;
        }
        return null;
    }

    /// <summary>What the verb itself, its auxiliaries and the verbs above it say: "has refused to meet", "will hold talks", "tried to contact".</summary>
    private static Status OfVerb(Sentence sentence, Clause clause, VerbGroup verb, int trigger, bool includeOwn)
    {
        if (includeOwn && StatusOf(sentence, verb) is { } said)
            return verb.IsNegated && said is Status.Refused ? Status.Unknown : said;
        // "قد يلتقي": a phrase that holds the verb itself.
        foreach (var hit in sentence.Hits)
        {
            if (
                hit.Cue.Kind == CueKind.Status
                && hit.Length > 1
                && hit.Covers(verb.Main)
                && hit.First < verb.Main
                && hit.First >= verb.First - 3
                && hit.Cue.Status is { } phrase
                && hit.Head != verb.Main
            )
                return phrase;
        }
        if (verb.IsFuture)
            return Status.Planned;
        if (verb.IsPossible)
            return Status.Hypothetical;
        if (verb.IsModal)
            return Status.Proposed;
        if (verb.IsSerial && clause.Parent is { Verb: { } leading } serial)
            return OfVerb(sentence, serial, leading, trigger, includeOwn: true);
        // "habría viajado", "haber viajado": of something done, whoever says so.
        if (verb.IsReportive || verb.IsInfinitive && (verb.IsPerfect || FollowsEvent(sentence, verb)))
            return Status.Held;
        // "said that he would meet her": what was then still ahead.
        if (
            verb.IsConditional
            && clause is { Kind: ClauseKind.Complement, IsHypothetical: false, Parent.Verb: { } saying }
            && sentence.HitAt(saying.Main, CueKind.Say) is { Cue.Stance: Stance.Asserts or Stance.Confirms }
        )
            return Status.Planned;
        if (verb.IsConditional)
            return Status.Hypothetical;
        if (verb.IsInfinitive)
        {
            // "refused to confirm any contact": refused is the word, not the contact.
            if (sentence.HitAt(verb.Main, CueKind.Say) is not null && verb.Main != trigger)
                return Status.Unknown;
            // Climb to the verb or adjective that governs the infinitive.
            var governor = Governor(sentence, clause);
            if (governor is { } found)
                // "would agree to meet": no plan before he agrees.
                return
                    found is Status.Planned
                    && clause.Parent is { Verb: { IsConditional: true } would }
                    && would.Main < verb.Main
                    ? Status.Proposed
                    : found;
            if (clause.Parent is { Verb: { } above } parent)
            {
                if (StatusOf(sentence, above) is { } climbed)
                    return climbed;
                var higher =
                    above.IsInfinitive || above.IsFuture || above.IsPossible || above.IsConditional
                        ? OfVerb(sentence, parent, above, trigger, includeOwn: true)
                        : Status.Unknown;
                if (higher is not Status.Unknown)
                    return higher;
            }
            // A bare purpose: "travelled to meet".
            return Status.Planned;
        }
        // "من المقرر أن يزور", "رفض أن يلتقي": a complementizer that makes a verb what an infinitive is elsewhere.
        if (
            clause.Opener >= 0
            && clause.Opener >= verb.First - 2
            && sentence.HitsAt(clause.Opener, CueKind.Complementizer).Any(hit => hit.Cue.Is("infinitive"))
        )
        {
            if (Governor(sentence, clause) is { } governs)
                return governs;
            if (clause.Parent?.Verb is { } over && StatusOf(sentence, over) is { } overall)
                return overall;
        }
        // "proposed discussing", "refused meeting"
        if (
            verb.IsGerund
            && !clause.AfterComma
            && clause.Parent?.Verb is { } governing
            && StatusOf(sentence, governing) is { } governed
        )
            return governed;
        // "giderek görüştü": a converb happened as the verb behind it did.
        if (sentence.VerbLast && verb.IsGerund && clause.Parent is { Verb: { } behind } after)
            return OfVerb(sentence, after, behind, trigger, includeOwn: false);
        if (verb.IsProgressive || verb.IsGerund)
            return Status.Ongoing;
        if (sentence.ModifiersFirst)
            return IsOngoing(sentence, clause, verb) ? Status.Ongoing : Status.Held;
        return IsPresent(sentence, verb) ? Status.Ongoing : Status.Held;
    }

    /// <summary>"tras reunirse", "al reunirse": the infinitive is the occasion of what is told.</summary>
    private static bool FollowsEvent(Sentence sentence, VerbGroup verb)
    {
        foreach (var hit in sentence.Hits)
        {
            if (hit.Cue.Kind == CueKind.Preposition && hit.Last == verb.First - 1 && hit.Cue.Is("done"))
                return true;
        }
        return false;
    }

    /// <summary>A status word right before the infinitive: "ready to meet", "plans to visit", "an attempt to reach".</summary>
    private static Status? Governor(Sentence sentence, Clause clause)
    {
        if (clause.Verb is not { } verb)
            return null;
        Hit? nearest = null;
        foreach (var hit in sentence.Hits)
        {
            if (
                hit.Cue.Kind == CueKind.Status
                && hit.Last < verb.Main
                && hit.Last >= verb.First - 8
                && hit.First >= (clause.Parent?.First ?? 0)
                && (nearest is null || hit.First > nearest.Value.First)
            )
                nearest = hit;
        }
        if (nearest is not { } status)
            return null;
        // Nothing but the status word's own object stands between: no other verb.
        for (var t = status.Last + 1; t < verb.First; t++)
        {
            if (sentence.Tags[t].IsFinite)
                return null;
        }
        return status.Cue.Status;
    }

    private static bool IsPresent(Sentence sentence, VerbGroup verb)
    {
        foreach (var hit in sentence.Hits)
        {
            if (
                hit.Cue.Kind == CueKind.Status
                && hit.Cue.Status == Status.Ongoing
                && hit.First >= verb.First
                && hit.Last <= verb.Main
            )
                return true;
        }
        return false;
    }

    /// <summary>The moment nearest to the trigger in its clause, one inside its noun phrase first; not one behind a verb of saying.</summary>
    private static int? Time(Candidate candidate, Sentence sentence)
    {
        var trigger = candidate.Trigger.Head;
        (int Distance, int Moment)? best = null;
        foreach (var time in sentence.Times)
        {
            if (
                BelongsToSaying(sentence, candidate.Clause, time, trigger)
                || IsBeforeWhatWentBefore(sentence, candidate, time)
            )
                continue;
            var crosses =
                !IsAbove(candidate.Clause, time)
                && (Crosses(sentence, time.First, trigger) || IsOfAnother(sentence, candidate.Clause, time, trigger));
            var distance = Math.Abs(time.First - trigger) + (crosses ? 40 : 0);
            if (candidate.Clause is { } clause && clause.First <= time.First && time.Last <= clause.Last)
                distance -= 20;
            if (best is null || distance < best.Value.Distance)
                best = (distance, time.Moment);
        }
        return best is { Distance: < 40 } found ? found.Moment : null;
    }

    /// <summary>Whether a time stands in the clause, or in the one its infinitive or participle depends on: "in the last months X tried to reach Y".</summary>
    private static bool IsAbove(Clause? clause, TimeSpot time)
    {
        while (clause is not null)
        {
            if (clause.Times.Contains(time.First))
                return true;
            if (clause.Kind is not (ClauseKind.Infinitive or ClauseKind.Participle))
                return false;
            clause = clause.Parent;
        }
        return false;
    }

    /// <summary>"A visit on Monday after the break of ties": the break has a time of its own. After a meeting is the day of the meeting.</summary>
    private static bool IsBeforeWhatWentBefore(Sentence sentence, Candidate candidate, TimeSpot time)
    {
        if (candidate is not { Nominal: not null, Family: not Family.Contact })
            return false;
        for (var t = time.Last + 1; t < candidate.Trigger.Head; t++)
        {
            if (sentence.HitsAt(t, CueKind.Preposition).Any(hit => hit.Cue.Is("done")))
                return true;
        }
        return false;
    }

    /// <summary>"The assembly elected in 2015", "it was elected in 2015, but Norway refused to": a time that is of something else.</summary>
    private static bool IsOfAnother(Sentence sentence, Clause? clause, TimeSpot time, int trigger)
    {
        var own = sentence.Clauses.Find(each => each.Times.Contains(time.First));
        if (own is null || own == clause || own.First <= trigger && trigger <= own.Last)
            return false;
        if (own.Kind is ClauseKind.Participle && !own.AfterComma)
            return true;
        for (var t = Math.Min(time.First, trigger); t <= Math.Max(time.First, trigger); t++)
        {
            if (sentence.HitsAt(t, CueKind.Coordinator).Any(hit => hit.Cue.Is("adversative")))
                return true;
        }
        return false;
    }

    private static bool BelongsToSaying(Sentence sentence, Clause? own, TimeSpot time, int trigger)
    {
        foreach (var clause in sentence.Clauses)
        {
            if (clause.Verb is not { } verb || sentence.HitAt(verb.Main, CueKind.Say) is null || verb.Main == trigger)
                continue;
            // "said that in recent weeks": the time stands in what is said.
            if (Crosses(sentence, time.First, verb.Main))
                continue;
            // "Norway seized it on Sunday, Iceland said": near the verb of saying, but in the clause of what is said.
            if (clause != own && own?.Times.Contains(time.First) == true && !clause.Times.Contains(time.First))
                continue;
            if (Math.Abs(time.First - verb.Main) <= 3 || time.Last == verb.First - 1)
                return Math.Abs(time.First - verb.Main) < Math.Abs(time.First - trigger)
                    || Crosses(sentence, time.First, trigger);
        }
        return false;
    }

    private static bool Crosses(Sentence sentence, int a, int b)
    {
        for (var t = Math.Min(a, b); t <= Math.Max(a, b); t++)
        {
            if (
                sentence.Grammar[t] is CueKind.Complementizer or CueKind.Relative or CueKind.Subordinator
                || sentence.Texts[t] is ";" or ":" or "—" or "；" or "：" or "。"
            )
                return true;
        }
        return false;
    }
}
