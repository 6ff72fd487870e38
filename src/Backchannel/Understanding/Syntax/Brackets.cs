using Backchannel.Languages;

namespace Backchannel.Understanding.Syntax;

/// <summary>
/// Brings the words of languages whose verbs stand in a bracket or at the end into the order that every other rule expects: subject, verb
/// with its auxiliaries and negators, then the rest. "hat Ruiz nie getroffen" is read as "hat nie getroffen Ruiz", "dass er Ruiz getroffen
/// habe" as "dass er habe getroffen Ruiz". Tokens keep their places in the text; only their order in the sentence changes.
/// </summary>
internal sealed class Brackets
{
    private readonly Sentence _sentence;
    private readonly List<Step> _steps = [];
    private readonly Stack<Level> _levels = new();
    private readonly List<Move> _moves = [];

    /// <summary>Whether the phrases are still as they were cut; they are cut again where a word turned out to be another.</summary>
    private bool _isRead = true;

    /// <summary>Infinitives with their mark inside.</summary>
    private readonly HashSet<int> _marked = [];

    private Brackets(Sentence sentence)
    {
        _sentence = sentence;
        _levels.Push(new(null, -1));
    }

    /// <summary>A unit, one verb of a verb group with the small words before it, or a negator that stands alone.</summary>
    private sealed record Step(UnitKind? Kind, int First, int Last)
    {
        public Nominal? Nominal { get; init; }

        /// <summary>The verb's token; -1 where the step is none.</summary>
        public int Verb { get; init; } = -1;

        public bool IsBoundary => Kind is { } kind && Ends(kind);

        public bool IsNegator => Kind is null && Verb < 0;

        private static bool Ends(UnitKind kind) =>
            kind
                is UnitKind.Comma
                    or UnitKind.Semicolon
                    or UnitKind.Colon
                    or UnitKind.Dash
                    or UnitKind.Quote
                    or UnitKind.OpenParenthesis
                    or UnitKind.CloseParenthesis
                    or UnitKind.Coordinator
            || Opens(kind);

        public static bool Opens(UnitKind kind) =>
            kind is UnitKind.Complementizer or UnitKind.Relative or UnitKind.Subordinator;
    }

    /// <summary>A clause being read: a main one, whose finite verb stands second, or one that an opener sends its verb to the end of.</summary>
    private sealed class Level(Step? opener, int start)
    {
        public Step? Opener { get; } = opener;

        public bool IsFinal => Opener is not null;

        /// <summary>The step that ends what stood before: an opener, a mark, a coordinator; -1 at the beginning.</summary>
        public int Start { get; set; } = start;

        /// <summary>Whether a clause that stood in front has just ended: what follows it begins with the verb.</summary>
        public bool IsPreceded { get; set; }

        public bool IsContinued { get; set; }

        public bool IsDone { get; set; }

        public List<Step> Nominals { get; } = [];

        public List<Step> Negators { get; } = [];

        public Bracket? Main { get; set; }
    }

    /// <summary>A main clause from its finite verb on.</summary>
    private sealed class Bracket(int step)
    {
        public int Step { get; } = step;

        public List<Step> Negators { get; } = [];

        /// <summary>The verbs at the end, in reading order.</summary>
        public List<Step> Closing { get; } = [];

        public bool IsAuxiliary { get; init; }

        public bool HasComma { get; set; }

        /// <summary>The coordinator behind the verbs at the end, whose own such verb shares the auxiliary.</summary>
        public int Joined { get; set; } = -1;

        public required int Start { get; init; }

        public required bool IsPreceded { get; init; }

        public required List<Step> Before { get; init; }
    }

    /// <summary>Tokens in their new order and where they go: before (0), in place of (1) or behind (2) a token.</summary>
    private sealed record Move(List<int> Tokens, int At, int Phase);

    /// <summary>Reorders the sentence and reads its cues, phrases and links again; does nothing where the order is right.</summary>
    public static void Straighten(Sentence sentence, LanguagePack pack)
    {
        if (!pack.Settings.VerbBracket)
            return;
        var brackets = new Brackets(sentence);
        if (Doubts.Settle(sentence, pack, brackets._marked))
        {
            Units.Build(sentence, pack);
            Links.Join(sentence, pack);
        }
        brackets.Cut();
        brackets.Read();
        if (!brackets.Apply(pack) && brackets._isRead)
            return;
        Units.Build(sentence, pack);
        Links.Join(sentence, pack);
    }

