using Secretariat.Formats.Mime;
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

    [Fact]
    public void Marks_that_overlap_or_reach_beyond_the_stretch_leave_every_word_once()
    {
        const string Body = "0123456789";
        var pieces = MarkedText.Of(Body, new TextRange(2, 6), ["123", "345", "78"]).ToList();

        Assert.Equal("234567", string.Concat(pieces.Select(p => p.Text)));
        Assert.Equal("23457", string.Concat(pieces.Where(p => p.IsEvidence).Select(p => p.Text)));
    }

    [Fact]
    public void A_quote_that_stands_twice_is_marked_twice() =>
        Assert.Equal(2, MarkedText.Of("yes and yes", new TextRange(0, 11), ["yes", ""]).Count(p => p.IsEvidence));
}
