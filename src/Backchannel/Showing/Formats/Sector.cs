namespace Backchannel.Showing.Formats;

/// <summary>What part of society an actor is of, in the codes of PLOVER and of CAMEO, which writes media another way; only where its kind tells.</summary>
internal sealed record Sector(string Plover, string Cameo)
{
    private static readonly Sector Government = new("GOV", "GOV");
    private static readonly Sector Media = new("JRN", "MED");

    public static Sector? Of(Archive archive, Actor actor) =>
        actor.Type switch
        {
            ActorType.Outlet or ActorType.Agency => Media,
            ActorType.Office or ActorType.Body or ActorType.Person when Country.Of(archive, actor) is not null =>
                Government,
            _ => null,
        };
}
