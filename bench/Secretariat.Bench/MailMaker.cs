using System.Globalization;
using System.Text;

namespace Secretariat.Bench;

/// <summary>Invented mail in the mixture and sizes of a functional mailbox: the same number always gives the same bytes.</summary>
internal sealed class MailMaker(int number)
{
    private readonly Random _random = new(number);
    private readonly StringBuilder _mail = new(8 * 1024);
    private readonly Prose _prose = Prose.Of(number);

    /// <summary>2 kB to 300 kB, line ends CRLF.</summary>
    public static byte[] Make(int number) => new MailMaker(number).Make();

    private byte[] Make()
    {
        WriteTrace();
        switch (_random.Next(100))
        {
            case < 15:
                WriteText("plain", "7bit", Prose.English, Encoding.ASCII);
                break;
            case < 32:
                WriteText("plain", "quoted-printable", _prose, Encoding.UTF8);
                break;
            case < 42:
                WriteText("plain", _random.Next(2) is 0 ? "base64" : "quoted-printable", _prose, _prose.Charset);
                break;
            case < 48:
                WriteText("html", "quoted-printable", _prose, _prose.Charset);
                break;
            case < 80:
                WriteAlternative($"alt-{number}");
                break;
            case < 94:
                WriteMixed();
                break;
            default:
                WriteReport();
                break;
        }
        return Encoding.Latin1.GetBytes(_mail.ToString());
    }

    private void WriteTrace()
    {
        for (var hop = 0; hop < 4; hop++)
        {
            Line($"Received: from mx{hop}.ministry.example (mx{hop}.ministry.example [192.0.2.{_random.Next(250)}])");
            Line($"\tby in{hop}.secretariat.example with ESMTPS id {Token(12)}");
            Line(
                $"\tfor <office@secretariat.example>; Tue, {1 + _random.Next(28):00} Mar 2026 09:{_random.Next(60):00}:11 +0100"
            );
        }
        Line("Authentication-Results: in0.secretariat.example; dkim=pass header.d=ministry.example;");
        Line("\tspf=pass smtp.mailfrom=ministry.example; dmarc=pass");
        Line("DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=ministry.example; s=2026;");
        for (var line = 0; line < 5; line++)
            Line($"\t{Token(70)}");
        Line($"From: {Word(_prose.Name)} <officer{_random.Next(900)}@ministry.example>");
        Line($"To: {Word("Secrétariat de l’Alliance")} <office@secretariat.example>");
        Line($"Cc: \"Registry, {number}\" <registry@ministry.example>, second@ministry.example");
        Line($"Subject: {Word($"Re: [GA-2026-{_random.Next(9999):0000}] {_prose.Sentence(_random)}")}");
        Line($"Date: Tue, {1 + _random.Next(28):00} Mar 2026 10:{_random.Next(60):00}:00 +0100");
        Line($"Message-ID: <{Token(32)}.{number}@ministry.example>");
        Line($"In-Reply-To: <ga.{Token(32)}@secretariat.example>");
        Line($"References: <ga.{Token(32)}@secretariat.example>\r\n <{Token(30)}@ministry.example>");
        Line("MIME-Version: 1.0");
    }

    private void WriteText(string subtype, string encoding, Prose prose, Encoding charset)
    {
        var text = prose.Paragraphs(_random, 1200 + _random.Next(5000));
        if (subtype is "html")
            text = Html(text);
        Line($"Content-Type: text/{subtype}; charset=\"{charset.WebName}\"");
        Line($"Content-Transfer-Encoding: {encoding}\r\n");
        var bytes = charset.GetBytes(text);
        Line(
            encoding switch
            {
                "base64" => Wire.Base64(bytes),
                "quoted-printable" => Wire.QuotedPrintable(bytes),
                _ => text,
            }
        );
    }

    private void WriteAlternative(string boundary)
    {
        Line($"Content-Type: multipart/alternative; boundary=\"{boundary}\"\r\n");
        foreach (var subtype in new[] { "plain", "html" })
        {
            Line($"--{boundary}");
            WriteText(subtype, "quoted-printable", _prose, Encoding.UTF8);
        }
        Line($"--{boundary}--\r\n");
    }

    private void WriteMixed()
    {
        var boundary = $"mix-{number}";
        Line(
            $"Content-Type: multipart/mixed; boundary=\"{boundary}\"\r\n\r\nThis is a message in several parts.\r\n--{boundary}"
        );
        WriteAlternative($"alt-{number}");
        Line($"--{boundary}");
        Line("Content-Type: application/pdf; name=\"reply.pdf\"\r\nContent-Transfer-Encoding: base64");
        Line("Content-Disposition: attachment; filename*=utf-8''r%C3%A9ponse%20sign%C3%A9e.pdf\r\n");
        // Most scans are small, few are large.
        var file = new byte[12_000 + (int)(200_000 * Math.Pow(_random.NextDouble(), 3))];
        _random.NextBytes(file);
        Line(Wire.Base64(file));
        Line($"--{boundary}--\r\n");
    }

    private void WriteReport()
    {
        var boundary = $"rep-{number}";
        Line($"Content-Type: multipart/report; report-type=delivery-status; boundary=\"{boundary}\"\r\n\r\n--{boundary}");
        WriteText("plain", "7bit", Prose.English, Encoding.ASCII);
        Line($"--{boundary}\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.ministry.example\r\n");
        Line($"Final-Recipient: rfc822; officer{number}@ministry.example\r\nAction: failed\r\nStatus: 5.1.1");
        Line($"Diagnostic-Code: smtp; 550 5.1.1 User unknown\r\n\r\n--{boundary}\r\nContent-Type: message/rfc822\r\n");
        Line($"From: office@secretariat.example\r\nMessage-ID: <ga.{Token(32)}@secretariat.example>\r\nSubject: Follow-up");
        WriteText("plain", "quoted-printable", _prose, Encoding.UTF8);
        Line($"--{boundary}--\r\n");
    }

    private static string Html(string text) =>
        "<html><head><style>p { margin: 0 }</style></head><body>"
        + string.Concat(text.Split("\r\n\r\n").Select(p => $"<p class=\"MsoNormal\"><span lang=\"EN\">{p}</span></p>\r\n"))
        + "</body></html>\r\n";

    private static string Word(string text) => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}?=";

    private string Token(int length) => string.Create(length, _random, (to, random) => random.GetItems("0123456789abcdef", to));

    private void Line(string line) => _mail.Append(line).Append("\r\n");
}
