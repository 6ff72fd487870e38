namespace Backchannel;

/// <summary>What happened to a claim on some day.</summary>
public enum TurnKind
{
    /// <summary>Somebody affirmed it for the first time.</summary>
    Reported,

    /// <summary>A party confirmed it.</summary>
    Confirmed,

    Denied,

    /// <summary>A voice said the contrary of what it had said before.</summary>
    Reversed,

    /// <summary>It had been planned before: the other claim is the plan.</summary>
    Planned,

    /// <summary>What was planned took place: the other claim tells it.</summary>
    Held,

    /// <summary>What was planned was called off or refused: the other claim tells it.</summary>
    CalledOff,
}

/// <summary>One turn in the history of a claim: what somebody said on a day that is known, or what another claim tells of it.</summary>
/// <param name="Day">When it was said.</param>
/// <param name="By">Who said so, where named.</param>
/// <param name="Statement">The words it rests on.</param>
/// <param name="Other">The claim that tells the outcome of a plan, or the plan.</param>
public sealed record Turn(DateOnly Day, TurnKind Kind, ActorId? By, StatementId Statement, ClaimId? Other = null);
