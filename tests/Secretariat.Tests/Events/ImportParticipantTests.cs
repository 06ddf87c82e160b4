using System.Text;
using Secretariat.Modules.Events.Registrations;

namespace Secretariat.Tests.Events;

/// <summary>Those whom delegations bring come from a list: first shown, then entered in its order, as far as there are places.</summary>
public sealed class ImportParticipantTests(TestApp app) : RegistrationTest(app)
{
    [Fact]
    public async Task A_list_fills_the_places_in_its_order_and_the_others_wait()
    {
        var (officer, code) = await GivenOpenAsync("By list", 2, null, false, "ms-fr", "ms-be");
        var page = await GiveAsync(
            officer,
            "Partner;Given name;Family name;Function;E-mail address",
            "France;Ana;Sample;Adviser;ana@list.example",
            "Belgium;Ben;Sample;Adviser;ben@list.example",
            "France;Cem;Sample;Adviser;cem@list.example",
            "Spain;Dan;Sample;Adviser;dan@list.example",
            "France;Eva;Sample;;eva@list.example",
            "France;Ana;Again;Adviser;ANA@list.example"
        );
        Assert.Contains("Choose the event to which they come.", page.Text, StringComparison.Ordinal);
        page = await page.Form("import").With("Default", code).SubmitAsync("Show what it would do");
        Assert.Contains("Spain has no delegation", page.Text, StringComparison.Ordinal);
        Assert.Contains("The function is missing.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Row 2 has this address too", page.Text, StringComparison.Ordinal);
        Assert.Empty(await RegistrationsAsync(code));

        await page.Form("import").With("Why", "List of the protocol service").Tick("LeaveOut", "true").SubmitAsync("Import");
        Assert.Equal(
            [("Ana", RegistrationStatus.Registered), ("Ben", RegistrationStatus.Registered), ("Cem", RegistrationStatus.Waiting)],
            (await RegistrationsAsync(code)).Select(r => (r.GivenNames!, r.Status)).OrderBy(r => r.Item1, StringComparer.Ordinal)
        );
        Assert.Single(await SentToAsync("ana@list.example"));
        Assert.Empty(await SentToAsync("cem@list.example"));
        // The heads sent the list: they are not written to about each of them.
        Assert.DoesNotContain(
            await SentToAsync(Head("By list", "ms-fr")),
            m => m.Subject!.StartsWith("A place has become free", StringComparison.Ordinal)
        );
        // The same list again adds nobody.
        page = await GiveAsync(
            officer,
            "Partner;Given name;Family name;Function;E-mail address",
            "France;Ana;Sample;Adviser;ana@list.example"
        );
        page = await page.Form("import").With("Default", code).SubmitAsync("Show what it would do");
        Assert.Contains("nothing new", page.Text, StringComparison.Ordinal);
    }

    private static async Task<TestPage> GiveAsync(TestBrowser officer, params string[] lines)
    {
        var page = await officer.GetAsync("/office/registrations/import");
        return await page.Form("give")
            .WithFile("Given", "participants.csv", Encoding.UTF8.GetBytes(string.Join("\r\n", lines) + "\r\n"))
            .SubmitAsync();
    }
}
