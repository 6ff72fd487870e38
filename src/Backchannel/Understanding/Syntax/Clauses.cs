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
    private bool _afterComma;
    private bool _afterCoordinator;
    private bool _commaBeforeCoordinator;
    private Nominal? _lastNominal;

    private Clauses(Sentence sentence, LanguagePack pack)
    {
        _verbFirst = pack.Settings.VerbFirst;
        _proDrop = pack.Settings.ProDrop;
        _sentence = sentence;
        _units = sentence.Units;
        _top = Open(new(ClauseKind.Main, null));
    }

    public static void Build(Sentence sentence, LanguagePack pack)
    {
        var clauses = new Clauses(sentence, pack);
        clauses.Read();
        clauses.Settle();
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
                case UnitKind.Relative:
                    Open(
                        new(ClauseKind.Relative, _top)
                        {
                            Antecedent = _lastNominal,
                            AntecedentMarker =
                                i > 0 && _units[i - 1].Kind == UnitKind.Preposition
                                    ? _sentence.Forms[_units[i - 1].First]
                                    : "",
                            Opener = unit.First,
                            AfterComma = _afterComma,
                        }
                    );
                    break;
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
                    if (OpensClause(i + 1) && _top.Verb is not null)
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
                    if (_top.Verb is not null && (IsBreak(i - 1) || IsBreak(i + 1)))
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

    private bool IsBreak(int i) =>
        i < 0
        || i >= _units.Count
        || _units[i].Kind is UnitKind.Comma or UnitKind.Colon or UnitKind.Semicolon or UnitKind.Quote;

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
                default:
                    return false;
            }
        }
        return false;
    }

    private void Take(int i, Nominal nominal)
    {
        _top.Grow(nominal.MarkerFirst, nominal.Last);
        _lastNominal = nominal;
        if (nominal.AttachedTo is not null || nominal.ListedWith is not null || nominal.Renames is not null)
            return;
        if (nominal.Marker.Length > 0)
        {
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
        if (_top.Verb is null)
        {
            // "who": the pronoun is the subject unless a noun phrase stands before the verb.
            if (_top.Subject is null || !verbNext && !_afterComma)
                _top.Subject ??= nominal;
            else
                _top.Subject = nominal;
            return;
        }
        if (verbNext && !_top.Verb.IsInfinitive && IsClausal(_top.Verb) && !HasObject(_top))
        {
            // "said the administration dropped": a bare clause behind a verb of saying.
            Open(new(ClauseKind.Complement, _top)).Subject = nominal;
            _top.Grow(nominal.First, nominal.Last);
            return;
        }
        if (verbNext && _afterComma)
        {
            // ", Cutz said": a new subject behind a comma; it closes what stands open.
            while (_open.Count > 1 && _top.Verb is not null)
                Close();
            if (_top.Verb is not null)
                Sibling();
            _top.Subject = nominal;
            _top.Grow(nominal.First, nominal.Last);
            return;
        }
        if (_top.Subject is null && _top.Verb.IsFinite && !_top.Verb.IsPassive && !LeavesSubjectOut())
            _top.Subject = nominal;
        // "..., segir hann": a nominative right behind the verb is its own subject, not the one of the clause before.
        else if (
            _top.SubjectIsCarried
            && _top.Verb.IsFinite
            && nominal.First == _top.Verb.Main + 1
            && (_sentence.Tags[nominal.First].Case == Case.Nominative || Says(i, nominal))
        )
            (_top.Subject, _top.SubjectIsCarried) = (nominal, false);
        else if (
            _verbFirst
            && _top.SubjectIsCarried
            && _top.Verb.IsFinite
            && !nominal.IsPronoun
            && HasNoun(nominal)
            && !_top.Objects.Exists(earlier => !earlier.IsPronoun)
        )
            (_top.Subject, _top.SubjectIsCarried) = (nominal, false);
        else
            _top.Objects.Add(nominal);
    }

    /// <summary>"Ha detto che incontrerà Anna Rossi": what is said goes on with the speaker, and the noun is whom he meets.</summary>
    private bool LeavesSubjectOut() =>
        _proDrop
        && _top is { Kind: ClauseKind.Complement, Parent.Subject: not null }
        && _sentence.HitAt(_top.Verb!.Main, CueKind.Trigger) is { } trigger
        && trigger.Cue.Frame?.For("obj") is not null;

    /// <summary>"..., annuncia il Cremlino": behind a comma or quotation mark, whoever stands right behind a verb of saying says it.</summary>
    private bool Says(int i, Nominal nominal)
    {
        var verb = i - 1;
        return verb > 0
            && _units[verb].Kind == UnitKind.Verb
            && _units[verb - 1].Kind is UnitKind.Comma or UnitKind.Quote
            && _sentence.HitAt(_top.Verb!.Main, CueKind.Say) is { } say
            && !say.Cue.Is("addressee")
            && Links.IsEntity(_sentence, nominal);
    }

    private bool HasNoun(Nominal nominal) =>
        Enumerable
            .Range(nominal.First, nominal.Last - nominal.First + 1)
            .Any(t => _sentence.Tags[t].Upos is Upos.Noun or Upos.Propn);

    private static bool HasObject(Clause clause) =>
        clause.Objects.Any(nominal => !nominal.IsPronoun && nominal.Reference is null);

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
                    when _units[i].Nominal!.AttachedTo is not null
                        || _units[i].Nominal!.ListedWith is not null
                        || _units[i].Nominal!.Renames is not null:
                case UnitKind.Preposition or UnitKind.Time or UnitKind.Quote or UnitKind.Coordinator:
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
        if (verb.IsInfinitive)
        {
            // "plans for Kerry to visit": the noun behind "for" is who visits.
            var controller =
                i > 0
                && _units[i - 1].Nominal is { Marker.Length: > 0 } given
                && _sentence.PrepositionAt(given.MarkerFirst) is { } mark
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
        else if (verb.IsGerund || verb.IsParticiple && !verb.IsFinite)
        {
            // "officials involved in", "citing sources": about the noun right before, or else about the subject.
            var about = !_afterComma && i > 0 && _units[i - 1].Nominal is { } adjacent ? Head(adjacent) : _top.Subject;
            // "Obama will visit Cuba, an official said, making a historic trip": behind the words of saying, what was said goes on.
            if (
                _afterComma
                && _top.Verb is { } saying
                && IsClausal(saying)
                && _all.Find(clause =>
                    clause.Verb is { IsFinite: true } && clause.Last < _top.First && clause.Subject is not null
                )
                    is { } said
            )
                about = said.Subject;
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
            TakeFinite(i, verb);
        if (verb.Inverted is { } inverted && (_top.Subject is null || _top.SubjectIsCarried))
            (_top.Subject, _top.SubjectIsCarried) = (inverted, false);
        _top.Objects.AddRange(verb.Clitics);
        _top.Grow(verb.First, verb.Main);
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
            ? _afterComma && next is { Kind: UnitKind.Nominal, Nominal.Marker: "" } or { Kind: UnitKind.Complementizer }
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

    private void TakeFinite(int i, VerbGroup verb)
    {
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
                && _open.Count > 1
                && _top is { Kind: ClauseKind.Complement, Parent.Subject: not null }
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
        // Two finite verbs with nothing between: the last bare object was the second one's subject.
        if (_top.Objects.Count > 0 && !_afterComma && !_top.Objects[^1].IsPronoun)
        {
            var subject = _top.Objects[^1];
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

    /// <summary>Whether two clauses stand in one quotation, or both in none.</summary>
    private bool IsSameSpeech(Clause a, Clause b) =>
        a.Verb is not { } one
        || b.Verb is not { } other
        || _sentence.QuotationOf[one.Main] == _sentence.QuotationOf[other.Main];

    /// <summary>A finite verb still without a subject shares the one of the clause it is joined to.</summary>
    private void Settle()
    {
        Clause? previous = null;
        foreach (var clause in _all)
        {
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
        }
    }
}
