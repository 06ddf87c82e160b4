using System.Text;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Correspondence.Inbox;

namespace Secretariat.Tests.Correspondence;

public sealed class EvidenceTests
{
    [Theory]
    [InlineData("We nominate\nMs Sample.", "We nominate Ms Sample.", "We nominate\nMs Sample.")]
    [InlineData("a  b\r\nc", " a b c ", "a  b\r\nc")]
    [InlineData("We nominate Ms Sample.", "we nominate", null)]
    [InlineData("We nominate Ms Sample.", "  ", null)]
    [InlineData("", "x", null)]
    public void Copied_words_are_found_as_they_stand_in_the_text(string text, string copied, string? found) =>
        Assert.Equal(found, Quotation.FindIn(text, copied));

    [Theory]
    [InlineData("text/plain", "text")]
    [InlineData("text/html", "html")]
    public void Words_of_the_message_name_the_part_in_which_they_stand(string type, string part) =>
        Assert.Equal(
            new Evidence(part, "We nominate"),
            EvidenceByHand.In(Mail(type, "We nominate her."), null, " We nominate").Evidence
        );

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    public void An_attachment_that_the_message_does_not_have_is_no_evidence(int part)
    {
        var found = EvidenceByHand.In(Mail("text/plain", "We nominate her."), part, "We nominate");

        Assert.Null(found.Evidence);
        Assert.Equal("Choose the message or one of its attachments.", found.WhyNot!.English);
    }

    private static MimeMessage Mail(string type, string body) =>
        MimeReader.Read(Encoding.ASCII.GetBytes($"From: a@b.example\nContent-Type: {type}\n\n{body}\n"));

    [Fact]
    public void Marks_that_overlap_or_reach_beyond_the_stretch_leave_every_word_once()
    {
        const string Body = "0123456789";
        var pieces = new MarkedText(Body, ["123", "345", "78"]).In(new TextRange(2, 6)).ToList();

        Assert.Equal("234567", string.Concat(pieces.Select(p => p.Text)));
        Assert.Equal("23457", string.Concat(pieces.Where(p => p.IsEvidence).Select(p => p.Text)));
    }

    [Fact]
    public void A_quote_that_stands_twice_is_marked_twice() =>
        Assert.Equal(2, new MarkedText("yes and yes", ["yes", ""]).In(new TextRange(0, 11)).Count(p => p.IsEvidence));

    [Fact]
    public void Each_of_many_stretches_holds_its_own_marks()
    {
        var text = new MarkedText("a1b a2b a3b", ["1", "b a", "3"]);

        Assert.Equal(["a", "1", "b"], text.In(new TextRange(0, 3)).Select(p => p.Text));
        Assert.Equal(["a", "2", "b"], text.In(new TextRange(4, 3)).Select(p => p.Text));
        Assert.Equal(["a", "3", "b"], text.In(new TextRange(8, 3)).Select(p => p.Text));
    }
}
