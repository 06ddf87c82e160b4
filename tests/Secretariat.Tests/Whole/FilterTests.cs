using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Tests.Correspondence;
using Secretariat.Tests.Register;

namespace Secretariat.Tests.Whole;

/// <summary>A list says no to what cannot be asked of it, instead of showing all that there is.</summary>
public sealed class FilterTests(TestApp app) : MailTest(app)
{
    [Theory]
    [InlineData("/office/partners?kind=nonsense")]
    [InlineData("/office/partners?handler=Export&form=csv&kind=nonsense")]
    [InlineData("/office/partners/briefings?kind=nonsense")]
    [InlineData("/office/contacts?kind=nonsense")]
    [InlineData("/office/contacts?strand=nonsense")]
    [InlineData("/office/contacts?role=nonsense")]
    [InlineData("/office/contact-points?view=nonsense")]
    [InlineData("/office/nominations?partner=nonsense")]
    [InlineData("/office/nominations?state=nonsense")]
    [InlineData("/office/inbox?view=nonsense")]
    [InlineData("/office/inbox?whose=nonsense")]
    [InlineData("/office/outbox?state=nonsense")]
    [InlineData("/office/instruments/joint-declaration-2025?status=nonsense")]
    [InlineData("/office/partners/ms-fr/timeline?sort=nonsense")]
    [InlineData("/office/audit?process=nonsense")]
    public async Task A_value_that_there_is_not_is_refused(string address)
    {
        var page = await (await App.AsAsync(Role.Administrator)).GetAsync(address);
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.NotNull(page.Document.QuerySelector("h1"));
    }

    [Theory]
    [InlineData("/office/partners?q=", "No partner fits.")]
    [InlineData("/office/contacts?q=", "Nobody with such a mandate on this day.")]
    public async Task Signs_without_a_letter_or_a_digit_are_found_nowhere_and_blanks_ask_nothing(string address, string nothing)
    {
        await App.GivenAsync(async db =>
        {
            var partner = await db.Partners.SingleAsync(p => p.Code == "ms-fr", Cancelled);
            db.Add(PartnerFacts.Mandate(partner, new Person { Name = "Ada Found" }, new DateOnly(2024, 1, 10)));
        });
        var office = await App.AsAsync(Role.Administrator);
        foreach (var sign in new[] { "%25", "_", "%25%25", "-", "*" })
            Assert.Contains(nothing, (await office.GetAsync(address + sign)).Text, StringComparison.Ordinal);
        var all = (await office.GetAsync(address)).Text;
        Assert.Contains("France", all, StringComparison.Ordinal);
        Assert.Equal(all, (await office.GetAsync(address + "%20")).Text);
    }

    [Fact]
    public async Task A_sign_is_sought_as_it_stands_in_the_mailbox()
    {
        await ArriveAsync("From: a@b.example\nMessage-ID: <f1@b.example>\nSubject: Half of them, 50% at least\n\nMore soon.\n");
        await ArriveAsync("From: a@b.example\nMessage-ID: <f2@b.example>\nSubject: list_of_names\n\nMore soon.\n");
        await ArriveAsync("From: a@b.example\nMessage-ID: <f3@b.example>\nSubject: Neither of both\n\nMore soon.\n");
        var office = await App.AsAsync(Role.Administrator);

        foreach (var (sign, subject) in new[] { ("%25", "Half of them, 50% at least"), ("_", "list_of_names") })
        {
            var found = (await office.GetAsync($"/office/inbox?q={sign}")).Document.QuerySelectorAll("main tbody tr");
            Assert.Contains(subject, Assert.Single(found).TextContent, StringComparison.Ordinal);
        }
    }
}
