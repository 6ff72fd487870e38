using System.Collections.Immutable;
using Backchannel.Languages;

namespace Backchannel.Understanding.Syntax;

/// <summary>Cuts a tagged sentence into noun phrases, verb groups, joining words and marks.</summary>
internal sealed class Units
{
    private readonly Sentence _sentence;
    private readonly LanguagePack _pack;
    private readonly List<Unit> _units = [];
    private readonly bool[] _transparent;

    private Units(Sentence sentence, LanguagePack pack)
    {
        _sentence = sentence;
        _pack = pack;
        _transparent = ScareQuotes(sentence);
    }

    public static void Build(Sentence sentence, LanguagePack pack)
    {
        var units = new Units(sentence, pack);
        units.Cut();
        sentence.Units = units._units;
        sentence.Nominals =
        [
            .. units._units.SelectMany(unit =>
                unit.Nominal is { } nominal ? [nominal]
                : unit.Verb is { } verb ? verb.Pronouns
                : []
            ),
        ];
    }

    private void Cut()
    {
        var count = _sentence.Tokens.Length;
        for (var i = 0; i < count; )
        {
            if (_transparent[i])
            {
                i++;
                continue;
            }
            if (_sentence.Gaps.Contains(i) && _units.Count > 0 && _units[^1].Kind == UnitKind.Nominal)
                _units.Add(new(UnitKind.Gap, i, i - 1));
            if (TimeAt(i) is { } spot)
            {
                _units.Add(new(UnitKind.Time, spot.First, spot.Last));
                i = spot.Last + 1;
                continue;
            }
            if (Mark(i) is { } mark)
            {
                _units.Add(new(mark, i, i));
                i++;
                continue;
            }
            if (Joining(i, out var joining, out var joiningLast))
            {
                _units.Add(new(joining, i, joiningLast));
                i = joiningLast + 1;
                continue;
            }
            if (VerbAt(i, out var verbLast) is { } verb)
            {
                _units.Add(new(UnitKind.Verb, i, verbLast) { Verb = verb });
                i = verbLast + 1;
                continue;
            }
            if (NominalAt(i) is { } nominal)
            {
                Mark(nominal);
                // "Diplomaten zufolge"
                if (
                    nominal.Marker.Length == 0
                    && nominal.Last + 1 < count
                    && _sentence.HitAt(nominal.Last + 1, CueKind.Attribute) is { } post
                    && post.Cue.Is("postposed")
                )
                    nominal.Marker = _sentence.Forms[post.First];
                _units.Add(new(UnitKind.Nominal, nominal.First, nominal.Last) { Nominal = nominal });
                i = nominal.Last + 1;
                continue;
            }
            i++;
        }
    }

    private TimeSpot? TimeAt(int i)
    {
        foreach (var time in _sentence.Times)
        {
            if (time.First == i)
                return time;
        }
        return null;
    }

    private UnitKind? Mark(int i)
    {
        var text = _sentence.Texts[i];
        return text switch
        {
            "," or "،" or "、" or "，" => UnitKind.Comma,
            ";" or "؛" or "；" or "." or "!" or "?" or "…" or "..." or "؟" => UnitKind.Semicolon,
            ":" or "：" => UnitKind.Colon,
            "-" or "–" or "—" or "--" => UnitKind.Dash,
            "(" or "[" or "（" => UnitKind.OpenParenthesis,
            ")" or "]" or "）" => UnitKind.CloseParenthesis,
            _ when text.Length == 1 && IsQuote(text[0]) => UnitKind.Quote,
            _ => null,
        };
    }

