using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Backchannel.Linking.Judgements;

/// <summary>A content of one document: the document and the position in its <see cref="Findings.Contents"/>.</summary>
internal readonly record struct ContentRef(DocumentId Document, int Content);

/// <summary>
/// Judgements as they bear on one set of readings: each place looked up in the documents as they are now. A judgement none of whose places is found, or one
/// side of which is not, rules nothing here; it is kept, for the document may come back.
/// </summary>
internal sealed class Rulings
{
    private readonly FrozenDictionary<string, DocumentReading> _byPath;

    private Rulings(ImmutableArray<DocumentReading> readings) =>
        _byPath = readings
            .DistinctBy(reading => reading.Document.Path, StringComparer.Ordinal)
            .ToFrozenDictionary(reading => reading.Document.Path, StringComparer.Ordinal);

    public Bonds<FigureRef> Actors { get; } = new();

    public Bonds<ContentRef> Claims { get; } = new();

    /// <summary>Figures that are judged to be somebody else than their name says: the world lists do not count for them.</summary>
    public HashSet<FigureRef> Strangers { get; } = [];

    /// <summary>Pairs of documents of which the first is, or is not, a copy of the second.</summary>
    public List<(DocumentId Copy, DocumentId Of, bool Is, Judgement Why)> Copies { get; } = [];

    /// <param name="judgements">Those in force.</param>
    public static Rulings Of(ImmutableArray<DocumentReading> readings, ImmutableArray<Judgement> judgements)
    {
        var rulings = new Rulings(readings);
        // The newest first, for it wins.
        foreach (var judgement in judgements.Reverse())
            rulings.Add(judgement);
        return rulings;
    }

    /// <summary>The readings that count, each content with the time that was judged to be its own.</summary>
    /// <param name="judgements">Those in force.</param>
    public static ImmutableArray<DocumentReading> Apply(
        ImmutableArray<DocumentReading> readings,
        ImmutableArray<Judgement> judgements
    )
    {
        if (judgements.IsEmpty)
            return readings;
        var ignored = judgements
            .Where(judgement => judgement.Kind == JudgementKind.Ignore)
            .SelectMany(judgement => judgement.Sides[0])
            .Select(place => place.Path)
            .ToHashSet(StringComparer.Ordinal);
        var kept = readings
            .Where(reading => !ignored.Contains(reading.Document.Path))
            .ToDictionary(reading => reading.Document.Id);
        var rulings = new Rulings([.. kept.Values]);
        foreach (var judgement in judgements.Where(judgement => judgement.Kind == JudgementKind.Date))
        {
            foreach (var content in rulings.Contents(judgement.Sides[0]))
                kept[content.Document] = Dated(kept[content.Document], content.Content, judgement);
        }
        return
        [
            .. readings
                .Where(reading => kept.ContainsKey(reading.Document.Id))
                .Select(reading => kept[reading.Document.Id]),
        ];
    }

    private static DocumentReading Dated(DocumentReading reading, int index, Judgement judgement)
    {
        var findings = reading.Findings;
        var content = findings.Contents[index];
        var moment = new Moment
        {
            Span = content.Moment is { } before ? findings.Moments[before].Span : content.Span,
            When = judgement.When,
            Precision = judgement.When switch
            {
                { IsUnknown: true } => Precision.Unknown,
                { Days: 1 } => Precision.Day,
                { Days: 7 } => Precision.Week,
                { Days: >= 28 and <= 31 } => Precision.Month,
                { Days: 365 or 366 } => Precision.Year,
                _ => Precision.Vague,
            },
            Basis = MomentBasis.Judgement,
            Why = judgement.Reason,
        };
        return reading with
        {
            Findings = findings with
            {
                Moments = findings.Moments.Add(moment),
                Contents = findings.Contents.SetItem(index, content with { Moment = findings.Moments.Length }),
            },
        };
    }

    /// <summary>The copies that were found, without those judged to be none, and with those that were judged and not found.</summary>
    public ImmutableArray<Copy> Rule(ImmutableArray<Copy> found)
    {
        if (Copies.Count == 0)
            return found;
        var judged = Copies
            .Where(ruling => ruling.Is && !found.Any(copy => (copy.Document, copy.Of) == (ruling.Copy, ruling.Of)))
            .Select(ruling => new Copy
            {
                Of = ruling.Of,
                Document = ruling.Copy,
                Share = 1,
                ShareOf = 1,
                Reason = ruling.Why.Reason,
            });
        return
        [
            .. found
                .Where(copy =>
                    !Copies.Exists(ruling =>
                        !ruling.Is && (copy.Document, copy.Of) == (ruling.Copy, ruling.Of)
                        || (copy.Of, copy.Document) == (ruling.Copy, ruling.Of)
                    )
                )
                .Concat(judged),
        ];
    }

