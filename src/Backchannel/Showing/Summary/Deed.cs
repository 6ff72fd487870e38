namespace Backchannel.Showing.Summary;

/// <summary>What somebody does to somebody, in English: a verb bare and past, and the word before the other side.</summary>
/// <param name="Toward">Before the other side, with its space; empty for a plain object.</param>
/// <param name="Done">The participle behind "have", where it is not the past.</param>
/// <param name="NeedsObject">Whether the sentence is broken without the other side.</param>
internal sealed record Deed(string Bare, string Past, string Toward, bool NeedsObject = false, string? Done = null)
{
    public static Deed Of(ContentType type) =>
        type.Name switch
        {
            "demand" => new("demand", "demanded", "of "),
            "offer" => new("offer", "offered", "to "),
            "condition" => new("set a condition", "set a condition", "for "),
            "guarantee sought" => new("seek a guarantee", "sought a guarantee", "from "),
            "agreement" => new("agree", "agreed", "with "),
            "refusal" => new("refuse", "refused", ""),
            "concession" => new("make a concession", "made a concession", "to "),
            "accusation" => new("accuse", "accused", "", NeedsObject: true),
            "threat" => new("threaten", "threatened", "", NeedsObject: true),
            "sanction" => new("put sanctions", "put sanctions", "on ", NeedsObject: true),
            "seizure" => new("seize", "seized", "", NeedsObject: true),
            "break of ties" => new("break ties", "broke ties", "with ", Done: "broken ties"),
            "use of force" => new("use force", "used force", "against "),
            "deployment" => new("deploy forces", "deployed forces", "against "),
            "support" => new("support", "supported", "", NeedsObject: true),
            "recognition" => new("recognise", "recognised", "", NeedsObject: true),
            "cooperation" => new("cooperate", "cooperated", "with "),
            "aid" => new("give aid", "gave aid", "to ", Done: "given aid"),
            "request for help" => new("ask for help", "asked for help", "from "),
            "asylum" => new("give asylum", "gave asylum", "to ", Done: "given asylum"),
            "vote" => new("vote", "voted", "for "),
            "abstention" => new("abstain", "abstained", "on "),
            "criticism" => new("criticise", "criticised", "", NeedsObject: true),
            _ => new(type.Name, type.Name, "towards "),
        };
}
