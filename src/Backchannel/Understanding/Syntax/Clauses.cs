using Backchannel.Languages;

namespace Backchannel.Understanding.Syntax;

/// <summary>
/// Gives every verb its subject, objects and prepositional phrases, left to right, without a grammar of the language: a subject is the bare
/// noun phrase before the verb, or the first one behind it where none stands before; joining words and commas open and close clauses.
/// </summary>
internal sealed class Clauses
{
    private readonly Sentence _sentence;
    private readonly List<Unit> _units;
    private readonly List<Clause> _all = [];
    private readonly Stack<Clause> _open = new();
    private Clause _top;
    private readonly bool _verbFirst;
    private readonly bool _proDrop;
    private readonly bool _cases;
    private readonly LanguagePack _pack;
    private readonly bool _modifiersFirst;
    private readonly bool _serial;
    private bool _afterComma;
    private bool _afterCoordinator;
    private bool _commaBeforeCoordinator;
    private Nominal? _lastNominal;

    private Clauses(Sentence sentence, LanguagePack pack)
    {
        _pack = pack;
        _verbFirst = pack.Settings.VerbFirst;
        _proDrop = pack.Settings.ProDrop;
        _cases = pack.Settings.Cases && pack.Settings.ProDrop;
        _modifiersFirst = pack.Settings.ModifiersFirst;
        _serial = pack.Settings.SerialVerbs;
        _sentence = sentence;
        _units = sentence.Units;
        _top = Open(new(ClauseKind.Main, null));
    }

    public static void Build(Sentence sentence, LanguagePack pack)
    {
        if (pack.Settings.VerbLast)
        {
            VerbLastClauses.Build(sentence);
            return;
        }
        var clauses = new Clauses(sentence, pack);
        clauses.Read();
        clauses.Settle();
        clauses.Describe();
        sentence.Clauses =
        [
            .. clauses._all.Where(clause =>
                clause.Verb is not null || clause.Subject is not null || clause.Obliques.Count > 0
            ),
        ];
    }

    private Clause Open(Clause clause)
    {
        _open.Push(clause);
        _all.Add(clause);
        _top = clause;
        return clause;
    }

    private void Close()
    {
        if (_open.Count > 1)
            _open.Pop();
        _top = _open.Peek();
    }

    private void Read()
    {
        for (var i = 0; i < _units.Count; i++)
        {
            var unit = _units[i];
            switch (unit.Kind)
            {
                case UnitKind.Nominal:
                    Take(i, unit.Nominal!);
                    break;
                case UnitKind.Verb:
                    Take(i, unit.Verb!);
                    break;
                case UnitKind.Complementizer:
                    ToSaying(i);
                    var above = _top.Subject;
                    Open(
                        new(ClauseKind.Complement, _top)
                        {
                            Opener = unit.First,
                            AfterComma = _afterComma,
                            IsHypothetical = IsHypothetical(unit),
                        }
                    );
                    // A complementizer that carries a pronoun (أنه) goes on with the subject above.
                    if (_sentence.HitAt(unit.First, CueKind.Complementizer) is { } that && that.Cue.Is("pronoun"))
                        (_top.Subject, _top.SubjectIsCarried) = (above, true);
                    break;
                // "The paper reported, citing officials, that ...": behind what is put in, the same word tells what was said.
                case UnitKind.Relative when GoesBackToSaying(unit) is { } saying:
                    while (_open.Count > 1 && _top != saying)
                        Close();
                    Open(new(ClauseKind.Complement, _top) { Opener = unit.First, AfterComma = true });
                    break;
                case UnitKind.Relative:
                    Open(
                        new(ClauseKind.Relative, _top)
                        {
                            // "did not want to say with whom": a question, which describes nobody before it.
                            Antecedent =
                                i > 1
                                && _units[i - 1].Kind == UnitKind.Preposition
                                && _units[i - 2].Kind == UnitKind.Verb
                                    ? null
                                    : _lastNominal,
                            AntecedentMarker =
                                i > 0 && _units[i - 1].Kind == UnitKind.Preposition
                                    ? _sentence.Forms[_units[i - 1].First]
                                    : "",
                            Opener = unit.First,
                            AfterComma = _afterComma,
                        }
                    );
                    // "der Beamte, der Holm getroffen hat": a pronoun whose form is a subject's.
                    if (_pack.Settings.VerbBracket && IsSubjectForm(unit) && _top.Antecedent is { } one)
                        (_top.Subject, _top.SubjectIsCarried) = (Head(one), true);
                    break;
                case UnitKind.Subordinator when StandsBehind(unit):
                    CloseBehind(i);
                    continue;
                case UnitKind.Preposition when _modifiersFirst && EndsRelative(i):
                    Relativize(i);
                    continue;
                case UnitKind.Subordinator:
                    Open(
                        new(ClauseKind.Adverbial, _top)
                        {
                            Opener = unit.First,
                            AfterComma = _afterComma || i == 0,
                            IsHypothetical = IsHypothetical(unit),
                        }
                    );
                    break;
                // "he said, ...": the mark alone opens what is said.
                case UnitKind.Comma or UnitKind.Colon when _serial && IsJustSaid(i):
                    Open(new(ClauseKind.Complement, _top));
                    break;
                // （中央社台北18日電）: a dateline in parentheses is no part of what follows.
                case UnitKind.CloseParenthesis when _serial && _units[0].Kind == UnitKind.OpenParenthesis && IsFirst(i):
                    _open.Clear();
                    _all.Clear();
                    Open(new(ClauseKind.Main, null));
                    _afterComma = false;
                    continue;
                case UnitKind.Comma or UnitKind.Dash or UnitKind.CloseParenthesis:
                    Comma();
                    _afterComma = true;
                    continue;
                case UnitKind.OpenParenthesis:
                    _afterComma = true;
                    continue;
                case UnitKind.Coordinator:
                    _afterCoordinator = true;
                    _commaBeforeCoordinator = _afterComma;
                    ToParallel(i + 1);
                    if (OpensClause(i + 1) && _top.Verb is not null && _sentence.Texts[unit.First] is not "、")
                    {
                        // ", and Ruiz said": a second speaker stands beside the first, not inside his words.
                        while (
                            _commaBeforeCoordinator
                            && _open.Count > 1
                            && _top.Kind == ClauseKind.Complement
                            && SaysNext(i + 1)
                        )
                            Close();
                        Sibling();
                    }
                    continue;
                case UnitKind.Semicolon or UnitKind.Colon:
                    while (_open.Count > 1)
                        Close();
                    if (_top.Verb is not null)
                    {
                        _open.Clear();
                        Open(new(ClauseKind.Main, null));
                    }
                    continue;
                case UnitKind.Quote:
                    // Inside and outside of a quotation are different sentences, where a comma or colon parts them.
                    if (
                        (_top.Verb is not null || EndsSpeech(unit)) && (IsBreak(i - 1) || IsBreak(i + 1))
                        || OpensSpeech(unit) && _top is { Kind: ClauseKind.Adverbial, Verb: null } && IsBreak(i - 1)
                        || EndsBeforeSaying(i)
                    )
                    {
                        _open.Clear();
                        Open(new(ClauseKind.Main, null) { AfterComma = true });
                    }
                    continue;
                case UnitKind.Time:
                    _top.Grow(unit.First, unit.Last);
                    _top.Times.Add(unit.First);
                    continue;
                default:
                    continue;
            }
            _afterComma = false;
            _afterCoordinator = false;
        }
    }