    private void Cut()
    {
        var next = 0;
        foreach (var unit in _sentence.Units)
        {
            Negators(next, unit.First - 1);
            next = unit.Last + 1;
            if (unit.Kind != UnitKind.Verb)
            {
                _steps.Add(new(unit.Kind, unit.First, unit.Last) { Nominal = unit.Nominal });
                continue;
            }
            var first = unit.First;
            var lastVerb = unit.Last;
            while (lastVerb > first && !_sentence.Tags[lastVerb].IsVerb)
                lastVerb--;
            for (var t = unit.First; t <= unit.Last; t++)
            {
                if (!_sentence.Tags[t].IsVerb)
                    continue;
                var last = t == lastVerb ? unit.Last : t;
                _steps.Add(new(UnitKind.Verb, first, last) { Verb = t });
                first = last + 1;
            }
        }
        Negators(next, _sentence.Tokens.Length - 1);
    }

    private void Negators(int first, int last)
    {
        for (var t = first; t <= last; t++)
        {
            if (_sentence.Grammar[t] is CueKind.Negator)
                _steps.Add(new(null, t, t));
        }
    }

    private bool IsFinite(Step step) => _sentence.Tags[step.Verb].IsFinite;

    private bool IsInfinitive(Step step) => _sentence.Tags[step.Verb].Form == VerbForm.Infinitive;

    /// <summary>Whether the mark of the infinitive stands before the verb ("zu treffen").</summary>
    private bool IsMarked(Step step)
    {
        if (_marked.Contains(step.Verb))
            return true;
        for (var t = step.First; t < step.Verb; t++)
        {
            if (_sentence.Tags[t].Upos == Upos.Part && _sentence.Grammar[t] is not CueKind.Negator)
                return true;
        }
        return false;
    }

    /// <summary>A noun phrase that may be a subject or an object.</summary>
    private static bool IsBare(Step step) =>
        step.Nominal is { Marker: "", AttachedTo: null, ListedWith: null, Renames: null };

    private void Read()
    {
        for (var i = 0; i < _steps.Count; i++)
        {
            var step = _steps[i];
            var level = _levels.Peek();
            switch (step.Kind)
            {
                case UnitKind.Verb:
                    var end = i + 1;
                    while (end < _steps.Count && _steps[end].Kind == UnitKind.Verb)
                        end++;
                    Take(i, end);
                    i = end - 1;
                    continue;
                case null:
                    level.Negators.Add(step);
                    if (level.Main is { HasComma: false } main)
                        main.Negators.Add(step);
                    continue;
                case UnitKind.Nominal:
                    if (IsBare(step))
                        level.Nominals.Add(step);
                    continue;
                case UnitKind.Complementizer or UnitKind.Relative or UnitKind.Subordinator:
                    _levels.Push(new(step, i));
                    continue;
                case UnitKind.Semicolon or UnitKind.Colon:
                    Reset(i);
                    continue;
                case UnitKind.Quote:
                    // A quotation that is a sentence of its own stands at a comma or colon; fewer words belong to their clause.
                    if (IsMark(i - 1) || IsMark(i + 1))
                    {
                        Reset(i);
                        _levels.Peek().IsPreceded = true;
                    }
                    continue;
                case UnitKind.Comma or UnitKind.Dash:
                    Comma(i);
                    continue;
                case UnitKind.Coordinator:
                    Join(i);
                    continue;
                default:
                    continue;
            }
        }
        Reset(_steps.Count - 1);
    }

    private bool IsMark(int i) =>
        i < 0
        || i >= _steps.Count
        || _steps[i].Kind is UnitKind.Comma or UnitKind.Colon or UnitKind.Semicolon or UnitKind.Quote;

    private void Reset(int i)
    {
        while (_levels.Count > 0)
            Finish(_levels.Pop());
        _levels.Push(new(null, i));
    }

