using System.Globalization;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Secretariat.Platform.Domain;
using Secretariat.Tests.Letters;

namespace Secretariat.Tests.Platform;

/// <summary>What nobody asked for waits for the office hours of its country.</summary>
public sealed class OfficeHoursTests
{
    private static readonly OfficeHours Hours = new();
    private static readonly IReadOnlyDictionary<string, OfficeCountry> Countries = OfficeHours.ReadCountries();

    [Theory]
    [InlineData("a Friday evening in Estonia", "EE", "2026-11-27T17:30Z", "2026-11-30T06:00Z")]
    [InlineData("a morning in Estonia while it is night in Brussels", "EE", "2026-11-30T06:30Z", "2026-11-30T06:30Z")]
    [InlineData("the last minute of a day", "BE", "2026-11-30T16:59Z", "2026-11-30T16:59Z")]
    [InlineData("the end of a day", "BE", "2026-11-30T17:00Z", "2026-12-01T07:00Z")]
    [InlineData("Good Friday in Germany", "DE", "2026-04-03T09:00Z", "2026-04-07T06:00Z")]
    [InlineData("14 July in France", "FR", "2026-07-14T09:00Z", "2026-07-15T06:00Z")]
    [InlineData("14 July in Germany", "DE", "2026-07-14T09:00Z", "2026-07-14T09:00Z")]
    [InlineData("a Friday in Egypt", "EG", "2026-11-27T09:00Z", "2026-11-29T06:00Z")]
    [InlineData("a Sunday in Bangladesh", "BD", "2026-11-29T05:00Z", "2026-11-29T05:00Z")]
    [InlineData("Orthodox Good Friday in Bulgaria", "BG", "2026-04-10T09:00Z", "2026-04-14T05:00Z")]
    [InlineData("Orthodox Easter Monday in Cyprus", "CY", "2026-04-13T09:00Z", "2026-04-14T05:00Z")]
    [InlineData("Western Easter Monday in Cyprus", "CY", "2026-04-06T09:00Z", "2026-04-06T09:00Z")]
    [InlineData("Orthodox Easter Monday in Serbia", "RS", "2026-04-13T09:00Z", "2026-04-14T06:00Z")]
    [InlineData("Easter Monday in Slovenia, late in March", "SI", "2027-03-29T09:00Z", "2027-03-30T06:00Z")]
    [InlineData("a holiday in Bulgaria that moves from Sunday", "BG", "2026-05-25T09:00Z", "2026-05-26T05:00Z")]
    [InlineData("13 July in Montenegro", "ME", "2026-07-13T09:00Z", "2026-07-15T06:00Z")]
    [InlineData("New Year's Day on a Saturday in the United States", "US", "2027-12-31T15:00Z", "2028-01-03T13:00Z")]
    [InlineData("2 January in Bern", "CH", "2026-01-02T09:00Z", "2026-01-05T07:00Z")]
    [InlineData("Europe Day, for an organisation", null, "2025-05-09T09:00Z", "2025-05-12T06:00Z")]
    [InlineData("1 May, for an organisation", null, "2026-05-01T09:00Z", "2026-05-04T06:00Z")]
    [InlineData("1 May, for a country that is not known", "AF", "2026-05-01T09:00Z", "2026-05-04T06:00Z")]
    [InlineData("Christmas Eve in the institutions", null, "2026-12-24T09:00Z", "2027-01-04T07:00Z")]
    [InlineData("an evening in Pakistan while it is afternoon in Brussels", "PK", "2026-12-01T13:30Z", "2026-12-02T03:00Z")]
    [InlineData("the day before the clocks go forward", "FR", "2026-03-28T12:00Z", "2026-03-30T06:00Z")]
    [InlineData("the day before the clocks go back", "FR", "2026-10-24T12:00Z", "2026-10-26T07:00Z")]
    [InlineData("Sunday in Brussels, Monday in New Zealand", "NZ", "2026-11-29T19:30Z", "2026-11-29T19:30Z")]
    [InlineData("Friday in Brussels, Saturday in New Zealand", "NZ", "2026-11-27T12:00Z", "2026-11-29T19:00Z")]
    [InlineData("the code in small letters", "ee", "2026-11-27T17:30Z", "2026-11-30T06:00Z")]
    public void It_leaves_when_offices_there_open(string when, string? country, string at, string leaves) =>
        Assert.True(Instant(leaves) == Hours.Next(country, Instant(at)), $"{when}: {Hours.Next(country, Instant(at)):u}");

    [Theory]
    [InlineData("an event at that opening", "2026-11-30T06:00Z", "2026-11-27T17:30Z")]
    [InlineData("an event after it", "2026-11-30T06:01Z", "2026-11-30T06:00Z")]
    [InlineData("an event without a date", null, "2026-11-30T06:00Z")]
    public void Where_the_next_opening_is_too_late_it_leaves_at_once(string what, string? end, string leaves)
    {
        var at = Hours.NextBefore(end is null ? null : Instant(end), "EE", Instant("2026-11-27T17:30Z"));
        Assert.True(Instant(leaves) == at, $"{what}: {at:u}");
    }

