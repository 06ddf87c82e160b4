using Secretariat.Formats.Statistics;

namespace Secretariat.Tests.Formats.Statistics;

public class TimePeriodTests
{
    [Theory]
    [InlineData("2031", "2031")]
    [InlineData(" 2031 ", "2031")]
    [InlineData("2031-A1", "2031")]
    [InlineData("2031Z", "2031")]
    [InlineData("2031-04", "2031-04")]
    [InlineData("2031-4", "2031-04")]
    [InlineData("2031-M04", "2031-04")]
    [InlineData("2031M04", "2031-04")]
    [InlineData("2031-04+02:00", "2031-04")]
    [InlineData("04/2031", "2031-04")]
    [InlineData("JAN2031", "2031-01")]
    [InlineData("September 2031", "2031-09")]
    [InlineData("2031 Dec", "2031-12")]
    [InlineData("2031-Q3", "2031-Q3")]
    [InlineData("2031Q3", "2031-Q3")]
    [InlineData("Q3 2031", "2031-Q3")]
    [InlineData("2031S2", "2031-S2")]
    [InlineData("2031-H2", "2031-S2")]
    [InlineData("2031-T3", "2031-T3")]
    [InlineData("2031W5", "2031-W05")]
    [InlineData("2031-W53", "2031-W53")]
    [InlineData("2031-04-05", "2031-04-05")]
    [InlineData("2031M04D05", "2031-04-05")]
    public void Periods_are_written_in_one_way(string written, string expected) =>
        Assert.Equal(expected, TimePeriod.Normalise(written));

    [Theory]
    [InlineData("2031-M13")]
    [InlineData("2031-Q5")]
    [InlineData("2031-W54")]
    [InlineData("2031-13")]
    [InlineData("2031-D032")]
    [InlineData("2031-04-05T10:00:00")]
    [InlineData("2031-01-01/P6M")]
    [InlineData("MARKET2031")]
    [InlineData("total")]
    [InlineData("")]
    [InlineData("٢٠٣١")]
    public void What_is_no_such_period_stays_as_it_is_written(string written) =>
        Assert.Equal(written, TimePeriod.Normalise(written));
}
