using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Tests.Platform;

public class TimingTests
{
    [Fact]
    public void A_period_is_read_after_the_days_within_it_and_the_shorter_first()
    {
        string[] read =
        [
            "5 March",
            "23-25 April",
            "23-26 April",
            "spring",
            "11-12 July",
            "30 September",
            "September",
            "Q3",
            "by 1 October",
            "2024",
            "to be defined",
        ];
        Timing[] timings =
        [
            Of("to be defined", Precision.ToBeDefined, null, null),
            Of("2024", Precision.Year, new(2024, 1, 1), new(2024, 12, 31)),
            Of("spring", Precision.Season, new(2024, 3, 1), new(2024, 5, 31)),
            Of("Q3", Precision.Quarter, new(2024, 7, 1), new(2024, 9, 30)),
            Of("September", Precision.Month, new(2024, 9, 1), new(2024, 9, 30)),
            Of("30 September", Precision.Day, new(2024, 9, 30), new(2024, 9, 30)),
            Of("by 1 October", Precision.By, null, new(2024, 10, 1)),
            Of("23-26 April", Precision.Range, new(2024, 4, 23), new(2024, 4, 26)),
            Of("23-25 April", Precision.Range, new(2024, 4, 23), new(2024, 4, 25)),
            Of("11-12 July", Precision.Range, new(2024, 7, 11), new(2024, 7, 12)),
            Of("5 March", Precision.Day, new(2024, 3, 5), null),
        ];

        Assert.Equal(read, timings.Order(Timing.AsRead).Select(t => t.Text.ToString()));
    }

    private static Timing Of(string text, Precision precision, DateOnly? earliest, DateOnly? latest) =>
        new(LocalizedText.InEnglish(text), precision, earliest, latest);
}
