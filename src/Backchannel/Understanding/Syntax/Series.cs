using Backchannel.Languages;

namespace Backchannel.Understanding.Syntax;

/// <summary>Tells verbs from nouns of the same letters in languages whose verbs have no forms and follow one another with nothing to join them.</summary>
internal static class Series
{
    /// <summary>
    /// Where verbs have no forms of their own, the company tells a verb from a noun of the same letters: a name behind it is its object, a
    /// mark of speech behind it makes it a verb, a verb that lends its subject before it makes it a noun.
    /// </summary>
    public static void Expect(Hit hit, Token[] tokens, Tag[] tags, CueKind?[] grammar, List<Hit> hits)
    {
        var i = hit.Head;
        bool Has(int at, Predicate<Cue> fits) => hits.Exists(other => other.Covers(at) && fits(other.Cue));
        var ruled =
            i > 0
            && (
                grammar[i - 1] is CueKind.Determiner or CueKind.Possessive
                || Has(i - 1, cue => cue.Kind == CueKind.Preposition && cue.Is("possessive"))
            );
        if (
            hit.Cue is { Class: WordClass.Noun, Kind: CueKind.Trigger }
            && tags[i].IsVerb
            && i > 0
            && (
                ruled && !Has(i - 1, cue => cue.Kind == CueKind.Possessive)
                // 在威胁之下
                || Has(i - 1, cue => cue.Kind == CueKind.Preposition && cue.Is("locative"))
                    && Has(i + 1, cue => cue.Kind == CueKind.Adverb && cue.Is("behind"))
                || Has(i - 1, cue => cue.Kind == CueKind.Support && !cue.Is("about"))
                    && tags[i - 1].IsVerb
                    && !(i + 1 < tags.Length && tags[i + 1].Upos is Upos.Propn or Upos.Pron)
            )
        )
            tags[i] = new(Upos.Noun, VerbForm.None, Mood.None, Case.None);
        else if (
            hit.Cue is { Class: WordClass.Verb, Kind: CueKind.Trigger }
            && !tags[i].IsVerb
            && grammar[i] is null
            && !ruled
            && i + 1 < tags.Length
            && (
                tags[i + 1].Upos is Upos.Propn or Upos.Pron && tokens[i + 1].IsWord
                || Has(i + 1, cue => cue.Kind is CueKind.World or CueKind.Given or CueKind.Person)
                || Has(i + 1, cue => cue.Is("aspect"))
                || grammar[i + 1] is CueKind.Determiner or CueKind.Possessive
                || grammar[i + 1] is CueKind.Adverb && tokens[i + 1].Span.Length > 1
            )
        )
            tags[i] = new(Upos.Verb, VerbForm.None, Mood.None, Case.None);
        // "会晤由阿曼斡旋": a word that opens a clause, with no object, is what the clause is about.
        else if (
            hit.Cue is { Class: WordClass.Noun, Kind: CueKind.Trigger }
            && tags[i].IsVerb
            && (i == 0 || !tokens[i - 1].IsWord)
            && i + 1 < tags.Length
            && (grammar[i + 1] is CueKind.Preposition or CueKind.Auxiliary or CueKind.Negator || tags[i + 1].IsVerb)
        )
            tags[i] = new(Upos.Noun, VerbForm.None, Mood.None, Case.None);
        // A word that cannot be the small word the tagger takes it for, and the last word of a sentence that has no verb.
        else if (
            hit.Cue.Class == WordClass.Verb
            && !tags[i].IsVerb
            && grammar[i] is null
            && !ruled
            && (
                tags[i].Upos is not (Upos.Noun or Upos.Propn or Upos.Adj or Upos.Num)
                || tags[i].Upos is Upos.Propn or Upos.Adj
                    && !Has(i, cue => cue.Kind is CueKind.World or CueKind.Given or CueKind.Person or CueKind.Body)
                    && (
                        !Has(i, cue => cue.Class is WordClass.Noun or WordClass.Adjective)
                        || i + 1 < tags.Length && (tags[i + 1].IsNominal || grammar[i + 1] is CueKind.Preposition)
                    )
                // 拒绝与他会面: a noun with a preposition behind it would have it before it.
                || i > 0
                    && hit.Cue.Type?.Family is not Family.Contact
                    && i + 1 < tags.Length
                    && grammar[i + 1] is CueKind.Preposition
                    && !Has(i + 1, cue => cue.Kind == CueKind.Preposition && cue.Is("possessive"))
                || EndsPhrase(hit, tokens, tags, grammar, hits)
                || hit.Cue.Kind == CueKind.Trigger
                    && Array.FindIndex(tokens, i + 1, token => token.IsWord) < 0
                    && !Array.Exists(tags, tag => tag.IsVerb)
            )
        )
            tags[i] = new(Upos.Verb, VerbForm.None, Mood.None, Case.None);
        else if (
            hit.Cue is { Class: WordClass.Verb, Kind: CueKind.Say }
            && !tags[i].IsVerb
            && grammar[i] is null
            && !ruled
            && i > 0
            // 作出答复，
            && !Has(i - 1, cue => cue.Kind == CueKind.Support && cue.Class == WordClass.Verb)
            && i + 1 < tags.Length
            && (
                tokens[i + 1].Text is "，" or "：" or "," or ":"
                || Has(i + 1, cue => cue is { Kind: CueKind.Say, Class: WordClass.Verb })
            )
        )
            tags[i] = new(Upos.Verb, VerbForm.None, Mood.None, Case.None);
    }

    /// <summary>与智利会晤，: the last word of its clause, behind a phrase with a preposition that the verb knows.</summary>
    private static bool EndsPhrase(Hit hit, Token[] tokens, Tag[] tags, CueKind?[] grammar, List<Hit> hits)
    {
        var i = hit.Head;
        if (
            hit.Cue is not { Kind: CueKind.Trigger, Frame: { } frame }
            || i + 1 < tokens.Length
                && tokens[i + 1].IsWord
                && grammar[i + 1]
                    is not (CueKind.Coordinator or CueKind.Subordinator or CueKind.Adverb or CueKind.Determiner)
                // 会谈两天
                && tags[i + 1].Upos is not Upos.Num
        )
            return false;
        for (var k = i - 1; k >= 0 && k > i - 12; k--)
        {
            if (grammar[k] is CueKind.Preposition)
            {
                if (
                    frame.For(tokens[k].Form) is Slot.Party or Slot.Addressee or Slot.Target or Slot.Host
                    || hits.Exists(other =>
                        other.Covers(k) && other.Cue.Kind == CueKind.Preposition && other.Cue.Is("locative")
                    )
                )
                    return true;
                if (
                    hits.Exists(other =>
                        other.Covers(k) && other.Cue.Kind == CueKind.Preposition && other.Cue.Is("possessive")
                    )
                )
                    continue;
                return false;
            }
            if (
                tags[k].IsVerb
                    && !hits.Exists(other =>
                        other.First == k + 1 && other.Cue.Kind == CueKind.Adverb && other.Cue.Is("behind")
                    )
                || !tokens[k].IsWord && tokens[k].Text is not ("、" or "“" or "”")
            )
                return false;
        }
        return false;
    }

    /// <summary>中美会谈: a letter that may stand for a state does so beside another one.</summary>
    public static bool StandsForState(int i, Token[] tokens, List<Hit> hits)
    {
        bool May(int at) =>
            at >= 0
            && at < tokens.Length
            && tokens[at].Span.Length == 1
            && hits.Exists(hit => hit.First == at && hit.Last == at && hit.Cue.Kind == CueKind.Adjective);
        return May(i) && (May(i - 1) || May(i + 1));
    }
}