    private void Comma(int i)
    {
        var level = _levels.Peek();
        if (level is { IsFinal: true, IsDone: true } or { IsContinued: true })
        {
            var closed = _levels.Pop();
            level = _levels.Peek();
            // A relative clause belongs to its noun; what stood before it goes on.
            if (closed.Opener!.Kind == UnitKind.Relative)
                return;
            // "Wenn er kommt, geht sie": the clause in front is the first part of the main one.
            level.IsPreceded = level is { IsFinal: false, Main: null };
        }
        else if (!level.IsFinal)
            level.IsPreceded = i > 0 && _steps[i - 1].Kind == UnitKind.Quote;
        if (level.Main is { } main)
            main.HasComma = true;
        if (level.IsFinal)
            return;
        level.Negators.Clear();
        if (OpensRelative(i + 1))
            return;
        // A list or a renaming goes on with the clause.
        if (i + 1 < _steps.Count && _steps[i + 1].Nominal is { } next && (next.ListedWith ?? next.Renames) is not null)
            return;
        level.Start = i;
        level.Nominals.Clear();
    }

    private bool OpensRelative(int i)
    {
        while (i < _steps.Count && _steps[i].Kind is UnitKind.Preposition)
            i++;
        return i < _steps.Count && _steps[i].Kind == UnitKind.Relative;
    }

    private void Join(int i)
    {
        var level = _levels.Peek();
        if (i + 1 < _steps.Count && (IsListed(i + 1) || IsInBracket(level, i)))
            return;
        // "Das Treffen hat aber": with no comma before it, a word that sets against stands inside its clause.
        if (
            i > 0
            && !_steps[i - 1].IsBoundary
            && _sentence.HitAt(_steps[i].First, CueKind.Coordinator) is { } joint
            && joint.Cue.Is("adversative")
        )
            return;
        level.Negators.Clear();
        if (level is { IsFinal: true })
        {
            if (!level.IsDone)
                return;
            (level.IsDone, level.IsContinued, level.Start) = (false, true, i);
            level.Nominals.Clear();
            return;
        }
        if (level.Main is { Closing.Count: > 0 } main)
            main.Joined = i;
        // A modal verb waits for its infinitive, whatever is joined before that.
        if (level.Main is { } open)
        {
            if (open is { IsAuxiliary: true, Closing.Count: 0 } && IsModal(_steps[open.Step]))
                return;
            open.HasComma = true;
        }
        level.IsPreceded = false;
        level.Start = i;
        level.Nominals.Clear();
    }

    /// <summary>"hat zwischen Norwegen und Chile vermittelt": while a bracket is open, a last verb right behind the second noun closes it.</summary>
    private bool IsInBracket(Level level, int i) =>
        level is { IsFinal: false, Main: { IsAuxiliary: true, Closing.Count: 0 } }
        && i > 0
        && _steps[i - 1].Nominal is { Marker.Length: > 0 }
        && i + 2 < _steps.Count
        && _steps[i + 1].Nominal is { Marker: "" }
        && _steps[i + 2].Verb >= 0
        && (i + 3 >= _steps.Count || _steps[i + 3].IsBoundary);

    /// <summary>Whether the next noun phrase, over its preposition, is listed with one before.</summary>
    private bool IsListed(int i)
    {
        while (i < _steps.Count && _steps[i].Kind is UnitKind.Preposition or UnitKind.Quote)
            i++;
        return i < _steps.Count && _steps[i].Nominal is { ListedWith: not null };
    }