    /// <summary>"has called for it that he leave, but has not said": the same auxiliary goes on with the clause that began with it.</summary>
    private void ToParallel(int i)
    {
        if (
            i >= _units.Count
            || _units[i].Verb is not { IsFinite: true } next
            || next.First == next.Main
            || _sentence.Grammar[next.First] is not CueKind.Auxiliary
            || _top is not { Kind: ClauseKind.Complement, Verb: { } told }
            || _sentence.Forms[told.First] == _sentence.Forms[next.First]
        )
            return;
        var parallel = _open.FirstOrDefault(clause =>
            clause.Verb is { IsFinite: true } verb && _sentence.Forms[verb.First] == _sentence.Forms[next.First]
        );
        while (parallel is not null && _top != parallel)
            Close();
    }

    /// <summary>"A source said, having spoken to ..., that": behind a comma, what is said goes back to the verb of saying.</summary>
    private void ToSaying(int i)
    {
        if (
            !_verbFirst
            || !_afterComma && !_sentence.HitsAt(_units[i].First, CueKind.Complementizer).Any(hit => hit.Cue.Is("said"))
            || _top.Verb is not { } verb
            || IsClausal(verb)
            || _all.FindLast(clause => clause.Verb is { IsFinite: true } said && IsClausal(said)) is not { } saying
            || _all.Exists(clause => clause.Kind == ClauseKind.Complement && clause.Parent == saying)
        )
            return;
        while (_open.Count > 1 && _top != saying)
            Close();
        if (_top == saying)
            return;
        _open.Clear();
        _open.Push(saying);
        _top = saying;
    }

    /// <summary>
    /// The clause of saying that waits for what is said, where a word that may open either a relative or a complement stands behind a comma and
    /// a participle clause was put in between; null where there is none.
    /// </summary>
    private Clause? GoesBackToSaying(Unit unit) =>
        _afterComma
        && _sentence.HitAt(unit.First, CueKind.Complementizer) is not null
        && _all[^1]
            is { Kind: ClauseKind.Participle, AfterComma: true, Parent: { Verb: { IsFinite: true } said } saying }
        && IsClausal(said)
        && (_top == saying || _open.Contains(saying))
        && !_all.Exists(clause => clause.Kind == ClauseKind.Complement && clause.Parent == saying)
            ? saying
            : null;

    private bool IsBreak(int i) =>
        i < 0
        || i >= _units.Count
        || _units[i].Kind is UnitKind.Comma or UnitKind.Colon or UnitKind.Semicolon or UnitKind.Quote;

    /// <summary>Whether a mark closes what somebody says.</summary>
    private bool EndsSpeech(Unit mark) =>
        mark.First > 0
        && _sentence.QuotationOf[mark.First - 1] >= 0
        && (mark.Last + 1 >= _sentence.Tokens.Length || _sentence.QuotationOf[mark.Last + 1] < 0);

    /// <summary>Whether a mark opens what somebody says.</summary>
    private bool OpensSpeech(Unit mark) =>
        mark.Last + 1 < _sentence.Tokens.Length
        && _sentence.QuotationOf[mark.Last + 1] >= 0
        && (mark.First == 0 || _sentence.QuotationOf[mark.First - 1] < 0);

    /// <summary>"„Skipið liggur við bryggju í höfninni“ sagði Ruiz": speech with a verb of its own that closes right before one of saying.</summary>
    private bool EndsBeforeSaying(int i) =>
        _units[i].Kind == UnitKind.Quote
        && EndsSpeech(_units[i])
        && i + 1 < _units.Count
        && _units[i + 1].Verb is { IsFinite: true } said
        && IsClausal(said)
        && Enumerable.Range(0, i).Any(k => _units[k].Kind == UnitKind.Verb);

    private bool IsFirst(int close) => _units.FindIndex(unit => unit.Kind == UnitKind.CloseParenthesis) == close;

    private bool SaysNext(int i)
    {
        for (; i < _units.Count; i++)
        {
            if (_units[i].Verb is { } verb)
                return IsClausal(verb);
        }
        return false;
    }

    private bool IsHypothetical(Unit unit)
    {
        foreach (var kind in new[] { CueKind.Subordinator, CueKind.Complementizer })
        {
            if (_sentence.HitAt(unit.First, kind) is { } hit && hit.Cue.Is("hypothetical"))
                return true;
        }
        return false;
    }

    /// <summary>A comma ends what a comma began, once it has its verb, and a clause that stood before the main one.</summary>
    private void Comma()
    {
        while (
            _open.Count > 1
            && _top.Verb is not null
            && (
                _top.AfterComma
                || _top.Kind
                    is ClauseKind.Adverbial
                        or ClauseKind.Infinitive
                        or ClauseKind.Participle
                        or ClauseKind.Relative
            )
        )
        {
            var closesPair = _top.AfterComma;
            var isInfinitive = _top.Kind == ClauseKind.Infinitive;
            Close();
            // "fyrir að hitta Ruiz,": its infinitive is all that a complementizer opened.
            if (
                isInfinitive
                && _top is { Kind: ClauseKind.Complement, Verb: null, Subject: null or { IsPronoun: true } }
            )
                Close();
            if (closesPair)
                break;
        }
    }

    private void Sibling()
    {
        var level = _top;
        while (
            level.Kind is ClauseKind.Infinitive or ClauseKind.Participle or ClauseKind.Relative
            && level.Parent is not null
            && _open.Count > 1
        )
        {
            Close();
            level = _top;
        }
        if (_open.Count > 1)
            _open.Pop();
        else
            _open.Clear();
        Open(
            new(level.Kind, level.Parent ?? level)
            {
                IsHypothetical = level.IsHypothetical,
                Antecedent = level.Antecedent,
            }
        );
    }

    /// <summary>Whether a subject and its finite verb follow, before anything else.</summary>
    private bool OpensClause(int i)
    {
        for (; i < _units.Count; i++)
        {
            switch (_units[i].Kind)
            {
                case UnitKind.Nominal
                    when _units[i].Nominal!.Marker.Length == 0 || _units[i].Nominal!.AttachedTo is not null:
                    if (i + 1 < _units.Count && _units[i + 1].Kind == UnitKind.Verb && _units[i + 1].Verb!.IsFinite)
                        return true;
                    continue;
                case UnitKind.Preposition or UnitKind.Time or UnitKind.Quote or UnitKind.Gap:
                    continue;
                // ", and Norway, Peru and Namibia abstained": one list is one subject.
                case UnitKind.Comma
                or UnitKind.Coordinator when i + 1 < _units.Count && _units[i + 1].Nominal is { ListedWith: not null }:
                    continue;
                // 并向他们递交: what stands before the verb is not its subject.
                case UnitKind.Nominal when _modifiersFirst:
                    continue;
                default:
                    return false;
            }
        }
        return false;
    }

