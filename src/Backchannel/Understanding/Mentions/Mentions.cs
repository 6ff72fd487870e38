using System.Collections.Frozen;
using Backchannel.Languages;
using Backchannel.Understanding.Statements;
using Backchannel.Understanding.Syntax;

namespace Backchannel.Understanding.Mentions;

/// <summary>
/// Tells for every noun phrase whether it names or describes an actor or a place, by the names and head words inside it. Whom it refers to
/// is settled later, when the figures of the document are gathered.
/// </summary>
internal static class Mentions
{
    public static void Find(Sentence sentence, LanguagePack pack)
    {
        foreach (var nominal in sentence.Nominals)
            Read(sentence, nominal, pack);
        foreach (var nominal in sentence.Nominals)
        {
            if (
                nominal.Reference is null
                && Links.IsPartitive(sentence, nominal)
                && nominal.Attached[0].Reference is { Kind: MentionKind.Description } whole
            )
                nominal.Reference = PartOf(whole);
        }
    }

    /// <summary>
    /// Whoever says something is somebody, though no list knows the word: "the strategist said", "according to the widow". Told when clauses
    /// have their subjects.
    /// </summary>
    public static void FindSpeakers(Sentence sentence, LanguagePack pack)
    {
        foreach (var clause in sentence.Clauses)
        {
            if (
                clause is { Subject: { IsPronoun: false, Reference: null } subject, SubjectIsCarried: false }
                && clause.Verb is { IsPassive: false } verb
                && sentence
                    .HitsAt(verb.Main, CueKind.Say)
                    .Any(hit =>
                        !hit.Cue.Is("hearsay")
                        && !hit.Cue.Is("relay")
                        && (!hit.Cue.Is("weak") || hit.Cue.Stance != Stance.Hedges && SaysMore(sentence, clause))
                    )
            )
                subject.Reference = Speaker(sentence, subject, pack);
        }
        foreach (var quotation in sentence.QuotationOf.Where(quotation => quotation >= 0).Distinct())
        {
            if (Quotations.ClauseBeside(sentence, quotation)?.Subject is { IsPronoun: false, Reference: null } quoted)
                quoted.Reference = Speaker(sentence, quoted, pack);
        }
        foreach (var nominal in sentence.Nominals)
        {
            if (
                nominal is { Marker.Length: > 0, IsPronoun: false, Reference: null, PossessiveWord: null }
                && sentence.MarkerOf(nominal) is { Cue.Kind: CueKind.Attribute } whose
                && !whose.Cue.Is("own")
            )
                nominal.Reference = Speaker(sentence, nominal, pack);
        }
    }

    /// <summary>Whether a clause tells what was said: "the survey found that ...".</summary>
    public static bool SaysMore(Sentence sentence, Clause clause) =>
        sentence.Clauses.Exists(said => said is { Kind: ClauseKind.Complement, Opener: >= 0 } && said.Parent == clause);

    private static NominalReference? Speaker(Sentence sentence, Nominal nominal, LanguagePack pack)
    {
        var nouns = Enumerable
            .Range(nominal.First, nominal.Last - nominal.First + 1)
            .Where(t => sentence.Tags[t].Upos is Upos.Noun && !sentence.IsTime(t))
            .ToList();
        // "one of the teachers said"
        if (nouns.Count == 0)
            return Links.IsPartitive(sentence, nominal) && Speaker(sentence, nominal.Attached[0], pack) is { } whole
                ? PartOf(whole)
                : null;
        var head = pack.Settings.HeadFirst ? nouns[0] : nouns[^1];
        return new()
        {
            Kind = MentionKind.Description,
            Type = ActorType.Person,
            CoreFirst = head,
            CoreLast = head,
            Owner = nominal.Inner.Count > 0 ? nominal.Inner[^1] : null,
            IsActor = true,
        };
    }

    /// <summary>A name or head word inside a noun phrase.</summary>
    private sealed record Piece(int First, int Last, CueKind Kind, Cue? Cue)
    {
        public bool IsHead =>
            Kind is CueKind.Person or CueKind.Body or CueKind.Media or CueKind.StateNoun or CueKind.Report;

        /// <summary>A run of name tokens that no list knows.</summary>
        public bool IsName => Cue is null;
    }

