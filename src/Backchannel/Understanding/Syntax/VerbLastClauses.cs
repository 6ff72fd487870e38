using Backchannel.Languages;

namespace Backchannel.Understanding.Syntax;

/// <summary>
/// Gives every verb its subject, objects and marked phrases where verbs stand last: what stands before a verb and has not found one belongs to
/// it. A clause told like a noun, a participle or a converb takes the marked phrases right before it and leaves the bare noun phrase further
/// before to the verb behind; each waits for that verb and depends on it.
/// </summary>
internal sealed partial class VerbLastClauses
{
    private readonly Sentence _sentence;
    private readonly List<Unit> _units;
    private readonly List<Clause> _all = [];

    /// <summary>What has been read of one level of speech: the sentence itself, or a quotation inside it.</summary>
    private sealed class Level
    {
        public List<Nominal> Pending { get; } = [];
        public HashSet<Nominal> BeforeComma { get; } = [];
        public List<Unit> Times { get; } = [];
        public List<Clause> Waiting { get; } = [];
        public Clause? LastMain { get; set; }
        public List<Clause> Relatives { get; } = [];
        public bool IsHypothetical { get; set; }
        public int Opener { get; set; } = -1;

        /// <summary>Whether a participle waits for another that a joining word leads to.</summary>
        public bool Joined { get; set; }
    }

    private Level _level = new();
    private Level? _outer;
    private int _quotation = -1;

    private VerbLastClauses(Sentence sentence)
    {
        _sentence = sentence;
        _units = sentence.Units;
    }

    public static void Build(Sentence sentence)
    {
        var clauses = new VerbLastClauses(sentence);
        clauses.Read();
        sentence.Clauses =
        [
            .. clauses
                ._all.Where(clause =>
                    clause.Verb is not null || clause.Subject is not null || clause.Obliques.Count > 0
                )
                .OrderBy(clause => clause.First),
        ];
    }

    private void Read()
    {
        for (var i = 0; i < _units.Count; i++)
        {
            var unit = _units[i];
            if (unit.Kind is not (UnitKind.Quote or UnitKind.Comma or UnitKind.Semicolon))
                Quote(_sentence.QuotationOf[unit.First]);
            switch (unit.Kind)
            {
                case UnitKind.Nominal:
                    Take(unit.Nominal!);
                    break;
                case UnitKind.Verb:
                    Take(i, unit.Verb!);
                    break;
                case UnitKind.Comma:
                    if (i > 0 && _units[i - 1].Nominal is { } before)
                        _level.BeforeComma.Add(before);
                    break;
                case UnitKind.Time:
                    _level.Times.Add(unit);
                    break;
                case UnitKind.Subordinator or UnitKind.Complementizer:
                    _level.Opener = unit.First;
                    foreach (var kind in new[] { CueKind.Subordinator, CueKind.Complementizer })
                        _level.IsHypothetical |=
                            _sentence.HitAt(unit.First, kind) is { } hit && hit.Cue.Is("hypothetical");
                    break;
                // "ANKARA -", "ANKARA (AA) -": what stands before the first dash is where the article was written.
                case UnitKind.Dash when _all.Count == 0 && i <= 8:
                    _level.Pending.Clear();
                    _level.Times.Clear();
                    break;
                case UnitKind.Semicolon or UnitKind.Colon:
                    Flush();
                    break;
                default:
                    break;
            }
        }
        if (_quotation >= 0)
            Quote(-1);
        Flush();
    }

    private void Quote(int quotation)
    {
        if (quotation == _quotation)
            return;
        if (_quotation < 0)
        {
            _outer = _level;
            _level = new();
        }
        else
        {
            Flush();
            _level = quotation >= 0 ? new() : _outer ?? new();
        }
        _quotation = quotation;
    }

    /// <summary>What found no verb: a predicate without one, a heading.</summary>
    private void Flush()
    {
        if (_level.Pending.Count > 0)
        {
            var clause = new Clause(ClauseKind.Main, null);
            _all.Add(clause);
            Fill(clause, [.. _level.Pending], null);
            Depend(clause, []);
        }
        _level.Pending.Clear();
        _level.Times.Clear();
        _level.Waiting.Clear();
        _level.Relatives.Clear();
        _level.LastMain = null;
    }

    private void Take(Nominal nominal)
    {
        foreach (var relative in _level.Joined ? [] : _level.Relatives)
        {
            relative.Antecedent = nominal;
            if (relative.Subject is null && relative.Verb is { IsNominal: false })
                (relative.Subject, relative.SubjectIsCarried) = (nominal, true);
        }
        if (!_level.Joined)
            _level.Relatives.Clear();
        if (nominal.AttachedTo is null && nominal.ListedWith is null && nominal.Renames is null)
            _level.Pending.Add(nominal);
    }

