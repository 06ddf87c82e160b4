using Secretariat.Modules.Events;
using Secretariat.Platform.Domain;

namespace Secretariat.Tests.Events;

/// <summary>A date as exact as it is known, in the words of each language.</summary>
public sealed class TimingWordsTests
{
    [Theory]
    [InlineData(Precision.Day, "2027-04-01", null, "2027-04-01", "2027-04-01", "1 April 2027", "1er avril 2027", "1. April 2027")]
    [InlineData(
        Precision.Range,
        "2027-04-06",
        "2027-04-08",
        "2027-04-06",
        "2027-04-08",
        "6–8 April 2027",
        "6–8 avril 2027",
        "6.–8. April 2027"
    )]
    [InlineData(
        Precision.Range,
        "2027-04-30",
        "2027-05-02",
        "2027-04-30",
        "2027-05-02",
        "30 April 2027 – 2 May 2027",
        "30 avril 2027 – 2 mai 2027",
        "30. April 2027 – 2. Mai 2027"
    )]
    [InlineData(Precision.Month, "2028-02-10", null, "2028-02-01", "2028-02-29", "February 2028", "février 2028", "Februar 2028")]
    [InlineData(
        Precision.Quarter,
        "2027-01-31",
        null,
        "2027-01-01",
        "2027-03-31",
        "Q1 2027",
        "1er trimestre 2027",
        "1. Quartal 2027"
    )]
    [InlineData(
        Precision.Quarter,
        "2027-12-31",
        null,
        "2027-10-01",
        "2027-12-31",
        "Q4 2027",
        "4e trimestre 2027",
        "4. Quartal 2027"
    )]
    [InlineData(
        Precision.Season,
        "2027-03-01",
        null,
        "2027-03-01",
        "2027-05-31",
        "spring 2027",
        "printemps 2027",
        "Frühjahr 2027"
    )]
    [InlineData(Precision.Season, "2027-11-30", null, "2027-09-01", "2027-11-30", "autumn 2027", "automne 2027", "Herbst 2027")]
    [InlineData(
        Precision.Season,
        "2028-01-15",
        null,
        "2027-12-01",
        "2028-02-29",
        "winter 2027/2028",
        "hiver 2027/2028",
        "Winter 2027/2028"
    )]
    [InlineData(Precision.Year, "2027-07-07", null, "2027-01-01", "2027-12-31", "2027", "2027", "2027")]
    public void A_date_has_its_bounds_and_its_words(
        Precision precision,
        string first,
        string? last,
        string earliest,
        string latest,
        string english,
        string french,
        string german
    )
    {
        var timing = TimingWords.Of(precision, Day(first), last is null ? default : Day(last));

        Assert.Equal((Day(earliest), Day(latest)), (timing.Earliest, timing.Latest));
        Assert.Equal((english, french, german), (timing.Text.In("en"), timing.Text.In("fr"), timing.Text.In("de")));
    }

    [Fact]
    public void What_is_to_be_defined_has_no_bounds()
    {
        var timing = TimingWords.Of(Precision.ToBeDefined);

        Assert.Equal((null, null), (timing.Earliest, timing.Latest));
        Assert.Equal("à définir", timing.Text.In("fr"));
    }

    [Fact]
    public void Every_day_lies_within_each_period_that_is_told_of_it()
    {
        for (var day = new DateOnly(2027, 1, 1); day.Year < 2029; day = day.AddDays(1))
            foreach (
                var (precision, _) in TimingWords.Offered.Where(o =>
                    o.Precision is not (Precision.Range or Precision.ToBeDefined)
                )
            )
            {
                var timing = TimingWords.Of(precision, day);
                Assert.True(timing.Earliest <= day && day <= timing.Latest, $"{precision} {day}");
                // Every day of a period tells the same period.
                Assert.Equal(timing, TimingWords.Of(precision, timing.Latest!.Value));
            }
    }

    [Theory]
    [InlineData(Precision.Season, "2027-04-01", Precision.Day, "2027-04-12", false)]
    [InlineData(Precision.Season, "2027-04-01", Precision.Day, "2027-06-01", true)]
    [InlineData(Precision.Day, "2027-04-12", Precision.Day, "2027-04-13", true)]
    [InlineData(Precision.Day, "2027-04-12", Precision.Month, "2027-04-01", false)]
    [InlineData(Precision.Day, "2027-04-12", Precision.ToBeDefined, "2027-04-01", true)]
    [InlineData(Precision.ToBeDefined, "2027-04-12", Precision.Day, "2027-04-01", false)]
    public void A_date_is_left_by_another_one_that_has_none_of_its_days(
        Precision one,
        string first,
        Precision other,
        string then,
        bool isLeft
    ) => Assert.Equal(isLeft, TimingWords.Of(one, Day(first)).IsLeftBy(TimingWords.Of(other, Day(then))));

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
