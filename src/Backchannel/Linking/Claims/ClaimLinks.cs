using System.Collections.Frozen;
using System.Collections.Immutable;
using Backchannel.Linking.Actors;
using Backchannel.Linking.Judgements;

namespace Backchannel.Linking.Claims;

/// <summary>Which contents, of any document and language, are one claim, and how that claim stands.</summary>
internal static class ClaimLinks
{
    public static (ImmutableArray<Claim> Claims, FrozenDictionary<StatementId, ClaimId> Of) Link(
        ImmutableArray<DocumentReading> readings,
        LinkedActors actors,
        ImmutableArray<Origin> origins,
        FrozenDictionary<StatementId, OriginId> originOf,
        Bonds<ContentRef> judged
    )
    {
        var byKey = new Dictionary<string, List<ClaimDraft>>(StringComparer.Ordinal);
        var drafts = new List<ClaimDraft>();
        var draftOf = new Dictionary<(DocumentId, int), ClaimDraft>();
        // A content carried from an earlier sentence, and the fuller ones before the barer, so that the first of a claim tells most.
        foreach (
            var said in readings
                .SelectMany(Said)
                .OrderByDescending(each => each.Precision)
                .ThenBy(each => each.Reading.Document.Path, StringComparer.Ordinal)
                .ThenBy(each => each.Index)
        )
        {
            var view = new ContentView(said.Reading, said.Index, actors);
            var draft = Candidates(view, byKey).FirstOrDefault(candidate => candidate.Holds(view, judged));
            if (draft is null)
            {
                draft = new();
                drafts.Add(draft);
            }
            draft.Add(view);
            foreach (var key in view.Keys)
            {
                if (!byKey.TryGetValue(key, out var list))
                    byKey[key] = list = [];
                if (!list.Contains(draft))
                    list.Add(draft);
            }
            draftOf[(said.Reading.Document.Id, said.Index)] = draft;
        }
        Unite(drafts, draftOf, judged);
        var of = new Dictionary<StatementId, ClaimId>();
        foreach (var reading in readings)
        {
            for (var s = 0; s < reading.Findings.Statements.Length; s++)
            {
                var content = reading.Findings.Statements[s].Content;
                var about = reading.Findings.Contents[content].About ?? content;
                if (draftOf.TryGetValue((reading.Document.Id, about), out var draft))
                    draft.Statements.Add((reading, s));
            }
        }
        var originById = origins.ToFrozenDictionary(origin => origin.Id);
        var claims = drafts.Select(draft => Standings.Finish(draft, actors, originById, originOf)).ToList();
        // Two claims of one sentence and kind can still share a name: number them in order.
        var unique = claims
            .GroupBy(claim => claim.Id.Value, StringComparer.Ordinal)
            .SelectMany(group =>
                group.Select(
                    (claim, i) =>
                        i == 0
                            ? claim
                            : claim with
                            {
                                Id = new(
                                    Hash.Id(
                                        'c',
                                        claim.Id.Value,
                                        i.ToString(System.Globalization.CultureInfo.InvariantCulture)
                                    )
                                ),
                            }
                )
            )
            .OrderBy(claim => claim.Id.Value, StringComparer.Ordinal)
            .ToImmutableArray();
        foreach (var claim in unique)
        {
            foreach (var statement in claim.Statements)
                of[statement] = claim.Id;
        }
        return (unique, of.ToFrozenDictionary());
    }

    private static IEnumerable<(DocumentReading Reading, int Index, int Precision)> Said(DocumentReading reading)
    {
        for (var c = 0; c < reading.Findings.Contents.Length; c++)
        {
            var content = reading.Findings.Contents[c];
            if (content.Type is not null)
                yield return (reading, c, ContentView.PrecisionOf(reading, content));
        }
    }

    /// <summary>Makes one claim of two where a content of the one is judged to say the same as one of the other.</summary>
    private static void Unite(
        List<ClaimDraft> drafts,
        Dictionary<(DocumentId, int), ClaimDraft> draftOf,
        Bonds<ContentRef> judged
    )
    {
        foreach (var (a, b, judgement) in judged.Together)
        {
            if (
                !draftOf.TryGetValue((a.Document, a.Content), out var into)
                || !draftOf.TryGetValue((b.Document, b.Content), out var from)
                || into == from
            )
                continue;
            // Where one of each side is judged to be two, only what the judgement names moves.
            if (drafts.IndexOf(from) < drafts.IndexOf(into))
                (into, from) = (from, into);
            var moved = from.Contents.FindAll(view =>
                from.Contents.TrueForAll(each => !into.IsApart(each, judged)) || view.Ref == a || view.Ref == b
            );
            foreach (var view in moved)
            {
                into.Contents.Add(view);
                draftOf[(view.Reading.Document.Id, view.Index)] = into;
            }
            into.Reasons.Add($"{judgement.About}: {judgement.Reason}");
            from.Contents.RemoveAll(moved.Contains);
            if (from.Contents.Count == 0)
                drafts.Remove(from);
        }
    }

    private static List<ClaimDraft> Candidates(ContentView view, Dictionary<string, List<ClaimDraft>> byKey)
    {
        var found = new List<ClaimDraft>();
        foreach (var key in view.Keys)
        {
            if (!byKey.TryGetValue(key, out var drafts))
                continue;
            foreach (var draft in drafts)
            {
                if (!found.Contains(draft))
                    found.Add(draft);
            }
        }
        return found;
    }
}
