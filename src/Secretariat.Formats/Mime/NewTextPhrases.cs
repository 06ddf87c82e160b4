namespace Secretariat.Formats.Mime;

/// <summary>The rules of all languages, folded and ready to be compared with folded lines.</summary>
internal sealed class NewTextPhrases(IReadOnlyList<NewTextRules> languages)
{
    /// <summary>What a line names that a device or program adds about itself.</summary>
    private static readonly string[] Products =
    [
        .. Phrases(
            """
            phone, iphon, pad, ipod, apple, mac, android, samsung, galaxy, huawei, honor, xiaomi, redmi, oneplus, oppo, pixel, nokia, sony, blackberry,
            windows, outlook, yahoo, proton, gmx, web.de, k-9, thunderbird, mailbird, sparrow, spark, airmail, bluemail, aquamail, aqua mail,
            fairemail, tutanota, tuta, mail.ru, yandex, яндекс, gmail, seznam, wp.pl, onet, interia, libero, orange, zimbra, notes, verse, mobi, mobil, mobiel,
            handy, telefon, telefoon, telefo, puhelin, puhelime, smart, tablet, cellul, celular, móvil, telemóvel, telemovel, κινητ, τηλέφων,
            телефон, мобил, мобіл, пошт, почт, поща, айфон, смартфон, планшет, هاتف, جهاز, جوال, آيفون, ايفون, آيباد, أندرويد, fón, guthán, tálknum, išmani, viedtālru, talrun, tālrun, nutitelefon
            """
        ),
    ];

    private static readonly string[] Ends =
    [
        .. Phrases(
            "end, ende, einde, fin, fine, fim, konec, koniec, kraj, slut, slutt, loppu, lõpp, конец, кінець, край, τέλος, son"
        ),
    ];

    /// <summary>What stands alone above an annex that is typed below the signature.</summary>
    private static readonly HashSet<string> Annexes =
    [
        .. Phrases(
            """
            annex, annexe, annexes, enclosure, enclosures, attachment, appendix, anlage, anlagen, bijlage, bijlagen, bilag, bilaga, bilagor, allegato,
            allegati, anexo, anexos, anexă, anexe, załącznik, załączniki, příloha, přílohy, príloha, prílohy, melléklet, mellékletek, prilog, prilozi, priloga,
            priloge, liite, liitteet, lisa, lisad, pielikums, pielikumi, priedas, priedai, anness, iarscríbhinn, ek, ekler, shtojcë, приложение,
            приложения, додаток, додатки, прилог, прилози, παράρτημα, συνημμένο, συνημμένα, مرفق, مرفقات, ملحق
            """
        ),
    ];

    private const int MaxDevice = 120;

    private readonly HashSet<string> senders = [.. languages.SelectMany(l => Phrases(l.Senders))];
    private readonly HashSet<string> subjects = [.. languages.SelectMany(l => Phrases(l.Subjects))];
    private readonly HashSet<string> fields = [.. languages.SelectMany(l => Phrases(l.Fields))];
    private readonly ILookup<string, Pattern> introductions = Patterns(languages, l => l.Introductions).ToLookup(p => p.KeyWord);
    private readonly ILookup<string, string> dividers = languages
        .SelectMany(l => Phrases(l.Dividers))
        .Distinct()
        .ToLookup(FirstWord);
    private readonly Pattern[] devices = [.. Patterns(languages, l => l.Devices)];
    private readonly HashSet<string> closings = [.. languages.SelectMany(l => Phrases(l.Closings))];
    private readonly Pattern[] formulas = [.. Patterns(languages, l => l.Closings).Where(p => p.IsOpen)];
    private readonly HashSet<string> courtesies = [.. languages.SelectMany(l => Phrases(l.Courtesies))];
    private readonly string[] postscripts = [.. languages.SelectMany(l => Phrases(l.Postscripts)).Distinct()];
    private readonly string[][] disclaimers = [.. languages.Select(l => Phrases(l.Disclaimers).ToArray())];

    public bool IsSender(string field) => senders.Contains(field);

    public bool IsSubject(string field) => subjects.Contains(field);

    public bool IsField(string field) => fields.Contains(field);

    public bool IsClosing(string line) => closings.Contains(line);

    public bool IsCourtesy(string line) => courtesies.Contains(line);

    public bool IsFormula(string paragraph) => Array.Exists(formulas, f => f.Matches(paragraph));

