using System.Collections.Immutable;
using System.Globalization;

namespace Backchannel.Showing.Formats;

/// <summary>
/// One row of a GDELT event table: one pair of sides of one claim. A denial is a row of its own, by whoever denies, since GDELT has no other
/// place for it; what is only supposed, or of unknown status, has no row.
/// </summary>
internal sealed record GdeltEvent
{
    public required Claim Claim { get; init; }

    public required EventCode Code { get; init; }

    public ActorId? One { get; init; }

    public ActorId? Other { get; init; }

    /// <summary>The statements that say so, one mention each.</summary>
    public ImmutableArray<Said> Said { get; init; } = [];

    /// <summary>Independent origins behind them.</summary>
    public required int Origins { get; init; }

    /// <summary>A whole number made from what the row says, the same on every machine.</summary>
    public string Id =>
        long.Parse(
                Hash.Id('g', Claim.Id.Value, One?.Value ?? "", Other?.Value ?? "", Code.Cameo).AsSpan(1),
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture
            )
            .ToString(CultureInfo.InvariantCulture);

    public static IEnumerable<GdeltEvent> Of(Archive archive, Claim claim)
    {
        var coding = Coding.Of(archive, claim);
        var pairs = Sides.Of(claim).Pairs();
        var said = archive.Said(claim).ToList();
        if (coding.Event is { } code)
        {
            var affirming = said.Where(each => !each.IsNegated).ToImmutableArray();
            foreach (var (one, other) in pairs)
                yield return new()
                {
                    Claim = claim,
                    Code = code,
                    One = one,
                    Other = other,
                    Said = affirming,
                    Origins = claim.Origins.Length,
                };
        }
        var denying = said.Where(each => each.IsNegated).ToList();
        if (denying.Count == 0)
            yield break;
        var deniers = claim.DeniedBy.Select(id => (ActorId?)id).DefaultIfEmpty(null);
        foreach (var denier in deniers)
        {
            var own = denying.Where(each => Voices(archive, each).Contains(denier)).ToList();
            var mentions = own.Count > 0 ? own : denying;
            yield return new()
            {
                Claim = claim,
                Code = EventCode.Denial,
                One = denier,
                Other = pairs
                    .SelectMany(pair => new[] { pair.One, pair.Other })
                    .FirstOrDefault(side => side is not null && side != denier),
                Said = [.. mentions],
                Origins = mentions
                    .Select(each => archive.Changes.OriginOf.TryGetValue(each.Id, out var origin) ? origin.Value : "")
                    .Distinct(StringComparer.Ordinal)
                    .Count(),
            };
        }
    }

    private static IEnumerable<ActorId?> Voices(Archive archive, Said said) =>
        said.Statement.Voices.Select(voice =>
            voice.Figure is { } figure ? (ActorId?)archive.ActorOf(said.Reading.Document.Id, figure).Id : null
        );
}