    private void Add(Judgement judgement)
    {
        switch (judgement.Kind)
        {
            case JudgementKind.SameActor:
                Join(Actors, Figures, judgement);
                break;
            case JudgementKind.NotSameActor:
                Part(Actors, Figures, judgement);
                Strangers.UnionWith(Figures(judgement.Sides[0]));
                break;
            case JudgementKind.SameClaim:
                Join(Claims, Contents, judgement);
                break;
            case JudgementKind.NotSameClaim:
                Part(Claims, Contents, judgement);
                break;
            case JudgementKind.Copy or JudgementKind.NotCopy:
                foreach (var copy in Documents(judgement.Sides[0]))
                foreach (var of in Documents(judgement.Sides[1]))
                {
                    if (
                        !Copies.Exists(each => (each.Copy, each.Of) == (copy, of) || (each.Of, each.Copy) == (copy, of))
                    )
                        Copies.Add((copy, of, judgement.Kind == JudgementKind.Copy, judgement));
                }
                break;
        }
    }

    /// <summary>One place a side is enough: the rest of what each was taken for when it was judged is still for linking to decide.</summary>
    private static void Join<T>(Bonds<T> bonds, Func<ImmutableArray<Anchor>, IEnumerable<T>> find, Judgement judgement)
        where T : struct
    {
        if (
            find(judgement.Sides[0]).Take(1).ToList() is [var a]
            && find(judgement.Sides[1]).Take(1).ToList() is [var b]
        )
            bonds.Join(a, b, judgement);
    }

    private static void Part<T>(Bonds<T> bonds, Func<ImmutableArray<Anchor>, IEnumerable<T>> find, Judgement judgement)
        where T : struct
    {
        foreach (var a in find(judgement.Sides[0]))
        foreach (var b in find(judgement.Sides[1]))
            bonds.Part(a, b);
    }

    private IEnumerable<DocumentId> Documents(ImmutableArray<Anchor> side) =>
        side.Where(place => _byPath.ContainsKey(place.Path)).Select(place => _byPath[place.Path].Document.Id);

    /// <summary>The figure that most of the words at each place refer to.</summary>
    private IEnumerable<FigureRef> Figures(ImmutableArray<Anchor> side) =>
        Places(side)
            .Select(place =>
                (
                    place.Reading.Document.Id,
                    Mention: Likest(place.Reading.Findings.Mentions, mention => mention.Core, place.Span)
                )
            )
            .Where(found => found.Mention is not null)
            .Select(found => new FigureRef(found.Id, found.Mention!.Figure))
            .Distinct();

    /// <summary>The content that most of the words at each place say, one of the same type before others.</summary>
    private IEnumerable<ContentRef> Contents(ImmutableArray<Anchor> side) =>
        Places(side)
            .Select(place =>
            {
                var contents = place.Reading.Findings.Contents;
                var found =
                    Likest(contents, content => content.Span, place.Span, content => content.Type?.Name == place.Type)
                    ?? Likest(contents, content => content.Span, place.Span, content => content.Type is not null);
                return found is null
                    ? (ContentRef?)null
                    : new(place.Reading.Document.Id, contents.IndexOf(found, ReferenceEqualityComparer.Instance));
            })
            .OfType<ContentRef>()
            .Distinct();

    private IEnumerable<(DocumentReading Reading, Span Span, string? Type)> Places(ImmutableArray<Anchor> side)
    {
        foreach (var place in side)
        {
            if (_byPath.TryGetValue(place.Path, out var reading) && place.In(reading.Document.Text) is { } span)
                yield return (reading, span, place.Type);
        }
    }

    private static T? Likest<T>(ImmutableArray<T> all, Func<T, Span> spanOf, Span span, Func<T, bool>? fits = null)
        where T : class
    {
        T? best = null;
        var most = 0.0;
        foreach (var each in all)
        {
            var own = spanOf(each);
            var shared = Math.Min(own.End, span.End) - Math.Max(own.Start, span.Start);
            var likeness = shared <= 0 ? 0 : (double)shared / own.Cover(span).Length;
            if (likeness > most && fits?.Invoke(each) != false)
                (best, most) = (each, likeness);
        }
        return best;
    }
}
