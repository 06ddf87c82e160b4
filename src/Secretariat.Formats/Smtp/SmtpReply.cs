using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Secretariat.Formats.Connections;

namespace Secretariat.Formats.Smtp;

/// <summary>A reply of one or more lines (RFC 5321 section 4.2.1).</summary>
internal sealed partial record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    /// <summary>To a command before AUTH (RFC 4954 section 6).</summary>
    public const int SignInRequired = 530;

    private const int LongestLine = 8 * 1024;
    private const int MostLines = 200;

    /// <summary>The code's first digit: 2 done, 3 go on, 4 not now, 5 no.</summary>
    public int Kind => Code / 100;

    /// <summary>RFC 3463; only believed when its class is the code's (RFC 2034 section 4).</summary>
    public string? EnhancedStatus =>
        Enhanced().Match(Lines[0]) is { Success: true } match && match.Groups["status"].Value[0] - '0' == Kind
            ? match.Groups["status"].Value
            : null;

    public string Words =>
        ServerWords.Clean(
            EnhancedStatus is null
                ? string.Join(' ', Lines)
                : string.Join(' ', Lines.Select(line => Enhanced().Replace(line, "")))
        );

    public override string ToString() =>
        ServerWords.Clean(string.Create(CultureInfo.InvariantCulture, $"{Code} {string.Join(' ', Lines)}"));

    public SmtpResult.Refused ToRefusal() => new(Code, EnhancedStatus, Words, Kind == 4);

    public static async Task<SmtpReply> ReadAsync(LineConnection connection, NetworkGuard guard, CancellationToken ct)
    {
        var (lines, kinds) = (new List<string>(), new HashSet<int>());
        while (lines.Count < MostLines)
        {
            var line = Encoding.Latin1.GetString(await connection.ReadLineAsync(LongestLine, ct));
            if (ReplyLine().Match(line) is not { Success: true } match)
                throw guard.Failure($"does not speak SMTP: {ServerWords.Clean(line)}");
            lines.Add(match.Groups["text"].Value);
            var reply = new SmtpReply(int.Parse(match.Groups["code"].ValueSpan, CultureInfo.InvariantCulture), lines);
            kinds.Add(reply.Kind);
            // The codes of all lines should be the same; when they say yes and no, neither is believed.
            if (kinds.Count > 1)
                throw guard.Failure($"contradicts itself in one reply: {reply}");
            if (match.Groups["more"].Length == 0)
                return reply;
        }
        throw guard.Failure($"replies in more than {MostLines} lines");
    }

    [GeneratedRegex("^(?<code>[2-5][0-9]{2})((?<more>-)|[ ]|$)(?<text>.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReplyLine();

    [GeneratedRegex(@"^(?<status>[245]\.[0-9]{1,3}\.[0-9]{1,3})(\s+|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Enhanced();
}
