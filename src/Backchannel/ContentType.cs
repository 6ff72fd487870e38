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
/// <see cref="Codes"/> is the one place that says what PLOVER and CAMEO make of a type, by how far the thing came; exports and comparisons
/// read it. ACE is the ACE 2005 / ERE type.subtype where one fits. In FollowTheMoney every type is an <see cref="FollowTheMoney"/>: its Trip
/// asks for where one set out, its Message for the words, its Sanction for a programme, which the press does not tell.
/// </remarks>
public sealed class ContentType
{
    /// <summary>The FollowTheMoney schema of what is confirmed to have happened.</summary>
    public const string FollowTheMoney = "Event";

    private ContentType(string name, Family family, string? ace, EventCodes codes)
    {
        Name = name;
        Family = family;
        Ace = ace;
        Codes = codes;
    }

    public string Name { get; }

    public Family Family { get; }

    public EventCodes Codes { get; }

    public string? Ace { get; }

    /// <summary>The PLOVER root of what happened, or goes on; of what did not, see <see cref="Codes"/>.</summary>
    public string Plover => Codes.Done.Plover;

    /// <summary>The two-digit CAMEO root of what happened, or goes on.</summary>
    public string Cameo => Codes.Done.CameoRoot;

    private static readonly EventCode Meet = new("AGREE", "036");
    private static readonly EventCode NoMeeting = new("REJECT", "125", "meet");
    private static readonly EventCode Rejected = new("REJECT", "120");

    public static readonly ContentType Meeting = new(
        "meeting",
        Family.Contact,
        "Contact.Meet",
        new(new("CONSULT", "040"), Meet, NoMeeting, NoMeeting)
    );
    public static readonly ContentType Visit = new(
        "visit",
        Family.Contact,
        "Movement.Transport",
        new(new("CONSULT", "042", "visit"), Meet, NoMeeting, NoMeeting)
    );
    public static readonly ContentType Call = new(
        "call",
        Family.Contact,
        "Contact.Phone-Write",
        new(new("CONSULT", "041", "phone"), Meet, NoMeeting, NoMeeting)
    );
    public static readonly ContentType Message = new(
        "message",
        Family.Contact,
        "Contact.Phone-Write",
        new(new("CONSULT", "040"), Meet, NoMeeting, NoMeeting)
    );
    public static readonly ContentType Negotiation = new(
        "negotiation",
        Family.Contact,
        "Contact.Meet",
        new(new("CONSULT", "046"), Meet, NoMeeting, new("SANCTION", "164", "withdraw"))
    );
    public static readonly ContentType Mediation = new(
        "mediation",
        Family.Contact,
        null,
        new(
            new("CONSULT", "045"),
            new("AGREE", "039"),
            new("REJECT", "126", "meet"),
            new("SANCTION", "165", "withdraw")
        )
    );
    public static readonly ContentType Contact = new(
        "contact",
        Family.Contact,
        null,
        new(new("CONSULT", "040"), Meet, NoMeeting, NoMeeting)
    );

    public static readonly ContentType Demand = new(
        "demand",
        Family.Bargain,
        null,
        new(new("REQUEST", "100"), null, Rejected)
    );
    public static readonly ContentType Offer = new(
        "offer",
        Family.Bargain,
        null,
        new(new("AGREE", "030"), new("AGREE", "030"), Rejected)
    );
    public static readonly ContentType Condition = new(
        "condition",
        Family.Bargain,
        null,
        new(new("REQUEST", "100"), null, Rejected)
    );
    public static readonly ContentType GuaranteeSought = new(
        "guarantee sought",
        Family.Bargain,
        null,
        new(new("REQUEST", "100"), null, Rejected)
    );
    public static readonly ContentType Agreement = new(
        "agreement",
        Family.Bargain,
        null,
        new(new("AGREE", "030"), new("AGREE", "030"), Rejected)
    );
    public static readonly ContentType Refusal = new("refusal", Family.Bargain, null, new(Rejected));
    public static readonly ContentType Concession = new(
        "concession",
        Family.Bargain,
        null,
        new(new("CONCEDE", "080"), new("AGREE", "035"), new("REJECT", "124", "change"))
    );

    public static readonly ContentType Accusation = new(
        "accusation",
        Family.Pressure,
        "Justice.Charge-Indict",
        new(new("ACCUSE", "112", "disapprove"))
    );
    public static readonly ContentType Threat = new("threat", Family.Pressure, null, new(new("THREATEN", "130")));
    public static readonly ContentType Sanction = new(
        "sanction",
        Family.Pressure,
        null,
        new(new("COERCE", "163", "restrict"), new("THREATEN", "1312", "restrict"))
    );
    public static readonly ContentType Seizure = new(
        "seizure",
        Family.Pressure,
        null,
        new(new("COERCE", "171", "seize"), new("THREATEN", "130"))
    );
    public static readonly ContentType BreakOfTies = new(
        "break of ties",
        Family.Pressure,
        null,
        new(new("SANCTION", "161", "withdraw"), new("THREATEN", "1313", "relations"))
    );
    public static readonly ContentType UseOfForce = new(
        "use of force",
        Family.Pressure,
        "Conflict.Attack",
        new(new("ASSAULT", "190"), new("THREATEN", "138", "violence"))
    );
    public static readonly ContentType Deployment = new(
        "deployment",
        Family.Pressure,
        null,
        new(new("MOBILIZE", "154", "troops"))
    );

    public static readonly ContentType Support = new(
        "support",
        Family.Position,
        null,
        new(new("SUPPORT", "051"), new("AGREE", "032"), Rejected)
    );
    public static readonly ContentType Recognition = new(
        "recognition",
        Family.Position,
        null,
        new(new("SUPPORT", "054"), new("AGREE", "032"), Rejected)
    );
    public static readonly ContentType Cooperation = new(
        "cooperation",
        Family.Position,
        null,
        new(new("COOPERATE", "060"), new("AGREE", "031"), new("REJECT", "121", "assist"), new("SANCTION", "160"))
    );
    public static readonly ContentType Aid = new(
        "aid",
        Family.Position,
        null,
        new(
            new("AID", "070"),
            new("AGREE", "033"),
            new("REJECT", "122", "assist"),
            new("SANCTION", "162", "discontinue")
        )
    );
    public static readonly ContentType RequestForHelp = new(
        "request for help",
        Family.Position,
        null,
        new(new("REQUEST", "103", "assist"), null, new("REJECT", "122", "assist"))
    );
    public static readonly ContentType Asylum = new(
        "asylum",
        Family.Position,
        null,
        new(new("AID", "075", "asylum"), new("AGREE", "033"), new("REJECT", "122", "assist"))
    );
    public static readonly ContentType Vote = new(
        "vote",
        Family.Position,
        null,
        new(new("SUPPORT", "050"), new("AGREE", "032"), Rejected)
    );
    public static readonly ContentType Abstention = new("abstention", Family.Position, null, new(Rejected));
    public static readonly ContentType Criticism = new(
        "criticism",
        Family.Position,
        null,
        new(new("ACCUSE", "111", "disapprove"))
    );

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