    /// <summary>"One of the officials" is an official.</summary>
    private static NominalReference PartOf(NominalReference whole) =>
        new()
        {
            Kind = MentionKind.Description,
            Type = whole.Type == ActorType.Group ? ActorType.Person : whole.Type,
            CoreFirst = whole.CoreFirst,
            CoreLast = whole.CoreLast,
            Head = whole.Head,
            Owner = whole.Owner,
            IsPlural = false,
            IsActor = whole.IsActor,
            Tags = whole.Tags,
        };

    private static void Read(Sentence sentence, Nominal nominal, LanguagePack pack)
    {
        if (nominal.IsPronoun)
        {
            var pronoun = nominal.Pronoun;
            nominal.Reference = new()
            {
                Kind = MentionKind.Pronoun,
                Type =
                    pronoun is null || pronoun.Is("neuter") ? ActorType.Body
                    : pronoun.Is("plural") ? ActorType.Group
                    : ActorType.Person,
                CoreFirst = nominal.First,
                CoreLast = nominal.Last,
                Head = pronoun,
                IsPlural = pronoun?.Is("plural") == true,
                IsActor = true,
                Tags = pronoun?.Tags ?? FrozenSet<string>.Empty,
            };
            return;
        }
        var pieces = Pieces(sentence, nominal, pack);
        if (pieces.Count == 0)
            return;
        // "recognised him as interim president": a role, nobody of its own.
        var predicative =
            nominal.Marker.Length > 0 && sentence.MarkerOf(nominal) is { } marker && marker.Cue.Is("predicative");
        var head = Head(sentence, nominal, pieces, pack);
        foreach (var piece in pieces)
        {
            if (
                piece != head
                && piece.Kind is CueKind.World or CueKind.Adjective or CueKind.Given
                && !(head is not null && piece.First >= head.First && piece.Last <= head.Last)
            )
                nominal.Inner.Add(Named(sentence, nominal, piece, head, pack));
        }
        if (head is null || predicative && head.Kind == CueKind.Person)
            return;
        nominal.Reference = Reference(sentence, nominal, pieces, head, pack);
    }

    private static List<Piece> Pieces(Sentence sentence, Nominal nominal, LanguagePack pack)
    {
        var pieces = new List<Piece>();
        for (var i = nominal.First; i <= nominal.Last; i++)
        {
            Hit? best = null;
            foreach (var hit in sentence.Hits)
            {
                if (hit.First != i || hit.Last > nominal.Last)
                    continue;
                if (
                    hit.Cue.Kind
                    is not (
                        CueKind.World
                        or CueKind.Adjective
                        or CueKind.Person
                        or CueKind.Body
                        or CueKind.Media
                        or CueKind.StateNoun
                        or CueKind.Report
                    )
                )
                    continue;
                if (
                    best is null
                    || hit.Length > best.Value.Length
                    || hit.Length == best.Value.Length
                        && hit.Cue.Kind == CueKind.World
                        && best.Value.Cue.Kind != CueKind.World
                )
                    best = hit;
            }
            if (
                best is { Length: 1, Cue.Kind: CueKind.World or CueKind.Person }
                && !pack.Settings.Capitals
                && sentence.Tags[i].Upos == Upos.Propn
                && (
                    Names.IsGivenBeforeSurname(sentence, i)
                    || best.Value.Cue.Kind == CueKind.Person && Names.IsNameToken(sentence, i, pack)
                )
            )
                best = null;
            if (best is { } found && !IsPartOfName(sentence, found, nominal, pack))
            {
                pieces.Add(new(found.First, found.Last, found.Cue.Kind, found.Cue));
                i = found.Last;
                continue;
            }
            var last = Names.RunFrom(sentence, i, nominal.Last, pack);
            if (last < i)
                continue;
            pieces.Add(new(i, last, CueKind.Given, null));
            i = last;
        }
        return pieces;
    }

