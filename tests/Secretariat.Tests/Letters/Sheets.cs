using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Secretariat.Modules.Letters.Documents;
using W14 = DocumentFormat.OpenXml.Office2010.Word;

namespace Secretariat.Tests.Letters;

/// <summary>Reply sheets, and how people fill them in.</summary>
internal static class Sheets
{
    public static ReplySheet Blank(string language = "en", string reference = "GA-2024-0031") =>
        new()
        {
            Language = language,
            Secretariat = "Secretariat of the Alliance",
            Reference = reference,
            SignedOn = new DateOnly(2024, 2, 20),
            Partner = new("Aldoria", "en"),
            Mailbox = "alliance@secretariat.example",
            AnswerAt = "https://alliance.example/t/abc.def",
            Strands = [("prevention", new("Prevention", "en")), ("response", new("Response", "en"))],
        };

    /// <summary>As Word does it: the words take the place of the invitation, and boxes are ticked.</summary>
    public static byte[] Fill(byte[] sheet, IReadOnlyDictionary<string, string> values, params string[] ticked)
    {
        using var file = new MemoryStream();
        file.Write(sheet);
        using (var document = WordprocessingDocument.Open(file, isEditable: true))
        {
            foreach (var control in document.MainDocumentPart!.Document!.Descendants<SdtRun>())
            {
                var properties = control.SdtProperties!;
                var tag = properties.GetFirstChild<Tag>()!.Val!.Value!;
                if (values.TryGetValue(tag, out var value))
                {
                    properties.RemoveAllChildren<ShowingPlaceholder>();
                    control.SdtContentRun!.Descendants<Text>().Single().Text = value;
                }
                if (ticked.Contains(tag))
                {
                    properties.Descendants<W14.Checked>().Single().Val = W14.OnOffValues.One;
                    control.SdtContentRun!.Descendants<Text>().Single().Text = "☒";
                }
            }
        }

        return file.ToArray();
    }
}
