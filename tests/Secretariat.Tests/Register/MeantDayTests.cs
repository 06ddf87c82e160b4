using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;

namespace Secretariat.Tests.Register;

/// <summary>Days beyond what can be meant, and addresses that no mail can be sent to, in the forms on people.</summary>
public sealed class MeantDayTests(TestApp app) : AppTest(app)
{
    private const string NoEnd = "9999-12-31";

    [Theory]
    [InlineData("mandates/new", "mandate", "Entry.LastDay")]
    [InlineData("mandates/new", "mandate", "Entry.From")]
    [InlineData("principal", "principal", "From")]
    public async Task A_day_that_cannot_be_meant_is_told_at_its_field_and_nothing_is_recorded(
        string address,
        string form,
        string field
    )
    {
        var office = await App.AsAsync(Role.Officer);
        var page = await office.GetAsync($"/office/partners/ms-dk/{address}");
        page = await page.Form(form)
            .With("Entry.Name", "Endless Sample")
            .With("Entry.Function", "Head of Unit")
            .With(form is "mandate" ? "Entry.Why" : "Why", "Told by telephone")
            .With(field, NoEnd)
            .SubmitAsync();

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.StartsWith("Choose a day from 1 January 1990 to", ErrorAt(page, field), StringComparison.Ordinal);
        Assert.Equal(NoEnd, page.Form(form).Value(field));
        Assert.False(await App.ReadAsync(db => db.Persons.AnyAsync(p => p.Name == "Endless Sample", Cancelled)));
    }

    [Theory]
    [InlineData("a@b")]
    [InlineData("a@b.example.")]
    [InlineData("a@b.example?subject=Hi")]
    public async Task An_address_that_no_mail_can_be_sent_to_is_told_at_its_field(string written)
    {
        var office = await App.AsAsync(Role.Officer);
        var form = (await office.GetAsync("/office/partners/ms-ee/mandates/new")).Form("mandate");
        var page = await form.With("Entry.Name", "Mailed Sample")
            .With("Entry.Function", "Head of Unit")
            .With("Entry.Why", "Told by telephone")
            .With("Entry.Email", written)
            .SubmitAsync();
        Assert.Equal("E-mail address must look like name@ministry.example.", ErrorAt(page, "Entry.Email"));

        page = await page.Form("mandate").With("Entry.Email", " mailed@interior-ee.example ").SubmitAsync();
        Assert.Contains("Mailed Sample is recorded", page.Text, StringComparison.Ordinal);
        var person = await App.ReadAsync(db =>
            db.Persons.OrderBy(p => p.Id).LastAsync(p => p.Name == "Mailed Sample", Cancelled)
        );
        page = await office.GetAsync($"/office/people/{person.Id}");
        page = await page.Form("person").With("Email", written).With("Why", "Told by telephone").SubmitAsync();
        Assert.Equal("E-mail address must look like name@ministry.example.", ErrorAt(page, "Email"));

        var desk = await App.AsAsync(Role.PartnerContact, "ms-ee");
        page = await desk.GetAsync("/desk/nominate");
        page = await page.Form("nominate")
            .With("PersonName", "Desk Sample")
            .With("Function", "Head of Unit")
            .With("Email", written)
            .SubmitAsync();
        Assert.Equal("E-mail address must look like name@ministry.example.", ErrorAt(page, "Email"));
        Assert.False(await App.ReadAsync(db => db.Messages.AnyAsync(m => m.Subject.Contains("Desk Sample"), Cancelled)));
    }

    private static string ErrorAt(TestPage page, string field)
    {
        var input = page.Document.QuerySelector($"main [name='{field}']")!;
        var described = (input.GetAttribute("aria-describedby") ?? "").Split(' ');
        return string.Join(
            ' ',
            described
                .Select(id => page.Document.GetElementById(id))
                .Where(e => e?.ClassList.Contains("ecl-feedback-message") is true)
                .Select(e => TestPage.Squeeze(e!.TextContent))
        );
    }
}