    private void Take(int from, int to)
    {
        var level = _levels.Peek();
        var verbs = _steps.GetRange(from, to - from);
        var ends = to >= _steps.Count || _steps[to].IsBoundary;
        // ", wird ...": a verb right behind a comma opens the main clause, though nothing has told the verb of the one in front.
        if (
            level is { IsFinal: true, IsDone: false, Nominals.Count: > 0 }
            && !ends
            && _steps[from - 1].Kind == UnitKind.Comma
        )
        {
            _levels.Pop();
            level = _levels.Peek();
            level.IsPreceded = level is { IsFinal: false, Main: null };
        }
        // "wollen ... ausbauen und im Sommer ... unterzeichnen": a verb that stands last behind several phrases is not finite.
        if (level is { IsFinal: false, Main: { Joined: >= 0 } joint } && ends && IsFarBehind(from, joint.Joined))
        {
            foreach (var verb in verbs.Where(verb => !IsAuxiliary(verb)))
                _sentence.Tags[verb.Verb] = _sentence.Tags[verb.Verb] with
                {
                    Form = IsModal(_steps[joint.Step]) ? VerbForm.Infinitive : VerbForm.Participle,
                };
        }
        Settle(level, verbs);
        if (level is { IsFinal: true, IsDone: true })
        {
            // A verb behind the verb of a clause that stood in front: "Was er sagt ist falsch."
            _levels.Pop();
            _levels.Peek().IsPreceded = _levels.Peek() is { IsFinal: false, Main: null };
            Take(from, to);
            return;
        }
        if (level.IsFinal)
        {
            if (TakeFinal(level, from, to, verbs, ends))
                return;
            _levels.Pop();
            if (verbs.Exists(IsFinite) || _steps[from - 1] != level.Opener)
                Take(from, to);
            return;
        }
        if (verbs.FindIndex(IsFinite) is >= 0 and var finite)
        {
            TakeMain(level, from + finite);
            level.Main!.Closing.AddRange(verbs.Where((_, v) => v != finite));
            return;
        }
        if (Closes(level, from, verbs))
        {
            level.Main!.Closing.AddRange(verbs);
            level.Main.Negators.AddRange(level.Negators.Except(level.Main.Negators));
            return;
        }
        if (level.Main is { Joined: >= 0 } joined && !verbs.Exists(IsMarked))
        {
            // "hat mit Ruiz gesprochen und Vidal getroffen": the second verb shares the auxiliary.
            foreach (var verb in verbs.Where(verb => !IsInfinitive(verb)))
                Coerce(verb);
            _moves.Add(new(Reversed(verbs), _steps[joined.Joined].Last + 1, 0));
            joined.Joined = -1;
            return;
        }
        if (level.Main is null && verbs is [var only] && IsInfinitive(only) && !IsMarked(only))
        {
            // "Chile und Norwegen arbeiten": many a finite form looks like the infinitive.
            Coerce(only);
            TakeMain(level, from);
            return;
        }
        if (verbs.Exists(IsMarked) || verbs.TrueForAll(IsInfinitive))
            TakeInfinitive(from, verbs);
    }

    /// <summary>
    /// Forms that look alike are told by where they stand: in one clause, a second verb behind an auxiliary is not finite, whatever the
    /// tagger says, and a verb whose form nothing tells is finite where no other is.
    /// </summary>
    private void Settle(Level level, List<Step> verbs)
    {
        var closes = level is { IsFinal: false, Main: { IsAuxiliary: true, Closing.Count: 0, HasComma: false } };
        // Of several verbs together one is finite: the auxiliary.
        var auxiliary = verbs.FindLast(verb => IsFinite(verb) && IsAuxiliary(verb));
        var hasFinite = verbs.Exists(IsFinite);
        for (var v = 0; v < verbs.Count; v++)
        {
            var verb = verbs[v];
            var form = _sentence.Tags[verb.Verb].Form;
            var settled = form;
            var governor =
                v + 1 < verbs.Count && IsAuxiliary(verbs[v + 1]) ? verbs[v + 1]
                : closes ? _steps[level.Main!.Step]
                : null;
            if (closes && form is VerbForm.Finite or VerbForm.None)
                settled =
                    IsModal(_steps[level.Main!.Step]) || IsMarked(verb) ? VerbForm.Infinitive : VerbForm.Participle;
            else if (form is VerbForm.Finite && auxiliary is not null && !IsAuxiliary(verb))
                settled = IsModal(auxiliary) ? VerbForm.Infinitive : VerbForm.Participle;
            // "hat empfangen", "wurde empfangen": many a participle looks like the infinitive.
            else if (form is VerbForm.Infinitive && !IsMarked(verb) && !IsAuxiliary(verb) && TakesParticiple(governor))
                settled = VerbForm.Participle;
            else if (form is VerbForm.None)
                settled = hasFinite || IsMarked(verb) ? VerbForm.Infinitive : VerbForm.Finite;
            if (settled == form)
                continue;
            _sentence.Tags[verb.Verb] = _sentence.Tags[verb.Verb] with { Form = settled };
            _isRead = false;
        }
    }

