using Secretariat.Formats.Mime;

namespace Secretariat.Tests.Formats.Mime;

/// <summary>How programs quote and people answer, whatever the language.</summary>
public class NewTextMechanicsTests
{
    private const string Introduction = "On Mon, 4 Mar 2024 at 10:15, Office <office@alliance.example> wrote:";
    private const string Header =
        "From: Office <office@alliance.example>\nSent: Monday, 4 March 2024 10:15\nTo: Ann Example\nSubject: Letter";

    [Fact]
    public void What_begins_beyond_the_limit_counts_as_new()
    {
        var quoted = string.Concat(Enumerable.Repeat("> Who?\n", NewText.MaxLength / 7));
        var split = NewText.Split($"Yes.\n\n{Introduction}\n{quoted}> Who else?\n");

        Assert.Equal("Yes.", split.New[0].Of(split.Body));
        Assert.EndsWith("> Who else?", split.NewText, StringComparison.Ordinal);
        Assert.InRange(split.NewText.Length, 10, 200);
        Assert.Equal("> Who?", split.QuotedText[^6..]);
    }

    [Theory]
    [InlineData($"{Introduction}\n> Who?\n\nMs Example.", "Ms Example.")]
    [InlineData(
        $"{Introduction}\n\n> Who?\n> When?\nMs Example,\nin May.\n> Where?\n\nIn Brussels.",
        "Ms Example,\nin May.\n\nIn Brussels."
    )]
    [InlineData($"Dear all,\n\n{Introduction}\n>> Who?\n> I do not know.\n\nMs Example.", "Dear all,\n\nMs Example.")]
    [InlineData($"-----Original Message-----\n{Header}\n\n> Who?\n\nMs Example.", "Ms Example.")]
    [InlineData($"{Header}\n\n> Who?\n\nMs Example.", "Ms Example.")]
    [InlineData($"{Introduction}\n| Who?\n| When?\n\nMs Example.", "Ms Example.")]
    [InlineData("AE> Who?\nAE> When?\n\nMs Example.", "Ms Example.")]
    public void Answers_below_and_between_quoted_lines_are_new(string body, string expected) =>
        Assert.Equal(expected, NewText.Split(body).NewText);

    [Theory]
    [InlineData($"Yes.\n\n{Introduction}\n\nWho?\n\nOn Sun, 3 Mar 2024 at 9:00, Ann <ann@example.net> wrote:\n\nPlease ask.")]
    [InlineData($"Yes.\n\n{Header}\n\nWho?\n\n{Header}\n\nPlease ask.")]
    [InlineData($"Yes.\n\n{Introduction}\n> Who?\n> On Sun, 3 Mar 2024 at 9:00, Ann <ann@example.net> wrote:\n>> Please ask.")]
    [InlineData($"Yes.\n{Introduction}\n\nWho?")]
    [InlineData($"Yes.\n{Header}\n\nWho?")]
    [InlineData($"Yes.\n\nOn Mon, 4 Mar 2024 at 10:15 Office\n\n<\nmailto:Office <office@alliance.example>\n> wrote:\n\nWho?")]
    [InlineData("Yes.\n\nMon, 4 Mar 2024 10:15 Office <office@alliance.example>:\n\nWho?")]
    [InlineData("Yes.\n\n2024-03-04 10:15 GMT+01:00 Office\n\nWho?")]
    [InlineData("Yes.\n\nAnn van Example wrote:\n> Who?")]
    public void Nested_glued_and_taken_apart_introductions_are_found(string body) =>
        Assert.Equal("Yes.", NewText.Split(body).NewText);

    [Theory]
    [InlineData($"---------- Forwarded message ---------\n{Header}\n\nPlease nominate.")]
    [InlineData($"Begin forwarded message:\n\n{Header}\n\nPlease nominate.")]
    [InlineData($"{Header}\n\nPlease nominate.")]
    [InlineData("> Begin forwarded message:\n>\n> From: Office\n>\n> Please nominate.")]
    public void Where_the_sender_forwards_without_a_word_nothing_is_new(string body) =>
        Assert.Equal("", NewText.Split(body).NewText);

    [Theory]
    [InlineData(
        "-------- Forwarded message --------\nFrom: Office\n\nWho?\n-------- End forwarded message --------\n\nMs Example."
    )]
    public void Below_the_end_of_a_forwarded_message_the_sender_goes_on(string body) =>
        Assert.Equal("Ms Example.", NewText.Split(body).NewText);