    private void Take(int i, Nominal nominal)
    {
        var (above, end) = (_top, _top.Last);
        _top.Grow(nominal.MarkerFirst, nominal.Last);
        _lastNominal = nominal;
        if (nominal.AttachedTo is not null || nominal.ListedWith is not null || nominal.Renames is not null)
            return;
        if (nominal.Marker.Length > 0)
        {
            // 据路透社报道: the words of attribution stand around the one who says so.
            if (
                _serial
                && _top.Verb is null
                && _sentence.HitAt(nominal.MarkerFirst, CueKind.Attribute) is not null
                && i + 1 < _units.Count
                && _units[i + 1].Verb is { } said
                && IsClausal(said)
            )
                _top.Subject = nominal;
            else
                _top.Obliques.Add(nominal);
            return;
        }
        var verbNext = i + 1 < _units.Count && NextIsFiniteVerb(i + 1);
        // A clause whose subject the complementizer carries (أنهم) and that has no verb is its predicate; what follows goes on with the verb above.
        if (_top is { Verb: null, SubjectIsCarried: true, Kind: ClauseKind.Complement })
        {
            if (_top.Objects.Count == 0)
            {
                _top.Objects.Add(nominal);
                return;
            }
            Close();
            if (_top is { Kind: ClauseKind.Relative, Verb: not null })
                Close();
        }
        // A pronoun written onto the verb is its object.
        if (nominal.IsPronoun && _sentence.Tokens[nominal.First].Glued && _top.Verb is not null)
        {
            _top.Objects.Add(nominal);
            return;
        }
        // "они мне сказали": a form that is never a subject.
        if (_top.Verb is null && nominal.Pronoun?.Is("oblique") == true)
        {
            _top.Objects.Add(nominal);
            return;
        }
        // "посланнику вручили": what cannot be a subject by its case waits for one as an object.
        if (_top.Verb is null && _cases && IsOblique(nominal) && !nominal.IsPronoun)
        {
            _top.Objects.Add(nominal);
            return;
        }
        // "Holm, 61, said", "Oduya, R-Ky., said": what stands between commas, right before the verb, is put in.
        if (
            _top is { Verb: null, Subject: { IsPronoun: false } put }
            && (
                put.Reference is { IsActor: true }
                || !HasNoun(nominal)
                // "la visita, prevista para febrero, fue aplazada"
                || _sentence.HitAt(nominal.First, CueKind.Status) is not null
            )
            && IsPutIn(i, put)
        )
            return;
        if (_top.Verb is null)
        {
            // "who": the pronoun is the subject unless a noun phrase stands before the verb.
            if (_top.Subject is null || !verbNext && !_afterComma)
                _top.Subject ??= nominal;
            // 曾两次会见, 致词时: beside somebody who can act, a count or a thing is no subject.
            else if (
                _serial
                && !_afterComma
                && nominal.Reference is null
                && _top.Subject is { IsPronoun: true } or { Reference.IsActor: true }
                && !_sentence.HitsAt(nominal.Last, CueKind.Trigger).Any(hit => hit.Cue.Class == WordClass.Noun)
            )
                return;
            else
                (_top.Subject, _top.SubjectIsCarried) = (nominal, false);
            return;
        }
        if (
            verbNext
            && !_top.Verb.IsInfinitive
            && IsClausal(_top.Verb)
            && !HasObject(_top)
            && !(_verbFirst && _top.Subject is null)
            && !(_serial && TakesSomeone(_top.Verb))
        )
        {
            // "said the administration dropped": a bare clause behind a verb of saying.
            Open(new(ClauseKind.Complement, _top)).Subject = nominal;
            _top.Grow(nominal.First, nominal.Last);
            return;
        }
        if ((verbNext || Links.SaysBehindRelative(_sentence, _units, i)) && _afterComma)
        {
            // ", Cutz said": a new subject behind a comma; it closes what stands open.
            while (
                _open.Count > 1
                && _top.Verb is not null
                && !(_serial && _top.Kind == ClauseKind.Complement && !SaysNext(i + 1))
            )
                Close();
            if (_top.Verb is not null)
                Sibling();
            if (_top != above)
                above.Last = end;
            _top.Subject = nominal;
            _top.Grow(nominal.First, nominal.Last);
            return;
        }
        if (
            _top.Subject is null
            && _top.Verb.IsFinite
            && !_top.Verb.IsPassive
            && !_serial
            && !LeavesSubjectOut()
            && !HoldsSubject(_top.Verb)
            // "сообщили агентству два источника": whom they told is no subject.
            && !(_pack.Settings.Cases && !nominal.IsPronoun && IsOblique(nominal) && IsFollowedByAnother(i, nominal))
            && (Agrees(_top.Verb, nominal) || !_all.Exists(clause => clause != _top && clause.Subject is not null))
        )
            _top.Subject = nominal;
        // "Un desastre para la flota, afirmó Ruiz": a comma parts what is said from the saying, never a subject from its verb.
        else if (_top is { SubjectIsCarried: false, Verb.IsFinite: true } && IsSaidBefore(i, nominal))
            (_top.Subject, _top.SubjectIsCarried) = (nominal, false);
        // "..., segir hann": a nominative right behind the verb is its own subject, not the one of the clause before.
        else if (
            _top.SubjectIsCarried
            && _top.Verb.IsFinite
            && (
                nominal.First == _top.Verb.Main + 1
                    && _sentence.Tags[nominal.First].Case == Case.Nominative
                    && !(_pack.Settings.VerbBracket && _top.Kind == ClauseKind.Relative)
                || Says(i, nominal)
            )
        )
            (_top.Subject, _top.SubjectIsCarried) = (nominal, false);
        else if (
            _verbFirst
            && _top.SubjectIsCarried
            && _top.Verb.IsFinite
            && !HoldsSubject(_top.Verb)
            && !(IsPronounced(_top) && !IsAny(nominal) && !_top.Verb.IsPassive)
            && !IsRelatedSubject(_top)
            && Agrees(_top.Verb, nominal)
            && !nominal.IsPronoun
            && HasNoun(nominal)
            && !_top.Objects.Exists(earlier => !earlier.IsPronoun)
        )
            (_top.Subject, _top.SubjectIsCarried) = (nominal, false);
        else
            _top.Objects.Add(nominal);
    }

    /// <summary>Whether a phrase without a marker stands between two commas or in parentheses, behind a subject and right before a finite verb.</summary>
    private bool IsPutIn(int i, Nominal subject)
    {
        if (_serial || i < 1 || _units[i - 1].Kind is not (UnitKind.Comma or UnitKind.OpenParenthesis))
            return false;
        // Over what hangs on the subject and what else renames it: "Holm, the envoy of Norway, one of the states, said".
        var before = i - 2;
        while (
            before >= 0
            && _units[before].Nominal != subject
            && (
                _units[before].Kind
                    is UnitKind.Preposition
                        or UnitKind.Comma
                        or UnitKind.OpenParenthesis
                        or UnitKind.CloseParenthesis
                || _units[before].Nominal is { } part
                    && (part.AttachedTo ?? part.Renames ?? part.ListedWith) is not null
            )
        )
            before--;
        if (before < 0 || _units[before].Nominal != subject)
            return false;
        var behind = i + 1;
        // "one of those leading the search"
        var tells = false;
        while (
            behind < _units.Count
            && (
                _units[behind].Kind is UnitKind.Preposition or UnitKind.Time
                || _units[behind].Verb is { IsGerund: true }
                || _units[behind].Nominal is { } phrase && (phrase.Marker.Length > 0 || tells)
            )
        )
        {
            tells |= _units[behind].Kind == UnitKind.Verb;
            behind++;
        }
        return behind + 1 < _units.Count
            && _units[behind].Kind is UnitKind.Comma or UnitKind.CloseParenthesis
            && _units[behind + 1].Verb is { IsFinite: true };
    }

