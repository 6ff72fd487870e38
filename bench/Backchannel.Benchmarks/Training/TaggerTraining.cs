using Backchannel.Languages;
using Backchannel.Understanding.Syntax;

namespace Backchannel.Benchmarks.Training;

/// <summary>
/// Trains the taggers that the packs ship, from Universal Dependencies treebanks, and says how well they do on sentences kept back.
/// Deterministic: fixed seed, fixed order, one thread.
/// </summary>
internal static class TaggerTraining
{
    private const int Rounds = 8;

    /// <summary>Treebank files by language, below the data folder; every tenth sentence is kept back for the figure.</summary>
    private static IEnumerable<string> Files(string data, string language)
    {
        var folder = Path.Combine(data, "ud", language);
        if (Directory.Exists(folder))
        {
            foreach (var path in Directory.EnumerateFiles(folder, "*.conllu.gz").Order(StringComparer.Ordinal))
                yield return path;
        }
        foreach (
            var path in Directory
                .EnumerateFiles(Path.Combine(data, "pud"), language + "_*.conllu", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
        )
            yield return path;
    }

    public static int Run(string data, string languagesFolder, IReadOnlyCollection<string> only)
    {
        var packs = LanguagePacks.Load(languagesFolder, withTaggers: false);
        foreach (var mark in packs.Marks)
        {
            if (only.Count > 0 && !only.Contains(mark.Code, StringComparer.Ordinal))
                continue;
            var pack = packs[mark.Code]!;
            var files = Files(data, pack.Code).ToList();
            if (files.Count == 0)
            {
                Console.WriteLine($"{pack.Code}: no treebank below {data}/ud or {data}/pud, left without a tagger");
                continue;
            }
            if (pack.Settings.Segments)
                pack = WithWords(files, languagesFolder, pack.Code);
            var sentences = files.SelectMany(file => Treebank.Read(file, pack)).ToList();
            var held = sentences.Where((_, i) => i % 10 == 9).ToList();
            var trained = Train(sentences.Where((_, i) => i % 10 != 9).ToList());
            var (right, rightUpos, total) = Score(trained, held);
            Console.WriteLine(
                $"{pack.Code}: {sentences.Count} sentences of {files.Count} treebanks; kept-back accuracy {(double)right / total:P2} on full labels, {(double)rightUpos / total:P2} on word classes"
            );
            var whole = Train(sentences);
            using var stream = File.Create(Path.Combine(languagesFolder, pack.Code, "tagger.bin"));
            whole.Save(stream);
            if (pack.Settings.SplitBeginnings.Length > 0)
                WriteVocabulary(sentences, Path.Combine(languagesFolder, pack.Code, "vocabulary.txt"));
        }
        return 0;
    }

    /// <summary>
    /// Counts the words of treebanks for a language that is written without spaces, and loads its pack anew with them. What the lists already
    /// read as a time or phrase of several words is left to them.
    /// </summary>
    private static LanguagePack WithWords(List<string> files, string languagesFolder, string code)
    {
        var path = Path.Combine(languagesFolder, code, "vocabulary.txt");
        File.Delete(path);
        var lists = LanguagePacks.LoadOne(languagesFolder, code, withTagger: false);
        var words = files
            .SelectMany(Treebank.Words)
            .Where(word => word.Form.All(Segmenter.IsSegmented))
            .GroupBy(word => word.Form, StringComparer.Ordinal)
            .Where(group => group.Key.Length == 1 || !IsPhrase(group.Key, lists))
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group =>
                string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"{group.Key} {group.Count()}{(group.Count(word => word.Upos == "PROPN") * 2 > group.Count() ? " name" : "")}"
                )
            );
        File.WriteAllLines(path, words);
        return LanguagePacks.LoadOne(languagesFolder, code, withTagger: false);
    }

    private static bool IsPhrase(string word, LanguagePack pack)
    {
        var tokens = Tokenizer
            .Tokens(word, new(0, word.Length), pack, System.Collections.Frozen.FrozenSet<string>.Empty)
            .ToArray();
        if (tokens.Length < 2)
            return false;
        var forms = Array.ConvertAll(tokens, token => token.Form);
        return Understanding
                .Moments.Moments.Find(tokens, forms, Interval.Unknown, new(), pack)
                .Exists(moment => moment.Span.Length == word.Length)
            || pack.Lexicon.Find(forms, forms, 0, forms.Length).Exists(hit => hit.Length == tokens.Length);
    }

    private static void WriteVocabulary(List<TaggedSentence> sentences, string path) =>
        File.WriteAllLines(
            path,
            sentences
                .SelectMany(sentence => sentence.Tokens.Zip(sentence.Labels))
                .Where(pair => pair.First.IsWord && pair.First.Form.Length > 2 && char.IsLetter(pair.First.Form[0]))
                .GroupBy(pair => pair.First.Form, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                // A word seen as a name more often than not is marked as one.
                .Select(group =>
                    group.Count(pair => pair.Second.StartsWith("PROPN", StringComparison.Ordinal)) * 2 > group.Count()
                        ? group.Key + " name"
                        : group.Key
                )
        );

    private sealed class Model(List<string> labels, Dictionary<uint, float[]> weights, List<string> small)
    {
        private Tagger? _tagger;

        public Tagger Tagger
        {
            get
            {
                if (_tagger is null)
                {
                    var memory = new MemoryStream();
                    Save(memory);
                    _tagger = Tagger.Load(new MemoryStream(memory.ToArray()));
                }
                return _tagger;
            }
        }

        /// <summary>Scales to signed bytes and leaves out what would round to nothing.</summary>
        public void Save(Stream stream)
        {
            var largest = weights
                .Values.SelectMany(row => row)
                .Select(Math.Abs)
                .Order()
                .ElementAt((int)(weights.Count * (long)labels.Count * 0.9999));
            var scale = 127 / Math.Max(largest, 1e-6f);
            Tagger.Save(
                stream,
                labels,
                weights.Select(pair =>
                    (
                        pair.Key,
                        (IReadOnlyList<(byte, sbyte)>)
                            pair
                                .Value.Select(
                                    (weight, label) =>
                                        ((byte)label, (sbyte)Math.Clamp(MathF.Round(weight * scale), -127, 127))
                                )
                                .Where(entry => entry.Item2 != 0)
                                .ToList()
                    )
                ),
                small
            );
        }
    }

    private static (int Right, int RightUpos, int Total) Score(Model model, List<TaggedSentence> sentences)
    {
        int right = 0,
            rightUpos = 0,
            total = 0;
        foreach (var sentence in sentences)
        {
            var tags = model.Tagger.Assign(sentence.Tokens);
            for (var i = 0; i < tags.Length; i++)
            {
                var gold = Tag.Parse(sentence.Labels[i]);
                total++;
                if (tags[i] == gold)
                    right++;
                if (tags[i].Upos == gold.Upos)
                    rightUpos++;
            }
        }
        return (right, rightUpos, total);
    }

    private static Model Train(List<TaggedSentence> sentences)
    {
        var labels = sentences
            .SelectMany(sentence => sentence.Labels)
            .GroupBy(label => label, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Key)
            .ToList();
        var index = labels
            .Select((label, i) => (label, i))
            .ToDictionary(pair => pair.label, pair => pair.i, StringComparer.Ordinal);
        var weights = new Dictionary<uint, float[]>();
        var totals = new Dictionary<uint, float[]>();
        var stamps = new Dictionary<uint, int[]>();
        var step = 0;
        var random = new Random(20260101);
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        var prepared = sentences.Select(sentence => sentence.Tokens.Select(TagFeatures.Of).ToArray()).ToArray();
        Span<uint> features = stackalloc uint[TagFeatures.Count];
        var scores = new float[labels.Count];
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var at in order)
            {
                var sentence = sentences[at];
                var words = prepared[at];
                int before = -1,
                    before2 = -1;
                var first = true;
                for (var i = 0; i < words.Length; i++)
                {
                    step++;
                    TagFeatures.Fill(
                        features,
                        Tagger.Word(words, i - 2),
                        Tagger.Word(words, i - 1),
                        words[i],
                        Tagger.Word(words, i + 1),
                        Tagger.Word(words, i + 2),
                        before,
                        before2,
                        first
                    );
                    Array.Clear(scores);
                    foreach (var feature in features)
                    {
                        if (!weights.TryGetValue(feature, out var row))
                            continue;
                        for (var label = 0; label < row.Length; label++)
                            scores[label] += row[label];
                    }
                    var best = 0;
                    for (var label = 1; label < scores.Length; label++)
                    {
                        if (scores[label] > scores[best])
                            best = label;
                    }
                    var gold = index[sentence.Labels[i]];
                    if (best != gold)
                    {
                        foreach (var feature in features)
                        {
                            Update(feature, gold, 1);
                            Update(feature, best, -1);
                        }
                    }
                    (before2, before) = (before, best);
                    if (sentence.Tokens[i].IsWord)
                        first = false;
                }
            }
        }
        foreach (var (feature, row) in weights)
        {
            var total = totals[feature];
            var stamp = stamps[feature];
            for (var label = 0; label < row.Length; label++)
                row[label] = (total[label] + (step - stamp[label]) * row[label]) / step;
        }
        var small = sentences
            .SelectMany(sentence => sentence.Tokens)
            .Where(token => token.Text.Length > 0 && char.IsLower(token.Text[0]))
            .Select(token => token.Form)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return new(labels, weights, small);

        void Update(uint feature, int label, float by)
        {
            if (!weights.TryGetValue(feature, out var row))
            {
                weights[feature] = row = new float[labels.Count];
                totals[feature] = new float[labels.Count];
                stamps[feature] = new int[labels.Count];
            }
            totals[feature][label] += (step - stamps[feature][label]) * row[label];
            stamps[feature][label] = step;
            row[label] += by;
        }
    }
}