    /// <summary>"gelip gelmediği": a converb and the negated noun of the same verb ask whether.</summary>
    private bool AsksWhether(VerbGroup one, VerbGroup other) =>
        one.IsGerund
        && other is { IsNominal: true, IsNegated: true }
        && _sentence.Forms[one.Main].AsSpan().CommonPrefixLength(_sentence.Forms[other.Main]) >= SameStem;

    private const int SameStem = 2;

    private void Take(int i, VerbGroup verb)
    {
        if (i + 1 < _units.Count && _units[i + 1].Verb is { } after && AsksWhether(verb, after))
            return;
        if (i > 0 && _units[i - 1].Verb is { } whether && AsksWhether(whether, verb))
        {
            verb = new()
            {
                First = whether.First,
                Main = verb.Main,
                IsFinite = true,
                IsNominal = true,
                IsFuture = verb.IsFuture,
            };
            _level.IsHypothetical = true;
        }
        var next = i + 1 < _units.Count ? _units[i + 1].Kind : UnitKind.Semicolon;
        // "konuşan ve adını vermeyen bir yetkili": one participle beside another tells of the same noun.
        var tells =
            next is UnitKind.Nominal && !OpensVerb(_units[i + 1].Nominal!)
            || next is UnitKind.Time
            || next == UnitKind.Verb && IsSpecified(i + 1)
            || next == UnitKind.Coordinator && !verb.IsNominal && ParticipleFollows(i + 2);
        var kind = verb.IsParticiple
            ? tells
                ? ClauseKind.Relative
                : ClauseKind.Complement
            : verb.IsGerund
                ? ClauseKind.Participle
                : verb.IsInfinitive
                    ? ClauseKind.Infinitive
                    : verb.IsNominal
                        ? ClauseKind.Complement
                        : ClauseKind.Main;
        var clause = new Clause(kind, null)
        {
            Verb = verb,
            IsHypothetical = _level.IsHypothetical,
            Opener = _level.Opener,
        };
        _all.Add(clause);
        var taken = kind == ClauseKind.Main ? [.. _level.Pending] : Own(kind, verb);
        _level.Pending.RemoveAll(taken.Contains);
        Fill(clause, taken, verb);
        clause.Grow(verb.First, verb.Main);
        foreach (var time in _level.Times.ToList())
        {
            if (kind != ClauseKind.Main && (taken.Count == 0 || time.First < taken[0].First - 3) && !Adjacent(i, time))
                continue;
            clause.Times.Add(time.First);
            clause.Grow(time.First, time.Last);
            _level.Times.Remove(time);
        }
        if (kind == ClauseKind.Main && clause.Subject is null && _level.LastMain is { Subject: { } subject })
            (clause.Subject, clause.SubjectIsCarried) = (subject, true);
        // "Gale'in geldiğini ve görüştüğünü": the second clause of a list goes on with the subject of the first.
        if (
            kind == ClauseKind.Complement
            && clause.Subject is null
            && _level.Waiting.FindLast(waiting => waiting.Kind == ClauseKind.Complement && !waiting.SubjectIsCarried)
                is { Subject: { } same, Verb: { } listed }
            && _units.Exists(unit =>
                unit.Kind is UnitKind.Coordinator or UnitKind.Comma && unit.First == listed.Main + 1
            )
        )
            (clause.Subject, clause.SubjectIsCarried) = (same, true);
        Depend(clause, taken);
        if (kind == ClauseKind.Main)
            _level.LastMain = clause;
        else
        {
            _level.Waiting.Add(clause);
            if (kind == ClauseKind.Relative)
            {
                if (!Beside(i))
                    _level.Relatives.Clear();
                _level.Relatives.Add(clause);
                _level.Joined = next == UnitKind.Coordinator && ParticipleFollows(i + 2);
            }
        }
        _level.IsHypothetical = false;
        _level.Opener = -1;
    }

    private bool Adjacent(int i, Unit time) => i > 0 && _units[i - 1] == time;

    /// <summary>"görüştüğü öne sürüldü": the noun of a verb of several words.</summary>
    private bool OpensVerb(Nominal nominal) =>
        _sentence.Hits.Exists(hit =>
            hit.First == nominal.First && hit.Head > nominal.Last && _sentence.Tags[hit.Head].IsVerb
        );

    private bool ParticipleFollows(int i)
    {
        for (; i < _units.Count && _units[i].Kind is not (UnitKind.Comma or UnitKind.Semicolon); i++)
        {
            if (_units[i].Verb is { IsInfinitive: false, IsNominal: false, IsGerund: false } verb)
                return verb.IsParticiple;
        }
        return false;
    }

    /// <summary>Whether a joining word stands between this participle and the one before.</summary>
    private bool Beside(int i)
    {
        for (var k = i - 1; k >= 0; k--)
        {
            if (_units[k].Kind == UnitKind.Coordinator)
                return true;
            if (_units[k].Verb is { IsParticiple: true, IsNominal: false } or { IsFinite: true, IsNominal: false })
                return false;
        }
        return false;
    }

