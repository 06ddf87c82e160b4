using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Secretariat.Modules.Events.Registrations;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Tests.Events;

/// <summary>Many who come at the same moment.</summary>
public sealed class RegistrationRushTests(TestApp app) : RegistrationTest(app)
{
    [Fact]
    public async Task Fifty_at_once_take_no_more_places_than_there_are_and_nobody_is_lost()
    {
        const int Everybody = 50;
        const int Places = 20;
        string[] partners = ["ms-fr", "ms-be", "ms-nl", "ms-de", "ms-it"];
        var (_, code) = await GivenOpenAsync("Rush", Places, 7, false, partners);
        var forms = new List<TestForm>();
        for (var i = 0; i < Everybody; i++)
        {
            var head = Head("Rush", partners[i % partners.Length]);
            var form = await OpenFormAsync(App.Anybody(), await LinkToAsync(head));
            forms.Add(Filled(form, $"Person{i} Sample{i}", $"person{i}@rush.example", head));
        }

        var pages = await Task.WhenAll(forms.Select(f => f.SubmitAsync()));

        var all = await RegistrationsAsync(code);
        Assert.Equal(Everybody, all.Count);
        Assert.Equal(Places, all.Count(r => r.Status is RegistrationStatus.Registered));
        Assert.Equal(Everybody - Places, all.Count(r => r.Status is RegistrationStatus.Waiting));
        Assert.All(all.Where(r => r.HoldsPlace).GroupBy(r => r.DelegationId), d => Assert.InRange(d.Count(), 1, 7));
        Assert.Equal(Places, pages.Count(p => p.Text.Contains(": Registered", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Of_those_who_waited_together_the_fault_of_one_is_no_others()
    {
        var (officer, code) = await GivenOpenAsync("Together", 5, null, false, "ms-at");
        var head = Head("Together", "ms-at");
        var link = await LinkToAsync(head);
        var forms = new List<TestForm>();
        foreach (var person in (string[])["ana", "bo", "cem", "ana", "dan"])
        {
            // Before anybody is registered none is found to be there already.
            var form = await OpenFormAsync(App.Anybody(), link);
            forms.Add(Filled(form, $"{person} Sample", $"{person}@together.example", head));
        }

        var categoryId = await App.ReadAsync(db =>
            db.RegistrationCategories.Where(c => db.Events.Any(e => e.Id == c.EventId && e.Code == code))
                .Select(c => c.Id)
                .SingleAsync(Cancelled)
        );
        var pages = await WhileWaitingAsync(categoryId, forms);

        Assert.Equal(
            ["ana", "bo", "cem", "dan"],
            (await RegistrationsAsync(code)).Select(r => r.GivenNames).Order(StringComparer.Ordinal)
        );
        Assert.Equal(4, pages.Count(p => p.Text.Contains(": Registered", StringComparison.Ordinal)));
        Assert.Single(pages, p => p.Text.Contains("Somebody else has just registered this person", StringComparison.Ordinal));

        // One of an invitation that is withdrawn meanwhile, beside others.
        (officer, code) = await GivenOpenAsync("Together again", null, null, false, "ms-at", "ms-bg");
        forms = [];
        foreach (var (partner, person) in new[] { ("ms-at", "ana"), ("ms-bg", "bo"), ("ms-at", "cem") })
        {
            head = Head("Together again", partner);
            var form = await OpenFormAsync(App.Anybody(), await LinkToAsync(head));
            forms.Add(Filled(form, $"{person} Sample", $"{person}@again.example", head));
        }

        categoryId = await App.ReadAsync(db =>
            db.RegistrationCategories.Where(c => db.Events.Any(e => e.Id == c.EventId && e.Code == code))
                .Select(c => c.Id)
                .SingleAsync(Cancelled)
        );
        pages = await WhileWaitingAsync(categoryId, forms, db => WithdrawAsync(db, code, "ms-bg"));
        Assert.Equal(["ana", "cem"], (await RegistrationsAsync(code)).Select(r => r.GivenNames).Order(StringComparer.Ordinal));
        Assert.Equal(2, pages.Count(p => p.Text.Contains(": Registered", StringComparison.Ordinal)));
    }

    /// <summary>Sends all of them while somebody else has the turn, so that they wait together.</summary>
    private async Task<TestPage[]> WhileWaitingAsync(
        Guid categoryId,
        List<TestForm> forms,
        Func<SecretariatDb, Task>? meanwhile = null
    )
    {
        Task<TestPage[]> sent;
        await using (var scope = App.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<SecretariatDb>();
            await using var turn = await Turn.TakeAsync(db, categoryId, Cancelled);
            var queue = App.Services.GetRequiredService<ArrivalQueues>().Of(categoryId, new(null, "By the link of a delegation"));
            sent = Task.WhenAll(forms.Select(f => f.SubmitAsync()));
            while (queue.Count < forms.Count)
                await Task.Delay(20, Cancelled);
            if (meanwhile is not null)
                await meanwhile(db);
            await turn.CommitAsync(Cancelled);
        }

        return await sent;
    }

    private async Task WithdrawAsync(SecretariatDb db, string code, string partner)
    {
        var partnerId = await PartnerIdAsync(partner);
        var now = TimeProvider.System.Now();
        await db
            .Invitations.Where(i => i.PartnerId == partnerId && db.Events.Any(e => e.Id == i.EventId && e.Code == code))
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.WithdrawnAt, now), Cancelled);
    }
}
