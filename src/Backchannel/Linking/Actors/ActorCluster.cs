using Backchannel.Names;

namespace Backchannel.Linking.Actors;

/// <summary>Figures of several documents that are taken for one, while linking goes on.</summary>
internal sealed class ActorCluster
{
    public List<(DocumentReading Reading, int Index, Figure Figure)> Members { get; } = [];
    public List<NameForm> Names { get; } = [];
    public List<string> Reasons { get; } = [];
    public string? Known { get; init; }
    public string? Description { get; init; }

    /// <summary>What it is called where its own words are in many languages: "government of Norway".</summary>
    public string? Called { get; init; }
    public ActorType Type { get; set; }
}
