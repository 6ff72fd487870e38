using Backchannel.Languages;

namespace Backchannel.Understanding.Syntax;

/// <summary>Settles word classes between the tagger and the lists: the lists know closed classes, the tagger tells homographs apart.</summary>
internal static partial class Classes
{
    /// <summary>Classes from the lists alone, for a pack without a tagger: unknown words are nouns, or names where they have a capital.</summary>
    public static Tag[] FromLists(Token[] tokens, List<Hit> hits, LanguagePack pack)
    {
        var tags = new Tag[tokens.Length];
        for (var i = 0; i < tokens.Length; i++)
        {
            var token = tokens[i];
            var upos =
                !token.IsWord ? Upos.Punct
                : char.IsDigit(token.Text[0]) ? Upos.Num
                : i > 0 && token.IsCapital && pack.Settings.Capitals ? Upos.Propn
                : Upos.Noun;
            tags[i] = new(upos, VerbForm.None, Mood.None, Case.None);
            foreach (var hit in hits)
            {
                if (hit.Head != i)
                    continue;
                if (hit.Cue.Class == WordClass.Verb)
                    tags[i] = new(Upos.Verb, VerbForm.Finite, Mood.None, Case.None);
                else if (Expected(hit.Cue.Kind) is { } expected)
                    tags[i] = new(expected, VerbForm.None, Mood.None, Case.None);
            }
        }
        return tags;
    }

    /// <summary>For every token the grammar list it belongs to here; tags are put right where a list leaves no doubt.</summary>
    public static CueKind?[] Settle(Token[] tokens, Tag[] tags, List<Hit> hits)
    {
        var grammar = new CueKind?[tokens.Length];
        Span<bool> kinds = stackalloc bool[(int)CueKind.Adverb + 1];
        for (var i = 0; i < tokens.Length; i++)
        {
            kinds.Clear();
            var any = false;
            var isLong = false;
            var content = false;
            foreach (var hit in hits)
            {
                if (!hit.Covers(i))
                    continue;
                if (hit.Cue.Kind == CueKind.Attribute && (hit.Cue.Is("postposed") || !IsBeforeVerb(hit, tags)))
                {
                    grammar[i] = CueKind.Preposition;
                    isLong = true;
                    tags[i] = tags[i] with { Upos = Upos.Adp };
                    break;
                }
                if (hit.Cue.Kind is > CueKind.Common and <= CueKind.Adverb)
                {
                    if (hit.Length > 1)
                    {
                        // "de acuerdo" in "de acuerdo con": the longer phrase is meant.
                        if (
                            hits.Exists(longer =>
                                longer.Cue.Kind == CueKind.Attribute && longer.Length > hit.Length && longer.Covers(i)
                            )
                        )
                            continue;
                        // "de hauts responsables", and not "un membre de hauts conseils".
                        if (
                            hit.Cue.Is("no-noun-before")
                            && hit.First > 0
                            && tags[hit.First - 1].Upos is Upos.Noun or Upos.Propn or Upos.Adj
                        )
                            continue;
                        // A phrase of several words ("on behalf of") is what it is.
                        grammar[i] = hit.Cue.Kind;
                        isLong = true;
                        tags[i] = tags[i] with { Upos = Expected(hit.Cue.Kind)!.Value };
                        break;
                    }
                    kinds[(int)hit.Cue.Kind] = true;
                    any = true;
                }
                else
                    // "US" is not "us": a name of the world lists is matched as written.
                    isLong |=
                        hit.Cue.Kind is CueKind.World && tokens[i].Text.Length > 1 && tokens[i].Text.All(char.IsUpper);
                if (
                    hit.Cue.Kind is CueKind.World
                    && tags[i].Upos is Upos.Adv or Upos.Verb or Upos.Intj or Upos.X or Upos.Aux
                )
                    tags[i] = new(Upos.Propn, VerbForm.None, Mood.None, tags[i].Case);
                content |=
                    hit.Length == 1 && hit.Cue.Class is not WordClass.Any
                    || hit.Cue.Kind is CueKind.World && hit.Length > 1;
            }
            // A name of the lists that no list of grammar holds is a name, whatever small word the tagger takes it for.
            if (
                !any
                && grammar[i] is null
                && tags[i].Upos is Upos.Adp or Upos.Det or Upos.Pron or Upos.Sconj or Upos.Cconj or Upos.Part
                && hits.Exists(hit => hit.Cue.Kind is CueKind.World && hit.First == i && hit.Last == i)
            )
                tags[i] = new(Upos.Propn, VerbForm.None, Mood.None, tags[i].Case);
            if (isLong && grammar[i] is null)
                tags[i] = new(Upos.Propn, VerbForm.None, Mood.None, tags[i].Case);
            if (isLong || !any)
                continue;
            grammar[i] = Choose(kinds, i, tokens, tags, content, hits);
            if (grammar[i] is { } chosen && !Fits(chosen, tags[i].Upos))
                tags[i] = tags[i] with { Upos = Expected(chosen)!.Value };
        }
        return grammar;
    }

