using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Groups;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;
using Secretariat.Tests.Identity;

namespace Secretariat.Tests.Events;

/// <summary>What is sent on a Friday evening is read when its readers are at work.</summary>
[Trait("Needs", "Database")]
public sealed class WaitingInvitationTests : IAsyncLifetime
{
    private readonly TestClock clock = new(new DateTimeOffset(2024, 3, 8, 19, 30, 0, TimeSpan.Zero));
    private readonly TestApp app;

    public WaitingInvitationTests() =>
        app = new TestApp { Replace = s => s.AddSingleton<TimeProvider>(clock).AddSingleton(new OfficeHours()) };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task An_invitation_of_the_evening_waits_in_the_outbox_for_the_office_hours_of_its_country()
    {
        var group = await GivenGroupAsync(("ms-ee", "gita@ee.example"), ("pc-bd", "rahim@bd.example"));
        var officer = await app.AsAsync(Role.Officer);
        var page = await officer.GetAsync("/office/events/new");
        page = await page.Form("event").With("TitleEn", "Round table").With("First", "2024-04-10").SubmitAsync();
        var e = page.Address;
        page = await officer.GetAsync($"{e}/invite?group={group}");

        page = await page.Form("invite").With("Count", "2").SubmitAsync();

        Assert.Contains("Invitations in the outbox: 2.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Of which wait for the office hours of their country: 2.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Leaves on: 11 March 2024, 07:00 (Brussels)", page.Text, StringComparison.Ordinal);
        Assert.Contains("Leaves on: 10 March 2024, 03:00 (Brussels)", page.Text, StringComparison.Ordinal);
        var outbox = await officer.GetAsync("/office/outbox");
        Assert.Contains("Leaves on: 11 March 2024, 07:00 (Brussels)", outbox.Text, StringComparison.Ordinal);
        var id = await app.ReadAsync(db =>
            db.Outbox.Where(m => m.ToAddress == "gita@ee.example").Select(m => m.Id).SingleAsync(Cancelled)
        );
        var message = await officer.GetAsync($"/office/outbox/{id}");
        Assert.Contains("11 March 2024, 07:00 (Brussels)", message.Text, StringComparison.Ordinal);

        // Saturday noon, Sunday in Dhaka, Monday in Tallinn.
        Assert.Empty(await SentAtAsync(new DateTimeOffset(2024, 3, 9, 12, 0, 0, TimeSpan.Zero)));
        Assert.Equal(["rahim@bd.example"], await SentAtAsync(new DateTimeOffset(2024, 3, 10, 2, 0, 0, TimeSpan.Zero)));
        Assert.Single(await SentAtAsync(new DateTimeOffset(2024, 3, 11, 5, 59, 0, TimeSpan.Zero)));
        Assert.Equal(
            ["gita@ee.example", "rahim@bd.example"],
            await SentAtAsync(new DateTimeOffset(2024, 3, 11, 6, 0, 0, TimeSpan.Zero))
        );
    }

    /// <summary>To whom something has left by then.</summary>
    private async Task<List<string>> SentAtAsync(DateTimeOffset at)
    {
        clock.GoOn(at - clock.GetUtcNow());
        while (await app.WorkAsync<SendMail>() > 0) { }
        return await app.ReadAsync(db =>
            db.Outbox.Where(m => m.Delivery == Delivery.Sent).Select(m => m.ToAddress).OrderBy(a => a).ToListAsync(Cancelled)
        );
    }

    private async Task<Guid> GivenGroupAsync(params (string Partner, string Address)[] contacts)
    {
        var group = PartnerGroup.ByHand("Round table");
        await app.GivenAsync(async db =>
        {
            foreach (var (partner, address) in contacts)
            {
                var id = await db.Partners.Where(p => p.Code == partner).Select(p => p.Id).SingleAsync(Cancelled);
                var person = new Person { Name = $"A Sample of {partner}", Email = address };
                db.Persons.Add(person);
                db.Mandates.Add(
                    new Mandate
                    {
                        PartnerId = id,
                        PersonId = person.Id,
                        Role = MandateRole.ContactPoint,
                        Function = "Head of Unit",
                        Language = "en",
                        From = new DateOnly(2024, 1, 1),
                    }
                );
                group.Add(id, new DateOnly(2024, 1, 1));
            }

            db.Groups.Add(group);
        });
        return group.Id;
    }
}