    /// <summary>"yapılan ve beklenen görüşme": one participle behind another tells of the same noun.</summary>
    private bool IsSpecified(int i) =>
        _units[i].Verb is { IsParticiple: true } && i + 1 < _units.Count && _units[i + 1].Kind is UnitKind.Nominal;

    /// <summary>What right before a dependent verb belongs to it: marked phrases and objects, back to a bare one, or to its own subject in the genitive.</summary>
    private List<Nominal> Own(ClauseKind kind, VerbGroup verb)
    {
        var own = new List<Nominal>();
        // A clause told like a noun begins with its subject in the genitive, over commas inside it.
        if (kind == ClauseKind.Complement)
        {
            var subject = _level.Pending.FindLastIndex(IsGenitive);
            if (
                subject >= 0
                && _level
                    .Pending.Skip(subject + 1)
                    .All(nominal =>
                        nominal.Marker.Length > 0 || nominal.IsObject || !_level.BeforeComma.Contains(nominal)
                    )
            )
            {
                // "Moskova'nın Venezuela'ya desteğinin": what stands between an owner and the subject belongs here too.
                var first = _level.Pending[subject].FullFirst;
                while (subject > 0 && _level.Pending[subject - 1].First > first)
                    subject--;
                return _level.Pending[subject..];
            }
        }
        for (var p = _level.Pending.Count - 1; p >= 0; p--)
        {
            var nominal = _level.Pending[p];
            var genitive = IsGenitive(nominal);
            if (IsInsideVerb(nominal, verb))
            {
                own.Insert(0, nominal);
                continue;
            }
            // "İsrail'i soykırım yapmakla suçladı": a verb has one object; a second one is of the verb behind.
            if (
                nominal.Marker.Length == 0
                && own.Exists(other => other.Marker.Length == 0 && !IsInsideVerb(other, verb))
            )
                break;
            if (nominal.Marker.Length == 0 && !nominal.IsObject)
            {
                var adjacent = p == _level.Pending.Count - 1 && nominal.Last >= verb.First - 2;
                if (_level.BeforeComma.Contains(nominal) || !adjacent || Links.IsEntity(_sentence, nominal))
                    break;
            }
            // "Rojas'ın, ... görüştüğü": the subject of a long clause may stand apart.
            if (_level.BeforeComma.Contains(nominal))
            {
                if (genitive && kind == ClauseKind.Complement && !own.Exists(IsGenitive))
                    own.Insert(0, nominal);
                break;
            }
            // "Türkiye'nin arabuluculuk yapmaya hazır olduğunu": an infinitive or converb that bears no person has no subject of its own.
            if (genitive && (kind == ClauseKind.Infinitive && !verb.IsNominal || kind == ClauseKind.Participle))
                break;
            own.Insert(0, nominal);
            if (genitive)
                break;
        }
        return own;
    }

    private bool IsGenitive(Nominal nominal) => _sentence.MarkerOf(nominal) is { } hit && hit.Cue.Is("genitive");

    private void Fill(Clause clause, List<Nominal> taken, VerbGroup? verb)
    {
        var bare = new List<Nominal>();
        foreach (var nominal in taken)
        {
            clause.Grow(nominal.First, nominal.MarkedLast);
            if (IsGenitive(nominal) && clause.Kind != ClauseKind.Main && clause.Subject is null)
                clause.Subject = nominal;
            else if (nominal.Marker.Length > 0)
                clause.Obliques.Add(nominal);
            else if (nominal.IsObject)
                clause.Objects.Add(nominal);
            else if (verb is null || !IsInsideVerb(nominal, verb))
                bare.Add(nominal);
        }
        if (bare.Count == 0)
            return;
        var transitive =
            verb is not null && _sentence.HitsAt(verb.Main, CueKind.Support).Any(hit => hit.Cue.Is("transitive"));
        var subject =
            clause.Kind != ClauseKind.Main ? null
            : bare.Count == 1
            && transitive
            && verb is not null
            && bare[0].Last >= verb.First - 2
            && !Links.IsEntity(_sentence, bare[0])
                ? null
            // "Dün Fidan, basın açıklaması yaptı": what a comma sets apart, or else whoever is somebody.
            : bare.Find(_level.BeforeComma.Contains) ?? bare.Find(each => Links.IsEntity(_sentence, each)) ?? bare[0];
        clause.Subject ??= subject;
        clause.Objects.AddRange(bare.Where(nominal => nominal != subject));
    }

    /// <summary>"ziyaret etti": a noun that is part of what the verb says.</summary>
    private bool IsInsideVerb(Nominal nominal, VerbGroup verb) =>
        _sentence.Hits.Exists(hit =>
            hit.Cue.Kind is CueKind.Trigger or CueKind.Say
            && hit.Head >= verb.First
            && hit.Head <= verb.Main
            && hit.First <= nominal.First
            && hit.Covers(nominal.Last)
        );
}
