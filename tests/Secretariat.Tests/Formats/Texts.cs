using System.Text;

namespace Secretariat.Tests.Formats;

/// <summary>Texts that are hard on writers, one a call, the same for the same seed.</summary>
internal sealed class Texts(Random random)
{
    private static readonly string[] Pieces =
    [
        "",
        " ",
        "  ",
        "\t",
        "\r",
        "\n",
        "\r\n",
        "\u0085",
        "\u2028",
        "\u00A0",
        "\u3000",
        "\0",
        "\u0001",
        "\u001A",
        "\u007F",
        "\uFEFF",
        "\uFFFE",
        "\uFFFF",
        "\uFFFD",
        "\uD83D",
        "\uDE00",
        "😀",
        "👩‍👩‍👧",
        "'",
        "''",
        "\"",
        "\"\"",
        "\\",
        "\\n",
        ",",
        ";",
        "|",
        ":",
        "=",
        "+",
        "-",
        "@",
        "＝",
        "=cmd|' /C calc'!A0",
        "+32 2 123 45 67",
        "-1,5",
        "007",
        "1.5E3",
        "2031-03-04",
        "TRUE",
        "#N/A",
        "_x",
        "_x0041",
        "_x0041_",
        "_x005F_",
        "_xD83D_",
        "x0041_",
        "_",
        "<",
        "&amp;",
        "]]>",
        "<html",
        "sep=;",
        "ID",
        "Name",
        "E-mail",
        "a@example.org",
        "Zoë",
        "e\u0301",
        "Ελλάδα",
        "ירושלים",
        "\u202Eעברית\u202C",
        "العربية",
        "日本語",
        "BEGIN:VCARD",
        "END:VCARD\r\n",
        "=\r\n",
        "%41",
        "mailto",
    ];

    public string Next()
    {
        var text = new StringBuilder();
        for (var i = random.Next(random.Next(20) is 0 ? 80 : 5); i > 0; i--)
            text.Append(Pieces[random.Next(Pieces.Length)]);
        return text.ToString();
    }
}
