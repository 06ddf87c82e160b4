using System.Text;
using Secretariat.Formats.Tables;

namespace Secretariat.Tests.Formats.Tables;

/// <summary>How lists are written down as text: quotation marks, delimiters, charsets.</summary>
public class DelimitedTests
{
    [Fact]
    public void Cells_in_quotation_marks_hold_delimiters_line_breaks_and_quotation_marks() =>
        Assert.Equal(
            [
                ["1,5", "two\r\nlines", "say \"yes\""],
                ["2", "", "x"],
            ],
            Rows("a,b,c\r\n\"1,5\",\"two\r\nlines\",\"say \"\"yes\"\"\"\r\n2,,x\r\n")
        );

    [Theory]
    [InlineData("a,b\n1,say \"yes\" now\n", "1", "say \"yes\" now")]
    [InlineData("a,b\n1,\"say \"yes\" now\"\n", "1", "say \"yes\" now")]
    [InlineData("a,b\n1, \"x, y\" \n", "1", "x, y")]
    [InlineData("a,b\n1,\"never closed", "1", "\"never closed")]
    [InlineData("a,b\r1,x\r", "1", "x")]
    [InlineData("sep=,\na,b\n1,x;y;z\n", "1", "x;y;z")]
    public void Stray_quotation_marks_are_text(string file, params string[] row) => Assert.Equal([row], Rows(file));

    [Theory]
    [InlineData("\"M\" X,a@x.eu", "M X")]
    [InlineData("\"M, Dr\" X \"Y\"\",a@x.eu", "M, Dr X \"Y\"\"")]
    public void Text_behind_a_closing_quotation_mark_takes_in_no_further_row(string line, string name)
    {
        var read = Read($"Name,Email\n{line}\nBo,\"b@x.eu\"\nCy,c@x.eu\n");
        Assert.Equal(
            [
                [name, "a@x.eu"],
                ["Bo", "b@x.eu"],
                ["Cy", "c@x.eu"],
            ],
            read.Rows.Select(r => r.Cells)
        );
        Assert.Equal(
            [new TableProblem(2, "Name", "Text follows the closing quotation mark; it was read as part of the cell.")],
            read.Problems
        );
    }

    [Fact]
    public void Text_behind_a_closing_quotation_mark_is_bounded()
    {
        var read = Read($"Name,Role\n\"M\" {new string('x', 40_000)},Head\nAnn,Head\n");
        Assert.Equal(TableReader.MaxCellCharacters, read.Rows[0].Cells[0].Length);
        Assert.Contains(read.Problems, p => p.Message is "The cell has 40002 characters; the first 32767 were read.");
    }

    [Theory]
    [InlineData("Name;Organisation\nAnn, Bob;A, B and C\nEve, Joe;D, E and F\n", ";")]
    [InlineData("Name\tRole\nA;B,C\tD\n", "\t")]
    [InlineData("Name|Role\nAnn|Head, unit\n", "|")]
    [InlineData("Name,Role\nAnn,\"Head; unit\"\n", ",")]
    [InlineData("x;y;z\n1,5;2,5;3,5\n2,5;2,5;3,5\n", ";")]
    [InlineData("A list of ours, as sent, with commas\n\nName;Role\nAnn;Head\nBob;Deputy\n", ";")]
    [InlineData("Name\nAnn\nBob\n", ",")]
    public void The_delimiter_is_what_cuts_the_lines_alike(string file, string delimiter) =>
        Assert.Equal(delimiter, Read(file).Delimiter);

