using System.Text;
using Secretariat.Formats.Procedures;

namespace Secretariat.Tests.Formats.Procedures;

/// <summary>Invented procedures, written as the Parliament's open data and its pages write theirs.</summary>
public class ProcedureTests
{
    internal const string Process = """
        {"data":[{"id":"eli/dl/proc/2031-0999","type":"Process","label":"2031/0999(COD)","process_id":"2031-0999","process_type":"def/ep-procedure-types/COD",
          "process_title":{"en":"On invented\n matters","fr":"Sur l’inventé"},
          "consists_of":[
            {"id":"eli/dl/event/b","type":"Decision","activity_date":"2031-05-02","had_activity_type":"def/ep-activities/PLENARY_VOTE","decided_on_a_realization_of":["eli/dl/doc/TA-99-2031-0001"],"recorded_in_a_realization_of":"eli/dl/doc/PV-99"},
            {"id":"eli/dl/event/a","type":"Activity","activity_date":"2031-05-01T09:00:00+02:00","had_activity_type":"def/ep-activities/REFERRAL","had_participant_organization":["org/LIBE",{"id":"org/BUDG"}]},
            "eli/dl/event/lost",
            {"id":"eli/dl/event/undated","had_activity_type":"def/ep-activities/PLENARY_DEBATE"},
            {"id":"eli/dl/event/odd","activity_date":"soon"},
            {"activity_date":"2031-05-03"}]}],
         "@context":[]}
        """;

    internal const string Page = """
        <!doctype html><html lang="en-GB"><head><title>Procedure File: 2031/0999(COD) | Legislative Observatory</title></head><body>
        <main><h2>2031/0999(COD)</h2><ul><li><svg><title>pdf</title></svg><span>Full procedure</span></li></ul><h2>On invented <em>matters</em></h2>
        <div><h2>Basic information</h2><table><tr><td>01/01/2001</td><td>Not an event</td></tr></table></div>
        <div><h2>Key events</h2><a href="#"><span>Key events</span></a><table><thead><tr><th>Date</th><th>Event</th><th>Reference</th><th>Summary</th></tr></thead><tbody>
        <tr><td>02/05/2031</td><td>Decision by Parliament,
          1st <b>reading</b></td><td><a href="#">T99-0001/2031</a> <a href="#"><i class="flag"></i></a><span></span><span>GEDA/A(2031)1</span></td><td><button>Summary</button></td></tr>
        <tr><td>01/05/2031<td>Committee referral<td><td>
        <tr><td>soon</td><td>Debate</td></tr>
        <tr><td></td><td></td></tr>
        </tbody></table></div>
        <div><h2>Technical information</h2><table><tr><td>03/05/2031</td><td>Not an event</td></tr></table></div></main></body></html>
        """;

    internal const string OldPage = """
        <html lang="fr"><body><div class="ep_title">Fiche de procédure</div>
        <div class="ep-a_heading"><div class="ep_title"><div class="ep-p_text"><span>2031/0999A(COD)</span></div></div></div>
        <div class="ep_title"><div><span>Sur l’inventé</span></div></div>
        <div class="ep_title">Informations de base</div>
        <div class="ep_title"><div><span></span> Événements clés</div></div>
        <div class="ep-table ep-table-heading"><div class="ep-table-row"><div class="ep-table-cell ep-table-cell-s"><div>05/10/2031</div></div>
        <div class="ep-table-cell"><div>Débat</div></div><div class="ep-table-cell"><a href="#"><img src="x"></a></div><div class="ep-table-cell"></div></div></div>
        <div class="ep_title">Informations techniques</div></body></html>
        """;

    [Fact]
    public void A_process_has_its_titles_and_its_events_by_date()
    {
        var read = Read(Process);
        Assert.Equal("2031/0999(COD)", read.Reference);
        Assert.Equal(new Dictionary<string, string> { ["en"] = "On invented matters", ["fr"] = "Sur l’inventé" }, read.Titles);
        Assert.Equal(
            ["2031-05-01 REFERRAL by LIBE, BUDG: ", "2031-05-02 PLENARY_VOTE by : TA-99-2031-0001, PV-99", "2031-05-03  by : "],
            read.Events.Select(Line)
        );
    }