    /// <summary>
    /// Puts right what a tagger of little training gets wrong and the lists know: small words are those of the lists and no others, given
    /// names are names, nouns of the lists are no names, and where a word is both verb and noun its place tells.
    /// </summary>
    public static void Correct(Token[] tokens, Tag[] tags, CueKind?[] grammar, List<Hit> hits, LanguagePack pack)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (grammar[i] is not null || !tokens[i].IsWord || char.IsDigit(tokens[i].Text[0]))
                continue;
            bool given = false,
                world = false,
                noun = false,
                verb = false,
                anything = false;
            foreach (var hit in hits)
            {
                if (!hit.Covers(i))
                    continue;
                anything = true;
                given |= hit.Cue.Kind is CueKind.Given;
                world |= hit.Cue.Kind is CueKind.World;
                noun |= hit.Cue.Class == WordClass.Noun;
                verb |= hit.Cue.Class == WordClass.Verb && hit.Head == i;
            }
            var upos = tags[i].Upos;
            if (given && !verb && !noun)
                tags[i] = new(Upos.Propn, VerbForm.None, Mood.None, Case.None);
            else if (noun && verb && pack.Settings.VerbFirst)
            {
                // "مسؤول طلب عدم الكشف عن هويته": who asks for it does something.
                var asks = hits.Exists(hit => hit.Cue.Kind == CueKind.Anonymity && hit.First == i && hit.Length > 1);
                var opens = asks || i == 0 || i == 1 && grammar[0] is CueKind.Coordinator;
                var behind = i > 0 ? grammar[i - 1] : null;
                if (
                    opens
                    || behind is CueKind.Complementizer or CueKind.Negator or CueKind.Auxiliary or CueKind.Relative
                )
                    tags[i] = new(Upos.Verb, VerbForm.Finite, Mood.None, Case.None);
                else if (behind is CueKind.Preposition or CueKind.Determiner)
                    tags[i] = new(Upos.Noun, VerbForm.None, Mood.None, Case.None);
                else if (upos == Upos.Noun && WaitsForVerb(i, tags, grammar))
                    tags[i] = new(Upos.Verb, VerbForm.Finite, Mood.None, Case.None);
                else if (!tags[i].IsVerb && upos != Upos.Noun)
                    tags[i] = new(Upos.Noun, VerbForm.None, Mood.None, Case.None);
            }
            else if (noun && !verb && !given && !world)
                tags[i] = new(Upos.Noun, VerbForm.None, Mood.None, Case.None);
            else if (verb && !noun && !given && !world && upos is Upos.Adj)
                tags[i] = new(Upos.Verb, VerbForm.Finite, Mood.None, Case.None);
            // A pronoun is written onto nouns and verbs only.
            else if (
                i + 1 < tokens.Length
                && tokens[i + 1].Glued
                && grammar[i + 1] is CueKind.Pronoun
                && upos is not (Upos.Noun or Upos.Verb)
            )
                tags[i] = new(Upos.Noun, VerbForm.None, Mood.None, Case.None);
            else if (upos is Upos.Adp or Upos.Pron or Upos.Det or Upos.Sconj or Upos.Cconj or Upos.Part or Upos.Aux)
                tags[i] = new(
                    anything || pack.KnowsAsOrdinary(tokens[i].Form) ? Upos.Noun : Upos.Propn,
                    VerbForm.None,
                    Mood.None,
                    Case.None
                );
            else if (
                upos is Upos.Propn
                && !anything
                && (
                    pack.KnowsAsOrdinary(tokens[i].Form)
                    || pack.Settings.ArticlePrefix is { Length: > 0 } article
                        && tokens[i].Form.StartsWith(article, StringComparison.Ordinal)
                        && pack.KnowsAsOrdinary(tokens[i].Form[article.Length..])
                )
            )
                tags[i] = new(Upos.Noun, VerbForm.None, Mood.None, Case.None);
            else if (upos is Upos.Adv or Upos.Intj && !anything && !pack.KnowsWord(tokens[i].Form))
                tags[i] = new(Upos.Propn, VerbForm.None, Mood.None, Case.None);
        }
    }

    /// <summary>"إن نائب الرئيس جيه دي فانس عرض": behind "that" and a whole noun phrase the verb is still to come.</summary>
    private static bool WaitsForVerb(int i, Tag[] tags, CueKind?[] grammar)
    {
        if (i < 2 || tags[i - 1].Upos is not (Upos.Propn or Upos.Adj) || grammar[i - 1] is not null)
            return false;
        for (var k = i - 1; k >= 0 && k >= i - 12; k--)
        {
            if (grammar[k] is CueKind.Complementizer)
                return true;
            if (tags[k].IsVerb || tags[k].Upos is Upos.Punct || grammar[k] is CueKind.Coordinator)
                return false;
        }
        return false;
    }

    /// <summary>"según informó EFE": the word opens a clause and is no preposition there.</summary>
    private static bool IsBeforeVerb(Hit hit, Tag[] tags)
    {
        var next = hit.Last + 1;
        while (
            next < tags.Length
            && tags[next].Upos is Upos.Pron
            && tags[next].Form == VerbForm.None
            && next <= hit.Last + 2
        )
            next++;
        return next < tags.Length && tags[next].IsFinite;
    }

    private static CueKind? Choose(
        ReadOnlySpan<bool> kinds,
        int i,
        Token[] tokens,
        Tag[] tags,
        bool content,
        List<Hit> hits
    )
    {
        // A given name that folds to a small word but is not written like it: علي and على. Before a pronoun written onto it it is the word.
        if (
            !(i + 1 < tokens.Length && tokens[i + 1].Glued)
            && hits.Exists(hit => hit.Cue.Kind == CueKind.Given && hit.First == i && hit.Cue.Is("written"))
        )
            return null;
        if (kinds[(int)CueKind.Complementizer] && FollowsSaying(i, tokens, tags, hits))
            return CueKind.Complementizer;
        // "que": where the pack says that the word behind a noun opens a relative clause, it does.
        if (
            kinds[(int)CueKind.Complementizer]
            && hits.Exists(hit => hit.Cue.Kind == CueKind.Relative && hit.First == i && hit.Cue.Is("behind-noun"))
            && IsBehindNoun(tags, i)
        )
            return CueKind.Relative;
        var upos = tags[i].Upos;
        if (
            kinds[(int)CueKind.Auxiliary]
            && kinds[(int)CueKind.Preposition]
            && hits.Exists(hit => hit.Covers(i) && hit.Cue.Kind == CueKind.Auxiliary && hit.Cue.Is("bare"))
        )
            return i + 1 < tags.Length && tags[i + 1].IsVerb ? CueKind.Auxiliary : CueKind.Preposition;
        if (Series.StandsForState(i, tokens, hits))
        {
            tags[i] = new(Upos.Propn, VerbForm.None, Mood.None, Case.None);
            return null;
        }
        var nominalNext = i + 1 < tags.Length && tags[i + 1].Upos is Upos.Noun or Upos.Propn or Upos.Adj or Upos.Num;
        if (kinds[(int)CueKind.Possessive] && kinds[(int)CueKind.Pronoun])
            return nominalNext ? CueKind.Possessive : CueKind.Pronoun;
        // "There's been contact", "Maduro's allies": a verb follows the one, a noun the other.
        if (kinds[(int)CueKind.Auxiliary] && kinds[(int)CueKind.Preposition] && tokens[i].Glued && i > 0)
            return
                tags[i - 1].Upos is Upos.Pron
                || i + 1 < tags.Length
                    && (
                        tags[i + 1].Upos is Upos.Part
                        || tags[i + 1].IsVerb && !(i + 2 < tags.Length && tags[i + 2].Upos is Upos.Noun)
                    )
                ? CueKind.Auxiliary
                : CueKind.Preposition;
        // "weeks after Santiago broke off ties": with a finite verb behind the noun phrase the word opens a clause.
        if (
            kinds[(int)CueKind.Preposition]
            && kinds[(int)CueKind.Subordinator]
            && upos == Upos.Adp
            && OpensClause(i, tags)
        )
        {
            tags[i] = tags[i] with { Upos = Upos.Sconj };
            return CueKind.Subordinator;
        }
        // "Theresa May met Holm": a capital inside a sentence, right behind a given name.
        if (
            kinds[(int)CueKind.Auxiliary]
            && i > 0
            && tokens[i].IsCapital
            && tokens[i].Text.Length > 1
            && tags[i - 1].Upos == Upos.Propn
            && !tokens[i].Text.All(char.IsUpper)
            && hits.Exists(hit => hit.Last == i - 1 && hit.Cue.Kind == CueKind.Given)
        )
        {
            tags[i] = new(Upos.Propn, VerbForm.None, Mood.None, Case.None);
            return null;
        }
        // "Holm once said"
        if (
            kinds[(int)CueKind.Subordinator]
            && i + 1 < tags.Length
            && tags[i + 1].IsFinite
            && hits.Exists(hit => hit.First == i && hit.Cue.Kind == CueKind.Subordinator && hit.Cue.Is("needs-subject"))
        )
        {
            tags[i] = tags[i] with { Upos = Upos.Adv };
            return CueKind.Adverb;
        }
        // "sem sagði": what may be a preposition opens a relative clause right before its verb.
        if (
            kinds[(int)CueKind.Preposition]
            && kinds[(int)CueKind.Relative]
            && i + 1 < tags.Length
            && tags[i + 1].IsVerb
            && IsAfterNominal(tags, i)
        )
        {
            tags[i] = tags[i] with { Upos = Upos.Pron };
            return CueKind.Relative;
        }
        CueKind? only = null;
        for (var kind = (int)CueKind.Common + 1; kind <= (int)CueKind.Adverb; kind++)
        {
            if (!kinds[kind])
                continue;
            // A pronoun glued behind a verb or noun (Arabic) is a pronoun whatever the tagger thinks.
            if ((CueKind)kind == CueKind.Pronoun && tokens[i].Glued)
                return CueKind.Pronoun;
            if (Fits((CueKind)kind, upos) && ((CueKind)kind != CueKind.Relative || IsAfterNominal(tags, i)))
                return (CueKind)kind;
            only ??= (CueKind)kind;
        }
        // The mark of an infinitive is no preposition.
        if (
            kinds[(int)CueKind.Preposition]
            && upos == Upos.Part
            && (
                tokens[i].Glued
                || !hits.Exists(hit => hit.Covers(i) && hit.Cue.Kind == CueKind.Preposition && hit.Cue.Is("possessive"))
            )
        )
            return i + 1 < tags.Length && (tags[i + 1].IsVerb || tags[i + 1].Upos is Upos.Adv or Upos.Part)
                ? null
                : CueKind.Preposition;
        // The lists know the word only as a function word: the tagger is overruled. A content word of the lists may be meant.
        return content && upos is Upos.Noun or Upos.Verb or Upos.Propn or Upos.Adj ? null : only;
    }

    /// <summary>One noun phrase, joined with "and" at most, and then a finite verb.</summary>
    private static bool OpensClause(int i, Tag[] tags)
    {
        var noun = false;
        for (var k = i + 1; k < tags.Length; k++)
        {
            if (tags[k].IsVerb || tags[k].Upos is Upos.Aux)
                return noun && tags[k].IsFinite;
            noun |= tags[k].Upos is Upos.Noun or Upos.Propn;
            if (
                tags[k].Upos
                is not (Upos.Noun or Upos.Propn or Upos.Det or Upos.Adj or Upos.Num or Upos.Cconj or Upos.Adv)
            )
                return false;
        }
        return false;
    }

    /// <summary>"Its delegate accused Chile of lying": a verb of the lists between a noun and a name is no adjective where adjectives stand before nouns.</summary>
    public static void ReadVerbs(Tag[] tags, CueKind?[] grammar, List<Hit> hits)
    {
        for (var i = 1; i + 1 < tags.Length; i++)
        {
            if (
                tags[i].Upos is Upos.Adj
                && tags[i - 1].Upos is Upos.Noun or Upos.Propn
                && (
                    tags[i + 1].Upos is Upos.Propn or Upos.Pron
                    || hits.Exists(hit => hit.Cue.Kind is CueKind.World && hit.First == i + 1)
                )
                && grammar[i] is null
                && hits.Exists(hit => hit.Head == i && hit.Length == 1 && hit.Cue.Class == WordClass.Verb)
                && !hits.Exists(hit => hit.Covers(i) && hit.Cue.Class is WordClass.Noun or WordClass.Adjective)
            )
                tags[i] = new(Upos.Verb, VerbForm.Finite, Mood.None, Case.None);
        }
    }

    /// <summary>Whether a verb of saying stands before, with nothing but nouns, names and times between: "told reporters on Monday that".</summary>
    private static bool FollowsSaying(int i, Token[] tokens, Tag[] tags, List<Hit> hits)
    {
        for (var k = i - 1; k >= 0 && k >= i - 8; k--)
        {
            foreach (var hit in hits)
            {
                if (hit.Cue.Kind is CueKind.Say && hit.Last == k && (tags[hit.Head].IsVerb || hit.Length > 1))
                    return !(k < i - 1 && EndsReport(hit.First, tokens, tags));
            }
            if (tags[k].IsVerb || tags[k].Upos is Upos.Sconj)
                return false;
        }
        return false;
    }

    /// <summary>"X met Y, dijo un funcionario que": a verb of saying behind a comma closes what was said before it.</summary>
    private static bool EndsReport(int saying, Token[] tokens, Tag[] tags)
    {
        var before = saying - 1;
        while (before > 0 && tags[before].Upos is Upos.Pron or Upos.Aux)
            before--;
        return before > 0
            && tokens[before].Text is "," or "”" or "»"
            && Array.FindIndex(tags, 0, before, tag => tag.IsFinite) >= 0;
    }

    /// <summary>A noun or name right before, with its adjectives, over a comma: not "es posible que".</summary>
    private static bool IsBehindNoun(Tag[] tags, int i)
    {
        for (var k = i - 1; k >= 0 && k >= i - 4; k--)
        {
            if (tags[k].Upos is Upos.Noun or Upos.Propn)
                return true;
            if (tags[k].Upos is not (Upos.Adj or Upos.Punct))
                return false;
        }
        return false;
    }

    private static bool IsAfterNominal(Tag[] tags, int i)
    {
        for (var k = i - 1; k >= 0; k--)
        {
            if (tags[k].Upos is Upos.Punct or Upos.Adp)
                continue;
            return tags[k].Upos is Upos.Noun or Upos.Propn or Upos.Pron or Upos.Adj or Upos.Num or Upos.Det;
        }
        return false;
    }

    private static bool Fits(CueKind kind, Upos upos) =>
        kind switch
        {
            CueKind.Determiner => upos is Upos.Det or Upos.Num or Upos.Adj,
            CueKind.Pronoun => upos is Upos.Pron,
            CueKind.Possessive => upos is Upos.Det or Upos.Pron or Upos.Adj,
            CueKind.Preposition => upos is Upos.Adp,
            CueKind.Complementizer => upos is Upos.Sconj,
            CueKind.Relative => upos is Upos.Pron or Upos.Det,
            CueKind.Subordinator => upos is Upos.Sconj or Upos.Adv,
            CueKind.Coordinator => upos is Upos.Cconj,
            CueKind.Negator => upos is Upos.Part or Upos.Adv or Upos.Det or Upos.Pron or Upos.Intj,
            CueKind.Auxiliary => upos is Upos.Aux or Upos.Verb,
            CueKind.Adverb => upos is Upos.Adv,
            _ => false,
        };

    private static Upos? Expected(CueKind kind) =>
        kind switch
        {
            CueKind.Determiner => Upos.Det,
            CueKind.Pronoun => Upos.Pron,
            CueKind.Possessive => Upos.Det,
            CueKind.Preposition => Upos.Adp,
            CueKind.Complementizer or CueKind.Subordinator => Upos.Sconj,
            CueKind.Relative => Upos.Pron,
            CueKind.Coordinator => Upos.Cconj,
            CueKind.Negator => Upos.Part,
            CueKind.Auxiliary => Upos.Aux,
            CueKind.Adverb => Upos.Adv,
            _ => null,
        };

    /// <summary>Says, for explanations, as what a word was read where the list wants another class.</summary>
    public static string AsRead(Upos upos) =>
        upos switch
        {
            Upos.Noun => "read as a noun here, and the line wants another class",
            Upos.Propn => "read as a name here",
            Upos.Verb or Upos.Aux => "read as a verb here, and the line wants another class",
            Upos.Adj => "read as an adjective here, and the line wants another class",
            _ => "read as a word of grammar here",
        };

    /// <summary>
    /// Whether a cue can be meant with this class. A word that the lists know only as a verb, or only as a noun, is taken as such whatever
    /// the tagger says; where they know both, the tagger decides.
    /// </summary>
    public static bool Agrees(Hit hit, Tag[] tags, CueKind?[] grammar, List<Hit> hits, LanguagePack pack)
    {
        if (hit.Cue.Kind == CueKind.Attribute && grammar[hit.First] is not CueKind.Preposition)
            return false;
        // "Theresa May" is no "may".
        if (
            hit is { Length: 1, Cue.Kind: CueKind.Status or CueKind.Hedge }
            && pack.Settings is { Capitals: true, NounCapitals: false }
            && tags[hit.Head].Upos is Upos.Propn
            && hit.First > 0
        )
            return false;
        if (hit.Cue.Class == WordClass.Any || hit.Length > 1 && grammar[hit.Head] is not null)
            return true;
        if (Matches(hit.Cue.Class, tags[hit.Head].Upos))
            return true;
        foreach (var other in hits)
        {
            if (other.Cue.Class != WordClass.Any && other.Cue.Class != hit.Cue.Class && other.Covers(hit.Head))
                return false;
        }
        if (hit is { Length: > 1, Cue.Class: WordClass.Verb } && tags[hit.Head].Upos is Upos.Adj or Upos.Noun)
        {
            tags[hit.Head] = new(Upos.Verb, VerbForm.Finite, Mood.None, Case.None);
            return true;
        }
        // The first word of a sentence is where a tagger errs most: "Citing unnamed diplomats".
        // A headline in which the tagger finds no verb: "Chile denies meeting".
        var verbless = hit.Cue.Class == WordClass.Verb && !Array.Exists(tags, tag => tag.IsVerb);
        if (
            pack.Settings.TrustTagger
                && hit.Length == 1
                && !verbless
                && !(hit.First == 0 && hit.Cue is { Kind: CueKind.Say, Class: WordClass.Verb } && hit.Cue.Is("relay"))
            || tags[hit.Head].Upos is Upos.Adj && hit.Cue.Class == WordClass.Verb
        )
            return false;
        if (
            pack.Settings.TrustTagger && hit.First > 0 && tags[hit.Head].Upos is Upos.Propn
            || grammar[hit.Head] is not null
        )
            return false;
        tags[hit.Head] = hit.Cue.Class switch
        {
            WordClass.Verb => new(
                Upos.Verb,
                hit.Cue.Is("relay") && hit.First == 0 && pack.Settings.TrustTagger ? VerbForm.Gerund : VerbForm.Finite,
                Mood.None,
                Case.None
            ),
            WordClass.Noun => tags[hit.Head] with { Upos = Upos.Noun, Form = VerbForm.None, Mood = Mood.None },
            _ => tags[hit.Head] with { Upos = Upos.Adj, Form = VerbForm.None, Mood = Mood.None },
        };
        return true;
    }

    /// <summary>
    /// Drops cues inside phrases that mean something of their own: "asked not to be named" demands nothing, "declined to comment" refuses
    /// nothing.
    /// </summary>
    public static void Overrule(List<Hit> hits)
    {
        var phrases = hits.FindAll(hit =>
            hit.Length > 1
            && (
                hit.Cue.Kind is CueKind.Anonymity
                // "se negó a": what is refused is not denied.
                || hit.Cue is { Kind: CueKind.Status, Status: Status.Refused }
                || hit.Cue.Kind == CueKind.Say && hit.Cue.Stance is Stance.Declines or Stance.Denies
            )
        );
        if (phrases.Count > 0)
            hits.RemoveAll(hit =>
                hit.Cue.Kind is CueKind.Trigger or CueKind.Say
                && phrases.Exists(phrase =>
                    phrase.First <= hit.First
                    && hit.Last <= phrase.Last
                    && (
                        phrase.Length > hit.Length
                        || phrase.Cue.Kind is CueKind.Anonymity && hit.Cue.Kind is CueKind.Say
                    )
                )
            );
    }

    /// <summary>Where the words before leave no choice: a noun behind an article or adjective, a verb behind the mark of an infinitive.</summary>
    public static void Expect(
        Hit hit,
        Token[] tokens,
        Tag[] tags,
        CueKind?[] grammar,
        List<Hit> hits,
        LanguagePack pack
    )
    {
        var i = hit.Head;
        if (pack.Settings.SerialVerbs && hit.First == i && hit.Last == i)
            Series.Expect(hit, tokens, tags, grammar, hits);
        if (i == 0 || hit.First != i || hit.Length > 1)
            return;
        if (
            hit.Cue.Class == WordClass.Noun
            && tags[i].IsVerb
            && (
                grammar[i - 1] is CueKind.Determiner or CueKind.Possessive
                || tags[i - 1].Upos is Upos.Adj && i > 1 && grammar[i - 2] is CueKind.Determiner or CueKind.Possessive
            )
        )
            tags[i] = new(Upos.Noun, VerbForm.None, Mood.None, Case.None);
        else if (
            hit.Cue.Class == WordClass.Noun
            && tags[i].Upos == Upos.Adj
            && hit.Cue.Kind is CueKind.Person or CueKind.Body
            && !(i + 1 < tags.Length && tags[i + 1].Upos is Upos.Noun or Upos.Propn or Upos.Adj)
        )
            tags[i] = tags[i] with { Upos = Upos.Noun };
        // "denied meeting Ruiz": a noun of doing right before a name is a verb.
        else if (
            hit.Cue is { Class: WordClass.Verb, Kind: CueKind.Trigger }
            && tags[i].Upos is Upos.Noun
            && pack is { Settings: { HeadFirst: false, Capitals: true } }
            && tags[i - 1].IsVerb
            && i + 1 < tags.Length
            && tags[i + 1].Upos is Upos.Propn or Upos.Pron
        )
            tags[i] = new(Upos.Verb, VerbForm.Gerund, Mood.None, Case.None);
        // ", recognizing as envoy the man": behind a comma, what the paradigms know as a gerund begins a clause.
        else if (
            hit.Cue.Class == WordClass.Verb
            && !tags[i].IsVerb
            && tags[i - 1].Upos == Upos.Punct
            && pack.Inflections.TryGetValue(tokens[i].Form, out var doing)
            && doing.Form == VerbForm.Gerund
            && i + 1 < tags.Length
            && tags[i + 1].Upos is Upos.Adp or Upos.Det or Upos.Propn or Upos.Pron
        )
            tags[i] = new(Upos.Verb, VerbForm.Gerund, Mood.None, Case.None);
        // "hefði hitt", "a déclaré": a participle of the lists right behind an auxiliary is no other word.
        else if (
            hit.Cue.Class == WordClass.Verb
            && !tags[i].IsVerb
            && grammar[i - 1] is CueKind.Auxiliary
            && pack.Inflections.TryGetValue(tokens[i].Form, out var inflection)
            && inflection.Form == VerbForm.Participle
        )
            tags[i] = new(Upos.Verb, VerbForm.Participle, Mood.None, Case.None);
        else if (
            hit.Cue.Class == WordClass.Verb
            && tags[i].Upos is Upos.Noun
            && tags[i - 1].Upos == Upos.Part
            && grammar[i - 1] is null
        )
            tags[i] = new(Upos.Verb, VerbForm.Infinitive, Mood.None, Case.None);
    }

    /// <summary>What the endings of verbs tell, where the paradigms of the pack say it.</summary>
    public static void Inflect(Token[] tokens, Tag[] tags, LanguagePack pack)
    {
        for (var i = 0; i < tags.Length; i++)
        {
            if (tags[i].IsVerb && pack.Inflections.TryGetValue(tokens[i].Form, out var inflection))
                tags[i] = tags[i] with
                {
                    Form = inflection.Form,
                    Mood = inflection.Mood,
                    IsFuture = inflection.IsFuture,
                    HoldsSubject = inflection.HoldsSubject,
                    FirstPerson = inflection.FirstPerson,
                    Gender = inflection.Gender,
                    Inflection = inflection,
                };
        }
    }

    private static bool Matches(WordClass wordClass, Upos upos) =>
        wordClass switch
        {
            WordClass.Verb => upos is Upos.Verb or Upos.Aux,
            WordClass.Noun => upos is Upos.Noun or Upos.Propn,
            _ => upos is Upos.Adj or Upos.Verb or Upos.Noun,
        };
}