    /// <summary>Whether the verbs close the bracket that an auxiliary has opened.</summary>
    private bool Closes(Level level, int from, List<Step> verbs)
    {
        if (level.Main is not { IsAuxiliary: true, Closing.Count: 0 } main)
            return false;
        if (!main.HasComma)
            return true;
        if (verbs.Exists(IsMarked))
            return false;
        // Behind a comma, a bare infinitive needs a modal verb, and "is ready, to be received" has none.
        return !IsInfinitive(verbs[^1]) || IsModal(_steps[main.Step]);
    }

    private bool IsAuxiliary(Step verb) => _sentence.HitAt(verb.Verb, CueKind.Auxiliary) is not null;

    /// <summary>Whether an auxiliary stands with participles only, not with infinitives as well ("wird").</summary>
    private bool TakesParticiple(Step? verb) =>
        verb is not null
        && _sentence.HitAt(verb.Verb, CueKind.Auxiliary) is { } hit
        && (hit.Cue.Is("perfect") || hit.Cue.Is("passive"))
        && !hit.Cue.Is("future");

    private bool IsModal(Step verb) =>
        _sentence.HitsAt(verb.Verb, CueKind.Auxiliary).Any(hit => hit.Cue.Is("modal") || hit.Cue.Is("future"));

    private void TakeMain(Level level, int finite)
    {
        Finish(level);
        level.Main = new(finite)
        {
            Start = level.Start,
            IsPreceded = level.IsPreceded,
            Before = [.. level.Nominals],
            IsAuxiliary = IsAuxiliary(_steps[finite]),
        };
        level.Negators.Clear();
        level.IsPreceded = false;
    }

    private bool TakeFinal(Level level, int from, int to, List<Step> verbs, bool ends)
    {
        var certain = !level.IsContinued && level.Opener!.Kind is not UnitKind.Subordinator;
        var finite = verbs.Exists(IsFinite);
        if (!finite)
        {
            var hasSubject = level.Nominals.Count > 0 || level.Opener!.Kind == UnitKind.Relative;
            var below = _levels.Skip(1).FirstOrDefault();
            if (
                !ends
                || !hasSubject
                || verbs.Exists(IsMarked)
                || !certain && below?.Main is { IsAuxiliary: true, Closing.Count: 0 }
            )
            {
                if (!verbs.Exists(IsMarked))
                    return certain;
                // ", die Beziehungen zu gestalten": an infinitive takes no relative pronoun; the word is an article.
                if (ends && !level.IsContinued)
                    MakeArticle(level);
                TakeInfinitive(from, verbs);
                return true;
            }
            // "dass Holm Ruiz besucht", "dass sie sich treffen": a form that may be something else is the finite verb here.
            Coerce(verbs[^1]);
        }
        else if (!ends && !certain)
            return false;
        // "die Ankündigung, der Iran werde die Anreicherung aufnehmen": the verb second, the word is an article.
        else if (
            !ends
            && level is { IsContinued: false, Nominals: [var only] }
            && only.First == level.Opener!.Last + 1
            && MakeArticle(level)
        )
        {
            Take(from, to);
            return true;
        }
        level.IsDone = true;
        var order = Reversed(verbs);
        order.InsertRange(1 + LeadingVerb(order), level.Negators.Select(negator => negator.First));
        _moves.Add(
            SubjectOf(level, verbs) is { } subject
                ? new(order, EndOf(subject), 2)
                : new(order, _steps[level.Start].Last, 2)
        );
        return true;
    }

    /// <summary>Takes a relative pronoun that looks like an article for one; what seemed its clause goes on with the one around it.</summary>
    private bool MakeArticle(Level level)
    {
        if (
            level.Opener is not { Kind: UnitKind.Relative } opener
            || _sentence.HitAt(opener.First, CueKind.Determiner) is null
            || level != _levels.Peek()
        )
            return false;
        _sentence.Grammar[opener.First] = CueKind.Determiner;
        _sentence.Tags[opener.First] = _sentence.Tags[opener.First] with { Upos = Upos.Det };
        _steps[level.Start] = new(UnitKind.Time, opener.First, opener.Last);
        _levels.Pop();
        _levels.Peek().Nominals.AddRange(level.Nominals);
        _isRead = false;
        return true;
    }