    /// <summary>In doubt a line counts as new.</summary>
    [Theory]
    [InlineData("To: Global Alliance\nFrom: Ministry\nDate: 4 March 2024\nSubject: Nomination\n\nWe nominate Ms Example.")]
    [InlineData("On 4 March 2024 the Minister wrote:\nWe nominate Ms Example.\n\nWe confirm this.")]
    [InlineData("Dear all,\n\nOn page 3 you wrote:\nwho is it?\n\nMs Example.")]
    [InlineData($"We refer to this message:\n{Header}\n\nWe nominate Ms Example.")]
    [InlineData("We can take\n> 50 persons\nat once.")]
    [InlineData("The share is\n>= 5 per cent.")]
    [InlineData("Please note:\n\n>From now on write to Ms Example.")]
    [InlineData("Date: 4 March 2024\nFrom: 10:15\nTo: 12:00\nWhere: Brussels\n\nWe shall send Ms Example.")]
    [InlineData("My flight:\n\nFrom: Brussels\nTo: Valletta\nDate: 4 March 2024, 10:15\n\nMs Example comes too.")]
    [InlineData(
        "Please see below what the Minister, to whom I spoke on 4 March 2024 at 10:15, then wrote:\n\nWe nominate Ms Example."
    )]
    [InlineData("We agree.\n\n-- forwarded by courier\n\nMs Example brings it.")]
    [InlineData("> Who?\n> Ms Example.")]
    [InlineData("| Prevention | yes |\n| Response | no |")]
    [InlineData("A> yes\nB> no")]
    [InlineData("First part.\n\n***\n\nSecond part, in which we nominate Ms Example.")]
    [InlineData("We nominate:\n-----\nAnn Example\nDirector\nann@example.net")]
    [InlineData("We nominate:\n--\nThe person is Ms Example of the Ministry.")]
    [InlineData("Kind regards to all. We nominate Ms Example.\n\nSoon more.")]
    [InlineData("Best regards,\nAnn Example\n\nOne more thing: we also nominate Mr Example.")]
    [InlineData("Thanks,\nour contact is Ms Example")]
    [InlineData("Pozdrav,\nimenujemo gđu Example")]
    [InlineData("İyi günler,\nSayın Example")]
    [InlineData("We agree.\n\nBest regards,\nAnn\n\nContact persons:\nAnn Example\nBo Example")]
    [InlineData("Please accept our nomination of Ms Example.\n\nAnn Example\nDirector")]
    [InlineData("This message is confidential and meant for the recipient only. We nominate Ms Example.")]
    [InlineData("We agree.\n\nRegards,\nAnn\n\n1. Bo Example\n2. Cy Example")]
    [InlineData("We agree.\n\nRegards,\nAnn\n\nThe Ministry of the Environment will print the leaflets.")]
    [InlineData("We agree.\n\nAnn\n\nAnn Example is our contact person")]
    [InlineData("First part.\n--\nSecond part\nWe nominate Ms Example.")]
    [InlineData(
        "We agree.\n\nRegards,\nAnn\n\nWe also nominate Bo Example (bo@example.net), Director, for prevention from 2024 on"
    )]
    [InlineData("-- \nWe nominate Ms Example")]
    [InlineData("We sent it.\n\nSent from our office in Geneva")]
    public void Nothing_of_the_senders_is_lost(string body) =>
        Assert.Equal((body, null), (NewText.Split(body).NewText, NewText.Split(body).SignatureText));