    /// <summary>"Ha detto che incontrerà Anna Rossi": what is said goes on with the speaker, and the noun is whom he meets.</summary>
    private bool LeavesSubjectOut() =>
        _proDrop
        && _top is { Kind: ClauseKind.Complement, Parent.Subject: not null }
        && (
            // "che ci sono stati contatti": to be takes no object.
            _sentence.HitAt(_top.Verb!.Main, CueKind.Support)
                is not null
                && _sentence.HitAt(_top.Verb.Main, CueKind.Auxiliary) is null
            || _sentence.HitAt(_top.Verb.Main, CueKind.Trigger) is { } trigger
                && trigger.Cue.Frame?.For("obj") is not null
        );

    /// <summary>"..., annuncia il Cremlino": behind a comma or quotation mark, whoever stands right behind a verb of saying says it.</summary>
    private bool Says(int i, Nominal nominal)
    {
        // "anunciou esta quarta-feira o Ministério": a time or a phrase with a preposition may stand between.
        var verb = i - 1;
        while (
            verb > 0
            && (
                _units[verb].Kind is UnitKind.Time or UnitKind.Preposition
                || _units[verb].Nominal is { Marker.Length: > 0 }
            )
        )
            verb--;
        return verb > 0
            && _units[verb].Kind == UnitKind.Verb
            && _units[verb - 1].Kind is UnitKind.Comma or UnitKind.Quote
            && _sentence.HitAt(_top.Verb!.Main, CueKind.Say) is { } say
            && !say.Cue.Is("addressee")
            && Links.CaseOf(_sentence, nominal) is not (Case.Dative or Case.Genitive)
            && (
                Links.IsEntity(_sentence, nominal)
                // "es falso, afirmó la portavoz": what is carried is nobody.
                || nominal.IsDefinite && HasNoun(nominal) && _top.Subject is { } carried && !HasNoun(carried)
            );
    }

    /// <summary>Whether one comma and nothing else but what hangs on it stands between what was taken for the subject and a verb of saying.</summary>
    private bool IsSaidBefore(int i, Nominal nominal)
    {
        if (
            _top.Subject is not { IsPronoun: false } subject
            || Links.IsEntity(_sentence, subject)
            || subject.First > _top.Verb!.First
            || !Says(i, nominal)
        )
            return false;
        var k = _units.FindIndex(unit => unit.Nominal == subject);
        var commas = 0;
        for (k++; k < _units.Count && _units[k].Verb != _top.Verb; k++)
        {
            if (_units[k].Kind == UnitKind.Comma)
                commas++;
            else if (_units[k].Kind is not (UnitKind.Preposition or UnitKind.Quote or UnitKind.Nominal))
                return false;
        }
        return commas == 1;
    }

    /// <summary>Whether another phrase without a marker follows that can be the subject.</summary>
    private bool IsFollowedByAnother(int i, Nominal nominal)
    {
        for (var k = i + 1; k < _units.Count; k++)
        {
            if (_units[k].Nominal is not { Marker.Length: 0 } next)
                return false;
            if (next.Renames != nominal && next.AttachedTo != nominal && next.ListedWith is null)
                return !IsOblique(next);
        }
        return false;
    }

    private bool IsOblique(Nominal nominal) => Links.CaseOf(_sentence, nominal) is Case.Dative;

    /// <summary>Whether the verb's ending is its subject (التقيا, التقينا): no noun behind it can be.</summary>
    private bool HoldsSubject(VerbGroup verb) => _sentence.Tags[verb.Main].HoldsSubject;

    /// <summary>Whether a post or body can be the subject of a verb, where the verb's form tells he from she: "وطالبت مجلس الأمن" cannot.</summary>
    private bool Agrees(VerbGroup verb, Nominal nominal)
    {
        if (
            _sentence.Tags[verb.Main].Gender is not Gender.None and var gender
            && _pack.Settings.FeminineEnding.Length > 0
        )
        {
            foreach (var hit in _sentence.Hits)
            {
                if (hit.First != nominal.First || hit.Cue.Kind is not (CueKind.Person or CueKind.Body))
                    continue;
                if (hit.Cue.Is("plural") || hit.Cue.Is("either"))
                    return true;
                var feminine = _sentence
                    .Forms[hit.First]
                    .EndsWith(_pack.Settings.FeminineEnding, StringComparison.Ordinal);
                if (hit.Cue.Kind == CueKind.Body && !feminine && !hit.Cue.Is("male"))
                    return true;
                return feminine == (gender == Gender.Female);
            }
        }
        return true;
    }

    /// <summary>"أنه لم تجر أي اتصالات": the pronoun stands for nobody.</summary>
    private bool IsAny(Nominal nominal) =>
        nominal.IsNegated
        || _sentence.HitAt(nominal.First, CueKind.Determiner) is { } determiner && determiner.Cue.Is("any");

    /// <summary>"الذي زار موسكو": the one spoken of does it, unless a pronoun behind the verb stands for him (زاره).</summary>
    private static bool IsRelatedSubject(Clause clause) =>
        clause is { Kind: ClauseKind.Relative, Opener: >= 0, AntecedentMarker: "", Antecedent: not null }
        && !clause.Objects.Exists(nominal => nominal.IsPronoun);

    /// <summary>Whether the clause opens with a complementizer that carries its subject: "إنه التقى".</summary>
    private bool IsPronounced(Clause clause) =>
        clause is { Kind: ClauseKind.Complement, Opener: >= 0 }
        && _sentence.HitAt(clause.Opener, CueKind.Complementizer) is { } that
        && that.Cue.Is("pronoun");

    private bool HasNoun(Nominal nominal) =>
        Enumerable
            .Range(nominal.First, nominal.Last - nominal.First + 1)
            .Any(t => _sentence.Tags[t].Upos is Upos.Noun or Upos.Propn);

    private static bool HasObject(Clause clause) =>
        clause.Objects.Any(nominal => !nominal.IsPronoun && nominal.Reference is null);

    private bool IsSpeech(VerbGroup verb) =>
        _sentence.HitsAt(verb.Main, CueKind.Trigger).Any(hit => hit.Cue.Type!.Family != Family.Contact);

    private bool IsClausal(VerbGroup verb) => _sentence.HitAt(verb.Main, CueKind.Say) is not null;

    private bool NextIsFiniteVerb(int i)
    {
        for (; i < _units.Count; i++)
        {
            switch (_units[i].Kind)
            {
                case UnitKind.Verb:
                    return _units[i].Verb!.IsFinite;
                case UnitKind.Nominal
                    when _modifiersFirst && _units[i].Nominal!.Marker.Length > 0
                        || _units[i].Nominal!.AttachedTo is not null
                        || _units[i].Nominal!.ListedWith is not null
                        || _units[i].Nominal!.Renames is not null:
                case UnitKind.Preposition or UnitKind.Time or UnitKind.Coordinator:
                case UnitKind.Quote when !EndsBeforeSaying(i):
                    continue;
                default:
                    return false;
            }
        }
        return false;
    }

