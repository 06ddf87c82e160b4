using Secretariat.Modules.Letters;

namespace Secretariat.Tests.Letters;

public class CheckCodesTests
{
    [Fact]
    public void Codes_are_four_groups_of_signs_that_nobody_confuses_and_none_comes_twice()
    {
        var codes = Enumerable.Range(0, 1000).Select(_ => CheckCodes.New()).ToList();

        Assert.All(codes, code => Assert.Matches("^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$", code));
        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.Equal(32, string.Concat(codes).Replace("-", "", StringComparison.Ordinal).Distinct().Count());
    }

    [Theory]
    [InlineData("7K3M-9QXZ-4T2B-WH8D")]
    [InlineData("7k3m9qxz4t2bwh8d")]
    [InlineData("  7K3M 9QXZ 4T2B WH8D ")]
    [InlineData("7K3M–9QXZ–4T2B–WH8D")]
    public void A_code_is_read_however_it_is_typed(string typed) => Assert.Equal("7K3M-9QXZ-4T2B-WH8D", CheckCodes.Read(typed));

    [Fact]
    public void Letters_taken_for_digits_are_read_as_these() =>
        Assert.Equal("0123-1100-0000-1111", CheckCodes.Read("oi23-Il00-OOoo-1iLl"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7K3M-9QXZ-4T2B-WH8")]
    [InlineData("7K3M-9QXZ-4T2B-WH8D-1")]
    [InlineData("7K3M-9QXZ-4T2B-WH8U")]
    [InlineData("7K3M-9QXZ-4T2B-WH8Ä")]
    public void What_cannot_be_a_code_is_none(string? typed) => Assert.Null(CheckCodes.Read(typed));
}
