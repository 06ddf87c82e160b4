using System.Globalization;
using System.Text;
using Secretariat.Formats.Mime;
using Secretariat.Tests.Letters;

namespace Secretariat.Tests.Formats.Mime;

/// <summary>What programs and people write in each language, kept in <c>Programs</c>: the sender's sentence stands above and must remain alone.</summary>
public class NewTextProgramsTests
{
    private const string Signature = "Ann Example\nMinistry of the Interior\nTel. +32 2 555 01 02";

    public static TheoryData<string> Languages =>
        [
            .. Directory
                .GetFiles(ProjectFiles.PathOf(Folder), "*.txt")
                .Select(f => Path.GetFileNameWithoutExtension(f))
                .Order(StringComparer.Ordinal),
        ];

    private static string Folder => "tests/Secretariat.Tests/Formats/Mime/Programs";

    [Theory]
    [MemberData(nameof(Languages))]
    public void Introductions_part_new_from_marked_and_unmarked_text(string language)
    {
        foreach (var introduction in Texts(language, "introduction"))
        {
            AssertHistory(language, $"{introduction}\n\n> Please reply.\n> Soon.");
            AssertHistory(language, $"{introduction}\n\nPlease reply.\n\nSoon.");
            AssertHistory(language, $"{Wrapped(introduction)}\n\n> Please reply.");
            AssertHistory(language, $"{Wrapped(introduction)}\n\nPlease reply.");
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Headers_of_earlier_messages_part_new_from_old(string language)
    {
        foreach (var header in Texts(language, "header"))
        {
            AssertHistory(language, $"{header}\n\nPlease reply.");
            AssertHistory(language, $"________________________________\n{header}\n\nPlease reply.");
            AssertHistory(language, $"{header.Replace("\n", "\n\n", StringComparison.Ordinal)}\n\nPlease reply.");
            AssertHistory(language, $"{header.Replace(":", " :", StringComparison.Ordinal)}\n\nPlease reply.");
            AssertHistory(language, $"{header.Replace(":", "\u00A0:", StringComparison.Ordinal)}\n\n> Please reply.");
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Forwarded_messages_are_not_new(string language)
    {
        foreach (var forwarded in Texts(language, "forwarded"))
        {
            AssertHistory(language, $"{forwarded}\n\nPlease reply.");
            Assert.Equal("", NewText.Split($"{forwarded}\n\nPlease reply.").NewText);
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Lines_of_devices_are_signature(string language)
    {
        var text = Text(language);
        foreach (var device in Lines(language, "device"))
        {
            AssertSigned(text, device, $"{text}\n\n{device}");
            AssertSigned(text, device, $"{text}\n\n{device}\n\n> Please reply.");
            AssertSigned(text, $"-- \n{device}", $"{text}\n\n-- \n{device}");
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Closings_begin_the_signature(string language)
    {
        var text = Text(language);
        var introduction = Texts(language, "introduction")[0];
        foreach (var closing in Lines(language, "closing"))
        {
            AssertSigned(text, $"{closing}\n\n{Signature}", $"{text}\n\n{closing}\n\n{Signature}");
            AssertSigned(
                text,
                $"{closing}\n{Signature}",
                $"{text}\n\n{closing}\n{Signature}\n\n{introduction}\n\n> Please reply."
            );
            AssertSigned(text, $"{closing}\n{Signature}", $"{text}\n{closing}\n{Signature}\n\n{introduction}\n\nPlease reply.");
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Accents_case_and_kinds_of_blank_do_not_count(string language)
    {
        foreach (var introduction in Texts(language, "introduction"))
        {
            AssertHistory(language, $"{introduction.Replace(' ', '\u00A0')}\n\n> Please reply.");
            AssertHistory(
                language,
                $"\u200F{introduction.Replace(" ", "\u202F", StringComparison.Ordinal)}\u200F\n\nPlease reply."
            );
            AssertHistory(language, $"{WithoutAccents(introduction)}\n\n> Please reply.");
            AssertHistory(language, $"{introduction.ToUpperInvariant()}\n\n> Please reply.");
        }
        var text = Text(language);
        foreach (var closing in Lines(language, "closing"))
            AssertSigned(text, $"{WithoutAccents(closing)}\n{Signature}", $"{text}\n\n{WithoutAccents(closing)}\n{Signature}");
    }

    private static void AssertHistory(string language, string history)
    {
        var text = Text(language);
        var split = NewText.Split($"{text}\n\n{history}");
        Assert.Equal((text, history.Trim('\u200F')), (split.NewText, split.QuotedText.Trim('\u200F')));
    }

    private static void AssertSigned(string text, string signature, string body)
    {
        var split = NewText.Split(body);
        Assert.Equal((text, signature), (split.NewText, split.SignatureText));
    }

    /// <summary>As programs wrap: at the last blank before column 60.</summary>
    private static string Wrapped(string line) =>
        line.LastIndexOf(' ', Math.Min(60, line.Length - 1)) is > 0 and var at ? $"{line[..at]}\n{line[(at + 1)..]}" : line;

    private static string WithoutAccents(string line) =>
        string.Concat(
                line.Normalize(NormalizationForm.FormD)
                    .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
            )
            .Normalize(NormalizationForm.FormC);

    private static string Text(string language) => Texts(language, "text")[0];

    private static string[] Lines(string language, string kind) => Texts(language, kind)[0].Split('\n');

    private static string[] Texts(string language, string kind) =>
        [
            .. ProjectFiles
                .Read($"{Folder}/{language}.txt")
                .Split("=== ", StringSplitOptions.RemoveEmptyEntries)
                .Where(part => part.StartsWith(kind + "\n", StringComparison.Ordinal))
                .Select(part => part[(kind.Length + 1)..].Trim()),
        ];
}
