using FsCheck;
using FsCheck.Fluent;
using Secretariat.Formats.Mime;

namespace Secretariat.Tests.Formats.Mime;

public class NewTextTests
{
    [Fact]
    public void Text_without_history_is_all_new()
    {
        var split = NewText.Split("Dear colleagues,\n\nwe agree.\n");
        Assert.Equal("Dear colleagues,\n\nwe agree.", split.NewText);
        Assert.Empty(split.Quoted);
        Assert.Null(split.Signature);
    }

    [Theory]
    [InlineData("On Mon, 4 Mar 2024 at 10:00, Office <o@example.net> wrote:\n> Please reply.\n> Soon.\n")]
    [InlineData("On Monday, Office\nwrote:\n\n> Please reply.\n>\n> Soon.\n")]
    [InlineData("On Mon, 4 Mar 2024 at 10:00,\nOffice <o@example.net> wrote:\n\nPlease reply.\n")]
    [InlineData("-----Original Message-----\nFrom: Office\nPlease reply.\n")]
    [InlineData(
        "________________________________\nFrom: Office <o@example.net>\nSent: Monday, 4 March 2024 10:00\nTo: Ann\nSubject: Letter\n\nPlease reply.\n"
    )]
    [InlineData("*From:* Office [mailto:\no@example.net]\n*Sent:* Monday\n*To:* Ann\n*Subject:* Letter\n\nPlease reply.")]
    [InlineData("Von: Office <o@example.net>\nGesendet: Montag, 4. März 2024 10:00\nAn: Ann\nBetreff: Letter\n\nPlease reply.")]
    [InlineData("De : Office <o@example.net>\nEnvoyé : lundi 4 mars 2024 10:00\nÀ : Ann\nObjet : Letter\n\nPlease reply.")]
    [InlineData("Le lun. 4 mars 2024 à 10:00, Office <o@example.net> a écrit :\n\n> Please reply.")]
    [InlineData("---------- Forwarded message ---------\nFrom: Office\nPlease reply.")]
    public void History_is_not_new(string history)
    {
        var split = NewText.Split($"We nominate Ms Example.\n\n{history}");
        Assert.Equal("We nominate Ms Example.", split.NewText);
        Assert.Equal(history.Trim(), split.QuotedText);
    }

    [Fact]
    public void Answers_between_quoted_lines_are_new()
    {
        var split = NewText.Split("On Monday, Office wrote:\n> Who?\nMs Example.\n> Which strands?\n\nPrevention.\n");
        Assert.Equal(["Ms Example.", "Prevention."], split.New.Select(r => r.Of(split.Body)));
        Assert.Equal(["On Monday, Office wrote:\n> Who?", "> Which strands?"], split.Quoted.Select(r => r.Of(split.Body)));
    }

    [Theory]
    [InlineData("On 5 March the Minister wrote:\nwe nominate Ms Example.")]
    [InlineData("From: now on please write to me.\nWe agree.")]
    [InlineData("Our answer:\n--- we agree ---")]
    [InlineData("On Mon, 4 Mar 2024 at 10:00, Office <o@example.net> wrote:\nwe agree.")]
    public void The_senders_own_words_are_never_lost(string body)
    {
        var lastLine = body[(body.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        Assert.EndsWith(lastLine, NewText.Split(body).NewText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("We agree.\n\n-- \nAnn Example\nMinistry", "We agree.", "-- \nAnn Example\nMinistry")]
    [InlineData(
        "We agree.\n\nKind regards,\n\nAnn Example\nMinistry\n+32 2 555 01 02",
        "We agree.",
        "Kind regards,\n\nAnn Example\nMinistry\n+32 2 555 01 02"
    )]
    [InlineData("We agree.\n\nSent from my phone", "We agree.", "Sent from my phone")]
    [InlineData("We agree.\n\nBest regards\nAnn\n\n> Please reply.", "We agree.", "Best regards\nAnn")]
    public void The_signature_stands_apart(string body, string expected, string signature)
    {
        var split = NewText.Split(body);
        Assert.Equal(expected, split.NewText);
        Assert.Equal(signature, split.SignatureText);
    }

    [Theory]
    [InlineData("Thank you.\n\nWe nominate Ms Example.")]
    [InlineData("Thanks,\nwe will send the name of our contact person before the end of\nthe month")]
    [InlineData("Regards")]
    public void Sentences_after_thanks_are_no_signature(string body)
    {
        var split = NewText.Split(body);
        Assert.Null(split.Signature);
        Assert.Equal(body, split.NewText);
    }

    [Fact]
    public void Pieces_lie_in_the_body_in_order_and_never_overlap()
    {
        string[] lines =
        [
            "",
            "Hello",
            "> quoted",
            "On 1 May 2024 at 10:00, a@b.example wrote:",
            "Begin forwarded message:",
            "> 50 persons",
            "| quoted",
            "AE> quoted",
            "--",
            "***",
            "Sent from my iPhone",
            "P.S. Soon.",
            "Ann",
            "Ann Example",
            "Veuillez agréer, Madame, mes salutations",
            "-- ",
            "Regards,",
            "From: a",
            "Sent: b",
            "To: c",
            "\r",
            " ",
            "-----Original Message-----",
            "____________",
        ];
        var bodies = Gen.Elements(lines).ListOf().Select(list => string.Join('\n', list));
        Prop.ForAll(
                bodies.ToArbitrary(),
                body =>
                {
                    var split = NewText.Split(body);
                    var pieces = split
                        .New.Concat(split.Quoted)
                        .Concat(split.Signature is { } s ? [s] : [])
                        .OrderBy(r => r.Start)
                        .ToList();
                    Assert.All(pieces, piece => Assert.InRange(piece.End, piece.Start + 1, body.Length));
                    Assert.All(pieces.Zip(pieces.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
                    Assert.All(
                        pieces.SelectMany(p => new[] { p.Start, p.End - 1 }),
                        at => Assert.False(char.IsWhiteSpace(body[at]))
                    );
                    if (split.Quoted.Count > 0)
                        Assert.DoesNotContain(
                            split.New.SelectMany(p => p.Of(body).Split('\n')),
                            line => line.StartsWith("> q", StringComparison.Ordinal)
                        );
                }
            )
            .QuickCheckThrowOnFailure();
    }
}
