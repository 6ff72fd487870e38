using Backchannel.Showing;
using Backchannel.Storage;

namespace Backchannel.Web.Desk;

/// <summary>Keeps what is judged at the desk or through the API, and has it counted.</summary>
internal static class Judgements
{
    /// <summary>An undoing of the judgement of that id.</summary>
    /// <exception cref="OperatorException">There is none, or it is undone already.</exception>
    public static Judgement Undo(Snapshot snapshot, string id, string? who, string? why)
    {
        var earlier =
            snapshot.Judgements.FirstOrDefault(each => each.Id.Value == id)
            ?? throw new OperatorException($"There is no judgement {id} in this store.");
        return Judging.Undo(earlier) with
        {
            Who = string.IsNullOrWhiteSpace(who) ? "desk" : who.Trim(),
            Why = why?.Trim() ?? "",
        };
    }

    /// <summary>Keeps it, with the time, and waits at most that long until it is seen in the account.</summary>
    public static async Task<Judgement> KeepAsync(
        string store,
        LiveAccount account,
        TimeProvider time,
        Judgement judgement,
        TimeSpan patience
    )
    {
        var now = time.GetUtcNow();
        var made = judgement with
        {
            At = new(now.Year, now.Month, now.Day, now.Hour, now.Minute, now.Second, TimeSpan.Zero),
        };
        using (var kept = Store.OpenToJudge(store))
            kept.Judge([made]);
        await account.CatchUpAsync(patience);
        return made;
    }
}