    /// <summary>"Paris" in "Paris Hilton": a world name inside a longer run that begins like a person's name is no place.</summary>
    private static bool IsPartOfName(Sentence sentence, Hit hit, Nominal nominal, LanguagePack pack) =>
        hit.Length == 1
        && hit.Cue.Kind is CueKind.World or CueKind.Person or CueKind.Body
        && pack.Settings.Capitals
        && hit.First > nominal.First
        && sentence.Tokens[hit.First].IsCapital
        && sentence.HitAt(hit.First - 1, CueKind.Given) is not null
        && Names.IsNameToken(sentence, hit.First - 1, pack);

    /// <summary>The piece that says what the phrase is; null where its head is an ordinary noun ("the Caracas meeting").</summary>
    private static Piece? Head(Sentence sentence, Nominal nominal, List<Piece> pieces, LanguagePack pack)
    {
        if (pack.Settings.HeadFirst)
        {
            var start = nominal.Possessor is { } owner ? owner.Last + 1 : nominal.First;
            var noun = -1;
            for (var i = start; i <= nominal.Last && noun < 0; i++)
            {
                if (
                    sentence.Tags[i].Upos is Upos.Noun or Upos.Propn or Upos.X
                    || pieces.Any(piece => piece.First <= i && i <= piece.Last && piece.Kind != CueKind.Adjective)
                )
                    noun = i;
            }
            var first = pieces.Find(piece => piece.First <= noun && noun <= piece.Last);
            if (first is null)
                return null;
            // "el presidente venezolano Nicolás Maduro": a post and the name of who holds it.
            if (
                first.Kind == CueKind.Person
                && !first.Cue!.Is("plural")
                && pieces.Find(piece => piece.IsName && piece.First > first.Last) is { } name
            )
            {
                // "Grenell, envoy of President Trump": it renames one name and holds another.
                if (nominal.Renames is not null && Links.IsOfAnother(sentence, nominal))
                    return first;
                // "رئيس حزب فوكس": a name right behind a body without an article is the body's; "رئيس البرلمان نبيه بري" is a person.
                var body = pieces.FindLast(piece =>
                    piece.Kind is CueKind.Body && piece.First > first.Last && piece.First < name.First
                );
                return
                    body is null
                    || pack.Settings is { ConstructState: true, ArticlePrefix: var article }
                        && (
                            body.Last < name.First - 1
                            || sentence.Forms[body.Last].StartsWith(article, StringComparison.Ordinal)
                        )
                    ? name
                    : first;
            }
            // "the capital Caracas"
            if (
                first.Kind == CueKind.StateNoun
                && first.Cue!.Is("placenoun")
                && pieces.Find(piece => piece.Kind == CueKind.World && piece.First > first.Last) is { } place
            )
                return place;
            if (
                first.Kind == CueKind.Media
                && pieces.Find(piece =>
                    piece.Kind == CueKind.World && piece.Cue!.ActorType is ActorType.Outlet or ActorType.Agency
                )
                    is { } outlet
            )
                return outlet;
            // "le quotidien El Mercurio": what stands right behind a word for a paper is its name.
            if (
                first.Kind == CueKind.Media
                && pack.Settings.Capitals
                && pieces.Find(piece => piece.IsName && piece.First > first.Last && piece.First <= first.Last + 2)
                    is { } titled
            )
                return titled;
            return first;
        }
        var lastNoun = nominal.Last;
        while (
            lastNoun > nominal.First
            && sentence.Tags[lastNoun].Upos is Upos.Adj or Upos.Num or Upos.Punct
            && !pieces.Any(piece => piece.First <= lastNoun && lastNoun <= piece.Last)
        )
            lastNoun--;
        var last = pieces.FindLast(piece => piece.First <= lastNoun && lastNoun <= piece.Last);
        if (last is { Kind: CueKind.Adjective })
            return null;
        // 普京总统: a post written behind the name of who holds it.
        if (
            last is { Kind: CueKind.Person, Cue: { } post }
            && post.Is("after")
            && pieces.Find(piece => piece.IsName && piece.Last == last.First - 1) is { } holder
        )
            return holder;
        return last;
    }