    /// <summary>How many tokens stand before the first verb of a new order.</summary>
    private int LeadingVerb(List<int> order) => Math.Max(0, order.FindIndex(t => _sentence.Tags[t].IsVerb));

    /// <summary>Whether more than one phrase stands between, so that a verb is neither first nor second.</summary>
    private bool IsFarBehind(int verb, int coordinator) =>
        verb - coordinator > 2
        || verb - coordinator == 2 && _steps[coordinator + 1].First > _steps[coordinator].Last + 1;

    private void Coerce(Step verb)
    {
        _isRead = false;
        _sentence.Tags[verb.Verb] = new(Upos.Verb, VerbForm.Finite, Mood.None, Case.None);
    }

    /// <summary>The last verb governs the ones before it; a finite one governs all: "getroffen worden sein soll" is "should have been met".</summary>
    private List<int> Reversed(List<Step> verbs)
    {
        var order = new List<int>();
        foreach (var verb in verbs.Where(IsFinite).Concat(verbs.Where(verb => !IsFinite(verb)).Reverse()))
            order.AddRange(Enumerable.Range(verb.First, verb.Last - verb.First + 1));
        return order;
    }

    private Step? SubjectOf(Level level, List<Step> verbs)
    {
        var opener = level.Opener!;
        if (opener.Kind == UnitKind.Relative && !level.IsContinued)
        {
            var isObject =
                _sentence.Tags[opener.First].Case is Case.Accusative or Case.Dative or Case.Genitive
                || level.Start > 0 && _steps[level.Start - 1].Kind == UnitKind.Preposition;
            // "die er traf": a pronoun or article in the nominative is the subject, whatever the relative pronoun looks like.
            return level.Nominals.Find(IsNominative)
                ?? (
                    isObject
                        ? level.Nominals.Find(nominal => !IsOblique(nominal)) ?? level.Nominals.FirstOrDefault()
                        : null
                );
        }
        // "dass er nach Genf reiste und Ruiz traf": the only noun beside a verb that takes an object is that.
        if (
            level is { IsContinued: true, Nominals.Count: 1 }
            && !IsNominative(level.Nominals[0])
            && _sentence.HitsAt(verbs[0].Verb, CueKind.Trigger).Any(hit => hit.Cue.Frame?.For("obj") is not null)
        )
            return null;
        return level.Nominals.Find(nominal => !IsOblique(nominal))
            ?? level.Nominals.Find(nominal => CaseOf(nominal) == Case.Accusative);
    }

    /// <summary>The case that an article or pronoun shows; names and bare nouns show none to be relied on.</summary>
    private Case CaseOf(Step nominal) =>
        _sentence.Grammar[nominal.First] is CueKind.Pronoun or CueKind.Determiner or CueKind.Possessive
            ? _sentence.Tags[nominal.First].Case
            : Case.None;

    private bool IsNominative(Step nominal) => CaseOf(nominal) == Case.Nominative;

    private bool IsOblique(Step nominal) => CaseOf(nominal) is Case.Accusative or Case.Dative or Case.Genitive;

    /// <summary>The last token of a phrase with what hangs on it, is listed with it and renames it.</summary>
    private int EndOf(Step step)
    {
        var last = step.Last;
        foreach (var nominal in step.Nominal!.All())
        {
            last = Math.Max(last, nominal.FullLast);
            foreach (var renaming in nominal.Renamed)
            {
                last = Math.Max(last, renaming.FullLast);
                if (last + 1 < _sentence.Tokens.Length && _sentence.Texts[last + 1] == ",")
                    last++;
            }
        }
        // A quotation mark that only colours the name closes behind it.
        while (
            last + 1 < _sentence.Tokens.Length
            && _sentence.Tags[last + 1].Upos == Upos.Punct
            && !_steps.Exists(each => each.First == last + 1)
        )
            last++;
        return last;
    }

    /// <summary>", mit Ruiz zu sprechen": all that stands before it, back to a comma, a verb or the word that opens it, belongs to it.</summary>
    private void TakeInfinitive(int from, List<Step> verbs)
    {
        var begin = from;
        while (begin > 0 && !IsBefore(begin - 1))
            begin--;
        var first = begin > 0 ? _steps[begin - 1].Last + 1 : 0;
        if (
            begin < from
            && _steps[begin].Kind == UnitKind.Preposition
            && _sentence.HitAt(_steps[begin].First, CueKind.Preposition) is { } opener
            && opener.Cue.Is("infinitive")
        )
            first = _steps[begin].Last + 1;
        var order = Reversed(verbs);
        var negators = _steps.GetRange(begin, from - begin).Where(step => step.IsNegator).Select(step => step.First);
        order.InsertRange(0, negators);
        _moves.Add(new(order, first, 0));
    }

