using System.Globalization;

namespace Backchannel;

/// <summary>One event in the two coding schemes of the field: a PLOVER root (with its mode, where the manual has one) and a CAMEO code.</summary>
/// <remarks>
/// PLOVER roots and modes are those of the PLOVER manual and of its table from CAMEO, draft 0.8 of September 2021; CAMEO codes those of
/// the codebook 1.1b3.
/// </remarks>
public sealed record EventCode(string Plover, string Cameo, string? Mode = null)
{
    /// <summary>
    /// A denial, by whoever denies: CAMEO has a code for it, and PLOVER's manual would let it be a REJECT where it is kept at all.
    /// </summary>
    public static readonly EventCode Denial = new("REJECT", "016");

    /// <summary>
    /// The PLOVER root of any CAMEO code, as the manual's table has it; null for statements and appeals, which PLOVER does not code, and for what is
    /// no code.
    /// </summary>
    public static string? PloverOf(string cameo)
    {
        ArgumentNullException.ThrowIfNull(cameo);
        return cameo switch
        {
            ['0', '8', '4' or '5' or '6' or '7', ..] or "0813" or "0814" => "RETREAT",
            ['1', '6', '3', ..] => "COERCE",
            "1712" or ['1', '7', '5', ..] => "ASSAULT",
            ['1', '9', '1' or '2', ..] => "COERCE",
            ['0', var second, ..] => second switch
            {
                '3' => "AGREE",
                '4' => "CONSULT",
                '5' => "SUPPORT",
                '6' => "COOPERATE",
                '7' => "AID",
                '8' => "CONCEDE",
                '9' => "ACCUSE",
                _ => null,
            },
            ['1', var second, ..] => second switch
            {
                '0' => "REQUEST",
                '1' => "ACCUSE",
                '2' => "REJECT",
                '3' => "THREATEN",
                '4' => "PROTEST",
                '5' => "MOBILIZE",
                '6' => "SANCTION",
                '7' => "COERCE",
                _ => "ASSAULT",
            },
            ['2', '0', ..] => "ASSAULT",
            _ => null,
        };
    }

    /// <summary>The two-digit root of the CAMEO code.</summary>
    public string CameoRoot => Cameo[..2];

    /// <summary>The first three digits of the CAMEO code.</summary>
    public string CameoBase => Cameo[..3];

    /// <summary>Verbal cooperation 1, material cooperation 2, verbal conflict 3, material conflict 4: as CAMEO's users group its roots.</summary>
    public int CameoQuad =>
        int.Parse(CameoRoot, CultureInfo.InvariantCulture) switch
        {
            <= 5 => 1,
            <= 8 => 2,
            <= 13 => 3,
            _ => 4,
        };

    /// <summary>The same four, as the PLOVER manual groups its roots.</summary>
    public int PloverQuad =>
        Plover switch
        {
            "AGREE" or "CONSULT" or "SUPPORT" or "CONCEDE" => 1,
            "COOPERATE" or "AID" or "RETREAT" => 2,
            "REQUEST" or "ACCUSE" or "REJECT" or "SANCTION" or "THREATEN" => 3,
            _ => 4,
        };
}

/// <summary>
/// What a type of content is coded as, by how far it came. A stage without a code is no event in either scheme: nobody accuses by being
/// about to accuse.
/// </summary>
/// <param name="Done">It happened, or goes on.</param>
/// <param name="Intended">Planned, proposed, or tried without result: who is willing to meet agrees to, and consults not yet.</param>
/// <param name="Refused">Somebody would not have it.</param>
/// <param name="CalledOff">It was planned, and will not be.</param>
public sealed record EventCodes(
    EventCode Done,
    EventCode? Intended = null,
    EventCode? Refused = null,
    EventCode? CalledOff = null
)
{
    /// <summary>What is only supposed, or of which nothing tells how far it came, has no code.</summary>
    public EventCode? For(Status status) =>
        status switch
        {
            Status.Held or Status.Ongoing => Done,
            Status.Planned or Status.Proposed => Intended,
            // Who tried to meet was willing to; who tried to do harm did not just threaten it.
            Status.Attempted => Intended is { Plover: "AGREE" } ? Intended : null,
            Status.Refused => Refused,
            Status.Cancelled => CalledOff,
            _ => null,
        };
}
