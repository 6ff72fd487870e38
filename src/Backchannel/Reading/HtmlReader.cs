using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Backchannel.Reading;

/// <summary>Takes the article out of a web page. The page is parsed from memory; nothing it refers to is fetched.</summary>
internal static partial class HtmlReader
{
    public static bool IsHtml(string path, byte[] bytes)
    {
        if (
            path.EndsWith(".html", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith(".htm", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith(".xhtml", StringComparison.OrdinalIgnoreCase)
        )
            return true;
        var head = Encoding
            .Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 1024))
            .TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n', '\t');
        return head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    public static Received Read(string path, byte[] bytes, ManifestRow? manifest)
    {
        var (html, problem) = DeclaredCharset(bytes) is { } declared
            ? (declared.GetString(bytes), null)
            : Charset.Decode(bytes);
        if (html is null)
            return DocumentReader.Failed(path, bytes, problem!);
        using var page = new HtmlParser().ParseDocument(html);
        var published = manifest?.Published ?? Interval.Unknown;
        if (
            published.IsUnknown
            && Meta(page, "article:published_time", "datePublished", "date", "dc.date", "pubdate", "publishdate")
                is { } day
            && !Interval.TryParse(day, out published)
        )
            problem ??=
                $"the page says it was published '{day}', which is not an ISO 8601 date; the date was left unknown";
        var url =
            manifest?.Url ?? Meta(page, "og:url") ?? page.QuerySelector("link[rel=canonical]")?.GetAttribute("href");
        var outlet = manifest?.Outlet ?? Meta(page, "og:site_name");
        var title =
            manifest?.Title ?? Meta(page, "og:title") ?? page.QuerySelector("h1")?.TextContent.Trim() ?? page.Title;
        var text = ArticleText(html, url);
        if (string.IsNullOrWhiteSpace(text))
            return DocumentReader.Failed(path, bytes, "no article was found in the page");
        var language = manifest?.Language ?? page.DocumentElement?.GetAttribute("lang");
        var document = new Document
        {
            Id = new(Hash.Id('d', path, Hash.Whole(bytes))),
            Path = path,
            Text = text,
            Title = string.IsNullOrWhiteSpace(title) ? null : title.Trim(),
            Published = published,
            Outlet = outlet,
            Url = url,
            DeclaredLanguage = string.IsNullOrWhiteSpace(language) ? null : language,
        };
        return DocumentReader.Succeeded(document, bytes, problem);
    }

    /// <summary>The article's paragraphs, one a line.</summary>
    private static string ArticleText(string html, string? url)
    {
        var address =
            Uri.TryCreate(url, UriKind.Absolute, out var given) && given.Scheme is "http" or "https"
                ? given.AbsoluteUri
                : "https://article.invalid/";
        var article = new SmartReader.Reader(address, html).GetArticle();
        var content = article.IsReadable || article.Content?.Length > 0 ? article.Content : html;
        using var parsed = new HtmlParser().ParseDocument(content ?? html);
        var text = new StringBuilder();
        Blocks(parsed.Body ?? parsed.DocumentElement, text);
        return Blank().Replace(text.ToString(), "\n\n").Trim();
    }

    private static void Blocks(INode? node, StringBuilder text)
    {
        // Nesting can be as deep as the sender likes: walk with a stack of our own.
        var stack = new Stack<(INode Node, bool Leaving)>();
        if (node is not null)
            stack.Push((node, false));
        while (stack.Count > 0)
        {
            var (current, leaving) = stack.Pop();
            if (current is IText words)
            {
                text.Append(Space().Replace(words.Data, " "));
                continue;
            }
            if (current is not IElement element)
                continue;
            var block =
                element.LocalName
                is "p"
                    or "div"
                    or "h1"
                    or "h2"
                    or "h3"
                    or "h4"
                    or "h5"
                    or "h6"
                    or "li"
                    or "ul"
                    or "ol"
                    or "br"
                    or "tr"
                    or "blockquote"
                    or "figure"
                    or "figcaption"
                    or "section"
                    or "article"
                    or "header"
                    or "footer"
                    or "pre"
                    or "table";
            if (leaving)
            {
                if (block)
                    text.Append('\n');
                continue;
            }
            if (element.LocalName is "script" or "style" or "noscript" or "template" or "svg" or "head")
                continue;
            if (block)
                text.Append('\n');
            stack.Push((element, true));
            for (var i = element.ChildNodes.Length - 1; i >= 0; i--)
                stack.Push((element.ChildNodes[i], false));
        }
    }

    private static string? Meta(IDocument page, params string[] names)
    {
        foreach (var name in names)
        {
            foreach (var element in page.QuerySelectorAll("meta"))
            {
                var key =
                    element.GetAttribute("property")
                    ?? element.GetAttribute("name")
                    ?? element.GetAttribute("itemprop");
                if (
                    string.Equals(key, name, StringComparison.OrdinalIgnoreCase)
                    && element.GetAttribute("content") is { Length: > 0 } content
                )
                    return content.Trim();
            }
        }
        return null;
    }

    private static Encoding? DeclaredCharset(byte[] bytes)
    {
        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 4096));
        var match = CharsetDeclaration().Match(head);
        if (!match.Success)
            return null;
        try
        {
            var encoding =
                CodePagesEncodingProvider.Instance.GetEncoding(match.Groups["name"].Value)
                ?? Encoding.GetEncoding(match.Groups["name"].Value);
            // A page that declares UTF-8 and is not goes the way of statistics.
            return encoding.CodePage == Encoding.UTF8.CodePage ? null : encoding;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex(
        """<meta[^>]{0,200}charset\s*=\s*["']?(?<name>[A-Za-z0-9_:.-]{2,40})""",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        500
    )]
    private static partial Regex CharsetDeclaration();

    [GeneratedRegex(@"\s+", RegexOptions.None, 2000)]
    private static partial Regex Space();

    [GeneratedRegex(@"[ \t]*\n\s*\n\s*|[ \t]*\n[ \t]*", RegexOptions.None, 2000)]
    private static partial Regex Blank();
}