    private void Take(int i, VerbGroup verb)
    {
        verb = Finite(i, verb);
        // 被美国逮捕: the agent before the verb is all that makes it passive.
        if (_modifiersFirst)
            verb.IsPassive |= _top.Obliques.Exists(oblique =>
                oblique.First > (_top.Verb?.Main ?? -1)
                && _sentence.PrepositionAt(oblique.MarkerFirst) is { } by
                && by.Cue.Is("agent")
            );
        if (verb.IsInfinitive)
        {
            // "plans for Kerry to visit": the noun behind "for" is who visits.
            var controller =
                i > 0
                && _units[i - 1].Nominal is { Marker.Length: > 0 } given
                && _sentence.MarkerOf(given) is { } mark
                && mark.Cue.Is("infinitive-subject")
                    ? given
                    : Controller();
            Open(
                new(ClauseKind.Infinitive, _top)
                {
                    AfterComma = _afterComma,
                    Verb = verb,
                    Subject = controller,
                    SubjectIsCarried = true,
                }
            );
        }
        else if (EndsInverted(i, verb))
        {
            var auxiliary = _top.Verb!;
            _top.Verb = new()
            {
                First = auxiliary.First,
                Main = verb.Main,
                IsFinite = true,
                IsNegated = auxiliary.IsNegated || verb.IsNegated,
                IsPassive = _sentence
                    .HitsAt(auxiliary.Main, CueKind.Auxiliary)
                    .All(hit => hit.Cue.Is("passive") || hit.Cue.Is("copula")),
            };
        }
        else if (verb.IsGerund || verb.IsParticiple && !verb.IsFinite)
        {
            // "officials involved in", "citing sources": about the noun right before, or else about the subject.
            var about =
                !_afterComma && i > 0 && _units[i - 1].Nominal is { } adjacent ? Described(adjacent, verb)
                // "while chanting": a clause without a subject of its own goes on with the one above.
                : _top is { Kind: ClauseKind.Adverbial, Subject: null, Verb: null, Parent.Subject: { } above } ? above
                : _top.Subject;
            // "Obama will visit Cuba, an official said, making a historic trip": behind the words of saying, what was said goes on.
            if (
                _afterComma
                && _top.Verb is { } saying
                && IsClausal(saying)
                && !IsClausal(verb)
                && _all.Find(clause =>
                    clause.Verb is { IsFinite: true } told
                    && _sentence.QuotationOf[told.Main] < 0
                    && clause.Last < _top.First
                    && clause.Subject is not null
                )
                    is { } said
            )
                about = said.Subject;
            // "refused to recognise it, insisting that the assembly was lawful, and recognising Ruiz": goes on with whoever insists.
            if (
                _afterCoordinator
                && verb.IsGerund
                && _open.FirstOrDefault(clause => clause is { Kind: ClauseKind.Participle, Verb.IsGerund: true })
                    is { Parent: { } over } earlier
            )
            {
                about = earlier.Subject;
                while (_top != over)
                    Close();
            }
            // "..., مشيرا إلى أن": behind a comma, a participle of saying or of demanding goes on with whoever spoke.
            if (
                _verbFirst
                && _afterComma
                && (IsClausal(verb) || IsSpeech(verb))
                && _all.FindLast(clause =>
                    clause is { Verb.IsFinite: true, Subject: not null } && IsClausal(clause.Verb)
                )
                    is { } speaking
            )
            {
                about = speaking.Subject;
                _open.Clear();
                _open.Push(speaking);
                _top = speaking;
            }
            Open(
                new(ClauseKind.Participle, _top)
                {
                    AfterComma = _afterComma || i == 0,
                    Verb = verb,
                    Subject = about,
                    SubjectIsCarried = true,
                }
            );
        }
        else
        {
            TakeFinite(i, verb);
            if (_sentence.Tags[verb.Main].FirstPerson is not FirstPerson.None and var person && _top.Verb == verb)
                (_top.Subject, _top.SubjectIsCarried) = (Spoken(verb, person), false);
        }
        if (verb.Inverted is { } inverted && (_top.Subject is null || _top.SubjectIsCarried))
            (_top.Subject, _top.SubjectIsCarried) = (inverted, false);
        _top.Objects.AddRange(verb.Clitics);
        _top.Grow(verb.First, verb.Main);
    }

    /// <summary>"Áður hafði lögreglan sagt": the participle that ends what an auxiliary in front of its subject began.</summary>
    private bool EndsInverted(int i, VerbGroup verb) =>
        verb is { IsParticiple: true, IsFinite: false }
        && verb.First == verb.Main
        && !_afterComma
        && !_verbFirst
        && _top
            is { Verb: { IsFinite: true } auxiliary, SubjectIsCarried: false, Subject: { } subject, Objects.Count: 0 }
        && !Enumerable.Range(auxiliary.First, auxiliary.Main - auxiliary.First).Any(t => _sentence.Tags[t].IsVerb)
        && _sentence.Grammar[auxiliary.Main] is CueKind.Auxiliary
        && subject.First == auxiliary.Main + 1
        && i > 0
        && _units[i - 1].Nominal is { } before
        && (before == subject || Head(before) == subject);

    private bool IsSubjectForm(Unit relative) =>
        relative.First == relative.Last
        && _sentence.Tags[relative.First].Case == Case.Nominative
        && _sentence.HitAt(relative.First, CueKind.Relative) is { } hit
        && hit.Cue.Is("subject");

    /// <summary>"We" or "I", where the form of the verb says so and no pronoun does.</summary>
    private Nominal? Spoken(VerbGroup verb, FirstPerson person)
    {
        var number = person == FirstPerson.Plural ? "plural" : "singular";
        var pronoun = _pack.Cues.FirstOrDefault(cue =>
            cue.Kind == CueKind.Pronoun && cue.Is("first") && cue.Is(number)
        );
        if (pronoun is null)
            return _top.Subject;
        var spoken = new Nominal
        {
            First = verb.Main,
            Last = verb.Main,
            MarkerFirst = verb.Main,
            IsPronoun = true,
            Pronoun = pronoun,
        };
        _sentence.Nominals.Add(spoken);
        return spoken;
    }

    /// <summary>
    /// A form that could be a participle or infinitive is the finite verb where a subject waits for one and an object or clause follows:
    /// "Holm, who had never met her, praised Chile", "Norway and Chile cooperate".
    /// </summary>
    private VerbGroup Finite(int i, VerbGroup verb)
    {
        if (
            verb.IsFinite
            || verb.IsGerund
            || verb.First != verb.Main
            || _top is not { Verb: null, Subject: not null }
            || _verbFirst
        )
            return verb;
        var next = i + 1 < _units.Count ? _units[i + 1] : null;
        var waits = verb.IsParticiple
            ? (_afterComma || IsOnlyVerb(i)) && next is { Kind: UnitKind.Nominal, Nominal.Marker: "" }
                || next is { Kind: UnitKind.Complementizer }
                // "Holm, who led the search, recalled, «...»"
                || next is { Kind: UnitKind.Comma or UnitKind.Colon }
                    && i + 2 < _units.Count
                    && _units[i + 2].Kind == UnitKind.Quote
                    && IsClausal(verb)
            : verb.IsInfinitive && !_afterComma && _top.Kind == ClauseKind.Main;
        return waits
            ? new()
            {
                First = verb.First,
                Main = verb.Main,
                IsFinite = true,
                IsNegated = verb.IsNegated,
            }
            : verb;
    }

