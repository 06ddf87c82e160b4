using Secretariat.Formats.Mime;
using Secretariat.Formats.VCard;
using Secretariat.Modules.Correspondence;
using static Secretariat.Tests.Correspondence.ClerkReplies;

namespace Secretariat.Tests.Correspondence;

public class ClerkTests
{
    public static TheoryData<string> Titles => [.. All.Select(c => c.Title)];

    [Theory]
    [MemberData(nameof(Titles))]
    public void A_letter_is_understood(string title)
    {
        var (_, letter, expected) = All.Single(c => c.Title == title);

        AssertAsExpected(expected, Suggested(Mail(letter)));
    }

    private static void AssertAsExpected(IReadOnlyList<Expectation> expected, IEnumerable<Suggestion> suggested)
    {
        var given = suggested.ToList();
        Assert.Equal(expected.Select(e => (int)e.Type).Order(), given.Select(g => (int)g.Type).Order());
        foreach (var expectation in expected)
        {
            var closest = given.MinBy(g => expectation.Differences(g).Count())!;
            Assert.Empty(expectation.Differences(closest));
            given.Remove(closest);
        }
    }

    public static TheoryData<string> AbsenceTitles => [.. Absences.Select(c => c.Title)];

    [Theory]
    [MemberData(nameof(AbsenceTitles))]
    public void An_absence_note_is_told_from_a_letter_by_its_words(string title)
    {
        var (_, subject, body, kind, expected) = Absences.Single(c => c.Title == title);

        var read = Reader.Read(Mail(body, subject: subject));

        Assert.Equal(kind, read.Kind);
        AssertAsExpected(expected, read.Suggestions);
    }

    private const string AwayWithANote =
        "Attached our note verbale. I am on annual leave until 3 March; in urgent cases please contact Ms Berg.";
    private const string AwayWithAdvice =
        "I am on annual leave until 2 April. In my absence our contact person is Mr Owain Pugh (o.pugh@ministry.example).";

    [Theory]
    [InlineData(AwayWithANote, "application/pdf; name=note.pdf", "attachment", MailKind.Ordinary)]
    [InlineData(AwayWithANote, "application/pdf; name=note.pdf", "inline", MailKind.Ordinary)]
    [InlineData(AwayWithANote, "image/jpeg; name=note.jpg", "attachment", MailKind.Ordinary)]
    [InlineData(AwayWithAdvice, "application/zip; name=notes.zip", "attachment", MailKind.Ordinary)]
    [InlineData(AwayWithANote, "image/png; name=logo.png", "inline", MailKind.AutoReply)]
    [InlineData(AwayWithANote, "application/octet-stream; name=card.vcf", "attachment", MailKind.AutoReply)]
    [InlineData(AwayWithANote, "application/pkcs7-signature; name=smime.p7s", "attachment", MailKind.AutoReply)]
    [InlineData(AwayWithANote, "message/rfc822", "inline", MailKind.AutoReply)]
    public void Words_of_absence_make_no_automatic_reply_of_mail_with_a_document(
        string body,
        string type,
        string disposition,
        MailKind kind
    )
    {
        var mail = Mail(
            $"--b\nContent-Type: text/plain\n\n{body}\n--b\nContent-Type: {type}\nContent-Disposition: {disposition}\n\nX: y\n--b--\n",
            type: "multipart/mixed; boundary=b"
        );

        var read = Reader.Read(mail);

        Assert.Equal(kind, read.Kind);
        Assert.Empty(read.Suggestions);
    }

    [Theory]
    [InlineData("vega@interior.example.es", 1)]
    [InlineData("muster@interior.example.at", 0)]
    [InlineData("muster@interior.example", 1)]
    [InlineData("muster@interior.example.io", 1)]
    public void A_state_nominates_unless_the_letter_is_known_to_come_from_another(string from, int nominations) =>
        Assert.Equal(
            nominations,
            Suggested(Mail("Spain has nominated Mr Carlos Cano as its contact point.\n", from: from)).Count
        );

    [Fact]
    public void A_state_that_the_letter_names_elsewhere_may_be_its_own()
    {
        const string Letter =
            "Ghana nominates Mr Kwame Asante as contact point.\n\nKind regards,\nKofi Mensah\nEmbassy of Ghana\nBrussels\n";

        Assert.Single(Suggested(Mail(Letter, from: "mensah@embassy.example.be")));
    }