    private static NominalReference Reference(
        Sentence sentence,
        Nominal nominal,
        List<Piece> pieces,
        Piece head,
        LanguagePack pack
    )
    {
        var owner = OwnerIn(pieces, head, pack);
        var ownerReference = owner is null ? null : nominal.Inner.Find(inner => inner.CoreFirst == owner.First);
        if (!head.IsHead)
        {
            var role = pieces.Find(piece => piece.Kind == CueKind.Person && piece != head && piece.Last < head.First)
                is { } before
                ? (pieces.Where(piece => piece.Last < head.First).Min(piece => piece.First), before.Last)
                : ((int, int)?)null;
            // "Trump Bandaríkjaforseti": the post behind the name.
            if (
                role is null
                && pieces.Find(piece => piece.Kind == CueKind.Person && piece.First > head.Last) is { } after
            )
                role = (after.First, after.Last);
            var media = pieces.Exists(piece => piece.Kind == CueKind.Media);
            return Named(sentence, nominal, head, head, pack, ownerReference, role, media);
        }
        var tags = sentence
            .HitsAt(head.Last, head.Kind)
            .Concat(sentence.HitsAt(head.First, head.Kind))
            .SelectMany(hit => hit.Cue.Tags)
            .ToFrozenSet(StringComparer.Ordinal);
        // "iki lider": where a noun behind a number keeps its singular, the number tells.
        var several =
            sentence.VerbLast
            && sentence.Hits.Exists(hit =>
                hit.Cue.Kind == CueKind.Determiner
                && nominal.First <= hit.First
                && hit.Last <= nominal.Last
                && (hit.Cue.Is("plural") || hit.Cue.Is("pair"))
            );
        // A body whose head word and modifiers are written with capitals is a name: "Democratic Unity Roundtable", "National Assembly".
        var first = head.First;
        var capital =
            pack.Settings is { Capitals: true, NounCapitals: false }
            && sentence.Tokens[head.First].IsCapital
            && head.Kind is CueKind.Body or CueKind.Media;
        var last = head.Last;
        // "the Government" is no name of one.
        var isBare = tags.Contains("government") && (head.First == head.Last || sentence.Postpositions);
        if (capital)
        {
            if (pieces.FindLast(piece => piece.IsName && piece.Last == first - 1) is { } modifier)
                first = modifier.First;
            if (pieces.Find(piece => piece.IsName && piece.First == last + 1) is { } more && pack.Settings.HeadFirst)
                last = more.Last;
        }
        else if (
            (head.Kind == CueKind.Body || head.Kind == CueKind.Media && sentence.Postpositions)
            && pack.Settings.Capitals
            && pieces.FindLast(piece => piece.IsName && piece.Last == first - 1 && piece.Last > piece.First) is { } run
            && sentence.HitAt(run.First, CueKind.Given) is null
        )
            // "Democratic Unity coalition": two capitals before a small head word, and no person.
            (first, capital) = (run.First, true);
        if (
            capital
            && ownerReference is not null
            && ownerReference.CoreFirst >= first
            && ownerReference.CoreLast <= last
        )
            ownerReference = null;
        return new()
        {
            Kind =
                capital && head.Kind != CueKind.Person && !(isBare && first == head.First && last == head.Last)
                    ? MentionKind.Name
                    : MentionKind.Description,
            Type = several && head.Kind == CueKind.Person ? ActorType.Group : TypeOf(head.Kind, tags),
            CoreFirst = first,
            CoreLast = last,
            Head = head.Cue,
            Owner = ownerReference,
            IsPlural = several || tags.Contains("plural"),
            IsActor = !tags.Contains("placenoun") && head.Kind != CueKind.Report,
            Tags = head.Kind == CueKind.Report ? tags.Append("report").ToFrozenSet(StringComparer.Ordinal) : tags,
        };
    }

    private static Piece? OwnerIn(List<Piece> pieces, Piece head, LanguagePack pack)
    {
        bool Owns(Piece piece) =>
            piece != head
            && piece.Kind is CueKind.Adjective or CueKind.World or CueKind.Given
            && !Overlaps(piece, head)
            && (piece.Last < head.First || pack.Settings.HeadFirst || piece.Kind == CueKind.World);
        // 美国总统中东问题特使: he is of the state, whatever region he deals with.
        if (pack.Settings.ModifiersFirst && pieces.FindLast(piece => Owns(piece) && !IsRegion(piece)) is { } owner)
            return owner;
        return pieces.FindLast(Owns);
    }