    /// <summary>"Norway accused Chile of spying": a main clause has no other verb, so that what may be a participle is not one.</summary>
    private bool IsOnlyVerb(int i)
    {
        if (_top.Kind != ClauseKind.Main)
            return false;
        for (var k = i + 1; k < _units.Count; k++)
        {
            switch (_units[k].Kind)
            {
                case UnitKind.Verb when _units[k].Verb!.IsFinite:
                    return false;
                case UnitKind.Complementizer or UnitKind.Relative or UnitKind.Subordinator or UnitKind.Semicolon:
                case UnitKind.Coordinator when k + 1 < _units.Count && _units[k + 1].Kind == UnitKind.Verb:
                    return true;
                default:
                    continue;
            }
        }
        return true;
    }

    /// <summary>What a participle right behind a phrase tells of: its head, or, in "pictures of Holm saying", the only one who can speak.</summary>
    private Nominal Described(Nominal adjacent, VerbGroup verb)
    {
        var head = Head(adjacent);
        return IsClausal(verb) && !Links.IsEntity(_sentence, head) && Links.IsEntity(_sentence, adjacent)
            ? adjacent
            : head;
    }

    private static Nominal Head(Nominal nominal)
    {
        var head = nominal;
        while (head.AttachedTo is { } on)
            head = on;
        return head;
    }

    private Nominal? Controller() =>
        // "asked Cabello to leave": the object of the verb above, if it is someone; else its subject.
        _top.Objects.LastOrDefault(nominal =>
            // "lehnte es ab, ... zu treffen": that pronoun only points to what follows.
            nominal.IsPronoun
                && nominal.Pronoun?.Is("expletive") != true
            || nominal.Reference is { IsActor: true }
        ) ?? _top.Subject;

    /// <summary>"menn sem handteknir voru": in a relative clause the auxiliary may stand behind its participle.</summary>
    private bool IsFronted(int i, VerbGroup auxiliary) =>
        i > 0
        && _units[i - 1].Verb is { IsParticiple: true, IsFinite: false } fronted
        && auxiliary.First == auxiliary.Main
        && _sentence.Grammar[auxiliary.Main] is CueKind.Auxiliary
        && _top is { Kind: ClauseKind.Participle, Parent: { Kind: ClauseKind.Relative, Verb: null } }
        && _top.Verb == fronted;

    private void TakeFinite(int i, VerbGroup verb)
    {
        if (IsFronted(i, verb))
        {
            var fronted = _top.Verb!;
            _all.Remove(_top);
            Close();
            TakeFinite(
                i,
                new()
                {
                    First = fronted.First,
                    Main = fronted.Main,
                    IsFinite = true,
                    IsPassive = fronted.IsPassive,
                    IsNegated = fronted.IsNegated || verb.IsNegated,
                }
            );
            return;
        }
        if (_serial && _top.Verb is { } above)
        {
            // "said ..., and added": back to the one who speaks.
            if (
                (_afterComma || _afterCoordinator)
                && IsClausal(verb)
                && _open.Count > 1
                && _top is { Kind: ClauseKind.Complement, Parent.Verb: { } said }
                && IsClausal(said)
            )
                Close();
            else if (!_afterComma && !_afterCoordinator && Serial(above, verb))
                return;
        }
        // "..., went officials to": where subjects follow, a verb behind a comma looks for its own.
        if (
            _verbFirst
            && _afterComma
            && _top is { Verb: null, Subject: not null }
            && i + 1 < _units.Count
            && _units[i + 1].Nominal is { Marker.Length: 0, IsPronoun: false }
        )
        {
            Sibling();
            _top.Verb = verb;
            return;
        }
        // "وكان فيدان قد التقى": the subject stands between the auxiliary and its verb.
        if (
            _verbFirst
            && !_afterCoordinator
            && _top.Verb is { IsFinite: true } auxiliary
            && auxiliary.First == auxiliary.Main
            && _sentence.Grammar[auxiliary.Main] is CueKind.Auxiliary
            && _top.Subject is not null
            && _sentence.HitAt(auxiliary.Main, CueKind.Auxiliary) is { } aux
            && !aux.Cue.Is("passive")
        )
        {
            _top.Verb = verb;
            return;
        }
        // «Nothing on Ukraine», stressed the adviser: a quotation without a verb is no subject of the saying.
        if (
            _top is { Verb: null, Kind: ClauseKind.Main, Subject: { } quoted }
            && _sentence.QuotationOf[quoted.First] >= 0
            && _sentence.QuotationOf[verb.Main] < 0
            && IsClausal(verb)
        )
        {
            _open.Clear();
            Open(new(ClauseKind.Main, null) { AfterComma = true });
        }
        if (_top.Verb is null)
        {
            _top.Verb = verb;
            if (_top.Subject is null && _top.Kind == ClauseKind.Relative && _top.AntecedentMarker.Length == 0)
            {
                _top.Subject = _top.Antecedent is { } antecedent ? Head(antecedent) : null;
                _top.SubjectIsCarried = true;
            }
            return;
        }
        // "Samkvæmt skjali sem var lekið | hitti Holm": what tells of a phrase before the verb ends there.
        if (
            !_afterCoordinator
            && _top is { Kind: ClauseKind.Relative, Antecedent: { Marker.Length: > 0 } related }
            && _open.FirstOrDefault(clause =>
                clause is { Verb: null, Subject: null } && clause.Obliques.Contains(related)
            )
                is { } waiting
        )
        {
            while (_top != waiting)
                Close();
            _top.Verb = verb;
            return;
        }
        // An outer clause that waits for its verb: "the source who met Cabello | said".
        if (!_afterCoordinator && _open.Any(clause => clause.Verb is null && clause.Subject is not null))
        {
            while (!(_top.Verb is null && _top.Subject is not null))
                Close();
            _top.Verb = verb;
            return;
        }
        if (_afterCoordinator)
        {
            // "admitted that a letter had come, but would not read it out": the comma goes back to the one who confirmed.
            while (
                _commaBeforeCoordinator
                && !_serial
                && _open.Count > 1
                && _top is { Kind: ClauseKind.Complement, Parent.Subject: not null }
                && (!_verbFirst || IsClausal(verb))
            )
                Close();
            var subject = _top.Subject;
            while (_open.Count > 1 && _top.Kind is ClauseKind.Infinitive or ClauseKind.Participle)
            {
                Close();
                subject = _top.Subject;
            }
            Sibling();
            _top.Subject = subject;
            _top.SubjectIsCarried = true;
            _top.Verb = verb;
            return;
        }
        // "activities [that] concern": a verb right behind an indefinite noun tells of it, where no pronoun is needed for that.
        if (
            _verbFirst
            && !_afterComma
            && i > 0
            && _units[i - 1].Nominal is { IsDefinite: false, IsPronoun: false } told
        )
        {
            Open(new(ClauseKind.Relative, _top) { Antecedent = told });
            (_top.Subject, _top.SubjectIsCarried, _top.Verb) = (Head(told), true, verb);
            return;
        }
        // Two finite verbs with nothing between: the last bare object was the second one's subject, unless its case forbids that.
        if (
            _top.Objects.Count > 0
            && !_afterComma
            && (!_top.Objects[^1].IsPronoun || IsNominative(_top.Objects[^1]))
            && !(
                _pack.Settings.Cases
                && !IsClausal(_top.Verb)
                && !IsClausal(verb)
                && Links.CaseOf(_sentence, _top.Objects[^1]) is Case.Dative or Case.Accusative or Case.Genitive
            )
        )
        {
            var subject = _top.Objects[^1];
            // "helps in everything he can": a pronoun that cannot be an object, behind a verb that opens no clause, describes what stands before.
            if (subject.IsPronoun && !IsClausal(_top.Verb))
            {
                _top.Objects.RemoveAt(_top.Objects.Count - 1);
                Open(new(ClauseKind.Relative, _top) { Antecedent = _top.Objects.LastOrDefault() }).Subject = subject;
                _top.Verb = verb;
                _top.Grow(subject.First, subject.Last);
                // "everything he can to them": it ends with its auxiliary.
                if (_sentence.Grammar[verb.Main] is CueKind.Auxiliary)
                    Close();
                return;
            }
            // "أجرى مكالمة مع بوتين تناولت الأوضاع": where subjects follow, the verb tells of the object.
            if (_verbFirst && !IsClausal(_top.Verb))
            {
                Open(new(ClauseKind.Relative, _top) { Antecedent = subject });
                (_top.Subject, _top.SubjectIsCarried, _top.Verb) = (subject, true, verb);
                return;
            }
            _top.Objects.RemoveAt(_top.Objects.Count - 1);
            // "said a meeting with Ruiz is planned": what stands behind the subject goes with it.
            var behind = _top.Obliques.FindAll(nominal => nominal.MarkerFirst > subject.Last);
            _top.Obliques.RemoveAll(behind.Contains);
            Open(new(ClauseKind.Complement, _top)).Subject = subject;
            _top.Obliques.AddRange(behind);
            _top.Verb = verb;
            _top.Grow(subject.First, subject.Last);
            return;
        }
        var carried = _sentence.QuotationOf[_top.Verb.Main] == _sentence.QuotationOf[verb.Main] ? _top.Subject : null;
        Sibling();
        _top.Subject = carried;
        _top.SubjectIsCarried = true;
        _top.Verb = verb;
    }

