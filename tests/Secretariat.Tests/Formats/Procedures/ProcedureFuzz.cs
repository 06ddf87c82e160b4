using System.Text;
using Secretariat.Formats.Procedures;

namespace Secretariat.Tests.Formats.Procedures;

/// <summary>Mutated procedures.</summary>
public class ProcedureFuzz
{
    /// <summary>Memory that reading one file of this size may take.</summary>
    private const long Most = 16 * 1024 * 1024;

    private static readonly string[] Pieces =
    [
        "{",
        "}",
        "[",
        "]",
        "null",
        "\"\"",
        "\"data\":",
        "\"consists_of\":",
        "\"activity_date\":\"9999-12-31\"",
        "\"had_activity_type\":[]",
        "\\ud800",
        "\0",
        "<",
        "<tr>",
        "<td>",
        "</td>",
        "</table>",
        "<h2>",
        "</h2>",
        "<h2>Key events</h2>",
        "<title>",
        "<svg>",
        "<html lang=\"\">",
        "<div class=\"ep-table-row\">",
        "<div class=\"ep-table-cell\">",
        "<div class=\"ep_title\">",
        "31/02/2031",
        "&#0;",
        "&nbsp;",
        "\u00ff\u00fe",
        "\u00ef\u00bb\u00bf",
    ];

    [Fact]
    public Task Nothing_makes_the_reader_throw_but_a_sentence_hang_or_grow() =>
        new Fuzz(
            "procedures",
            [.. new[] { ProcedureTests.Process, ProcedureTests.Page, ProcedureTests.OldPage }.Select(Encoding.UTF8.GetBytes)],
            Pieces
        )
        {
            Most = Most,
        }.RunAsync(Read);

    [Theory]
    [InlineData("<tr>")]
    [InlineData("<tr><td>01/01/2031<td>x")]
    [InlineData("<td>")]
    [InlineData("<h2>")]
    [InlineData("<h2>a</h2>")]
    [InlineData("<div class=\"ep-table-cell\">")]
    [InlineData("<title>")]
    public async Task What_is_repeated_for_a_megabyte_is_read_or_refused(string piece)
    {
        var bytes = Encoding.UTF8.GetBytes(
            "<h2>Key events</h2>" + new StringBuilder().Insert(0, piece, 1024 * 1024 / piece.Length)
        );
        await Stalls.AreCaughtAsync(
            piece,
            () =>
            {
                Read(bytes);
                return Task.CompletedTask;
            }
        );
    }

    private static void Read(byte[] bytes)
    {
        try
        {
            var read = ProcedureReader.Read(bytes);
            Assert.True(read.Notices.Count <= ProcedureReader.MaxNotices);
            string?[] texts =
            [
                read.Reference,
                .. read.Titles.Values,
                .. read.Notices,
                .. read.Events.SelectMany(e => e.Documents.Append(e.Type).Append(e.Actor)),
            ];
            Assert.All(texts, text => Assert.True(text is null || (text.Length > 0 && !text.Any(char.IsControl)), text));
        }
        catch (InvalidDataException refusal)
        {
            Assert.DoesNotContain(refusal.Message, char.IsControl);
        }
    }
}