    [Fact]
    public void Where_nothing_is_to_wait_everything_leaves_at_once()
    {
        var night = Instant("2026-12-24T23:00Z");
        Assert.Equal(night, new OfficeHours(areKept: false).Next("DE", night));
    }

    [Fact]
    public void A_zone_that_the_machine_does_not_know_is_that_of_Brussels()
    {
        var hours = new OfficeHours(new Dictionary<string, OfficeCountry> { ["XX"] = Country("Nowhere/At_all") });
        Assert.Equal(Instant("2026-11-30T07:00Z"), hours.Next("XX", Instant("2026-11-27T17:30Z")));
    }

    [Fact]
    public void A_country_without_any_working_day_keeps_nothing_back_for_ever()
    {
        var never = Country("Europe/Paris") with { Weekend = Enum.GetValues<DayOfWeek>() };
        var hours = new OfficeHours(new Dictionary<string, OfficeCountry> { ["XX"] = never });
        Assert.Equal(Instant("2026-12-21T07:00Z"), hours.Next("XX", Instant("2026-12-01T05:00Z")));
    }

    [Fact]
    public void Easter_is_on_its_days()
    {
        Assert.Equal(
            [new(2024, 3, 31), new(2025, 4, 20), new(2026, 4, 5), new(2038, 4, 25)],
            new[] { 2024, 2025, 2026, 2038 }.Select(Easter.Western)
        );
        Assert.Equal(
            [new(2024, 5, 5), new(2025, 4, 20), new(2026, 4, 12), new(2038, 4, 25)],
            new[] { 2024, 2025, 2026, 2038 }.Select(Easter.Orthodox)
        );
    }

    [Fact]
    public void Every_Member_State_and_partner_country_is_known_with_a_zone()
    {
        Assert.Empty(Partners().Select(p => (string?)p["isoAlpha2"]).OfType<string>().Except(Countries.Keys));
        Assert.All(Countries.Values, c => Assert.True(TimeZoneInfo.TryFindSystemTimeZoneById(c.Zone, out _), c.Zone));
    }

    [Fact]
    public void Reminders_and_invitations_of_the_demonstration_are_sent_in_office_hours()
    {
        var states = Partners().Where(p => (string?)p["kind"] is "eu-member-state").Select(p => (string?)p["isoAlpha2"]);
        var steps = Read("demonstration/year.json", "steps")
            .Where(s => (string?)s["do"] is "remind" or "invite")
            .Select(s => Clock.InstantOf(DateTime.Parse($"{s["on"]} {s["at"]}", CultureInfo.InvariantCulture)))
            .ToList();
        Assert.NotEmpty(steps);
        Assert.All(states, state => Assert.All(steps, at => Assert.Equal(at, Hours.Next(state, at))));
    }

    [Fact]
    public void Whatever_the_country_and_the_moment_it_leaves_in_office_hours_soon_and_once()
    {
        var start = Instant("2020-01-01T00:00Z");
        var minutes = (int)(Instant("2041-01-01T00:00Z") - start).TotalMinutes;
        var moments =
            from country in Gen.Elements(Countries.Keys.Append(null).ToArray())
            from minute in Gen.Choose(0, minutes)
            select (Country: country, At: start.AddMinutes(minute));
        var rule = Prop.ForAll(
            moments.ToArbitrary(),
            m =>
            {
                var leaves = Hours.Next(m.Country, m.At);
                var zone = m.Country is null ? Clock.Brussels : TimeZoneInfo.FindSystemTimeZoneById(Countries[m.Country].Zone);
                var local = TimeZoneInfo.ConvertTime(leaves, zone).DateTime;
                var (day, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
                var days = m.Country is null ? null : new OfficeDays(m.Country, Countries[m.Country]);
                return leaves >= m.At
                    && leaves - m.At < TimeSpan.FromDays(20)
                    && leaves == Hours.Next(m.Country, leaves)
                    && time >= OfficeHours.Opening
                    && time < OfficeHours.Closing
                    && (leaves == m.At || time == OfficeHours.Opening)
                    && (days?.IsOne(day) ?? WorkingDays.IsOne(day));
            }
        );
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(5000), rule);
    }

    private static IEnumerable<JsonNode> Partners() => Read("partners.json", "records");

    private static IEnumerable<JsonNode> Read(string file, string list) =>
        JsonNode.Parse(ProjectFiles.Read($"data/global-alliance/{file}"))![list]!.AsArray().OfType<JsonNode>();

    private static OfficeCountry Country(string zone) => new(zone, null, null, null, null, null);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
