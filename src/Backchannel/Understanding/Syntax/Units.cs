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
            // In headlines and datelines a space parts what a comma parts elsewhere.
            if (IsGap(i) && _units.Count > 0 && _units[^1].Kind is not (UnitKind.Comma or UnitKind.Quote))
                _units.Add(new(UnitKind.Comma, i, i - 1));
            else if (_sentence.Gaps.Contains(i) && _units.Count > 0 && _units[^1].Kind == UnitKind.Nominal)
                _units.Add(new(UnitKind.Gap, i, i - 1));
            if (TimeAt(i) is { } spot)
            {
                _units.Add(new(UnitKind.Time, spot.First, spot.Last));
                i = spot.Last + 1;
                continue;
            }
            if (_pack.Settings.Postpositions && _sentence.Tokens[i].Glued)
            {
                i++;
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
                if (_pack.Settings.Postpositions)
                    i = MarkPostposed(nominal);
                else
                {
                    Mark(nominal);
                    MarkBehind(nominal);
                    // "Diplomaten zufolge"
                    if (
                        nominal.Marker.Length == 0
                        && nominal.Last + 1 < count
                        && _sentence.HitAt(nominal.Last + 1, CueKind.Attribute) is { } post
                        && post.Cue.Is("postposed")
                    )
                        nominal.Marker = _sentence.Forms[post.First];
                    i = nominal.Last + 1;
                }
                _units.Add(new(UnitKind.Nominal, nominal.First, nominal.Last) { Nominal = nominal });
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

    /// <summary>Where words are cut from a run of letters: a noun that no list knows behind somebody's name is no part of the name's phrase.</summary>
    private bool EndsName(int k, int last) =>
        _pack.Settings.Segments
        && last == k - 1
        && _sentence.Tags[k].Upos is Upos.Noun or Upos.Adj
        && (_sentence.Tokens[last].IsName || _sentence.HitAt(last, CueKind.Given) is not null)
        && _sentence.HitAt(last, CueKind.World) is null
        && !_sentence.Hits.Exists(hit =>
            hit.Covers(k)
            && hit.Cue.Kind
                is CueKind.Person
                    or CueKind.Body
                    or CueKind.Media
                    or CueKind.StateNoun
                    or CueKind.World
                    or CueKind.Report
                    or CueKind.Trigger
        );

    private bool IsGap(int i) =>
        _pack.Settings.Segments
        && i > 0
        && _sentence.Tokens[i].Span.Start > _sentence.Tokens[i - 1].Span.End
        && Segmenter.IsSegmented(_sentence.Texts[i][0])
        && Segmenter.IsSegmented(_sentence.Texts[i - 1][0]);

    private UnitKind? Mark(int i)
    {
        var text = _sentence.Texts[i];
        return text switch
        {
            "," or "،" or "，" => UnitKind.Comma,
            // The Chinese mark of a list joins as "and" does.
            "、" => UnitKind.Coordinator,
            ";" or "؛" or "；" or "." or "!" or "?" or "…" or "..." or "؟" or "。" or "！" or "？" =>
                UnitKind.Semicolon,
            ":" or "：" => UnitKind.Colon,
            "-" or "–" or "—" or "―" or "--" => UnitKind.Dash,
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

    /// <summary>Whether the second mark can close what the first opens: a plain mark closes only its own kind.</summary>
    private static bool Closes(string open, string mark) =>
        open == mark || open is not ("\"" or "'") && mark is not ("\"" or "'");

    /// <summary>Quotation marks around one to three words colour a word and say nothing about who speaks; they are read through.</summary>
    private static bool[] ScareQuotes(Sentence sentence)
    {
        var transparent = new bool[sentence.Tokens.Length];
        var open = -1;
        for (var i = 0; i < sentence.Tokens.Length; i++)
        {
            // "Oduya, R-Ky., said", "Oduya (D-Md.) said": a full stop before a comma or a parenthesis only shortens a word.
            var shortens =
                i > 0
                && i + 1 < sentence.Tokens.Length
                && sentence.Texts[i] is "."
                && sentence.Texts[i + 1] is "," or ")";
            if (
                sentence.Texts[i]
                is not ("\"" or "“" or "”" or "«" or "»" or "‘" or "’" or "„" or "'" or "「" or "」" or "『" or "』")
            )
            {
                // The marks around a title.
                transparent[i] |= shortens || sentence.Texts[i] is "《" or "》" or "〈" or "〉";
                continue;
            }
            // "It is false", he said: a whole sentence of few words is speech.
            var isSpeech =
                open == 0
                    && i + 1 < sentence.Tokens.Length
                    && (sentence.Texts[i + 1] == "," || sentence.IsSentenceSaid(open, i))
                || i > 0 && sentence.Texts[i - 1] is "?" or "!" or "？" or "！" or "؟";
            if (
                open >= 0
                && i - open <= 4
                && i - open > 1
                && !isSpeech
                && Closes(sentence.Texts[open], sentence.Texts[i])
            )
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
        // "nach Polizeiangaben": the words of attribution hold the noun whose word it is.
        if (cue is { } hit && hit.First == i && !hit.Cue.Is("inside"))
            last = hit.Last;
        // "Diplomaten zufolge traf Holm": behind its noun, it marks nothing that follows.
        if (cue is { } post && post.Cue.Is("postposed"))
            kind = UnitKind.Gap;
        return true;
    }

    /// <summary>"ich habe", "habe ich": a form that is subjunctive of others and plain of oneself.</summary>
    private bool IsBesideFirst(int verb)
    {
        for (var t = Math.Max(0, verb - 2); t <= Math.Min(verb + 2, _sentence.Tokens.Length - 1); t++)
        {
            if (_sentence.HitsAt(t, CueKind.Pronoun).Any(hit => hit.Cue.Is("first")))
                return true;
        }
        return false;
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
        // 没有与他们会面: the negator stands before what belongs to its verb.
        if (
            _pack.Settings.SerialVerbs
            && IsNegator(i)
            && i + 1 < tags.Length
            && !(begin < tags.Length && IsVerbTag(begin))
            && (_sentence.Grammar[i + 1] is CueKind.Preposition or CueKind.Adverb || _sentence.IsTime(i + 1))
        )
            return new()
            {
                First = i,
                Main = i,
                IsFinite = true,
                IsNegated = true,
            };
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
            ongoing = false,
            futureUnlessPassive = false,
            be = false,
            bare = false;
        var finite = tags[begin].IsFinite || tags[begin].Form == VerbForm.None;
        var infinitive = tags[begin].Form == VerbForm.Infinitive;
        for (var k = i; k < begin; k++)
        {
            negated |= IsNegator(k);
            // لن: will not.
            future |= _sentence.HitAt(k, CueKind.Negator) is { } negator && negator.Cue.Is("future");
            if (
                tags[k].Upos == Upos.Part
                && !_pack.Settings.SerialVerbs
                && !IsNegator(k)
                && tags[begin].Form is not VerbForm.Finite
            )
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
                subjunctive |=
                    tags[at].Mood == Mood.Subjunctive || auxiliary?.Cue.Is("subjunctive") == true && !IsBesideFirst(at);
                future |= tags[at].IsFuture;
                if (tags[at].Inflection is { } told)
                {
                    negated |= told.IsNegated;
                    possible |= told.IsPossible;
                    modal |= told.IsModal;
                    ongoing |= told.IsProgressive;
                }
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
                    bare |= aux.Cue.Is("bare");
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
        // سيصل is future; سيطر is a verb of its own.
        future |=
            _pack.Settings.FuturePrefixes.Any(prefix =>
                _sentence.Forms[main].Length > prefix.Length + 1
                && _sentence.Forms[main].StartsWith(prefix, StringComparison.Ordinal)
            ) && !(_pack.KnowsAsOrdinary(_sentence.Forms[main]) && !_pack.KnowsAsOrdinary(_sentence.Forms[main][1..]));
        // "have been": the auxiliary stands alone and makes nothing passive.
        passive =
            be
            && main > begin
            && (tags[main].Form is VerbForm.Participle || bare)
            && !(_sentence.HitAt(main, CueKind.Auxiliary) is { } itself && itself.Cue.Is("passive"));
        future |= futureUnlessPassive && !passive;
        if (reportsPast && perfect)
            (reportive, future) = (true, false);
        var progressive = ongoing || be && tags[main].Form is VerbForm.Gerund;
        // "контактов нет": the verb itself says that there is none.
        negated |= IsNegator(main);
        var alone = main == begin;
        last = main;
        // A negator right behind ("said not", "is not") belongs to the group.
        while (last + 1 < tags.Length && IsNegator(last + 1) && !_pack.Settings.SerialVerbs)
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
            IsPassive = passive || alone && tags[main].Form == VerbForm.Participle && !_pack.Settings.VerbLast,
            IsNegated = negated,
            IsFuture = future,
            IsConditional = conditional,
            IsSubjunctive = subjunctive,
            IsPossible = possible,
            IsModal = modal,
            IsProgressive = progressive,
            IsPerfect = perfect,
            IsReportive = reportive,
            IsNominal = tags[main].Inflection?.IsNominal == true,
            IsFirst = tags[main].Inflection?.IsFirst == true,
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
        // Where verbs stand last, a participle before its noun has a clause of its own.
        if (_pack.Settings.VerbLast && tags[i].Inflection is not null)
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

    /// <summary>"قتل الجيش ثلاثة مسلحين": a definite noun owns nothing, so that a number and a bare noun behind it begin another phrase.</summary>
    private bool CountsAnother(int number, int last) =>
        _pack.Settings is { ConstructState: true, ArticlePrefix: { Length: > 0 } article }
        && number == last + 1
        && number + 1 < _sentence.Tokens.Length
        && _sentence.Tags[number].Upos is Upos.Num
        && _sentence.Tags[number + 1].Upos is Upos.Noun or Upos.Num or Upos.Adj
        && !_sentence.Forms[number + 1].StartsWith(article, StringComparison.Ordinal)
        && !_sentence.Forms[number].StartsWith(article, StringComparison.Ordinal)
        && (
            _sentence.Forms[last].StartsWith(article, StringComparison.Ordinal)
            // "مقتل سبعة أشخاص": a noun of doing has them for its object.
            || _sentence
                .HitsAt(last, CueKind.Trigger)
                .Any(hit => hit.Cue.Class == WordClass.Noun && hit.Cue.Frame?.For("obj") is not null)
            || _pack.Settings.FreeEndings.Any(ending =>
                _sentence.Forms[last].Length > ending.Length + 2
                && _sentence.Forms[last].EndsWith(ending, StringComparison.Ordinal)
            )
        );

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
            determined = false,
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
            if (k > i && (_sentence.Gaps.Contains(k) || Breaks(i, k, last)))
                break;
            if (k > i && (IsGap(k) || EndsName(k, last) || hasNoun && CountsAnother(k, last)))
                break;
            // "laut sever.ru Anna Ruiz": a site is no part of a person's name.
            if (k > i && last >= i && Mentions.Names.IsSite(_sentence.Texts[last]))
                break;
            if (k > i && _pack.Settings.Postpositions && EndsBefore(k, last))
                break;
            if (
                _sentence.PrepositionAt(k) is { } mark
                && mark.Cue.Is("possessive")
                && tags[k].Upos is Upos.Part or Upos.Adp
                && hasNoun
            )
            {
                if (StandsApart(k, i))
                    break;
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
                // 特朗普的一封信: behind the owner the noun has a determiner of its own.
                var owned = _pack.Settings.ModifiersFirst && possessor is { } whose && whose.Item2 >= k - 3;
                if (hasNoun && !_pack.Settings.ConstructState && !IsNameParticle(k) && !owned && !IsPostposed(k, last))
                    break;
                if (_sentence.HitAt(k, CueKind.Determiner)?.Cue is { } determiner)
                {
                    determined = true;
                    definite |= determiner.Is("definite");
                    demonstrative |= determiner.Is("demonstrative");
                    negated |= determiner.Is("negative");
                }
                last = k;
                continue;
            }
            if (IsNegator(k) && (k == i || _pack.Settings.VerbLast && k == last + 1 && negated && !hasNoun))
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
            if (
                IsNameParticle(k)
                || k > i && ModifiesTrigger(k)
                // A suffix that was cut off its noun.
                || _pack.Settings.Segments
                    && hasNoun
                    && tags[k].Upos == Upos.Part
                    && _sentence.Grammar[k] is null
                    && k == last + 1
            )
            {
                last = k;
                continue;
            }
            break;
        }
        if (last < i)
            return null;
        var bare = !_pack.Settings.Articles && !determined && !definite && !negated && tags[i].Upos is not Upos.Num;
        definite |= bare;
        // A determiner or number alone ("both", "those", "two") can stand for someone.
        if (_pack.Settings.ArticlePrefix is { Length: > 0 } article)
            definite |= _sentence.Forms[i].StartsWith(article, StringComparison.Ordinal);
        definite |= HasArticleSuffix(i, last);
        // Without articles, a noun is definite where nothing says that it is not.
        definite |=
            _pack.Settings.BareDefinite
            && !Enumerable.Range(i, last - i + 1).Any(k => _sentence.Grammar[k] is CueKind.Determiner);
        return new()
        {
            First = i,
            Last = last,
            MarkerFirst = i,
            OwnsNext = _pack.Settings.ConstructState && last + 1 < tags.Length && OwnsNext(last + 1, last) && last >= i,
            Possessor = possessor,
            PossessiveWord = possessive,
            IsDefinite = definite,
            IsBare = bare,
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
        last == k - 1
        && _sentence.Tags[last].Upos is Upos.Noun or Upos.Adj
        && (
            _pack.Settings.HeadFirst && _sentence.HitAt(k, CueKind.Determiner)?.Cue.Is("definite") != true
            // "sendimanni þessum": where the article stands behind the noun, "this" may too.
            || !_pack.Settings.ArticleSuffixes.IsEmpty
                && _sentence.HitAt(k, CueKind.Determiner)?.Cue.Is("demonstrative") == true
        )
        && (k + 1 >= _sentence.Tags.Length || !IsInNominal(k + 1));

    /// <summary>
    /// Whether what stands before the mark of possession at <paramref name="mark"/> is a phrase of its own, where modifiers come first: it takes
    /// part in what the noun behind tells (与伊朗的会谈), or it is the object of a clause about that noun (访问北京的官员说).
    /// </summary>
    private bool StandsApart(int mark, int first)
    {
        if (!_pack.Settings.ModifiersFirst)
            return false;
        var head = mark;
        while (
            head + 1 < _sentence.Tokens.Length
            && !_sentence.IsTime(head + 1)
            && (
                IsInNominal(head + 1) && _sentence.Grammar[head + 1] is null
                || LongCue(head + 1) is not null
                || ModifiesTrigger(head + 1)
            )
        )
            head = LongCue(head + 1) is { } cue ? cue : head + 1;
        if (head == mark)
            return false;
        if (_sentence.HitsAt(head, CueKind.Trigger).Any(hit => hit.Cue.Class == WordClass.Noun))
            return true;
        if (_units.Count == 0 || _units[^1].Verb is not { } verb || _units[^1].Last >= first)
            return false;
        var next = head + 1;
        while (next < _sentence.Tokens.Length && (IsNegator(next) || _sentence.Tags[next].Upos is Upos.Adv))
            next++;
        var verbNext =
            next < _sentence.Tokens.Length
            && (IsVerbTag(next) || _sentence.Grammar[next] is CueKind.Preposition || _sentence.IsTime(next));
        var before = _units.Count > 1 ? _units[^2] : null;
        // 讨论特朗普访问北京的计划: a verb above has the noun behind for its object.
        var above = _units.FindLast(unit => unit.Verb is not null && unit.Last < _units[^1].First);
        if (
            before is { Kind: UnitKind.Nominal or UnitKind.Time }
            && above is not null
            && _units.IndexOf(above) >= _units.Count - 4
            && !_units.Skip(_units.IndexOf(above)).Any(unit => unit.Kind is UnitKind.Comma or UnitKind.Colon)
            && !_sentence.Hits.Exists(hit =>
                hit.Covers(above.Verb!.Main) && (hit.Cue.Is("pivot") || hit.Cue.Kind == CueKind.Say)
            )
        )
            return true;
        if (before is { Kind: UnitKind.Preposition })
            return !_sentence.HitsAt(next, CueKind.Subordinator).Any();
        if (!verbNext)
            return false;
        if (before is not { Nominal: { } subject } || subject.First == subject.Last && Determines(subject.First))
            return true;
        return _sentence.HitAt(verb.Main, CueKind.Trigger) is null
            && _sentence.HitAt(verb.Main, CueKind.Say) is null
            && _sentence.HitAt(verb.Main, CueKind.Status) is null
            && _sentence.HitAt(head, CueKind.Person) is not null;
    }

    /// <summary>与美国的间接谈判: an adverb before a noun of doing.</summary>
    private bool ModifiesTrigger(int k) =>
        _pack.Settings.ModifiersFirst
        && _sentence.Tokens[k].Span.Length > 1
        && _sentence.Tags[k].Upos is Upos.Adv
        && k + 1 < _sentence.Tokens.Length
        && _sentence.Tags[k + 1].Upos is Upos.Noun
        && _sentence.HitsAt(k + 1, CueKind.Trigger).Any(hit => hit.Cue.Class == WordClass.Noun);

    private bool Determines(int token) => _sentence.Grammar[token] is CueKind.Determiner;

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
    private bool Breaks(int first, int k, int last)
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
            && _sentence.HitAt(last - 1, CueKind.Particle) is null
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
            && _units.Count > 0
            && _units[^1].Kind == UnitKind.Preposition
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
        if (_pack.Settings is { Cases: true, HeadFirst: true } && last >= 0 && last == k - 1 && IsOtherCase(k))
            return true;
        return _pack.Settings.ConstructState && last >= first && EndsConstruct(first, k, last);
    }

    /// <summary>
    /// In a construct state only the last noun is definite: a definite noun, a name, a pronoun or an adjective ends the phrase, and a noun
    /// behind it opens another, unless it names or describes the same.
    /// </summary>
    private bool EndsConstruct(int first, int k, int last)
    {
        var tags = _sentence.Tags;
        if (IsInsideLongCue(k))
            return false;
        if (OwnsNext(k, last))
            return true;
        var known = _sentence.HitAt(last, CueKind.World);
        var isName = tags[last].Upos == Upos.Propn && known is null && _sentence.HitAt(last, CueKind.Person) is null;
        var hasNoun = false;
        for (var t = first; t <= last; t++)
            hasNoun |= tags[t].Upos is Upos.Noun or Upos.Propn && t < last;
        var isAdjective =
            hasNoun
            && tags[last].Upos == Upos.Adj
            && (_sentence.HitAt(last, CueKind.Adjective) is not null || known is null);
        var ended =
            known is not null && !isAdjective
            || isName
            || isAdjective
            || IsDefinite(last)
            || _sentence.Grammar[last] is CueKind.Pronoun
            || IsIndefiniteObject(last)
            || _sentence.HitAt(last, CueKind.Medium) is { } medium && medium.Last == last;
        var title = _sentence.HitsAt(k, CueKind.Person).Any(hit => hit.Cue.Is("title"));
        if (_sentence.Grammar[k] is CueKind.Determiner)
            return ended && _sentence.HitAt(k, CueKind.Determiner) is { } determiner && !determiner.Cue.Is("again");
        if (IsIndefiniteObject(k) && tags[k].Upos == Upos.Noun)
            return tags[last].Upos is not Upos.Num
                && !(
                    IsIndefiniteObject(last) && _sentence.HitsAt(k, CueKind.Person).Any(hit => hit.Cue.Is("modifier"))
                );
        if (!ended)
            return false;
        var person = Person(first, last);
        if (
            _sentence.HitAt(k, CueKind.World) is { } world
            && !IsStateAdjective(k)
            && !(tags[k].Upos == Upos.Propn && Mentions.Names.IsGivenBeforeSurname(_sentence, k))
        )
        {
            if (IsNaming(first, last, CueKind.Media) || IsNaming(first, last, CueKind.StateNoun))
                return false;
            return !(
                IsNaming(first, last, CueKind.Body) && world.Cue.ActorType is not (ActorType.State or ActorType.Place)
            );
        }
        if (tags[k].Upos == Upos.Propn)
        {
            // A name goes on, or is the one of who holds the post.
            if (isName && StartsOther(k, last))
                return true;
            if (isName || _sentence.HitAt(k, CueKind.Person) is not null)
                return false;
            if (person is { } post)
                return post.Cue.Is("plural") || HasPersonName(first, last);
            return (known is not null || !IsNaming(first, last, CueKind.Media))
                && _sentence.HitAt(k, CueKind.Given) is not null;
        }
        if (tags[k].Upos != Upos.Noun)
            return false;
        if (!IsDefinite(k))
            return true;
        if (title && person is not null && !HasPersonName(first, last))
            return false;
        if (isName || known is not null && !isAdjective)
            return true;
        if (isAdjective)
            return !_sentence.HitsAt(k, CueKind.Person).Any(hit => hit.Cue.Is("modifier"));
        // Two definite nouns in a row: the lists must know the second as one that stands for itself.
        return (IsDefinite(last) || _sentence.Grammar[last] is CueKind.Pronoun)
            && _sentence.Hits.Exists(hit =>
                hit.First == k
                && hit.Cue.Class == WordClass.Noun
                && !hit.Cue.Is("modifier")
                && hit.Cue.Kind
                    is CueKind.Person
                        or CueKind.Body
                        or CueKind.Media
                        or CueKind.StateNoun
                        or CueKind.Trigger
                        or CueKind.Report
            );
    }

    /// <summary>
    /// "لقاء الرئيس التركي", "زيارة نتنياهو": behind a noun that tells of a contact stands who takes part, a phrase of its own that hangs on it.
    /// </summary>
    private bool OwnsNext(int k, int last) =>
        last == k - 1
        && _sentence.Tags[last].Upos == Upos.Noun
        && !IsDefinite(last)
        && (TakesPartIn(k, last) || IsBodyOfHolder(k, last));

    /// <summary>"حكومة الرئيس التشيلي بيدرو رويز": behind a body stands whose it is, a post with the name of who holds it.</summary>
    private bool IsBodyOfHolder(int k, int last)
    {
        if (
            !_sentence.HitsAt(last, CueKind.Body).Any(hit => hit.Length == 1)
            || _sentence.HitAt(last, CueKind.World) is not null
            || !IsDefinite(k)
            || _sentence.HitAt(k, CueKind.Person) is null
        )
            return false;
        var name = k + 1;
        if (name < _sentence.Tags.Length && IsStateAdjective(name))
            name++;
        return name < _sentence.Tags.Length
            && _sentence.Tags[name].Upos == Upos.Propn
            && _sentence.HitAt(name, CueKind.World) is null;
    }

    private bool TakesPartIn(int k, int last) =>
        _sentence.Hits.Exists(hit =>
            hit.Cue.Kind == CueKind.Trigger
            && hit.Cue.Class == WordClass.Noun
            && hit.Cue.Type!.Family == Family.Contact
            && hit.First == last
            && hit.Last == last
        )
        && _sentence.HitAt(last, CueKind.Person) is null
        && _sentence.HitAt(last, CueKind.Report) is null
        && (
            _sentence.Tags[k].Upos == Upos.Propn
            || _sentence.Hits.Exists(hit =>
                hit.First == k
                && hit.Cue.Kind is CueKind.Person or CueKind.Body or CueKind.World or CueKind.StateNoun
                && !(hit.Cue.Kind == CueKind.World && _sentence.HitAt(k, CueKind.Adjective) is not null)
            )
        );

    /// <summary>"جورجيا ميلوني ترامب": behind a whole name, one that stands behind another given name elsewhere is another person's.</summary>
    private bool StartsOther(int k, int last) =>
        last > 0
        && _sentence.Tags[last - 1].Upos == Upos.Propn
        && _sentence.HitAt(last, CueKind.Given) is null
        && _sentence.HitAt(last, CueKind.Particle) is null
        && _sentence.HitAt(last - 1, CueKind.Particle) is null
        && _sentence.NamesBefore.TryGetValue(_sentence.Forms[k], out var before)
        && before.Any(name => name != _sentence.Forms[last]);

    private bool IsDefinite(int i) =>
        _pack.Settings.ArticlePrefix is { Length: > 0 } article
        && _sentence.Forms[i].Length > article.Length + 1
        && _sentence.Forms[i].StartsWith(article, StringComparison.Ordinal);

    /// <summary>A noun whose ending says that it is the indefinite object of a verb: اتصالا.</summary>
    private bool IsIndefiniteObject(int i) =>
        _pack.Settings.ObjectEnding is { Length: > 0 } ending
        && _sentence.Forms[i] is { } form
        && form.Length > ending.Length + 2
        && form.EndsWith(ending, StringComparison.Ordinal)
        && !IsDefinite(i)
        && _sentence.Tags[i].Upos is Upos.Noun or Upos.Adj
        && _sentence.HitAt(i, CueKind.World) is null
        && _sentence.HitAt(i, CueKind.Given) is null
        && (_pack.KnowsAsOrdinary(form[..^ending.Length]) || _pack.Lexicon.Knows(form[..^ending.Length]));

    /// <summary>An adjective of a state that reads like its name, behind a definite noun: "وزارة الخارجية السعودية".</summary>
    private bool IsStateAdjective(int k) =>
        _sentence.HitAt(k, CueKind.Adjective) is not null
        && (
            _sentence.Tags[k].Upos == Upos.Adj && _sentence.HitAt(k, CueKind.World) is null
            || IsDefinite(k) && k > 0 && IsDefinite(k - 1)
            || IsIndefiniteForm(k) && k > 0 && IsIndefiniteObject(k - 1)
        );

    private bool IsIndefiniteForm(int k) =>
        _pack.Settings.ObjectEnding is { Length: > 0 } ending
        && _sentence.Forms[k].EndsWith(ending, StringComparison.Ordinal);

    /// <summary>The post that heads a phrase, or null.</summary>
    private Hit? Person(int first, int last)
    {
        for (var t = first; t <= last; t++)
        {
            foreach (var hit in _sentence.HitsAt(t, CueKind.Person))
            {
                if (hit.First == t)
                    return hit;
            }
            if (_sentence.Tags[t].Upos is Upos.Noun or Upos.Propn)
                return null;
        }
        return null;
    }

    private bool IsNaming(int first, int last, CueKind kind)
    {
        for (var t = first; t <= last; t++)
        {
            if (_sentence.HitAt(t, kind) is not null)
                return Person(first, last) is null;
        }
        return false;
    }

    private bool HasPersonName(int first, int last)
    {
        for (var t = first; t <= last; t++)
        {
            if (
                _sentence.Tags[t].Upos == Upos.Propn
                && _sentence.HitAt(t, CueKind.World) is null
                && _sentence.HitAt(t, CueKind.Person) is null
                && _sentence.HitAt(t, CueKind.Body) is null
                && _sentence.HitAt(t, CueKind.Media) is null
                && _sentence.HitAt(t, CueKind.Adjective) is null
            )
                return true;
        }
        return false;
    }

    /// <summary>
    /// Whether a noun stands in another case than the phrase so far, and not in the genitive that belongs to it: "после встречи Хольм", "послание
    /// президенту". Nominative and accusative are told apart only behind a preposition, which never takes the first.
    /// </summary>
    private bool IsOtherCase(int k)
    {
        var tags = _sentence.Tags;
        if (
            tags[k].Upos is not (Upos.Noun or Upos.Propn or Upos.Adj)
            || tags[k].Case is Case.None or Case.Genitive
            || IsInsideLongCue(k)
            // A surname goes on with its given name, whatever case the tagger guesses.
            || _sentence.Tokens[k].IsCapital && _sentence.Tokens[k - 1].IsCapital && tags[k - 1].Upos == Upos.Propn
            // "við Arvo Kask forsætisráðherra": a post behind the name of who holds it.
            || _sentence.HitAt(k, CueKind.Person) is not null
                && _sentence.Tokens[k - 1].IsCapital
                && _sentence.HitAt(k - 1, CueKind.World) is null
        )
            return false;
        var first = k - 1;
        while (first > 0 && _units.Count > 0 && first - 1 > _units[^1].Last)
            first--;
        var head = Enumerable
            .Range(first, k - first)
            .FirstOrDefault(t => tags[t].Upos is Upos.Noun or Upos.Propn && tags[t].Case is not Case.None, -1);
        if (head < 0 || tags[head].Case == tags[k].Case)
            return false;
        var marked = _units.Count > 0 && _units[^1].Kind == UnitKind.Preposition;
        return marked && tags[k].Case == Case.Nominative
            || tags[k].Case is Case.Dative && tags[head].Case is Case.Accusative or Case.Nominative
            || tags[k].Case is Case.Nominative && tags[head].Case is Case.Dative;
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

    /// <summary>会谈中, 声明里: a word behind a phrase that makes it a place or occasion, where no preposition stands before it.</summary>
    private void MarkBehind(Nominal nominal)
    {
        var next = nominal.Last + 1;
        if (
            !_pack.Settings.ModifiersFirst
            || nominal.Marker.Length > 0
            || next >= _sentence.Tokens.Length
            || _sentence.IsTime(next)
            || _sentence.Grammar[next] is not CueKind.Adverb
            || !_sentence.HitsAt(next, CueKind.Adverb).Any(hit => hit.Cue.Is("behind"))
        )
            return;
        nominal.Marker = _sentence.Forms[next];
    }

    /// <summary>The marker that the ending of a noun stands for, by the settings of the pack; null where it stands for none.</summary>
    private string? CaseMarker(int k)
    {
        var token = _sentence.Tokens[k];
        if (token.Glued)
            return Longest(token.Form.TrimStart('\''), 0, _ => true);
        var tag = _sentence.Tags[k];
        if (tag.Upos is not (Upos.Noun or Upos.Propn or Upos.Pron) || tag.Case is Case.Nominative)
            return null;
        // "Rusya" ends like a dative and is a name of the lists as it stands.
        if (_sentence.HitAt(k, CueKind.World) is not null)
            return null;
        // So does a person's name, which bears its endings behind an apostrophe.
        if (
            token.IsCapital
            && (tag.Upos is Upos.Propn || k > 0 && _sentence.Tokens[k - 1].IsWord)
            && _sentence.HitAt(k, CueKind.Person) is null
            && _sentence.HitAt(k, CueKind.Body) is null
            && _sentence.HitAt(k, CueKind.StateNoun) is null
            && _sentence.HitAt(k, CueKind.Media) is null
        )
            return null;
        // A name is marked behind an apostrophe, unless it is the last of the words of a body or post.
        var ending = Longest(token.Form, ShortestMarked, _ => true);
        return tag.Case switch
        {
            Case.Accusative => "obj",
            Case.Genitive => Longest(token.Form, ShortestMarked, marker => Grammar(marker)?.Is("genitive") == true),
            Case.Dative => Longest(token.Form, ShortestMarked, marker => Grammar(marker)?.Is("addressee") == true),
            // No case told: an ending of one letter is more likely part of the word.
            _ when LengthOf(token.Form, ending) >= 2 && ending != "obj" && Grammar(ending!)?.Is("genitive") != true =>
                ending,
            _ => null,
        };
    }

    /// <summary>A stem of fewer letters is more likely a word that only ends like that.</summary>
    private const int ShortestMarked = 2;

    private string? Longest(string form, int least, Func<string, bool> suits)
    {
        (int Length, string Marker)? best = null;
        foreach (var rule in _pack.Settings.CaseEndings)
        {
            if (rule.Split('>') is not [var ending, var marker])
                continue;
            if (
                form.Length >= ending.Length + least
                && form.EndsWith(ending, StringComparison.Ordinal)
                && ending.Length > (best?.Length ?? 0)
                && (least > 0 || ending.Length == form.Length)
                && suits(marker)
            )
                best = (ending.Length, marker);
        }
        return best?.Marker;
    }

    private int LengthOf(string form, string? marker) =>
        marker is null
            ? 0
            : _pack
                .Settings.CaseEndings.Select(rule => rule.Split('>'))
                .Where(rule => rule[1] == marker && form.EndsWith(rule[0], StringComparison.Ordinal))
                .Max(rule => rule[0].Length);

    private Cue? Grammar(string marker) =>
        _pack.Lexicon.Words(marker).FirstOrDefault(cue => cue.Kind == CueKind.Preposition);

    private bool IsOwned(int k) =>
        _sentence.Tags[k].Upos is Upos.Noun
        && _sentence.HitAt(k, CueKind.World) is null
        && _pack.Settings.OwnedEndings.Any(ending =>
            // "gazeteciyi", "kenti": one letter in the case of objects is that case.
            (ending.Length > 1 || _sentence.Tags[k].Case is not Case.Accusative)
            && _sentence.Forms[k].Length > ending.Length + ShortestMarked
            && _sentence.Forms[k].EndsWith(ending, StringComparison.Ordinal)
        );

    /// <summary>Whether a noun phrase ends before <paramref name="k"/>, where its last noun bears the case.</summary>
    private bool EndsBefore(int k, int last)
    {
        if (last < 0 || _sentence.Tokens[k].Glued)
            return true;
        if (IsInsideLongCue(k))
            return false;
        // "görüşmesi | iptal edildi": the noun of a verb of two words.
        if (
            _sentence.Tags[last].Upos is Upos.Noun or Upos.Propn
            && _sentence.Hits.Exists(hit =>
                hit.First == k
                && hit.Length is 2 or 3
                && hit.Head > k
                && hit.Cue.Kind is CueKind.Trigger or CueKind.Say or CueKind.Status or CueKind.Support
                && _sentence.Tags[hit.Head].IsVerb
            )
            && !_sentence.Hits.Exists(hit => hit.First <= last && hit.Last >= k && hit.Head > k && hit.Length > 2)
        )
            return true;
        if (_sentence.Tags[last].Upos is Upos.Noun or Upos.Pron or Upos.Propn && CaseMarker(last) is not null)
            return true;
        var world = _sentence.HitsAt(k, CueKind.World).Any(hit => hit.First == k);
        var name = _sentence.Tags[last].Upos is Upos.Propn && _sentence.HitAt(last, CueKind.World) is null;
        // "Fidan ABD'li mevkidaşıyla": behind the name of a person a state begins another phrase.
        if (
            world
            && (
                _sentence.HitAt(last, CueKind.Person) is not null
                || _sentence
                    .HitsAt(k, CueKind.World)
                    .Any(hit => hit.Cue.ActorType is ActorType.State or ActorType.Place)
            )
            && (
                name && _sentence.HitAt(last, CueKind.Body) is null && _sentence.HitAt(last, CueKind.Person) is null
                || _sentence.Tags[last].Upos is Upos.Noun
                    && _sentence.HitAt(last, CueKind.Person) is not null
                    && !_sentence.Tokens[last].IsCapital
                || _sentence.Tags[last].Upos is Upos.Noun
                    && (
                        !_sentence.Tokens[last].IsCapital
                        || _sentence.HitAt(last, CueKind.Person) is null
                            && _sentence.HitAt(last, CueKind.Body) is null
                            && _sentence.HitAt(last, CueKind.World) is null
                    )
            )
        )
            return true;
        // "müzakereler İstanbul'da": no title, and no name of it.
        if (
            _sentence.Tags[last].Upos is Upos.Noun
            && !_sentence.Tokens[last].IsCapital
            && _sentence.Tags[k].Upos is Upos.Propn
            && _sentence.Tokens[k].IsCapital
            && _sentence.HitAt(last, CueKind.Person) is null
            && _sentence.HitAt(last, CueKind.Body) is null
            && _sentence.HitAt(last, CueKind.Media) is null
            && _sentence.HitAt(last, CueKind.StateNoun) is null
        )
            return true;
        // "Beyaz Saray haberi doğruladı": a report right before the verb is its object.
        if (
            _sentence.Tags[k].Upos is Upos.Noun
            && k + 1 < _sentence.Tags.Length
            && _sentence.Tags[k + 1].IsVerb
            && _sentence.HitAt(k, CueKind.Report) is not null
            && _sentence.HitAt(k + 1, CueKind.Say) is not null
            && (
                world
                || _sentence.HitAt(last, CueKind.World) is not null
                || _sentence.HitAt(last, CueKind.Body) is not null
                || name
            )
        )
            return true;
        // "İttifak yetkilileri toplantının": behind a post with its owner, what is nobody opens another phrase.
        if (
            IsOwned(last)
            && _sentence.Tags[k].Upos is Upos.Noun
            && !_sentence.Tokens[k].IsCapital
            && _sentence.HitAt(last, CueKind.Person) is not null
            && _sentence.HitAt(k, CueKind.Person) is null
            && _sentence.HitAt(k, CueKind.Body) is null
            && _sentence.HitAt(k, CueKind.Media) is null
        )
            return true;
        // "yetkililer konuyla": several who are named in the plural are no first half of a compound.
        if (
            _sentence.Tags[last].Upos is Upos.Noun
            && _sentence.Tags[k].Upos is Upos.Noun
            && _sentence.HitsAt(last, CueKind.Person).Any(hit => hit.Cue.Is("plural"))
            && !IsOwned(last)
            && _sentence.HitAt(k, CueKind.Person) is null
        )
            return true;
        if (_sentence.Tags[k].Upos is not Upos.Noun || _sentence.Tokens[k].IsCapital || IsOwned(k))
            return false;
        // "Suriyeli yetkililerle"
        if (_sentence.HitAt(last, CueKind.Adjective) is not null)
            return false;
        // "Polis gazeteciyi", "görüşmesi dün": two nouns are one only where the second says whose it is.
        if (
            _sentence.Tags[last].Upos is Upos.Noun
            && (
                IsOwned(last)
                || CaseMarker(k) is not null
                    && (
                        _sentence.HitAt(last, CueKind.Person) is not null
                        || _sentence.HitAt(last, CueKind.Body) is not null
                        || _sentence.HitAt(last, CueKind.Media) is not null
                        || _sentence.Tags[k].Case is Case.Accusative or Case.Dative
                    )
            )
            && (_sentence.HitAt(k, CueKind.Person) is null || CaseMarker(k) is not null)
        )
            return true;
        // "Fidan görüşmede", "Almanya saldırıyı": a noun behind a name belongs to it only where it says whose it is.
        return _sentence.Tags[last].Upos is Upos.Propn
                && (
                    CaseMarker(k) is not null
                    || _sentence.HitAt(k, CueKind.Person) is null
                        && _sentence.HitAt(k, CueKind.Body) is null
                        && _sentence.HitAt(k, CueKind.Media) is null
                )
            || _sentence.HitAt(last, CueKind.World) is not null
                && _sentence.HitAt(last, CueKind.Adjective) is null
                && _sentence.HitAt(k, CueKind.Person) is null
                && _sentence.HitAt(k, CueKind.Body) is null;
    }

    /// <summary>The ending or postposition behind a phrase; the position behind them.</summary>
    private int MarkPostposed(Nominal nominal)
    {
        var next = nominal.Last + 1;
        var marker = CaseMarker(nominal.Last);
        if (next < _sentence.Tokens.Length && _sentence.Tokens[next].Glued)
        {
            marker = CaseMarker(next) ?? marker;
            while (next < _sentence.Tokens.Length && _sentence.Tokens[next].Glued)
                next++;
        }
        // "temsilcisi Richard Gale": the post before the name.
        nominal.IsOwned =
            IsOwned(nominal.Last)
            || Enumerable
                .Range(nominal.First, nominal.Last - nominal.First)
                .Any(k =>
                    IsOwned(k)
                    && (
                        _sentence.HitAt(k, CueKind.Person) is not null
                        || _sentence.Tags[nominal.Last].Upos is Upos.Propn
                    )
                );
        if (marker == "obj")
            nominal.IsObject = true;
        else if (marker is not null && Grammar(marker) is { } cue)
        {
            nominal.Marker = marker;
            nominal.MarkerHit = new(cue, nominal.Last, nominal.Last, nominal.Last, 0);
        }
        if (
            next < _sentence.Tokens.Length
            && _sentence.Grammar[next] is CueKind.Preposition
            && _sentence.PrepositionAt(next) is { } hit
            && hit.First == next
        )
        {
            nominal.Marker = string.Join(
                ' ',
                Enumerable.Range(hit.First, hit.Last - hit.First + 1).Select(t => _sentence.Forms[t])
            );
            nominal.MarkerFirst = hit.First;
            nominal.MarkerHit = hit;
            nominal.IsObject = false;
            next = hit.Last + 1;
        }
        return next;
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
