namespace Backchannel;

public enum Family
{
    Contact,
    Bargain,
    Pressure,
    Position,
}

/// <summary>
/// What kind of thing is said to have happened, with its place in the field's coding schemes. The set is small on purpose: what does not
/// fit stays plain words.
/// </summary>
/// <remarks>
/// PLOVER roots are those of the PLOVER codebook; the root of a contact depends on its status too (a planned meeting is AGREE, not
/// CONSULT), which the export computes. CAMEO roots are the two-digit roots of the CAMEO codebook 1.1b3. ACE is the ACE 2005 / ERE
/// type.subtype where one fits. FollowTheMoney is the schema an export uses.
/// </remarks>
public sealed class ContentType
{
    private ContentType(string name, Family family, string plover, string cameo, string? ace, string followTheMoney)
    {
        Name = name;
        Family = family;
        Plover = plover;
        Cameo = cameo;
        Ace = ace;
        FollowTheMoney = followTheMoney;
    }

    public string Name { get; }

    public Family Family { get; }

    public string Plover { get; }

    public string Cameo { get; }

    public string? Ace { get; }

    public string FollowTheMoney { get; }

    public static readonly ContentType Meeting = new(
        "meeting",
        Family.Contact,
        "CONSULT",
        "04",
        "Contact.Meet",
        "Event"
    );
    public static readonly ContentType Visit = new(
        "visit",
        Family.Contact,
        "CONSULT",
        "04",
        "Movement.Transport",
        "Trip"
    );
    public static readonly ContentType Call = new(
        "call",
        Family.Contact,
        "CONSULT",
        "04",
        "Contact.Phone-Write",
        "Call"
    );
    public static readonly ContentType Message = new(
        "message",
        Family.Contact,
        "CONSULT",
        "04",
        "Contact.Phone-Write",
        "Message"
    );
    public static readonly ContentType Negotiation = new(
        "negotiation",
        Family.Contact,
        "CONSULT",
        "04",
        "Contact.Meet",
        "Event"
    );
    public static readonly ContentType Mediation = new("mediation", Family.Contact, "CONSULT", "04", null, "Event");
    public static readonly ContentType Contact = new("contact", Family.Contact, "CONSULT", "04", null, "Event");

    public static readonly ContentType Demand = new("demand", Family.Bargain, "REQUEST", "10", null, "Event");
    public static readonly ContentType Offer = new("offer", Family.Bargain, "AGREE", "03", null, "Event");
    public static readonly ContentType Condition = new("condition", Family.Bargain, "REQUEST", "10", null, "Event");
    public static readonly ContentType GuaranteeSought = new(
        "guarantee sought",
        Family.Bargain,
        "REQUEST",
        "10",
        null,
        "Event"
    );
    public static readonly ContentType Agreement = new("agreement", Family.Bargain, "AGREE", "05", null, "Event");
    public static readonly ContentType Refusal = new("refusal", Family.Bargain, "REJECT", "12", null, "Event");
    public static readonly ContentType Concession = new("concession", Family.Bargain, "CONCEDE", "08", null, "Event");

    public static readonly ContentType Accusation = new(
        "accusation",
        Family.Pressure,
        "ACCUSE",
        "11",
        "Justice.Charge-Indict",
        "Event"
    );
    public static readonly ContentType Threat = new("threat", Family.Pressure, "THREATEN", "13", null, "Event");
    public static readonly ContentType Sanction = new("sanction", Family.Pressure, "SANCTION", "16", null, "Sanction");
    public static readonly ContentType Seizure = new("seizure", Family.Pressure, "COERCE", "17", null, "Event");
    public static readonly ContentType BreakOfTies = new(
        "break of ties",
        Family.Pressure,
        "SANCTION",
        "16",
        null,
        "Event"
    );
    public static readonly ContentType UseOfForce = new(
        "use of force",
        Family.Pressure,
        "ASSAULT",
        "19",
        "Conflict.Attack",
        "Event"
    );
    public static readonly ContentType Deployment = new("deployment", Family.Pressure, "MOBILIZE", "15", null, "Event");

    public static readonly ContentType Support = new("support", Family.Position, "SUPPORT", "05", null, "Event");
    public static readonly ContentType Recognition = new(
        "recognition",
        Family.Position,
        "SUPPORT",
        "05",
        null,
        "Event"
    );
    public static readonly ContentType Cooperation = new(
        "cooperation",
        Family.Position,
        "COOPERATE",
        "06",
        null,
        "Event"
    );
    public static readonly ContentType Aid = new("aid", Family.Position, "AID", "07", null, "Event");
    public static readonly ContentType RequestForHelp = new(
        "request for help",
        Family.Position,
        "REQUEST",
        "10",
        null,
        "Event"
    );
    public static readonly ContentType Asylum = new("asylum", Family.Position, "AID", "07", null, "Event");
    public static readonly ContentType Vote = new("vote", Family.Position, "SUPPORT", "05", null, "Event");
    public static readonly ContentType Abstention = new("abstention", Family.Position, "REJECT", "12", null, "Event");
    public static readonly ContentType Criticism = new("criticism", Family.Position, "ACCUSE", "11", null, "Event");

    public static IReadOnlyList<ContentType> All { get; } =
    [
        Meeting,
        Visit,
        Call,
        Message,
        Negotiation,
        Mediation,
        Contact,
        Demand,
        Offer,
        Condition,
        GuaranteeSought,
        Agreement,
        Refusal,
        Concession,
        Accusation,
        Threat,
        Sanction,
        Seizure,
        BreakOfTies,
        UseOfForce,
        Deployment,
        Support,
        Recognition,
        Cooperation,
        Aid,
        RequestForHelp,
        Asylum,
        Vote,
        Abstention,
        Criticism,
    ];

    /// <summary>The type of that name, with '-' or '_' read as a space; null where there is none.</summary>
    public static ContentType? Named(string name)
    {
        var plain = name.Replace('-', ' ').Replace('_', ' ');
        return All.FirstOrDefault(type => string.Equals(type.Name, plain, StringComparison.OrdinalIgnoreCase));
    }

    public override string ToString() => Name;
}
