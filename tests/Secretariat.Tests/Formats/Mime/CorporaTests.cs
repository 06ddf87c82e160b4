using System.Text.Json;
using Secretariat.Formats.Mime;

namespace Secretariat.Tests.Formats.Mime;

/// <summary>Mails of other projects' test suites: whatever their makers agree on is read alike here.</summary>
public class CorporaTests
{
    [Theory]
    [InlineData("mime-cpython", 0.95)]
    [InlineData("mime-mail-parser", 0.95)]
    public void Known_mails_are_read_as_their_makers_read_them(string name, double share)
    {
        if (Corpora.Folders(name) is not [var folder])
        {
            Assert.Skip($"The corpus {name} is not beside the repository.");
            return;
        }
        using var expected = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "expected.json")));
        var checks = expected.RootElement.GetProperty("cases").EnumerateArray().SelectMany(c => Check(folder, c)).ToList();
        var wrong = checks.Where(c => !c.IsRight).Select(c => c.What).ToList();
        Assert.True(wrong.Count <= checks.Count * (1 - share), string.Join('\n', wrong));
    }

    private static IEnumerable<(string What, bool IsRight)> Check(string folder, JsonElement expected)
    {
        var file = expected.GetProperty("file").GetString()!;
        var mail = MimeReader.Read(File.ReadAllBytes(Path.Combine(folder, file)));
        yield return (
            $"{file} date",
            Among(
                expected,
                "date",
                mail.Date?.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture)
            )
        );
        yield return ($"{file} messageId", Among(expected, "messageId", mail.MessageId));
        yield return ($"{file} from", Lists(expected, "from", mail.From));
        yield return ($"{file} to", Lists(expected, "to", mail.To));
        yield return ($"{file} cc", Lists(expected, "cc", mail.Cc));
        var hashes = mail.Attachments.Select(a => a.Sha256).ToHashSet();
        if (expected.TryGetProperty("attachments", out var attachments))
            foreach (var attachment in attachments.EnumerateArray())
                yield return ($"{file} attachment", hashes.Contains(attachment.GetProperty("sha256").GetString()!));
    }

    private static bool Among(JsonElement expected, string field, string? value) =>
        !expected.TryGetProperty(field, out var options) || options.EnumerateArray().Any(o => o.GetString() == value);

    private static bool Lists(JsonElement expected, string field, IReadOnlyList<MailAddress> addresses) =>
        !expected.TryGetProperty(field, out var options)
        || options
            .EnumerateArray()
            .Any(o =>
                o.EnumerateArray().Select(a => a.GetString()).SequenceEqual(addresses.Select(a => a.Address.ToLowerInvariant()))
            );
}
