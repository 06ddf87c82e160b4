using Secretariat.Modules.Partners;

namespace Secretariat.Tests.Register;

/// <summary>Gives lists of contacts that name no role of ours, and takes everybody for an expert.</summary>
public abstract class ImportReadingTest(TestApp app) : ImportTest(app)
{
    protected async Task<TestPage> ShownAsync(params string[] lines) =>
        await (await GiveAsync("contacts", "list.csv", Lines(lines)))
            .Form("import")
            .With("Default", $"{MandateRole.Expert}")
            .With("StandBeside", "true")
            .SubmitAsync("Show what it would do");

    protected static Task<TestPage> ConfirmedAsync(TestPage shown) =>
        shown.Form("import").With("Why", "List of the presidency").SubmitAsync("Import");

    protected async Task<Mandate> EnteredAsync(string name) => Assert.Single(await MandatesAsync(name));
}
