using System.Text.RegularExpressions;

namespace Secretariat.Formats.Mime;

/// <summary>An address that a report names, with what it says of it.</summary>
internal sealed record FoundRecipient(string Address, string Words);

/// <summary>
/// What a mail system says in plain words, up to the copy of the message that it sends back. However systems word it, a failed address
/// opens a line of its own, with the reason behind or below it.
/// </summary>
internal sealed partial class ReportText
{
    private const int MaxLines = 400;
    private const int MaxLine = 2_000;
    private const int MaxWords = 1_200;

    private readonly List<string> lines;
    private readonly MimeMessage message;
    private readonly HashSet<string> others;

    public ReportText(MimeMessage message)
    {
        this.message = message;
        var body = message.TextBody ?? "";
        lines =
        [
            .. body.Split('\n')
                .Take(MaxLines)
                .Select(line => WellFormed.Cut(line, MaxLine))
                .TakeWhile(line => !Divider().IsMatch(line)),
        ];
        Whole = string.Join('\n', lines);
        if (Whole.Length > MaxWords * 4)
            Whole = WellFormed.Cut(Whole, MaxWords * 4);
        others = message.To.Concat(message.From).Select(a => a.Address.ToLowerInvariant()).ToHashSet();
    }

    /// <summary>All that the system says itself.</summary>
    public string Whole { get; }

    public bool IsOnlyDelayed => Delay().IsMatch(Whole) && !GaveUp().IsMatch(Whole);

    /// <summary>What stands beside and below an address.</summary>
    public string About(string address)
    {
        var at = lines.FindIndex(line => line.Contains(address, StringComparison.OrdinalIgnoreCase));
        return at < 0 ? Whole : Below(at);
    }

    public IEnumerable<FoundRecipient> Recipients()
    {
        List<FoundRecipient> found = [.. Opening()];
        if (found.Count is 0)
            found = [.. Headed()];
        if (found.Count is 0)
            found = [.. Anywhere()];
        if (found.Count is 0)
            found =
            [
                .. AnyAddress()
                    .Matches(Whole)
                    .Take(1)
                    .Where(m => !others.Contains(m.Value.ToLowerInvariant()))
                    .Select(m => new FoundRecipient(m.Value, Whole)),
            ];
        if (found.Count is 0)
            found = [.. Original().Select(address => new FoundRecipient(address, Whole))];
        return found.GroupBy(f => f.Address, StringComparer.OrdinalIgnoreCase).Select(g => g.MaxBy(f => f.Words.Length)!);
    }

    /// <summary>Addresses that open a line.</summary>
    private IEnumerable<FoundRecipient> Opening()
    {
        for (var i = 0; i < lines.Count; i++)
            if (
                OpeningAddress().Match(lines[i]) is { Success: true } match
                && IsRecipient(match.Groups[1].Value)
                && !(i > 0 && NamesSender().IsMatch(string.Join(' ', lines[Math.Max(0, i - 2)..i]).TrimEnd()))
            )
                yield return new FoundRecipient(match.Groups[1].Value, Below(i));
    }

    /// <summary>X-Failed-Recipients, as Exim sends it.</summary>
    private IEnumerable<FoundRecipient> Headed() =>
        MailAddress
            .ReadList(message.Headers.Unfolded("X-Failed-Recipients"))
            .Select(a => new FoundRecipient(a.Address, About(a.Address)));

    private IEnumerable<FoundRecipient> Anywhere()
    {
        for (var i = 0; i < lines.Count; i++)
            foreach (Match match in AnyAddress().Matches(lines[i]))
                if (IsRecipient(match.Value) && !MessageIdLine().IsMatch(lines[i]))
                    yield return new FoundRecipient(match.Value, Below(i));
    }

    /// <summary>To whom the message was written that came back.</summary>
    private IEnumerable<string> Original()
    {
        if (message.Root.Walk().FirstOrDefault(p => p.IsMessage) is { Children: [var original, ..] })
            return MailAddress.ReadList(original.Headers.Unfolded("To")).Select(a => a.Address).Where(IsRecipient);
        var copied = (message.TextBody ?? "").Split('\n').Take(MaxLines).FirstOrDefault(line => CopiedTo().IsMatch(line));
        return copied is null ? [] : AnyAddress().Matches(copied).Select(m => m.Value).Where(IsRecipient);
    }

    private string Below(int index)
    {
        var words = lines[index];
        for (var i = index + 1; i < lines.Count && words.Length < MaxWords; i++)
        {
            if (OpeningAddress().Match(lines[i]) is { Success: true } next && IsRecipient(next.Groups[1].Value))
                break;
            words += "\n" + lines[i];
        }
        return words;
    }

    private bool IsRecipient(string address) => !others.Contains(address.ToLowerInvariant()) && !MailSystem.IsProgram(address);

    [GeneratedRegex(
        @"^[\s>*•\-""'(]*(?:[245]\d\d[\s-](?:[245]\.\d\.\d+\s)?\s*)?(?:(?:to|rcpt to|recipient|final-recipient|user|address|e?-?mail)\s*[:;]\s*(?:rfc822;\s*)?)?[<""'\[(]{0,2}(?:smtp:|mailto:)?([\w.!#$%&'*+/=?^`{|}~\-]+@[\w.\-]+\w)[>""'\])]{0,2}(?:$|[\s:;,.>)\]…(-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex OpeningAddress();

    [GeneratedRegex(
        @"[\w.!#$%&'*+/=?^`{|}~\-]+@[\w\-]+(?:\.[\w\-]+)+",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex AnyAddress();

    /// <summary>What stands above the copy.</summary>
    [GeneratedRegex(
        @"^[\s>]*(?:-{3,}.{0,20}(?:original|returned|copy of|message header|unsent|below this line|message text|undelivered|included|header)|(?:received|return-path|message-id|mime-version|dkim-signature|x-[\w-]+):\s|-{2,}\s?(?:this is a copy|the header|the body|original message|start of|copy of)|(?:the )?original message follows|your (?:original )?message (?:follows|reads)|(?:message|headers?) (?:text )?follows|reporting-mta:)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Divider();

    [GeneratedRegex(@"^[\s>]*To:\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex CopiedTo();

    /// <summary>"A message sent by", and the address in the next line.</summary>
    [GeneratedRegex(
        @"(?:sent|message) (?:by|from):?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex NamesSender();

    [GeneratedRegex(
        @"message-?id|in-reply-to|references",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex MessageIdLine();

    [GeneratedRegex(
        @"delay|will (?:continue|keep|try|be re)|still (?:being|trying)|not yet been|warning message|do not need to resend|retr(?:y|ied) for",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Delay();

    [GeneratedRegex(
        @"permanent|gave up|giving up|given up|failed|returned|could not be delivered|undeliverable",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex GaveUp();
}