    private bool IsNominative(Nominal pronoun) =>
        _sentence.Tags[pronoun.First].Case == Case.Nominative
        || _sentence.HitsAt(pronoun.First, CueKind.Pronoun).Any(hit => hit.Cue.Is("nominative"));

    /// <summary>"dozens of those who are said to be his allies": a vague word is described by the clause behind it.</summary>
    private void Describe()
    {
        foreach (var clause in _all)
        {
            if (
                clause is { Kind: ClauseKind.Relative, Antecedent: { } antecedent, AntecedentMarker: "" }
                && antecedent.FullLast == clause.Opener - 1
                && (
                    antecedent.Reference?.Tags.Contains("vague") == true
                    || antecedent.IsDemonstrative && antecedent.First == antecedent.Last
                )
            )
                antecedent.Described = _all.Where(each =>
                        each == clause || each is { Kind: ClauseKind.Infinitive } && each.Parent == clause
                    )
                    .Max(each => each.Last);
        }
    }

    /// <summary>Whether two clauses stand in one quotation, or both in none.</summary>
    private bool IsSameSpeech(Clause a, Clause b) =>
        a.Verb is not { } one
        || b.Verb is not { } other
        || _sentence.QuotationOf[one.Main] == _sentence.QuotationOf[other.Main];

    /// <summary>"حضر الاجتماع وزير الخارجية": where subjects follow, what is attended may stand before whoever attends.</summary>
    private void Turn(Clause clause)
    {
        if (
            clause is { Verb: { IsFinite: true, IsPassive: false } verb, SubjectIsCarried: false }
            && clause.Subject is { IsPronoun: false } first
            && first.Reference is not { IsActor: true }
            && first.First > verb.Main
            && clause.Objects.Find(nominal => !nominal.IsPronoun) is { Reference.IsActor: true } second
            && _sentence.HitAt(verb.Main, CueKind.Support) is not null
            && _sentence.Hits.Exists(hit =>
                hit.Cue.Kind == CueKind.Trigger && first.First <= hit.Head && hit.Head <= first.Last
            )
        )
        {
            clause.Objects.Remove(second);
            clause.Objects.Insert(0, first);
            clause.Subject = second;
        }
    }

    /// <summary>
    /// A verb behind a verb: with an auxiliary that stands apart it is one group (将于周二与普京会晤); behind another it is what that one is about
    /// or goes on to (计划访问, 举行会谈讨论), with its subject, or with its object where the verb above makes somebody do something.
    /// </summary>
    private bool Serial(VerbGroup above, VerbGroup verb)
    {
        if (
            _top.Objects.Count == 0
            && (
                _sentence.Grammar[above.Main] is CueKind.Negator
                || _sentence.Tags[above.Main].Upos == Upos.Aux
                    && _sentence.HitAt(above.Main, CueKind.Auxiliary) is { } auxiliary
                    && !auxiliary.Cue.Is("copula")
            )
        )
        {
            _top.Verb = new()
            {
                First = above.First,
                Main = verb.Main,
                IsFinite = true,
                IsPassive = verb.IsPassive,
                IsNegated = above.IsNegated || verb.IsNegated,
                IsFuture = above.IsFuture || verb.IsFuture,
                IsPossible = above.IsPossible || verb.IsPossible,
                IsModal = above.IsModal || verb.IsModal,
                IsConditional = above.IsConditional || verb.IsConditional,
                IsSerial = above.IsSerial,
            };
            return true;
        }
        // Whoever is quoted is the object of the quoting, and no subject of what follows.
        var last = _top.Objects.LastOrDefault();
        var someone = last is { IsPronoun: true } or { Reference.IsActor: true };
        var pivots = _sentence.Hits.Exists(hit => hit.Cue.Is("pivot") && hit.Covers(above.Main));
        if (
            someone
            && !pivots
            && _sentence.HitAt(above.Main, CueKind.Support) is null
            && !_sentence
                .HitsAt(above.Main, CueKind.Trigger)
                .Any(hit => hit.Cue is { Class: WordClass.Verb, Type.Family: Family.Contact })
            && !_sentence.HitsAt(above.Main, CueKind.Say).Any(hit => hit.Cue.Is("relay") || hit.Cue.Is("addressee"))
        )
            return false;
        var parent = _top;
        var from = Math.Max(above.Main, last?.Last ?? -1);
        var moved = parent.Obliques.FindAll(oblique => oblique.First > from && IsBeforeVerb(oblique));
        verb.IsSerial = true;
        Open(
            new(ClauseKind.Infinitive, parent)
            {
                Verb = verb,
                Subject = pivots && someone ? last : parent.Subject,
                SubjectIsCarried = true,
            }
        );
        parent.Obliques.RemoveAll(moved.Contains);
        _top.Obliques.AddRange(moved);
        foreach (var oblique in moved)
            _top.Grow(oblique.MarkerFirst, oblique.Last);
        return true;
    }

    /// <summary>Whether the verb is said to or of somebody who stands behind it, so that a phrase there is no subject of a clause.</summary>
    private bool TakesSomeone(VerbGroup verb) =>
        _sentence.Hits.Exists(hit =>
            hit.Covers(verb.Main) && (hit.Cue.Is("pivot") || hit.Cue.Kind == CueKind.Say && hit.Cue.Is("relay"))
        );

    private bool IsBeforeVerb(Nominal oblique) =>
        !(_sentence.PrepositionAt(oblique.MarkerFirst) is { } mark && mark.Cue.Is("behind"));

