using Backchannel.Languages;
using Backchannel.Understanding;
using Backchannel.Understanding.Contents;
using Backchannel.Understanding.Figures;
using Backchannel.Understanding.Languages;
using Backchannel.Understanding.Mentions;
using Backchannel.Understanding.Moments;
using Backchannel.Understanding.Passages;
using Backchannel.Understanding.Statements;
using Backchannel.Understanding.Syntax;

namespace Backchannel;

/// <summary>
/// Understands one document: all that it says, from its text and the language packs alone. Pure: the same document and packs give the same
/// findings on any machine, thread and day.
/// </summary>
public sealed class Pipeline
{
    private readonly LanguagePacks _languages;

    public Pipeline(LanguagePacks languages) => _languages = languages;

    /// <summary>Reads one language only, for checking a pack by itself.</summary>
    public Pipeline(LanguagePack only) => _languages = LanguagePacks.Of(only);

    /// <summary>Names this engine build and these packs: the same name, the same findings.</summary>
    public string Version => $"{typeof(Pipeline).Assembly.ManifestModule.ModuleVersionId:N}-{_languages.Fingerprint}";

    public Findings Understand(Document document) => Understand(document, null);

    /// <summary>The same, with what was tried on the way and where it stopped.</summary>
    public Explained Explain(Document document)
    {
        var trace = new Trace();
        return Explained.Of(Understand(document, trace), trace);
    }

    /// <param name="trace">Given what was seen on the way.</param>
    internal Findings Understand(Document document, Trace? trace)
    {
        ArgumentNullException.ThrowIfNull(document);
        var findings = Read(document, trace);
        if (!document.Published.IsUnknown || Written.On(document, findings) is not { } dating)
            return findings;
        // Where its own words leave one day, everything is counted from that; what is counted so says it.
        if (dating.When.Days == 1)
            findings = Written.Inferred(Read(document with { Published = dating.When }, trace));
        return findings with { Dating = dating };
    }

    private Findings Read(Document document, Trace? trace)
    {
        if (string.IsNullOrWhiteSpace(document.Text))
            return Nothing(document, "the document holds no text");
        if (Identification.For(document, _languages) is not { } language)
            return Nothing(
                document,
                "no installed language pack reads this language; `backchannel language new CODE` begins one"
            );
        var passages = Passages.Split(document, language);
        var (sentences, moments) = Parser.Read(document, passages, language);
        var quotations = Quotations.Find(document.Text, passages, sentences, language);
        foreach (var sentence in sentences)
        {
            Mentions.Find(sentence, language);
            Clauses.Build(sentence, language);
            Mentions.FindSpeakers(sentence, language);
        }
        var (figures, mentions) = Figures.Gather(document, sentences, language);
        var attributions = Attributions.Find(sentences, quotations, figures, language);
        var candidates = Contents.Find(sentences, figures, attributions, moments);
        if (trace is not null)
            (trace.Sentences, trace.Attributions) = (sentences, attributions);
        var (contents, statements) = Statements.Find(document, sentences, figures, attributions, candidates);
        return new()
        {
            Document = document.Id,
            Language = language.Code,
            Outlet = Figures.KnownOutlet(document.Outlet, language),
            Passages = passages,
            Sentences = [.. sentences.Select(sentence => sentence.Span)],
            Moments = moments.ToImmutable(),
            Mentions = mentions,
            Figures = figures,
            Contents = contents,
            Statements = statements,
        };
    }

    private static Findings Nothing(Document document, string why) =>
        new()
        {
            Document = document.Id,
            Language = null,
            Problems = [new(why, document.Path)],
        };
}