    private bool IsBefore(int i)
    {
        var step = _steps[i];
        if (step.Kind == UnitKind.Coordinator)
            return !IsListed(i + 1);
        if (step.Kind == UnitKind.Comma && i + 1 < _steps.Count && _steps[i + 1].Nominal is { } next)
            return (next.ListedWith ?? next.Renames) is null;
        return step.IsBoundary || step.Verb >= 0;
    }

    /// <summary>Decides where the verb of a main clause goes, now that all of it has been read.</summary>
    private void Finish(Level level)
    {
        if (level.Main is not { } main)
            return;
        level.Main = null;
        var finite = _steps[main.Step];
        var subject = Inverted(main);
        if (subject is null && main.Negators.Count == 0 && main.Closing.Count == 0)
            return;
        var order = Enumerable.Range(finite.First, finite.Last - finite.First + 1).ToList();
        order.AddRange(main.Negators.Select(negator => negator.First));
        order.AddRange(Reversed(main.Closing));
        // "Den Minister traf er": the object goes behind the verb.
        if (subject is not null && main.Before.FirstOrDefault() is { } fronted)
            order.AddRange(Enumerable.Range(fronted.First, EndOf(fronted) - fronted.First + 1));
        _moves.Add(subject is null ? new(order, finite.First, 1) : new(order, EndOf(subject), 2));
    }

    /// <summary>The subject behind the finite verb, where something else stands in front of it: "Am Montag traf er Ruiz".</summary>
    private Step? Inverted(Bracket main)
    {
        var behind = new List<Step>();
        for (var i = main.Step + 1; i < _steps.Count && !_steps[i].IsBoundary && _steps[i].Verb < 0; i++)
        {
            if (IsBare(_steps[i]))
                behind.Add(_steps[i]);
        }
        if (behind.Count == 0)
            return null;
        var subject =
            behind.Find(nominal => !IsOblique(nominal)) ?? behind.Find(nominal => CaseOf(nominal) == Case.Accusative);
        if (main.Before.Count > 0)
        {
            if (main.Before is not [var only] || IsNominative(only))
                return null;
            // "Das Treffen bestätigte er": a pronoun in the nominative is the subject, whatever stands in front.
            return CaseOf(only) == Case.Dative || CaseOf(only) == Case.Accusative && behind.Exists(IsNominative)
                ? behind.Find(IsNominative) ?? subject
                : behind.Find(nominal => nominal.Nominal!.IsPronoun && IsNominative(nominal));
        }
        var begin = main.Start < 0 ? 0 : _steps[main.Start].Last + 1;
        var isFirst = _steps[main.Step].Verb == begin;
        if (!isFirst || main.IsPreceded || main.Start < 0)
            return subject;
        // ", sagte er": behind a comma, a verb with nothing before it goes on with the subject, but one of saying has its own.
        return
            _steps[main.Start].Kind is UnitKind.Comma or UnitKind.Quote or UnitKind.Dash
            && _sentence.HitAt(_steps[main.Step].Verb, CueKind.Say) is not null
            ? subject
            : null;
    }

    private bool Apply(LanguagePack pack)
    {
        if (_moves.Count == 0)
            return false;
        var count = _sentence.Tokens.Length;
        var moved = new bool[count];
        foreach (var token in _moves.SelectMany(move => move.Tokens))
            moved[token] = true;
        int[] order =
        [
            .. Enumerable
                .Range(0, count)
                .Where(t => !moved[t])
                .Select(t => new Move([t], t, 1))
                .Concat(_moves)
                .OrderBy(move => move.At)
                .ThenBy(move => move.Phase)
                .SelectMany(move => move.Tokens)
                .Distinct(),
        ];
        if (order.SequenceEqual(Enumerable.Range(0, count)))
            return false;
        _sentence.Reorder(order, pack);
        return true;
    }
}