    /// <summary>Whether the mark stands right behind words of saying, or behind whom they are said to.</summary>
    private bool IsJustSaid(int i)
    {
        if (i == 0 || _top.Verb is not { } verb || !IsClausal(verb))
            return false;
        return _units[i - 1].Verb == verb
            || _units[i - 1].Verb is null && _units[i - 1].Last <= verb.Main
            || _units[i - 1].Nominal is { } told
                && _top.Objects.LastOrDefault() == told
                && _sentence.HitsAt(verb.Main, CueKind.Say).Any(hit => hit.Cue.Is("addressee"));
    }

    /// <summary>A word that ends the clause it joins: 会见他时, 会谈结束后.</summary>
    private bool StandsBehind(Unit unit) =>
        _modifiersFirst && _sentence.HitAt(unit.First, CueKind.Subordinator) is { } hit && hit.Cue.Is("behind");

    /// <summary>Opens a clause in the place of one that turns out to depend on what follows it.</summary>
    private Clause Instead(Clause clause, ClauseKind kind)
    {
        _open.Pop();
        var fresh = Open(
            new(clause.Kind, clause.Parent)
            {
                IsHypothetical = clause.IsHypothetical,
                Opener = clause.Opener,
                AfterComma = clause.AfterComma,
            }
        );
        (clause.Kind, clause.Parent) = (kind, fresh);
        return fresh;
    }

    private void CloseBehind(int i)
    {
        if (i > 0 && _units[i - 1].Kind is UnitKind.Time)
            return;
        while (
            _open.Count > 1
            && _top.Verb is not null
            && _top.Kind is ClauseKind.Infinitive or ClauseKind.Participle or ClauseKind.Relative
        )
            Close();
        if (_top.Verb is null)
            return;
        var ended = _top;
        if (ended.Kind == ClauseKind.Adverbial && _open.Count > 1)
        {
            Close();
            if (_top is { Verb: null, Subject: null })
                (_top.Subject, _top.SubjectIsCarried) = (ended.Subject, true);
            return;
        }
        var fresh = Instead(ended, ClauseKind.Adverbial);
        (fresh.Subject, fresh.SubjectIsCarried) = (ended.Subject, true);
    }

    /// <summary>Whether a mark of possession stands behind a verb or its object, so that what is before tells of the noun behind.</summary>
    private bool EndsRelative(int i) =>
        i > 0
        && i + 1 < _units.Count
        && _units[i + 1].Kind is UnitKind.Nominal
        && _top.Verb is not null
        && _sentence.HitsAt(_units[i].First, CueKind.Preposition).Any(hit => hit.Cue.Is("possessive"))
        // 更严厉的制裁: what stands right before is no part of the clause.
        && Enumerable
            .Range(_units[i - 1].Last + 1, _units[i].First - _units[i - 1].Last - 1)
            .All(t => !_sentence.Tokens[t].IsWord || _sentence.Tokens[t].Span.Length == 1)
        && (
            _units[i - 1].Kind == UnitKind.Verb
            || _units[i - 1].Nominal is { } nominal && _top.Objects.Contains(nominal)
        );

    private void Relativize(int i)
    {
        var head = _units[i + 1].Nominal!;
        // 一名了解情况的官员: the count belongs to the noun behind the clause.
        for (var k = i - 1; k >= 0 && k > i - 8 && _units[k].Kind is not (UnitKind.Comma or UnitKind.Semicolon); k--)
        {
            if (
                _units[k].Nominal is { } count
                && count.First == count.Last
                && _sentence.HitAt(count.First, CueKind.Determiner) is { } determiner
                && !determiner.Cue.Is("definite")
            )
                head.IsDefinite = false;
        }
        var clause = _top;
        var nested =
            clause.Kind is ClauseKind.Infinitive or ClauseKind.Participle
            || clause is { Kind: ClauseKind.Complement, Opener: < 0, Parent.Verb: { } verb } && !IsClausal(verb);
        // 原定于周四举行的会晤: the whole chain of verbs tells of the noun.
        while (
            nested
            && clause
                is {
                    Kind: ClauseKind.Infinitive,
                    SubjectIsCarried: true,
                    Parent: { Verb: not null, Objects.Count: 0 } above
                }
            && _open.Count > 1
            && !IsClausal(above.Verb)
            && (above.Subject is null || NextIsFiniteVerb(i + 2))
        )
        {
            if (above.Subject is null)
                clause.Subject = head;
            Close();
            clause = above;
            nested = clause.Kind is ClauseKind.Infinitive;
        }
        if (nested && _open.Count > 1)
        {
            (clause.Kind, clause.Antecedent) = (ClauseKind.Relative, head);
            if (
                clause is { SubjectIsCarried: true, Parent: { Objects: [.., { Reference.IsActor: true } before] } over }
                && clause.Objects.Count > 0
                && before.Last > (over.Verb?.Main ?? -1)
            )
            {
                // 讨论特朗普访问北京的计划
                over.Objects.Remove(before);
                (clause.Subject, clause.SubjectIsCarried) = (before, false);
            }
            else if (clause.SubjectIsCarried)
                clause.Subject = head;
            Close();
            return;
        }
        var subject = clause.Subject;
        if (
            subject is { } counted
            && counted.First == counted.Last
            && _sentence.Grammar[counted.First] is CueKind.Determiner
        )
            subject = null;
        var located =
            head.Last + 1 < _sentence.Tokens.Length
            && _sentence.HitsAt(head.Last + 1, CueKind.Adverb).Any(hit => hit.Cue.Is("behind"));
        if (subject is not null && !located && !NextIsFiniteVerb(i + 2))
            return;
        var fresh = Instead(clause, ClauseKind.Relative);
        clause.Antecedent = head;
        if (located && subject is not null)
            (fresh.Subject, fresh.SubjectIsCarried) = (subject, clause.SubjectIsCarried);
        else if (subject is null || clause.Objects.Count > 0)
            (clause.Subject, clause.SubjectIsCarried) = (head, true);
    }

    /// <summary>A finite verb still without a subject shares the one of the clause it is joined to.</summary>
    private void Settle()
    {
        Clause? previous = null;
        foreach (var clause in _all)
        {
            if (_verbFirst)
                Turn(clause);
            if (
                clause.Verb is not null
                && clause.Subject is null
                && (clause.Parent ?? previous) is { Subject: { } shared } lender
                && IsSameSpeech(clause, lender)
            )
            {
                clause.Subject = shared;
                clause.SubjectIsCarried = true;
            }
            if (clause.Verb is not null)
                previous = clause;
            if (clause.Verb is { IsNegated: false, IsFinite: true } verb && IsNegatedBehind(verb))
                verb.IsNegated = true;
        }
    }

    /// <summary>"hitti Önnu ekki": a negator behind the object, with nothing behind it that it could belong to.</summary>
    private bool IsNegatedBehind(VerbGroup verb)
    {
        for (var t = verb.Main + 1; t < _sentence.Tokens.Length; t++)
        {
            if (_sentence.Tags[t].IsVerb || !_sentence.Tokens[t].IsWord)
                return false;
            if (_sentence.Grammar[t] is CueKind.Negator)
                return t + 1 >= _sentence.Tokens.Length
                    || !_sentence.Tokens[t + 1].IsWord
                    // "hitti Önnu ekki í Lissabon"; "met her not in Lisbon" would deny the place alone.
                    || !_pack.Settings.ArticleSuffixes.IsEmpty && _sentence.Grammar[t + 1] is CueKind.Preposition;
            if (_sentence.Grammar[t] is not (null or CueKind.Pronoun or CueKind.Determiner))
                return false;
        }
        return false;
    }
}