    private bool IsQuote(char c)
    {
        foreach (var pair in _pack.Settings.Quotes)
        {
            if (pair.Contains(c, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    /// <summary>Quotation marks around one to three words colour a word and say nothing about who speaks; they are read through.</summary>
    private static bool[] ScareQuotes(Sentence sentence)
    {
        var transparent = new bool[sentence.Tokens.Length];
        var open = -1;
        for (var i = 0; i < sentence.Tokens.Length; i++)
        {
            if (sentence.Texts[i] is not ("\"" or "“" or "”" or "«" or "»" or "‘" or "’" or "„" or "'"))
                continue;
            // "It is false", he said: a whole sentence of few words is speech.
            var isSpeech = open == 0 && i + 1 < sentence.Tokens.Length && sentence.Texts[i + 1] == ",";
            if (open >= 0 && i - open <= 4 && i - open > 1 && !isSpeech)
            {
                transparent[open] = true;
                transparent[i] = true;
                open = -1;
            }
            else
                open = i;
        }
        return transparent;
    }

    private bool Joining(int i, out UnitKind kind, out int last)
    {
        last = i;
        kind = default;
        UnitKind? found = _sentence.Grammar[i] switch
        {
            CueKind.Complementizer => UnitKind.Complementizer,
            CueKind.Relative => UnitKind.Relative,
            CueKind.Subordinator => UnitKind.Subordinator,
            CueKind.Coordinator => UnitKind.Coordinator,
            CueKind.Preposition => UnitKind.Preposition,
            _ => null,
        };
        if (found is not { } joining)
            return false;
        kind = joining;
        var cue =
            joining == UnitKind.Preposition
                ? _sentence.PrepositionAt(i)
                : _sentence.HitAt(i, _sentence.Grammar[i]!.Value);
        if (cue is { } hit && hit.First == i)
            last = hit.Last;
        // "Diplomaten zufolge traf Holm": behind its noun, it marks nothing that follows.
        if (cue is { } post && post.Cue.Is("postposed"))
            kind = UnitKind.Gap;
        return true;
    }

    private bool IsNegator(int i) => _sentence.Grammar[i] is CueKind.Negator;

    private bool IsVerbTag(int i) => _sentence.Tags[i].IsVerb;

    private VerbGroup? VerbAt(int i, out int last)
    {
        last = i;
        var tags = _sentence.Tags;
        // A group begins at a verb, or at a negator, adverb or infinitive mark right before one.
        var begin = i;
        while (
            begin < tags.Length
            && (
                IsNegator(begin)
                || IsClitic(begin)
                || tags[begin].Upos is Upos.Part or Upos.Adv && begin + 1 < tags.Length
            )
            && !IsVerbTag(begin)
            && Mark(begin) is null
        )
            begin++;
        if (begin >= tags.Length || !IsVerbTag(begin) || begin - i > 4)
            return null;
        if (IsModifier(begin))
            return null;
        int main = begin,
            at = begin;
        bool negated = false,
            future = false,
            conditional = false,
            subjunctive = false,
            possible = false,
            modal = false,
            passive = false,
            perfect = false,
            reportive = false,
            reportsPast = false,
            futureUnlessPassive = false,
            be = false;
        var finite = tags[begin].IsFinite || tags[begin].Form == VerbForm.None;
        var infinitive = tags[begin].Form == VerbForm.Infinitive;
        for (var k = i; k < begin; k++)
        {
            negated |= IsNegator(k);
            if (tags[k].Upos == Upos.Part && !IsNegator(k) && tags[begin].Form is not VerbForm.Finite)
                infinitive = true;
        }
        while (at < tags.Length)
        {
            if (_transparent[at])
            {
                at++;
                continue;
            }
            if (IsVerbTag(at))
            {
                var auxiliary = _sentence.HitAt(at, CueKind.Auxiliary);
                var isAuxiliary = auxiliary is not null && (tags[at].Upos == Upos.Aux || NextVerb(at) > 0);
                conditional |= tags[at].Mood == Mood.Conditional;
                subjunctive |= tags[at].Mood == Mood.Subjunctive;
                future |= tags[at].IsFuture;
                main = at;
                if (isAuxiliary && auxiliary is { } aux)
                {
                    // "wird treffen", "wird getroffen": of an auxiliary that is both, the verb tells which.
                    if (aux.Cue.Is("passive"))
                        futureUnlessPassive |= aux.Cue.Is("future");
                    else
                        future |= aux.Cue.Is("future");
                    conditional |= aux.Cue.Is("conditional");
                    possible |= aux.Cue.Is("possible");
                    modal |= aux.Cue.Is("modal") && !aux.Cue.Is("possible");
                    be |= aux.Cue.Is("passive");
                    perfect |= aux.Cue.Is("perfect");
                    reportive |= aux.Cue.Is("reports") && main == begin;
                    // "soll ... getroffen haben" reports, "soll ... treffen" plans.
                    reportsPast |= aux.Cue.Is("reports-past") && main == begin;
                    var next = NextVerb(at);
                    if (next > 0)
                    {
                        for (var k = at + 1; k < next; k++)
                            negated |= IsNegator(k);
                        at = next;
                        continue;
                    }
                }
                break;
            }
            at++;
        }
        future |= _pack.Settings.FuturePrefixes.Any(prefix =>
            _sentence.Forms[main].Length > prefix.Length + 2
            && _sentence.Forms[main].StartsWith(prefix, StringComparison.Ordinal)
        );
        // "have been": the auxiliary stands alone and makes nothing passive.
        passive =
            be
            && main > begin
            && tags[main].Form is VerbForm.Participle
            && !(_sentence.HitAt(main, CueKind.Auxiliary) is { } itself && itself.Cue.Is("passive"));
        future |= futureUnlessPassive && !passive;
        if (reportsPast && perfect)
            (reportive, future) = (true, false);
        var progressive = be && tags[main].Form is VerbForm.Gerund;
        var alone = main == begin;
        last = main;
        // A negator right behind ("said not", "is not") belongs to the group.
        while (last + 1 < tags.Length && IsNegator(last + 1))
        {
            negated = true;
            last++;
        }
        if (last + 1 < tags.Length && IsInverted(last + 1))
            last++;
        var inverted = Enumerable.Range(i, last - i + 1).FirstOrDefault(IsInverted, -1);
        return new()
        {
            Inverted =
                inverted < 0
                    ? null
                    : new()
                    {
                        First = inverted,
                        Last = inverted,
                        MarkerFirst = inverted,
                        IsPronoun = true,
                        Pronoun = _sentence.HitAt(inverted, CueKind.Pronoun)!.Value.Cue,
                    },
            First = i,
            Main = main,
            IsFinite = finite && !infinitive,
            IsInfinitive = infinitive,
            IsParticiple = alone && tags[main].Form == VerbForm.Participle,
            IsGerund = alone && tags[main].Form == VerbForm.Gerund,
            IsPassive = passive || alone && tags[main].Form == VerbForm.Participle,
            IsNegated = negated,
            IsFuture = future,
            IsConditional = conditional,
            IsSubjunctive = subjunctive,
            IsPossible = possible,
            IsModal = modal,
            IsProgressive = progressive,
            IsPerfect = perfect,
            IsReportive = reportive,
            Clitics = [.. Enumerable.Range(i, main - i).Where(k => IsClitic(k)).Select(Clitic).OfType<Nominal>()],
        };
    }

    /// <summary>An unstressed pronoun, which belongs to the verb beside it: "no se reunió", "lo recibió".</summary>
    private bool IsClitic(int i) =>
        _sentence.Grammar[i] is CueKind.Pronoun
        && _sentence.HitAt(i, CueKind.Pronoun) is { } hit
        && hit.Cue.Is("clitic")
        // "avec lui": behind a preposition it is a stressed one.
        && !(i > 0 && _sentence.Grammar[i - 1] is CueKind.Preposition);

    /// <summary>"a-t-il dit": a subject written onto the verb.</summary>
    private bool IsInverted(int i) => IsClitic(i) && _sentence.HitAt(i, CueKind.Pronoun)!.Value.Cue.Is("inverted");

    private Nominal? Clitic(int i)
    {
        foreach (var hit in _sentence.HitsAt(i, CueKind.Pronoun))
        {
            if (hit.Cue.Is("object"))
                return new()
                {
                    First = i,
                    Last = i,
                    MarkerFirst = i,
                    IsPronoun = true,
                    Pronoun = hit.Cue,
                };
        }
        return null;
    }

    /// <summary>The next verb of the same group behind an auxiliary: over adverbs and negators only; 0 where there is none.</summary>
    private int NextVerb(int auxiliary)
    {
        var tags = _sentence.Tags;
        for (var k = auxiliary + 1; k < tags.Length && k <= auxiliary + 5; k++)
        {
            if (_transparent[k] || IsClitic(k))
                continue;
            // "va a viajar", "tiene que decir": over the word that links the two.
            if (
                k == auxiliary + 1
                && tags[k].Upos is Upos.Adp or Upos.Sconj or Upos.Pron
                && Links(auxiliary)
                && FirstVerb(k + 1) is { } linked
                && tags[linked].Form == VerbForm.Infinitive
            )
                return linked;
            if (IsVerbTag(k))
                return IsModifier(k) && tags[k].Form is not VerbForm.Participle ? 0 : k;
            // "have both confirmed"
            if (tags[k].Upos is Upos.Det && k + 1 < tags.Length && IsVerbTag(k + 1))
                continue;
            if (tags[k].Upos is not (Upos.Adv or Upos.Part) && !IsNegator(k))
                return 0;
            if (tags[k].Upos == Upos.Part && !IsNegator(k))
                return 0;
        }
        return 0;
    }

    private bool Links(int auxiliary)
    {
        foreach (var hit in _sentence.HitsAt(auxiliary, CueKind.Auxiliary))
        {
            if (hit.Cue.Is("link"))
                return true;
        }
        return false;
    }

    private int? FirstVerb(int k)
    {
        while (k < _sentence.Tags.Length && (IsClitic(k) || IsNegator(k)))
            k++;
        return k < _sentence.Tags.Length && IsVerbTag(k) ? k : null;
    }

    /// <summary>Whether a participle stands before its noun like an adjective: "jailed leaders", "holding company".</summary>
    private bool IsModifier(int i)
    {
        var tags = _sentence.Tags;
        if (tags[i].Form is not (VerbForm.Participle or VerbForm.Gerund) || i + 1 >= tags.Length)
            return false;
        var next = i + 1;
        while (next + 1 < tags.Length && _transparent[next])
            next++;
        // Where the head stands first, a participle is before its noun only behind an article: "el llamado grupo".
        if (_pack.Settings.HeadFirst)
            return tags[next].Upos is Upos.Noun or Upos.Propn
                && i > 0
                && _sentence.Grammar[i - 1] is CueKind.Possessive or CueKind.Determiner;
        if (tags[next].Upos is not (Upos.Noun or Upos.Propn or Upos.Adj))
            return false;
        // "by holding talks" is a clause; "with increased pressure" is not.
        return i > 0
                && (
                    tags[i - 1].Upos is Upos.Det or Upos.Adj or Upos.Num
                    || tags[i - 1].Upos is Upos.Adp && tags[i].Form == VerbForm.Participle
                )
            || i > 0 && _sentence.Grammar[i - 1] is CueKind.Possessive or CueKind.Determiner;
    }

    private bool IsInNominal(int i) =>
        _sentence.Tags[i].Upos is Upos.Noun or Upos.Propn or Upos.Adj or Upos.Num or Upos.Det or Upos.Sym or Upos.X
        || _sentence.Grammar[i] is CueKind.Determiner or CueKind.Possessive;

    /// <summary>"nadie", "nobody": a negator that stands for people.</summary>
    private bool IsNobody(int i) => IsNegator(i) && _sentence.Tags[i].Upos is Upos.Pron;

    private Nominal? NominalAt(int i)
    {
        var tags = _sentence.Tags;
        if (IsPronoun(i, out var pronoun))
        {
            return new()
            {
                First = i,
                Last = i,
                MarkerFirst = i,
                IsPronoun = true,
                Pronoun = pronoun,
            };
        }
        if (!IsInNominal(i) && !IsModifier(i) && LongCue(i) is null && !IsNobody(i))
            return null;
        var last = i - 1;
        (int, int)? possessor = null;
        Cue? possessive = null;
        bool definite = false,
            demonstrative = false,
            negated = false,
            hasNoun = false;
        for (var k = i; k < tags.Length; k++)
        {
            if (_transparent[k])
                continue;
            if (_sentence.IsTime(k) && k > i)
            {
                // "Washington's 2014 rapprochement", "its Jan. 6 test"
                var after = _sentence.Times.First(time => time.First <= k && k <= time.Last).Last + 1;
                if (
                    !definite && possessor is null
                    || hasNoun && possessor is null
                    || after >= tags.Length
                    || tags[after].Upos is not (Upos.Noun or Upos.Adj or Upos.Propn)
                    || _pack.Settings.HeadFirst
                )
                    break;
                last = after - 1;
                k = last;
                continue;
            }
            if (k > i && (_sentence.Gaps.Contains(k) || Breaks(k, last)))
                break;
            if (
                _sentence.PrepositionAt(k) is { } mark
                && mark.Cue.Is("possessive")
                && tags[k].Upos is Upos.Part or Upos.Adp
                && hasNoun
            )
            {
                possessor = (i, last);
                last = k;
                continue;
            }
            // حكومته: the pronoun written onto a noun is its possessor.
            if (hasNoun && k == last + 1 && _sentence.Tokens[k].Glued && _sentence.Grammar[k] is CueKind.Pronoun)
            {
                possessive = _sentence.HitAt(k, CueKind.Pronoun)?.Cue;
                definite = true;
                last = k;
                continue;
            }
            if (_sentence.Grammar[k] is CueKind.Possessive)
            {
                if (hasNoun && !IsPostposed(k, last))
                    break;
                possessive = _sentence.HitAt(k, CueKind.Possessive)?.Cue;
                definite |= !hasNoun;
                last = k;
                continue;
            }
            if (_sentence.Grammar[k] is CueKind.Determiner)
            {
                if (hasNoun && !_pack.Settings.ConstructState && !IsNameParticle(k) && !IsPostposed(k, last))
                    break;
                if (_sentence.HitAt(k, CueKind.Determiner)?.Cue is { } determiner)
                {
                    definite |= determiner.Is("definite");
                    demonstrative |= determiner.Is("demonstrative");
                    negated |= determiner.Is("negative");
                }
                last = k;
                continue;
            }
            if (IsNegator(k) && k == i)
            {
                negated = true;
                last = k;
                continue;
            }
            if (LongCue(k) is { } cue && cue > k)
            {
                last = cue;
                hasNoun = true;
                k = cue;
                continue;
            }
            if (IsInNominal(k) && _sentence.Grammar[k] is null or CueKind.Negator || IsModifier(k))
            {
                hasNoun |= tags[k].Upos is Upos.Noun or Upos.Propn or Upos.X;
                last = k;
                continue;
            }
            // "very high level", "Kadyrov al-Assad", "Rodríguez de Zapatero"
            if (
                tags[k].Upos == Upos.Adv
                && k + 1 < tags.Length
                && tags[k + 1].Upos is Upos.Adj
                && _sentence.Grammar[k] is null or CueKind.Adverb
                && k > i
            )
            {
                last = k;
                continue;
            }
            if (IsNameParticle(k))
            {
                last = k;
                continue;
            }
            break;
        }
        if (last < i)
            return null;
        // A determiner or number alone ("both", "those", "two") can stand for someone.
        if (_pack.Settings.ArticlePrefix is { Length: > 0 } article)
            definite |= _sentence.Forms[i].StartsWith(article, StringComparison.Ordinal);
        definite |= HasArticleSuffix(i, last);
        return new()
        {
            First = i,
            Last = last,
            MarkerFirst = i,
            Possessor = possessor,
            PossessiveWord = possessive,
            IsDefinite = definite,
            IsDemonstrative = demonstrative,
            IsNegated = negated,
        };
    }

    /// <summary>Whether the first noun of a phrase ends in the article ("forsetinn").</summary>
    private bool HasArticleSuffix(int first, int last)
    {
        if (_pack.Settings.ArticleSuffixes.IsEmpty)
            return false;
        var noun = first;
        while (noun < last && _sentence.Tags[noun].Upos is not (Upos.Noun or Upos.Propn))
            noun++;
        // A stem of fewer letters is more likely a word that only ends like that.
        const int ShortestStem = 3;
        return _sentence.Tags[noun].Upos is Upos.Noun
            && _pack.Settings.ArticleSuffixes.Any(suffix =>
                _sentence.Forms[noun].Length >= suffix.Length + ShortestStem
                && _sentence.Forms[noun].EndsWith(suffix, StringComparison.Ordinal)
            );
    }

    /// <summary>"representantes suyos", "negociación alguna": a word that mostly stands before the noun, right behind one, with no other to belong to.</summary>
    private bool IsPostposed(int k, int last) =>
        _pack.Settings.HeadFirst
        && last == k - 1
        && _sentence.Tags[last].Upos is Upos.Noun or Upos.Adj
        && _sentence.HitAt(k, CueKind.Determiner)?.Cue.Is("definite") != true
        && (k + 1 >= _sentence.Tags.Length || !IsInNominal(k + 1));

    /// <summary>The last token of a cue of several words that begins here and keeps its words together ("Secretary of State").</summary>
    private int? LongCue(int k)
    {
        int? longest = null;
        foreach (var hit in _sentence.Hits)
        {
            if (
                hit.First == k
                && hit.Last > k
                && hit.Cue.Kind is CueKind.World or CueKind.Person or CueKind.Body or CueKind.Media or CueKind.StateNoun
                && hit.Last > (longest ?? -1)
            )
                longest = hit.Last;
        }
        return longest;
    }

    private bool IsNameParticle(int k) =>
        k > 0
        && k + 1 < _sentence.Tokens.Length
        && _sentence.HitAt(k, CueKind.Particle) is not null
        && _pack.Settings.Capitals
        && IsNameBefore(k)
        // "sagte Salas der Zeitung": an article belongs to a name behind another particle only ("von der Leyen").
        && !(
            _pack.Settings.NounCapitals
            && _sentence.Grammar[k] is CueKind.Determiner
            && _sentence.HitAt(k - 1, CueKind.Particle) is null
        )
        && (_sentence.Tokens[k + 1].IsCapital || _sentence.HitAt(k + 1, CueKind.Particle) is not null)
        // "presidente de Colombia" is not a name; "Silva de Souza" is: the word before must not be a title.
        && _sentence.HitAt(k - 1, CueKind.Person) is null
        && _sentence.HitAt(k + 1, CueKind.World) is null
        && _sentence.HitAt(k + 1, CueKind.Body) is null
        && _sentence.HitAt(k + 1, CueKind.Person) is null
        && _sentence.HitAt(k - 1, CueKind.World) is null
        && _sentence.HitAt(k - 1, CueKind.Body) is null;

    /// <summary>A name, or another particle of one: "Humberto de la Calle".</summary>
    private bool IsNameBefore(int k) =>
        _sentence.Tags[k - 1].Upos == Upos.Propn && _sentence.Tokens[k - 1].IsCapital
        || _sentence.HitAt(k - 1, CueKind.Particle) is not null && k > 1 && IsNameParticle(k - 1);

    private bool IsPronoun(int i, out Cue? pronoun)
    {
        pronoun = null;
        if (_sentence.Grammar[i] is not CueKind.Pronoun || IsClitic(i))
            return false;
        pronoun = _sentence.HitAt(i, CueKind.Pronoun)?.Cue;
        return true;
    }

    /// <summary>Whether a new noun phrase begins at <paramref name="k"/> though the words would run on.</summary>
    private bool Breaks(int k, int last)
    {
        // "hitti Peter Holm Önnu Ruiz": behind a whole name a given name begins another, where a verb may stand before both.
        if (
            (_pack.Settings.Cases || _pack.Settings.VerbFirst)
            && last > 0
            && last == k - 1
            && _sentence.HitAt(k, CueKind.Given) is not null
            && (_sentence.Tokens[last].IsCapital || !_pack.Settings.Capitals && IsInNominal(last))
            // "George W. Bush"
            && !_sentence.Texts[last].EndsWith('.')
            && _sentence.HitAt(last, CueKind.Given) is null
            && _sentence.HitAt(last - 1, CueKind.Given) is not null
        )
            return true;
        // "wenn Peter Holm Ana Ruiz trifft": where verbs stand last, two names stand side by side.
        if (
            _pack.Settings.VerbBracket
            && last > 0
            && last == k - 1
            && k + 1 < _sentence.Tokens.Length
            && _sentence.HitAt(last - 1, CueKind.Given) is not null
            && _sentence.HitAt(k, CueKind.Given) is not null
            && _sentence.Tokens[last].IsCapital
            && _sentence.Tokens[k + 1].IsCapital
            && _sentence.Tags[k + 1].Upos is Upos.Propn
        )
            return true;
        // "Omans vertrauliche Gespräche", "Ruiz Asyl": behind a noun a small word, behind a name an ordinary noun begin another phrase.
        if (
            _pack.Settings.NounCapitals
            && last >= 0
            && last == k - 1
            && !_sentence.Tokens[k].Glued
            && (
                _sentence.Tags[last].Upos is Upos.Noun or Upos.Propn
                    && _sentence.Tags[k].Upos is Upos.Adj
                    && !_sentence.Tokens[k].IsCapital
                || _sentence.Tags[last].Upos is Upos.Propn
                    // "Peter Holms Reise"
                    && !_pack.Settings.NameEndings.Any(ending =>
                        _sentence.Forms[last].EndsWith(ending, StringComparison.Ordinal)
                    )
                    && _sentence.Hits.Exists(hit =>
                        hit.Covers(k)
                        && (
                            hit.Cue.Kind == CueKind.NotName
                            || hit.Cue is { Kind: CueKind.Trigger, Class: WordClass.Noun }
                        )
                    )
                    && _sentence.HitAt(k, CueKind.Person) is null
                    && _sentence.HitAt(k, CueKind.Body) is null
                    && _sentence.HitAt(k, CueKind.World) is null
            )
        )
            return true;
        // "de Venezuela Nicolás Maduro": behind the state or body that a post belongs to stands who holds it.
        if (
            _pack.Settings is { HeadFirst: true, Capitals: true }
            && last > 0
            && last == k - 1
            && k + 1 < _sentence.Tokens.Length
            && _sentence.Tokens[k + 1].IsCapital
            && _sentence.HitAt(k, CueKind.Given) is not null
            && _sentence.HitAt(k, CueKind.World) is null
            && _sentence.HitAt(last, CueKind.World)
                is { Cue.ActorType: ActorType.State or ActorType.Body or ActorType.Place }
            && _sentence.HitAt(last, CueKind.Adjective) is null
        )
            return true;
        var tags = _sentence.Tags;
        // "sleit Noregur stjórnmálasambandi": behind a name, a common noun that is nobody's post is another phrase.
        if (
            _pack.Settings is { Cases: true, HeadFirst: true }
            && last >= 0
            && last == k - 1
            && tags[last].Upos is Upos.Propn
            && tags[k].Upos is Upos.Noun
            && tags[k].Case is not (Case.None or Case.Genitive)
            && _sentence.HitAt(k, CueKind.Person) is null
            && _sentence.HitAt(k, CueKind.Body) is null
            && _sentence.HitAt(k, CueKind.World) is null
        )
            return true;
        if (!_pack.Settings.ConstructState || last < 0)
            return false;
        // In a construct state only the last noun is definite: a definite noun, a name or a pronoun ends the phrase, and an indefinite noun
        // behind it opens another.
        var article = _pack.Settings.ArticlePrefix;
        var ended =
            tags[last].Upos == Upos.Propn
            || _sentence.Forms[last].StartsWith(article, StringComparison.Ordinal)
            || _sentence.Grammar[last] is CueKind.Pronoun;
        var name = tags[last].Upos == Upos.Propn && _sentence.HitAt(last, CueKind.World) is null;
        return ended
            && tags[k].Upos == Upos.Noun
            && (name || !_sentence.Forms[k].StartsWith(article, StringComparison.Ordinal))
            && _sentence.HitAt(k, CueKind.World) is null
            && !IsInsideLongCue(k);
    }

    private bool IsInsideLongCue(int k)
    {
        foreach (var hit in _sentence.Hits)
        {
            if (
                hit.First < k
                && k <= hit.Last
                && hit.Cue.Kind is CueKind.World or CueKind.Person or CueKind.Body or CueKind.Media
            )
                return true;
        }
        return false;
    }

    /// <summary>The preposition in front, over quotation marks and parentheses.</summary>
    private void Mark(Nominal nominal)
    {
        for (var u = _units.Count - 1; u >= 0; u--)
        {
            var unit = _units[u];
            if (unit.Kind is UnitKind.Quote or UnitKind.OpenParenthesis)
                continue;
            if (unit.Kind != UnitKind.Preposition)
                return;
            var hit = _sentence.PrepositionAt(unit.First);
            if (hit is { } preposition && !preposition.Cue.Is("possessive") && !preposition.Cue.Is("postposed"))
            {
                nominal.Marker = string.Join(
                    ' ',
                    Enumerable.Range(unit.First, unit.Last - unit.First + 1).Select(t => _sentence.Forms[t])
                );
                nominal.MarkerFirst = unit.First;
                // A preposition that has swallowed the article: "del", "al".
                nominal.IsDefinite |= preposition.Cue.Is("definite");
            }
            return;
        }
    }
}