    [Theory]
    [InlineData("windows-1252", "Jürgen Weiß;Österreich\nBjörn Schäfer;Österreich")]
    [InlineData("windows-1252", "Françoise Lefèvre;Belgique\nJérôme Noël;Algérie")]
    [InlineData("windows-1252", "João Gonçalves;Espanha\nInês Simões;Bélgica")]
    [InlineData("windows-1252", "Søren Kjærgård;København\nÅse Bjørnsdóttir;Malmö")]
    [InlineData("windows-1252", "Rõuge Käär;Jõgi\nÜlo Öö;Põlva")]
    [InlineData("windows-1252", "O’Brien “Kay”;Müller – Söhne")]
    [InlineData("windows-1250", "Łukasz Święcicki;Kraków\nJózef Łęcka;Urząd Gminy")]
    [InlineData("windows-1250", "Jiří Dvořák;Česká republika\nŠtěpánka Růžičková;Plzeň")]
    [InlineData("windows-1250", "Győző Fűrész;Magyarország\nErzsébet Szűcs;Külügyminisztérium")]
    [InlineData("windows-1250", "Željko Đurić;Hrvatska\nŠime Čačić;Ministarstvo unutarnjih poslova, Šibenik")]
    [InlineData("windows-1250", "Ştefan Brâncuşi;România\nIonuţ Ţepeş;Bucureşti, Agenţia Naţională pentru Sănătate")]
    [InlineData("iso-8859-2", "Šárka Žáčková;Česko\nŁukasz Śliwa;Świdnica")]
    [InlineData("windows-1251", "Иван Петров;Министерство на външните работи\nЕлена Георгиева;София")]
    [InlineData("iso-8859-5", "Иван Петров;Министерство на външните работи\nЕлена Георгиева;София")]
    [InlineData("koi8-r", "Иван Петров;Министерство иностранных дел\nЕлена Георгиева;Москва")]
    [InlineData("windows-1253", "Αχιλλέας Ψαρράς;Δίκτυο Πρόληψης\nΆννα Κουρής;Ελλάδα")]
    [InlineData("windows-1253", "ΨΑΡΡΑΣ;ΕΛΛΑΔΑ\nΚΟΥΡΗΣ;ΥΠΟΥΡΓΕΙΟ ΕΞΩΤΕΡΙΚΩΝ")]
    [InlineData("iso-8859-7", "Άννα Ψαρρά;Αθήνα\nΆρης Κουρής;Ελλάδα")]
    [InlineData("windows-1257", "Jānis Bērziņš;Latvija\nĒriks Ķēniņš;Rīga, Ārlietu ministrija")]
    [InlineData("windows-1257", "Rūta Žukauskienė;Lietuva\nŠarūnas Čepaitis;Užsienio reikalų ministerija, Vilnius")]
    [InlineData("windows-1254", "Ayşe Yılmaz;İçişleri Bakanlığı\nOğuz Çağlar;Türkiye")]
    [InlineData("ibm850", "Jürgen Weiß;Österreich\nBjörn Schäfer;Österreich")]
    [InlineData("windows-1256", "محمد بن عبد الله;المغرب\nفاطمة الزهراء;وزارة الداخلية")]
    [InlineData("windows-1256", "خالد;دار")]
    [InlineData("iso-8859-6", "محمد بن عبد الله;المغرب\nفاطمة الزهراء;وزارة الداخلية")]
    [InlineData("ibm720", "محمد بن عبد الله;المغرب\nفاطمة الزهراء;وزارة الداخلية")]
    [InlineData("windows-1255", "יוסף כהן;משרד הפנים\nמרים לוי;ירושלים")]
    [InlineData("windows-1255", "שלום אברהם;ישראל")]
    [InlineData("windows-874", "สมชาย ใจดี;กระทรวงมหาดไทย\nวิภาดา สุขสันต์;กรุงเทพมหานคร")]
    [InlineData("euc-kr", "김민준;대한민국 외교부\n이서연;서울특별시")]
    [InlineData("shift_jis", "田中太郎;日本国外務省\n佐藤 さくら;東京都・表参道\nソニー 株式会社;東京")]
    [InlineData("gb18030", "李伟;中华人民共和国公安部\n王芳;北京市\n张敏;上海")]
    [InlineData("windows-1251", "ИВАН ПЕТРОВ;МИНИСТЕРСТВО НА ВЪНШНИТЕ РАБОТИ\nЕЛЕНА ГЕОРГИЕВА;СОФИЯ")]
    [InlineData("koi8-r", "Иван;Россия\nЕлена;Москва")]
    public void A_charset_is_guessed_by_the_letters_that_result(string name, string text)
    {
        var encoding =
            CodePagesEncodingProvider.Instance.GetEncoding(name is "ibm720" ? "dos-720" : name) ?? Encoding.GetEncoding(name);
        var read = TableReader.Read(encoding.GetBytes($"Name;Place\n{text}\n"));
        Assert.Equal(text, string.Join('\n', read.Rows.Select(r => string.Join(';', r.Cells))));
        var asked = TableReader.Read(encoding.GetBytes($"Name;Place\n{text}\n"), charset: name);
        Assert.Equal((name, true), (asked.Encoding, asked.IsEncodingSure));
    }