    private static bool IsRegion(Piece piece) =>
        piece.Cue is { ActorType: ActorType.Place } place
        && place.Key?.StartsWith("capital:", StringComparison.Ordinal) != true;

    private static bool Overlaps(Piece a, Piece b) => a.First <= b.Last && b.First <= a.Last;

    private static ActorType TypeOf(CueKind kind, IReadOnlySet<string> tags) =>
        kind switch
        {
            CueKind.Person => tags.Contains("plural") ? ActorType.Group : ActorType.Person,
            CueKind.Media => tags.Contains("agency") && !tags.Contains("weak") ? ActorType.Agency : ActorType.Outlet,
            CueKind.Report => ActorType.Outlet,
            CueKind.StateNoun => tags.Contains("side") ? ActorType.Group : ActorType.State,
            _ => tags.Contains("armed") ? ActorType.Group : ActorType.Body,
        };

    private static NominalReference Named(
        Sentence sentence,
        Nominal nominal,
        Piece piece,
        Piece? head,
        LanguagePack pack,
        NominalReference? owner = null,
        (int, int)? role = null,
        bool media = false
    )
    {
        if (piece.Cue is { } cue)
        {
            return new()
            {
                Kind = cue.Kind == CueKind.Adjective || cue.Is("people") ? MentionKind.Description : MentionKind.Name,
                Type = cue.ActorType ?? ActorType.Body,
                CoreFirst = piece.First,
                CoreLast = piece.Last,
                Known = cue,
                Owner = owner,
                Role = role,
                IsActor =
                    cue.ActorType != ActorType.Place
                    || cue.Key?.StartsWith("capital:", StringComparison.Ordinal) == true,
                IsPlural = cue.Is("people"),
            };
        }
        var text = sentence.Texts[piece.First];
        // 《第三版时报》: a title whose last letters are a word for media.
        media |= piece.First > 0 && sentence.Texts[piece.First - 1] is "《" && Names.EndsAsMedia(text, pack);
        media |= piece.First == piece.Last && Names.IsSite(text);
        var acronym =
            piece.First == piece.Last
            && text.Length is >= 2 and <= 6
            && text.All(char.IsUpper)
            && pack.Settings.Capitals;
        var given = sentence.HitAt(piece.First, CueKind.Given) is not null;
        var type =
            media ? ActorType.Outlet
            : acronym ? ActorType.Body
            : given || role is not null ? ActorType.Person
            : TypeOfUnknown(sentence, nominal, piece, head, pack);
        return new()
        {
            Kind = MentionKind.Name,
            Type = type,
            CoreFirst = piece.First,
            CoreLast = piece.Last,
            Owner = owner,
            Role = role,
            IsActor = type != ActorType.Place,
            IsWeak =
                !media
                && role is null
                && !(given && piece.Last > piece.First)
                && !(piece.Last > piece.First && piece.Last - piece.First < 4),
        };
    }

    /// <summary>What a name is that no list and no post tells of: a person, unless its place in the sentence speaks for a thing or a place.</summary>
    private static ActorType TypeOfUnknown(
        Sentence sentence,
        Nominal nominal,
        Piece piece,
        Piece? head,
        LanguagePack pack
    )
    {
        // "a Sahara crossing": a name that says of what kind an ordinary thing is says mostly where it is.
        if (piece != head && head is null && piece.Last < nominal.Last && nominal.Possessor is null)
            return ActorType.Place;
        var text = sentence.Texts[piece.Last];
        if (
            pack.Settings.ThingEndings.Any(ending =>
                text.Length > ending.Length && text.EndsWith(ending, StringComparison.Ordinal)
            )
        )
            return ActorType.Place;
        if (piece != head)
            return ActorType.Person;
        // "the Danevirke"
        if (
            pack.Settings is { Articles: true, NamesTakeArticles: false }
            && nominal.First < piece.First
            && sentence.Tags[piece.First - 1].Upos == Upos.Det
        )
            return ActorType.Body;
        // "in Thrace"
        return nominal.Marker.Length > 0 && sentence.MarkerOf(nominal) is { } marker && marker.Cue.Is("locative")
            ? ActorType.Place
            : ActorType.Person;
    }
}
