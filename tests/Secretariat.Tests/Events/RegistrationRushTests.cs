using Secretariat.Modules.Events.Registrations;

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
}