    public bool IsDevice(string line) =>
        line.Length <= MaxDevice
        && Array.Exists(devices, d => d.Matches(line.TrimEnd('.', '!')))
        && Array.Exists(Products, p => line.Contains(p, StringComparison.Ordinal));

    /// <summary>"Annex", "Anlage 1:", "ANNEXE II".</summary>
    public static bool IsAnnex(string line)
    {
        var words = line.TrimEnd(':', '.', ' ').Split(' ');
        return words.Length <= 2
            && Annexes.Contains(words[0])
            && (words.Length == 1 || words[1].All(c => char.IsDigit(c) || c is 'i' or 'v' or 'x'));
    }

    public bool IsPostscript(string line) => Array.Exists(postscripts, p => Opens(line, p));

    /// <summary>Whether the words between dashes say that an earlier message follows.</summary>
    public bool IsDivider(string words) => dividers[FirstWord(words)].Any(d => Opens(words, d.TrimEnd(':')));

    /// <summary>Whether a line without dashes says so: "Begin forwarded message:".</summary>
    public bool IsStandingDivider(string line)
    {
        var words = line.TrimEnd(':', ' ').Replace(",", "", StringComparison.Ordinal);
        return dividers[FirstWord(words)].Any(d => d.EndsWith(':') && words.AsSpan().SequenceEqual(d.AsSpan(..^1)));
    }

    /// <summary>Whether the words between dashes say that an earlier message ends: "End forwarded message".</summary>
    public static bool IsEnd(string words) => Array.Exists(Ends, e => Opens(words, e));

    /// <summary>Three different words of warning in one language.</summary>
    public bool IsDisclaimer(string paragraph) =>
        Array.Exists(
            disclaimers,
            stems => stems.Append("mail").Count(stem => paragraph.Contains(stem, StringComparison.Ordinal)) >= 3
        );

    /// <summary>Whether a line, without its colon, introduces a quotation.</summary>
    /// <param name="line">One or more lines, folded, as one.</param>
    /// <param name="isOpened">Whether the line also begins as such lines begin in that language: "on …", "am …", "le …".</param>
    public bool IsIntroduction(string line, out bool isOpened)
    {
        isOpened = false;
        var found = false;
        foreach (var word in line.AsSpan().Split(' '))
        foreach (var pattern in introductions[Pattern.Bare(line[word])])
            if (pattern.Matches(line))
            {
                found = true;
                isOpened |= pattern.HasBeginning;
            }
        return found;
    }

    /// <summary>Whether the line begins with the phrase, which ends there or at no letter.</summary>
    private static bool Opens(string line, string phrase) =>
        line.StartsWith(phrase, StringComparison.Ordinal)
        && (line.Length == phrase.Length || !char.IsLetterOrDigit(phrase[^1]) || !char.IsLetterOrDigit(line[phrase.Length]));

    private static string FirstWord(string words) => words.Split(' ', 2)[0].TrimEnd(':', '-');

    private static IEnumerable<Pattern> Patterns(IReadOnlyList<NewTextRules> languages, Func<NewTextRules, string> list) =>
        languages.SelectMany(l => Phrases(list(l))).Distinct().Select(phrase => new Pattern(phrase));

    private static IEnumerable<string> Phrases(string list) =>
        list.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(phrase => FoldedLine.Of(phrase));

    /// <summary>A phrase in which "…" stands for any text, also none.</summary>
    private sealed class Pattern
    {
        private readonly string[] pieces;

        public Pattern(string phrase)
        {
            pieces = phrase.Split('…', StringSplitOptions.TrimEntries);
            KeyWord = Bare(Array.FindLast(pieces, p => p.Length > 0)?.Split(' ')[^1] ?? "");
        }

        public bool IsOpen => pieces.Length > 1;

        public bool HasBeginning => pieces[0].Length > 0;

        /// <summary>A word that is in each line the pattern matches.</summary>
        public string KeyWord { get; }

        public static string Bare(string word) => word.Trim(",;:.\"'«»„“”()[]<>،".ToCharArray());

        public bool Matches(string line)
        {
            if (!line.StartsWith(pieces[0], StringComparison.Ordinal))
                return false;
            var at = pieces[0].Length;
            if (pieces.Length is 1)
                return line.Length == at;
            foreach (var piece in pieces.AsSpan(1..^1))
            {
                var found = line.IndexOf(piece, at, StringComparison.Ordinal);
                if (found < 0)
                    return false;
                at = found + piece.Length;
            }
            return line.Length - pieces[^1].Length >= at && line.EndsWith(pieces[^1], StringComparison.Ordinal);
        }
    }
}
