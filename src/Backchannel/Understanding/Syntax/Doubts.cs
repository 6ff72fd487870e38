using Backchannel.Languages;

namespace Backchannel.Understanding.Syntax;

/// <summary>Words that a tagger takes for others, in languages whose writing or order of words leaves no doubt about them.</summary>
internal static class Doubts
{
    /// <summary>
    /// Where every noun has a capital, a word with one inside a sentence is no verb, and a word without one is no noun, whatever the tagger
    /// says; nor is a state's adjective a verb.
    /// </summary>
    public static void Capitals(Token[] tokens, Tag[] tags, List<Hit> hits)
    {
        for (var i = 1; i < tokens.Length; i++)
        {
            if (!tokens[i].IsWord || tokens[i].Glued || !tokens[i - 1].IsWord)
                continue;
            if (tokens[i].IsCapital && tags[i].IsVerb)
                tags[i] = new(Upos.Noun, VerbForm.None, Mood.None, Case.None);
            else if (tags[i].IsVerb && hits.Exists(hit => hit.Cue.Kind == CueKind.Adjective && hit.Covers(i)))
                tags[i] = new(Upos.Adj, VerbForm.None, Mood.None, Case.None);
            else if (
                char.IsLower(tokens[i].Text[0])
                && tags[i].Upos is Upos.Noun or Upos.Propn
                && tokens[i].Text.All(char.IsLower)
                && !hits.Exists(hit => hit.Cue.Kind == CueKind.Particle && hit.Covers(i))
            )
                tags[i] = hits.Exists(hit => hit.Cue.Class == WordClass.Verb && hit.First == i && hit.Last == i)
                    ? new(Upos.Verb, VerbForm.None, Mood.None, Case.None)
                    : new(Upos.Adv, VerbForm.None, Mood.None, Case.None);
        }
    }

    /// <summary>What the order of verbs tells of doubtful words; whether any turned out to be another, so that phrases must be cut again.</summary>
    /// <param name="marked">Gathers the infinitives that bear their mark inside ("einzutreten").</param>
    public static bool Settle(Sentence sentence, LanguagePack pack, HashSet<int> marked) =>
        Mark(sentence, pack, marked) | Doubt(sentence);

    /// <summary>Finds the infinitives that bear their mark inside ("einzutreten"); whether the tagger took one for something else.</summary>
    private static bool Mark(Sentence sentence, LanguagePack pack, HashSet<int> marked)
    {
        // A prefix has two letters at least, and so has a stem.
        const int Shortest = 2;
        var any = false;
        for (var t = 0; t < sentence.Tokens.Length; t++)
        {
            var form = sentence.Forms[t];
            if (!sentence.Tags[t].IsVerb || form.Length <= Shortest)
                continue;
            foreach (var infix in pack.Settings.InfinitiveInfixes)
            {
                var star = infix.IndexOf('*', StringComparison.Ordinal);
                var at = form.IndexOf(infix[..star], Shortest, StringComparison.Ordinal);
                if (
                    at < 0
                    || form.Length - at < infix.Length - 1 + Shortest
                    || !form.EndsWith(infix[(star + 1)..], StringComparison.Ordinal)
                )
                    continue;
                marked.Add(t);
                any |= sentence.Tags[t].Form != VerbForm.Infinitive;
                sentence.Tags[t] = new(Upos.Verb, VerbForm.Infinitive, Mood.None, Case.None);
                break;
            }
        }
        return any;
    }

    /// <summary>
    /// "führen direkte Gespräche": one clause has one finite verb. Of two with nothing between that parts clauses, the one that no list
    /// knows and that a noun follows is an adjective.
    /// </summary>
    private static bool Doubt(Sentence sentence)
    {
        var any = false;
        var finite = 0;
        var doubtful = new List<int>();
        for (var t = 0; t <= sentence.Tokens.Length; t++)
        {
            if (IsRelative(sentence, t))
            {
                sentence.Grammar[t] = CueKind.Relative;
                sentence.Tags[t] = sentence.Tags[t] with { Upos = Upos.Pron };
                any = true;
            }
            if (
                t == sentence.Tokens.Length
                || sentence.Texts[t] is "," or ";" or ":" or "–" or "—"
                || sentence.Grammar[t]
                    is CueKind.Complementizer
                        or CueKind.Relative
                        or CueKind.Subordinator
                        or CueKind.Coordinator
            )
            {
                foreach (var verb in finite > 1 ? doubtful : [])
                {
                    sentence.Tags[verb] = new(Upos.Adj, VerbForm.None, Mood.None, Case.None);
                    any = true;
                }
                doubtful.Clear();
                finite = 0;
                continue;
            }
            if (sentence.Tags[t] is not { IsVerb: true, Form: VerbForm.Finite or VerbForm.None })
                continue;
            finite++;
            if (
                t + 1 < sentence.Tokens.Length
                && sentence.Tags[t + 1].Upos is Upos.Noun or Upos.Propn or Upos.Adj
                && sentence.Grammar[t] is null
                && !sentence.Hits.Exists(hit => hit.Covers(t) && hit.Cue.Class == WordClass.Verb)
            )
                doubtful.Add(t);
        }
        return any;
    }

    /// <summary>", der die Vorwürfe": behind a comma, what could be an article and stands before another word of that kind is a relative pronoun.</summary>
    private static bool IsRelative(Sentence sentence, int t) =>
        t > 0
        && t + 1 < sentence.Tokens.Length
        && sentence.Grammar[t] is CueKind.Determiner
        && sentence.Texts[t - 1] == ","
        && sentence.HitAt(t, CueKind.Relative) is not null
        && sentence.Grammar[t + 1]
            is CueKind.Determiner
                or CueKind.Possessive
                or CueKind.Pronoun
                or CueKind.Preposition
                or CueKind.Negator
                or CueKind.Auxiliary;
}
