using System.Text.Json;
using Secretariat.Modules.Letters.Documents;

namespace Secretariat.Bench;

/// <summary>Invented letters of two pages: as the platform writes them, and as a Word template with its values.</summary>
internal static class LetterMaker
{
    private static readonly string[] Columns = ["Date", "Event", "Place"];

    /// <summary>A letter with its words in it.</summary>
    public static LetterDocument Letter(int number) =>
        Document(
            $"Ilse Maranova {number}",
            string.Join("\n", Enumerable.Range(1, 3).Select(i => $"- Ask {i} of letter {number}: nominate a person of contact.")),
            [
                .. Enumerable
                    .Range(1, 12)
                    .Select(i => (IReadOnlyList<string>)[$"{i} March 2024", $"Event {i} of {number}", "Brussels"]),
            ]
        );

    /// <summary>The same letter as a template of a house.</summary>
    public static byte[] Template() =>
        LetterDocx.Write(
            Document(
                "{name}",
                "{#asks}\n\n{text}\n\n{/asks}",
                [
                    ["{#events}{date}", "{title}", "{place}{/events}"],
                ]
            )
        );

    public static JsonElement Values(int number) =>
        JsonSerializer.SerializeToElement(
            new
            {
                name = $"Ilse Maranova {number}",
                asks = Enumerable
                    .Range(1, 3)
                    .Select(i => new { text = $"Ask {i} of letter {number}: nominate a person of contact." }),
                events = Enumerable
                    .Range(1, 12)
                    .Select(i => new
                    {
                        date = $"{i} March 2024",
                        title = $"Event {i} of {number}",
                        place = "Brussels",
                    }),
            }
        );

    private static LetterDocument Document(string name, string asks, IReadOnlyList<IReadOnlyList<string>> rows) =>
        new()
        {
            Language = "en",
            Title = "Follow-up",
            Sender = new(
                "Ann Sender",
                "Institution",
                "Home affairs",
                "Street 1, Brussels",
                "+32 2 555 01 01",
                "a@alliance.example"
            ),
            Place = "Brussels",
            SignedOn = new(2024, 2, 20),
            Reference = "GA-2024-0031",
            Subject = "Follow-up to the conference",
            Salutation = $"Dear {name},",
            Body = $"{Paragraphs(4)}\n\n{asks}\n\n{Paragraphs(4)}",
            Close = "Yours sincerely,",
            SignatoryName = "Ann Sender",
            AddresseeLines = [$"{name}, Minister of the Interior"],
            Annexes = [new("Timetable", null, Columns, rows)],
        };

    private static string Paragraphs(int count) =>
        string.Join(
            "\n\n",
            Enumerable
                .Range(0, count)
                .Select(_ =>
                    string.Join(' ', Enumerable.Repeat("The partners work together on prevention, response and alternatives.", 6))
                )
        );
}