    [Theory]
    [InlineData("windows-1252", "Lefèvre;Paris", false)]
    [InlineData("windows-1252", "Françoise Lefèvre;Algérie\nJoão Gonçalves;Bélgica\nÅse Kjærgård;Malmö\nInês Simões;Nuño", true)]
    [InlineData("windows-1251", "Иван Петров;София\nЕлена Георгиева;Министерство на външните работи", true)]
    [InlineData("gb18030", "李伟;中华人民共和国公安部\n王芳;北京市\n张敏;上海", true)]
    public void A_guess_is_sure_where_no_other_charset_makes_about_as_much_sense(string name, string text, bool isSure)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name)!;
        Assert.Equal(isSure, TableReader.Read(encoding.GetBytes($"Name;Place\n{text}\n")).IsEncodingSure);
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    public void Unicode_is_known_with_and_without_its_mark(string name, bool hasMark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] file =
        [
            .. hasMark ? encoding.Preamble : [],
            .. encoding.GetBytes("Όνομα;E-mail\nΆννα;a@example.org\nΖωή;z@example.org\n"),
        ];
        var read = TableReader.Read(file);
        Assert.Equal(["Όνομα", "E-mail"], read.Header);
        Assert.Equal(["Άννα", "a@example.org"], read.Rows[0].Cells);
        Assert.Equal(name is "utf-16" ? "utf-16le" : name.ToLowerInvariant(), read.Encoding);
    }

    [Fact]
    public void One_byte_that_is_no_utf_8_changes_no_charset_and_is_told()
    {
        byte[] file = [.. Encoding.UTF8.GetBytes("Name;Place\nJürgen;Köln\nZoë;Évry\n"), .. "R\u00FC;x\n".Select(c => (byte)c)];
        var read = TableReader.Read(file);
        Assert.Equal(("utf-8", "Zoë"), (read.Encoding, read.Rows[1].Cells[0]));
        Assert.Equal((4, "Name"), (read.Problems[0].Row, read.Problems[0].Column));
    }

    [Theory]
    [InlineData("", "There is nothing in it: save the list again.")]
    [InlineData(" \r\n\t\n", "There is nothing in it: save the list again.")]
    [InlineData("<!DOCTYPE html><table>", "It is a page or document and no list: save it as CSV or as a workbook (.xlsx).")]
    [InlineData(
        "\u0001\u0002\u0003\u0004\u0005",
        "It is neither text nor a workbook: save the list as CSV or as a workbook (.xlsx)."
    )]
    public void What_is_no_list_is_refused_with_the_remedy(string file, string reason) =>
        Assert.Equal(reason, Read(file).UnreadableReason);

    [Fact]
    public void Rows_cells_and_bytes_are_bounded()
    {
        Assert.Equal(TableReader.MaxRows, Read(Times("a\n", TableReader.MaxRows)).Rows.Count);
        Refused("It has more than 250000 rows: give it in parts.", Times("a\n", TableReader.MaxRows + 1));
        Refused("It has more than 2000000 cells: give it in parts.", Times(Times(",", 999) + "a\n", 2_001));
        Refused("Row 1 has more than 16384 cells: save the list as a workbook (.xlsx).", Times(",", 20_000));
        Refused(
            $"It has {TableReader.MaxBytes + 1} bytes, and at most {TableReader.MaxBytes} are read: give it in parts.",
            new string('x', TableReader.MaxBytes + 1)
        );
    }

    [Fact]
    public void A_cell_that_is_too_long_is_cut_and_told()
    {
        var read = Read($"Name,Role\n{new string('x', 40_000)},Head\nAnn,Head\n");
        Assert.Equal(TableReader.MaxCellCharacters, read.Rows[0].Cells[0].Length);
        Assert.Equal("The cell has 40000 characters; the first 32767 were read.", read.Problems[0].Message);
    }

    private static void Refused(string reason, string file) => Assert.Equal(reason, Read(file).UnreadableReason);

    private static string Times(string piece, int count) =>
        new StringBuilder(piece.Length * count).Insert(0, piece, count).ToString();

    private static IEnumerable<IEnumerable<string>> Rows(string file) => Read(file).Rows.Select(r => r.Cells);

    private static TableFile Read(string file) => TableReader.Read(Encoding.UTF8.GetBytes(file));
}