    [Fact]
    public void An_event_that_cannot_be_read_is_named_and_the_others_stay() =>
        Assert.Equal(
            [
                "Event 3 has no content, only eli/dl/event/lost; it is left out.",
                "Event 4 (PLENARY_DEBATE) has no date; it is left out.",
                "Event 5 (odd) has “soon” as its date; it is left out.",
            ],
            Read(Process).Notices
        );

    [Fact]
    public void Without_a_label_the_reference_follows_from_id_and_kind() =>
        Assert.Equal(
            "2031/0999(NLE)",
            Read(
                """{"data":{"process_id":"2031-0999","process_type":"def/ep-procedure-types/NLE","consists_of":{"activity_date":"2031-01-01"}}}"""
            ).Reference
        );

    [Fact]
    public void Titles_that_are_no_texts_are_named()
    {
        var read = Read("""{"data":[{"label":"2031/0999(COD)","process_title":{"en":["x"],"de":"Titel"}}]}""");
        Assert.Equal(["de"], read.Titles.Keys);
        Assert.Equal(["The title in en is no text; it is left out."], read.Notices);
        Assert.Single(Read("""{"data":[{"label":"2031/0999(COD)","process_title":"x"}]}""").Notices);
    }

    [Fact]
    public void A_page_has_its_title_and_key_events()
    {
        var read = Read(Page);
        Assert.Equal(("2031/0999(COD)", "On invented matters"), (read.Reference, read.Titles["en"]));
        Assert.Equal(
            [
                "2031-05-01 Committee referral by : ",
                "2031-05-02 Decision by Parliament, 1st reading by : T99-0001/2031, GEDA/A(2031)1",
            ],
            read.Events.Select(Line)
        );
        Assert.Equal(["Row 3 of the key events has no date and event but “soon” and “Debate”; it is left out."], read.Notices);
    }

    [Fact]
    public void An_older_page_made_of_divisions_is_read_too()
    {
        var read = Read(OldPage);
        Assert.Equal(("2031/0999A(COD)", "Sur l’inventé"), (read.Reference, read.Titles["fr"]));
        Assert.Equal(["2031-10-05 Débat by : "], read.Events.Select(Line));
        Assert.Empty(read.Notices);
    }

    [Theory]
    [InlineData("", "nothing in it")]
    [InlineData("{}", "no procedure")]
    [InlineData("{\"data\":[]}", "no procedure")]
    [InlineData("{\"data\":", "no sound JSON at line 1")]
    [InlineData("<html><h2>Key findings</h2></html>", "no page of a procedure")]
    [InlineData("Dear colleagues", "no page of a procedure")]
    public void What_is_no_procedure_is_refused_with_its_reason(string text, string reason) =>
        Assert.Contains(reason, WhyNot(text), StringComparison.Ordinal);

    [Fact]
    public void What_asks_for_too_much_is_refused()
    {
        Assert.Contains("nested more than 64 deep", WhyNot("{\"data\":" + new string('[', 100_000)), StringComparison.Ordinal);
        var many = string.Join(',', Enumerable.Repeat("0", ProcedureReader.MaxEvents + 1));
        Assert.Contains(
            "20000 events",
            WhyNot($$"""{"data":[{"process_id":"1","consists_of":[{{many}}]}]}"""),
            StringComparison.Ordinal
        );
        Assert.Throws<InvalidDataException>(() => ProcedureReader.Read(new byte[ProcedureReader.MaxBytes + 1]));
    }

    [Fact]
    public void A_page_is_in_the_charset_that_it_names() =>
        Assert.Equal(
            "Ťah",
            ProcedureReader
                .Read(
                    Encoding.Latin1.GetBytes(
                        "<html lang=\"sk\"><meta charset=\"windows-1250\"><h2>2031/0999(COD)</h2><h2>\u008Dah</h2><h2>Basic information</h2>"
                    )
                )
                .Titles["sk"]
        );

    internal static Procedure Read(string text) => ProcedureReader.Read(Encoding.UTF8.GetBytes(text));

    private static string WhyNot(string text) => Assert.Throws<InvalidDataException>(() => Read(text)).Message;

    private static string Line(ProcedureEvent e) =>
        $"{e.Date:yyyy-MM-dd} {e.Type} by {e.Actor}: {string.Join(", ", e.Documents)}";
}