    [Fact]
    public void A_letter_in_HTML_alone_is_understood_and_quoted_from_it()
    {
        var given = Suggested(
            Mail(
                "<p>Dear all,</p><p>We nominate <b>Ms Ada Byl&eacute;n</b>, Director,<br>as contact person.</p>",
                type: "text/html"
            )
        );

        var nomination = Assert.Single(given);
        Assert.Equal("Ada Bylén", nomination.Person!.Name);
        var evidence = Assert.Single(nomination.Evidence);
        Assert.Equal("html", evidence.Part);
        Assert.DoesNotContain("&eacute;", evidence.Quote, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied\n", "text/plain")]
    [InlineData("X-Autoreply: yes\n", "text/plain")]
    [InlineData("Return-Path: <>\n", "multipart/report; report-type=delivery-status")]
    public void Mail_that_no_person_wrote_proposes_nothing(string headers, string type) =>
        Assert.Empty(Suggested(Mail("We nominate Ms Ada Bylen as contact person.\n", headers, type)));

    [Fact]
    public void A_forwarded_letter_proposes_nothing() =>
        Assert.Empty(
            Suggested(
                Mail(
                    """
                    For information.

                    -----Original Message-----
                    From: Global Alliance secretariat <global-alliance@secretariat.example>
                    Sent: Tuesday, 20 February 2024 10:15
                    To: minister@ministry.example
                    Subject: Nomination

                    We nominate Ms Ada Bylen as contact person and are interested in prevention.
                    """
                )
            )
        );

    [Fact]
    public void Details_in_the_signature_complete_a_nominee_who_signs()
    {
        var given = Suggested(
            Mail(
                "We nominate Ms Ada Bylen as contact person.\n\nKind regards,\n\nAda Bylen\nHead of Unit\nTel. +32 2 555 01 10\n"
            )
        );

        Assert.Equal(("Head of Unit", "+32 2 555 01 10"), (given[0].Person!.Function, given[0].Person!.Phone));
        Assert.Contains(given[0].Evidence, e => e.Quote.Contains("+32 2 555 01 10", StringComparison.Ordinal));
    }

    [Fact]
    public void Wrapped_lines_are_one_sentence_and_are_quoted_with_their_line_breaks()
    {
        var given = Suggested(
            Mail(
                "The Ministry of the Interior is pleased to nominate Ms Ada\nBylen, Director, as contact person for the Global Alliance.\n"
            )
        );

        Assert.Equal("Ada Bylen", given[0].Person!.Name);
        Assert.Contains("Ms Ada\nBylen", given[0].Evidence[0].Quote, StringComparison.Ordinal);
    }

    [Fact]
    public void A_language_is_a_file_and_without_words_nothing_is_understood()
    {
        var empty = Path.GetTempFileName();
        File.WriteAllText(empty, "{}");

        var read = new Clerk([new ClerkWords([empty])]).Read(Mail("We nominate Ms Ada Bylen as contact person.\n"));

        Assert.Empty(read.Suggestions);
        File.Delete(empty);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{ \"nominatons\": [\"we nominate\"] }")]
    public void A_file_that_holds_no_lists_or_unknown_ones_is_refused(string content)
    {
        var broken = Path.GetTempFileName();
        File.WriteAllText(broken, content);

        Assert.Throws<InvalidDataException>(() => new ClerkWords([broken]));
        File.Delete(broken);
    }

    [Fact]
    public void A_card_completes_the_person_nominated_and_names_the_one_who_is_not_named()
    {
        var card = new PartText(
            "card.vcf",
            "BEGIN:VCARD\nFN:Ada Bylen\nEND:VCARD",
            [
                new Card
                {
                    Name = "Ada Bylen",
                    Title = "Head of Unit",
                    Emails = ["ada@ministry.example"],
                },
            ]
        );

        var completed = Reader.Read(Mail("We nominate Ms Ada Bylen as contact person.\n"), card).Suggestions;
        var named = Reader
            .Read(Mail("We are pleased to nominate our contact person; see the attached card.\n"), card)
            .Suggestions;
        var signature = Reader.Read(Mail("Thank you for the letter.\n"), card).Suggestions;

        Assert.Equal("ada@ministry.example", Assert.Single(completed).Person!.Email);
        Assert.Equal(("Ada Bylen", "Head of Unit"), (Assert.Single(named).Person!.Name, named[0].Person!.Function));
        Assert.Contains(named[0].Evidence, e => e == new Evidence("attachment:card.vcf", "FN:Ada Bylen"));
        Assert.Empty(signature);
    }
}