    [Theory]
    [InlineData("Regards, Ann Example", "Regards, Ann Example")]
    [InlineData("MfG A. Example", "MfG A. Example")]
    [InlineData("Thank you,\nAnn", "Thank you,\nAnn")]
    [InlineData("--\nBest regards,\n\nAnn", "--\nBest regards,\n\nAnn")]
    [InlineData("—\nAnn Example", "—\nAnn Example")]
    [InlineData("__\nAnn Example\nMinistry", "__\nAnn Example\nMinistry")]
    [InlineData("*****\nAnn Example\nMinistry", "*****\nAnn Example\nMinistry")]
    [InlineData("Ann\n\nAnn Example | Ministry | Brussels", "Ann\n\nAnn Example | Ministry | Brussels")]
    [InlineData("Regards,\n\nFor the Minister:\nAnn Example", "Regards,\n\nFor the Minister:\nAnn Example")]
    [InlineData("Best,\nAnn\n\nAnn Example\nMinistry", "Best,\nAnn\n\nAnn Example\nMinistry")]
    [InlineData("Regards,\nAnn Example\nExample Shipping S.A.", "Regards,\nAnn Example\nExample Shipping S.A.")]
    [InlineData("Regards,\nAnn Example\n1051 Budapest, Petőfi u. 2-4.", "Regards,\nAnn Example\n1051 Budapest, Petőfi u. 2-4.")]
    [InlineData("Regards,\nAnn Example\n\nSent from my iPhone", "Regards,\nAnn Example\n\nSent from my iPhone")]
    [InlineData(
        "Regards,\nAnn Example\n\nThis e-mail is confidential and meant for the recipient only.\nPlease delete it otherwise.",
        "Regards,\nAnn Example\n\nThis e-mail is confidential and meant for the recipient only.\nPlease delete it otherwise."
    )]
    [InlineData(
        "Regards,\nAnn Example\nThis e-mail is confidential and meant for the recipient only; please delete it otherwise.",
        "Regards,\nAnn Example\nThis e-mail is confidential and meant for the recipient only; please delete it otherwise."
    )]
    [InlineData(
        "-- \nAnn Example\nAll messages are signed by hand, as they should be.",
        "-- \nAnn Example\nAll messages are signed by hand, as they should be."
    )]
    [InlineData(
        "Je vous prie d’agréer, Madame, Monsieur, l’expression de mes salutations\nles plus distinguées.\n\nAnn Example",
        "Je vous prie d’agréer, Madame, Monsieur, l’expression de mes salutations\nles plus distinguées.\n\nAnn Example"
    )]
    public void Signatures_are_known_in_many_forms(string end, string signature)
    {
        foreach (var history in (string[])["", $"\n\n{Introduction}\n\n> Who?", $"\n\n{Header}\n\nWho?"])
        {
            var split = NewText.Split($"We agree.\n\n{end}{history}");
            Assert.Equal(("We agree.", signature), (split.NewText, split.SignatureText));
        }
    }

    [Fact]
    public void A_postscript_below_the_signature_is_new()
    {
        var split = NewText.Split("We agree.\n\nRegards,\nAnn Example\n\nP.S. We also nominate Mr Example.");
        Assert.Equal("We agree.\n\nP.S. We also nominate Mr Example.", split.NewText);
        Assert.Equal("Regards,\nAnn Example", split.SignatureText);
    }

    [Theory]
    [InlineData("Anlage")]
    [InlineData("ANNEXE II")]
    [InlineData("Załącznik 1")]
    [InlineData("Приложение")]
    public void An_annex_below_the_signature_is_new(string heading)
    {
        const string Annex = "Contact: Dr Eva Example\nDeputy: Jan Example";
        var split = NewText.Split($"We agree.\n\nRegards,\nAnn Example\n\n{heading}\n{Annex}");
        Assert.Equal($"We agree.\n\n{heading}\n{Annex}", split.NewText);
        Assert.Equal("Regards,\nAnn Example", split.SignatureText);
        Assert.Equal("We agree.", NewText.Split($"We agree.\n\nRegards,\nAnn Example\n\n{heading}").NewText);
    }

    [Fact]
    public void A_signature_below_the_quotation_is_not_new()
    {
        var split = NewText.Split($"We agree.\n\n{Introduction}\n> Who?\n\n-- \nAnn Example");
        Assert.Equal(("We agree.", "-- \nAnn Example"), (split.NewText, split.SignatureText));
    }

    [Fact]
    public void A_sender_who_only_signs_has_written_nothing()
    {
        var split = NewText.Split($"Best regards,\nAnn Example\n\n{Header}\n\nWho?");
        Assert.Equal(("", "Best regards,\nAnn Example"), (split.NewText, split.SignatureText));
    }

    [Theory]
    [InlineData(":\n")]
    [InlineData("a@b.example 10:00 2024 wrote:\n")]
    [InlineData("To: x\n")]
    [InlineData("-----x\n")]
    [InlineData("On Mon, 4 Mar 2024\n")]
    [InlineData("-----Original Message-----\n> x\n")]
    [InlineData("\n")]
    public void Time_grows_with_the_length_only(string line)
    {
        var body = string.Concat(Enumerable.Repeat(line, 1_000_000 / line.Length));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        _ = NewText.Split(body);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 10);
    }
}
