using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Commitments;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Domain;

namespace Secretariat.Tests.Commitments;

/// <summary>What a partner has promised stands in its timeline and briefing, as of each day.</summary>
public sealed class CommitmentTests(TestApp app) : AppTest(app)
{
    [Fact]
    public async Task A_commitment_and_its_progress_are_told_as_of_each_day()
    {
        var officer = await App.AsAsync(Role.Officer);
        var page = await MakeAsync(officer, "ms-ee", "Train border guards", "2024-03-01", due: "2024-06-30");
        Assert.Contains("Planned", page.Document.QuerySelector(".ecl-page-header")!.TextContent, StringComparison.Ordinal);
        page = await EnterAsync(page, "InProgress", "Two courses held.", "2024-04-10", isOwn: true);
        page = await EnterAsync(page, "Fulfilled", "All forty are trained.", "2024-07-05");
        Assert.Contains("the partner", page.Text, StringComparison.Ordinal);

        foreach (
            var (day, words) in new[]
            {
                ("2024-03-31", "Train border guards: Planned · by 30 June 2024"),
                ("2024-04-30", "Train border guards: In progress · by 30 June 2024"),
                ("2024-07-01", "Train border guards: The day has passed. · by 30 June 2024"),
                ("2024-07-31", "Train border guards: Fulfilled · by 30 June 2024"),
            }
        )
            Assert.Contains(words, (await BriefingAsync(officer, day)).Text, StringComparison.Ordinal);
        Assert.Contains(
            "No commitment has been recorded.",
            (await BriefingAsync(officer, "2024-02-29")).Text,
            StringComparison.Ordinal
        );

        var timeline = await officer.GetAsync("/office/partners/ms-ee/timeline?sort=Commitment&asOf=2024-04-30");
        Assert.Contains("Commitment made: Train border guards", timeline.Text, StringComparison.Ordinal);
        Assert.Contains("Two courses held.", timeline.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("All forty are trained.", timeline.Text, StringComparison.Ordinal);
        Assert.Contains(
            "In progress",
            (await officer.GetAsync("/office/commitments?asOf=2024-04-30")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_desk_reads_its_own_commitments_and_no_others()
    {
        var officer = await App.AsAsync(Role.Officer);
        await MakeAsync(officer, "ms-fi", "A law on smuggling", "2024-03-01");
        await MakeAsync(officer, "ms-se", "Another country’s promise", "2024-03-01");

        var desk = await (await App.AsAsync(Role.PartnerContact, "ms-fi")).GetAsync("/desk/briefing");

        Assert.Contains("A law on smuggling: Planned", desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Another country’s promise", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_that_cannot_be_are_refused_in_words()
    {
        var officer = await App.AsAsync(Role.Officer);
        var tomorrow = $"{TimeProvider.System.Today().AddDays(1):yyyy-MM-dd}";
        Assert.Contains(
            "This day is still to come.",
            (await MakeAsync(officer, "ms-mt", "Too early", tomorrow)).Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "It cannot be fulfilled before it is made.",
            (await MakeAsync(officer, "ms-mt", "Backwards", "2024-03-01", due: "2024-02-01")).Text,
            StringComparison.Ordinal
        );
        var page = await MakeAsync(officer, "ms-mt", "In order", "2024-03-01");
        var early = await EnterAsync(page, "InProgress", "Before it was made", "2024-02-29");
        Assert.Contains("On that day the commitment had not been made yet.", early.Text, StringComparison.Ordinal);
        var late = await EnterAsync(page, "InProgress", "Tomorrow", tomorrow);
        Assert.Contains("This day is still to come.", late.Text, StringComparison.Ordinal);
        // Two officers who have seen the same record: the second one hears it.
        var other = await officer.GetAsync(page.Address);
        await EnterAsync(page, "InProgress", "First", "2024-04-01");
        Assert.Equal(HttpStatusCode.Conflict, (await EnterAsync(other, "Fulfilled", "Second", "2024-04-01")).Status);
        Assert.Equal(
            1,
            await App.ReadAsync(db => db.CommitmentProgress.CountAsync(p => p.Words == "First" || p.Words == "Second", Cancelled))
        );
    }

    [Fact]
    public async Task A_reader_reads_commitments_and_enters_nothing()
    {
        var officer = await App.AsAsync(Role.Officer);
        var page = await MakeAsync(officer, "ms-cy", "Read only", "2024-03-01");
        var reader = await App.AsAsync(Role.Reader);

        var seen = await reader.GetAsync(page.Address);
        Assert.Contains("Read only", seen.Text, StringComparison.Ordinal);
        Assert.False(seen.HasForm("enter"));
        Assert.NotEqual(HttpStatusCode.OK, (await reader.PostAsync(page.Address, [])).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync("/office/commitments/new")).Status);
    }

    [Theory]
    [InlineData("2024-03-01", CommitmentStatus.Planned)]
    [InlineData("2024-04-01", CommitmentStatus.InProgress)]
    [InlineData("2024-05-01", CommitmentStatus.Discontinued)]
    public void The_last_word_up_to_a_day_counts(string day, CommitmentStatus status)
    {
        var commitment = new Commitment
        {
            PartnerId = Guid.CreateVersion7(),
            Kind = CommitmentKind.Policy,
            Title = new([]),
            Target = new([]),
            On = new(2024, 2, 1),
        };
        foreach (
            var (on, said) in new[] { ("2024-05-01", CommitmentStatus.Discontinued), ("2024-04-01", CommitmentStatus.InProgress) }
        )
            commitment.Report(
                new()
                {
                    CommitmentId = commitment.Id,
                    On = DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture),
                    Status = said,
                    IsOwnReport = false,
                    Words = "",
                },
                new(2026, 1, 1)
            );

        Assert.Equal(status, commitment.StatusOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));
    }

    private async Task<TestPage> MakeAsync(TestBrowser officer, string code, string title, string on, string? due = null)
    {
        var id = await App.ReadAsync(db => db.Partners.Where(p => p.Code == code).Select(p => p.Id).SingleAsync(Cancelled));
        var form = (await officer.GetAsync("/office/commitments/new"))
            .Form("commitment")
            .With("Partner", $"{id}")
            .With("TitleEn", title)
            .With("TargetEn", "Forty persons")
            .With("On", on);
        return await (due is null ? form : form.With("Due", due)).SubmitAsync();
    }

    private static Task<TestPage> EnterAsync(TestPage page, string status, string words, string on, bool isOwn = false) =>
        page.Form("enter")
            .With("Status", status)
            .With("Words", words)
            .With("On", on)
            .Tick("IsOwnReport", "true", isOwn)
            .SubmitAsync();

    private static Task<TestPage> BriefingAsync(TestBrowser officer, string day) =>
        officer.GetAsync($"/office/partners/ms-ee/briefing?asOf={day}");
}
