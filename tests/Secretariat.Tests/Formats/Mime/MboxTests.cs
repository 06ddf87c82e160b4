using System.Text;
using Secretariat.Formats.Mime;

namespace Secretariat.Tests.Formats.Mime;

public sealed class MboxTests
{
    [Fact]
    public void Messages_are_divided_at_From_lines_behind_an_empty_line() =>
        Assert.Equal(
            ["A: 1\n\nFrom the start\nof a line\n", "B: 2\n\nText\n"],
            Read("From x\nA: 1\n\n>From the start\nof a line\n\nFrom y\nB: 2\n\nText\n")
        );

    [Fact]
    public void A_From_line_within_a_paragraph_divides_nothing() =>
        Assert.Equal(["A: 1\n\nWe came\nFrom afar\n"], Read("From x\nA: 1\n\nWe came\nFrom afar\n"));

    [Fact]
    public void One_mark_of_several_is_taken_off_and_other_quotations_stay() =>
        Assert.Equal(["A: 1\n\n>From\n>From me\n> From\n"], Read("From x\nA: 1\n\n>From\n>>From me\n> From\n"));

    [Fact]
    public void Windows_line_ends_stay_as_they_are() =>
        Assert.Equal(["A: 1\r\n\r\nx\r\n", "B: 2\r\n\r\ny"], Read("From x\r\nA: 1\r\n\r\nx\r\n\r\nFrom y\r\nB: 2\r\n\r\ny"));

    [Fact]
    public void Lines_longer_than_the_buffer_come_whole()
    {
        var line = new string('x', 200_000);
        Assert.Equal([$"A: 1\n\n{line}\nend"], Read($"From x\nA: 1\n\n{line}\nend"));
    }

    [Fact]
    public void A_message_beyond_the_limit_is_cut_but_seen_to_be_too_long()
    {
        var lines = string.Concat(Enumerable.Repeat("line\n", 100_000));
        var all = MboxReader.Read(Stream($"From x\nA: 1\n\n{lines}\nFrom y\nB: 2\n\n"), 1000).ToList();
        Assert.Equal(2, all.Count);
        Assert.InRange(all[0].Length, 1001, 70_000);
    }

    [Theory, InlineData(""), InlineData("From "), InlineData("\n"), InlineData("From x\n\n\n\n\nFrom y")]
    public void Odd_files_do_no_harm(string mbox) => Assert.InRange(Read(mbox).Count, 0, 2);

    private static List<string> Read(string mbox) =>
        [.. MboxReader.Read(Stream(mbox), 1 << 20).Select(Encoding.Latin1.GetString)];

    private static MemoryStream Stream(string text) => new(Encoding.Latin1.GetBytes(text));
}
