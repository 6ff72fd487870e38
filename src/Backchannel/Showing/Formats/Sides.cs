using System.Collections.Immutable;

namespace Backchannel.Showing.Formats;

/// <summary>
/// Who does something and to whom, as event data want it. Whoever meets is all source, as the PLOVER manual has it; a visitor is the source
/// and the host the recipient; a mediator the source and the parties its recipients. Topics and those acted for are neither.
/// </summary>
public sealed record Sides(ImmutableArray<ActorId> Sources, ImmutableArray<ActorId> Recipients)
{
    public static Sides Of(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ImmutableArray<ActorId> In(params ReadOnlySpan<Role> roles)
        {
            var wanted = roles.ToArray();
            return
            [
                .. claim.Participants.Where(each => wanted.Contains(each.Role)).Select(each => each.Actor).Distinct(),
            ];
        }
        var (sources, recipients) =
            claim.Type == ContentType.Mediation && In(Role.Intermediary) is { IsEmpty: false } mediators
                ? (mediators, In(Role.Party, Role.Visitor, Role.Host))
            : claim.Type.Family == Family.Contact ? (In(Role.Visitor, Role.Party), In(Role.Host))
            : (In(Role.Party), In(Role.Addressee, Role.Target));
        return new(sources, [.. recipients.Except(sources)]);
    }

    /// <summary>
    /// Both sides of the event, two and two, with an empty place where only one is named: whoever acts before whoever is acted on, and those who
    /// met each other in order of id.
    /// </summary>
    public ImmutableArray<(ActorId? One, ActorId? Other)> Pairs()
    {
        if (Recipients.IsEmpty)
            return Sources.Length < 2
                ? [.. Sources.Select(one => ((ActorId?)one, (ActorId?)null))]
                : [.. Couples([.. Sources.OrderBy(id => id.Value, StringComparer.Ordinal)])];
        if (Sources.IsEmpty)
            return [.. Recipients.Select(other => ((ActorId?)null, (ActorId?)other))];
        return [.. Sources.SelectMany(one => Recipients.Select(other => ((ActorId?)one, (ActorId?)other)))];
    }

    private static IEnumerable<(ActorId? One, ActorId? Other)> Couples(ImmutableArray<ActorId> all)
    {
        for (var i = 0; i < all.Length; i++)
        {
            for (var j = i + 1; j < all.Length; j++)
                yield return (all[i], all[j]);
        }
    }
}
