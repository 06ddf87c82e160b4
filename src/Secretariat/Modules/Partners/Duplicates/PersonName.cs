using System.Collections.Frozen;

namespace Secretariat.Modules.Partners.Duplicates;

/// <summary>The words of somebody's name, without titles and particles, in the order written.</summary>
internal sealed class PersonName
{
    private const int MostWords = 8;
    private const int MostParts = 40;
    private const string ArabicArticle = "ال";
    private const string ArabicServant = "عبد";

    private static readonly FrozenSet<string> Titles = LikenessData.Folded(LikenessData.Words.Titles);
    private static readonly FrozenSet<string> PossibleTitles = LikenessData.Folded(LikenessData.Words.PossibleTitles);
    private static readonly FrozenSet<string> Generations = LikenessData.Folded(LikenessData.Words.Generations);
    private static readonly FrozenSet<string> Particles = LikenessData.Folded(LikenessData.Words.Particles);
    private static readonly FrozenSet<string> Articles = LikenessData.Folded(LikenessData.Words.ArabicArticles);
    private static readonly FrozenSet<string> ArabicWords = LikenessData.Folded(LikenessData.Words.ArabicWords);
    private static readonly string[] Servants = ["abdul", "abdel", "abdal", "abdur"];

    private PersonName(string written, IReadOnlyList<NameWord> words, string? generation, bool isArabic) =>
        (Written, Words, Generation, IsArabic) = (written, words, generation, isArabic);

    public string Written { get; }

    public IReadOnlyList<NameWord> Words { get; }

    /// <summary>“Jr.” or “ml.”, which tells a child from its parent.</summary>
    public string? Generation { get; }

    /// <summary>Of a language whose short vowels everybody romanises in their own way.</summary>
    public bool IsArabic { get; }

    public static PersonName Of(string name)
    {
        var parts = PartsOf(Latin.Prepared(name));
        var isArabic = parts.Exists(p => ArabicWords.Contains(p.Bare) || Sounds.LacksVowelsIn(p.Text));
        RemoveTitles(parts);
        var generation = TakeGeneration(parts);
        RemoveParticles(parts);
        var words = JoinServants(parts).Take(MostWords).Select(p => new NameWord(p.Text, p.HasDot));
        return new(name.Length <= Latin.Longest ? name.Trim() : name[..Latin.Longest], [.. words], generation, isArabic);
    }

    /// <summary>The name as it is written, without “H.E. Mr” before it and “PhD” behind it.</summary>
    public static string WithoutTitles(string name)
    {
        var chunks = name.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
        var parts = chunks.Select(c => new Part(c, LikenessData.Bare(c), HasDot: false)).ToList();
        RemoveTitles(parts);
        return string.Join(' ', parts.Select(p => p.Text));
    }

    /// <summary>What stands between blanks, hyphens and behind dots; but a title is whole with its own (Dipl.-Ing., H.E.).</summary>
    private static List<Part> PartsOf(string prepared)
    {
        var parts = new List<Part>();
        foreach (var chunk in prepared.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries))
        {
            if (parts.Count > MostParts)
                break;
            if (LikenessData.Bare(chunk) is { Length: > 0 } bare && (Titles.Contains(bare) || IsDotted(chunk, bare)))
                parts.Add(new(string.Concat(Latin.WordsOf(chunk)), bare, HasDot: true));
            else
                parts.AddRange(Split(chunk));
        }

        return parts;
    }

    private static bool IsDotted(string chunk, string bare) =>
        bare.Length > 1
        && chunk.Contains('.', StringComparison.Ordinal)
        && (PossibleTitles.Contains(bare) || Generations.Contains(bare));

    private static IEnumerable<Part> Split(string chunk)
    {
        var pieces = chunk.Replace(".", ". ", StringComparison.Ordinal).Split(' ', '-', '‐', '‑', '–');
        for (var i = 0; i < pieces.Length; i++)
        {
            var isArticle =
                i < pieces.Length - 1 && chunk.Contains('-', StringComparison.Ordinal) && Articles.Contains(pieces[i]);
            var hasElision = pieces[i].Length > 2 && pieces[i][0] is 'd' or 'l' && pieces[i][1..].StartsWith('\'');
            if (isArticle)
                continue;
            foreach (var word in Latin.WordsOf(hasElision ? pieces[i][2..] : pieces[i]))
                if (word.Any(char.IsLetter))
                    yield return new(word, LikenessData.Bare(word), pieces[i].EndsWith('.'));
        }
    }

    private static void RemoveTitles(List<Part> parts)
    {
        if (parts.Exists(p => !Titles.Contains(p.Bare)))
            parts.RemoveAll(p => Titles.Contains(p.Bare));
        while (parts.Count > 2 && PossibleTitles.Contains(parts[0].Bare))
            parts.RemoveAt(0);
        while (
            parts.Count > 2
            && parts[^1].Bare.Length > 1
            && !Generations.Contains(parts[^1].Bare)
            && PossibleTitles.Contains(parts[^1].Bare)
        )
            parts.RemoveAt(parts.Count - 1);
    }

    private static string? TakeGeneration(List<Part> parts)
    {
        if (parts.Count < 3 || !Generations.Contains(parts[^1].Bare))
            return null;
        var generation = parts[^1].Bare;
        parts.RemoveAt(parts.Count - 1);
        return generation;
    }

    // A single letter at either end is an initial: the d of “Novák, D.” is none of “d’Almeida”.
    private static void RemoveParticles(List<Part> parts)
    {
        var others = parts.Where((p, i) => !IsParticle(p, isAtEnd: i == 0 || i == parts.Count - 1)).ToList();
        if (others.Count < 2)
            return;
        parts.Clear();
        parts.AddRange(others);
    }

    private static bool IsParticle(Part part, bool isAtEnd) =>
        !part.HasDot && (part.Text.Length > 1 || !isAtEnd) && Particles.Contains(part.Bare);

    /// <summary>“Abd al-Rahman”, “Abdul Rahman” and “Abdulrahman” are one word; so is it in Arabic, without its article.</summary>
    private static IEnumerable<Part> JoinServants(List<Part> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i] with { Text = WithoutArticle(Spelled(parts[i])) };
            var isServant = part.Text is "abd" or ArabicServant || Servants.Contains(part.Text);
            if (isServant && i < parts.Count - 1)
            {
                var next = WithoutArticle(parts[++i].Text);
                yield return new((part.Text == ArabicServant ? ArabicServant : "abd") + next, "", HasDot: false);
            }
            else
            {
                yield return part with
                {
                    Text = WithoutServantsArticle(part.Text),
                };
            }
        }
    }

    private static string Spelled(Part part) => LikenessData.Words.Short.GetValueOrDefault(part.Text, part.Text);

    private static string WithoutArticle(string word) =>
        word.Length > 3 && word.StartsWith(ArabicArticle, StringComparison.Ordinal) ? word[2..] : word;

    private static string WithoutServantsArticle(string word)
    {
        if (word.Length > 6 && word.StartsWith(ArabicServant + ArabicArticle, StringComparison.Ordinal))
            return ArabicServant + word[5..];
        return word.Length > 7 && Servants.Any(s => word.StartsWith(s, StringComparison.Ordinal)) ? "abd" + word[5..] : word;
    }

    private readonly record struct Part(string Text, string Bare, bool HasDot);
}
