using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Secretariat.Modules.Identity;

namespace Secretariat.Tests.Whole;

/// <summary>Who is shown a form is who may send it.</summary>
public sealed partial class AccessTests
{
    /// <summary>Otherwise a reader fills in a form, and is refused when it is sent.</summary>
    [Fact]
    public async Task A_page_that_takes_a_form_is_closed_to_readers_or_named_as_one_that_they_read_without_it()
    {
        var taking = new List<string>();
        foreach (var (page, template) in OfficePages())
            if ((await LoadAsync(page)).HandlerMethods.Any(m => m.HttpMethod is "Post"))
                taking.Add(template);

        Assert.Equal(Forms.Concat(ReadToo).Order(StringComparer.Ordinal), taking.Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(PagesToRead))]
    public async Task What_a_reader_reads_has_no_form_to_send_and_leads_to_none(string address)
    {
        var page = await (await App.AsAsync(Role.Reader)).GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.Document.QuerySelectorAll("main form[method=post] button, main form[method=post] input[type=submit]"));
        var links = page
            .Document.QuerySelectorAll("main a[href^='/office/']")
            .Select(a => a.GetAttribute("href")!.Split('?', '#')[0]);
        Assert.DoesNotContain(links, link => Forms.Any(form => IsAt(form, link)));
    }

    public static TheoryData<string> PagesToRead() =>
        [
            "/office",
            "/office/campaigns",
            "/office/commitments",
            "/office/contacts",
            "/office/contacts/import",
            "/office/events",
            "/office/events/conference-2023",
            "/office/events/conference-2023/programme",
            "/office/events/conference-2023/registration",
            "/office/events/conference-2023/registrations",
            "/office/groups",
            "/office/inbox",
            "/office/instruments/joint-declaration-2025",
            "/office/mailings",
            "/office/partners",
            "/office/partners/briefings",
            "/office/partners/import",
            "/office/partners/ms-fr",
            "/office/partners/ms-fr/briefing",
            "/office/sender",
            "/office/templates",
        ];

    /// <summary>Pages that are a form and nothing else.</summary>
    private static readonly IReadOnlySet<string> Forms = new HashSet<string>(StringComparer.Ordinal)
    {
        "office/campaigns/new",
        "office/campaigns/{id:guid}/remind",
        "office/campaigns/{id:guid}/timetable",
        "office/commitments/new",
        "office/events/new",
        "office/events/{code}/announce/{what:regex(^(planned|confirmed|cancelled|held)$)}",
        "office/events/{code}/announcements/{id:guid}",
        "office/events/{code}/edit",
        "office/events/{code}/invite",
        "office/events/{code}/notices",
        "office/events/{code}/invitations/{id:guid}",
        "office/events/{code}/programme/release",
        "office/events/{code}/programme/windows",
        "office/events/{code}/registration/category/{id:guid?}",
        "office/events/{code}/registration/category/{id:guid}/question/{key?}",
        "office/events/{code}/page",
        "office/events/{code}/papers",
        "office/events/{code}/press",
        "office/events/{code}/record/conclusion/{id:guid?}",
        "office/events/{code}/registration/{what:regex(^(heads|reminder)$)}",
        "office/events/{code}/registrations/new",
        "office/groups/new",
        "office/mailings/edit/{id:guid?}",
        "office/inbox/paper",
        "office/inbox/{id:guid}/reply",
        "office/partners/new",
        "office/partners/{code}/domains",
        "office/partners/{code}/edit",
        "office/partners/{code}/endorse",
        "office/partners/{code}/endorsements/take-back",
        "office/partners/{code}/mandates/end",
        "office/partners/{code}/mandates/new",
        "office/partners/{code}/mandates/{id:guid}",
        "office/partners/{code}/names",
        "office/partners/{code}/onboarding",
        "office/partners/{code}/principal/{id:guid?}",
        "office/salutations/new",
        "office/templates/new",
    };

    /// <summary>Pages that readers look at too, where their forms are left out, or cannot be sent.</summary>
    private static readonly IReadOnlySet<string> ReadToo = new HashSet<string>(StringComparer.Ordinal)
    {
        "office/campaigns/{id:guid}",
        "office/campaigns/{id:guid}/letters/{letterId:guid}",
        "office/contacts",
        "office/contacts/import",
        "office/commitments/{id:guid}",
        "office/campaigns/{id:guid}/print",
        "office/mailings/{id:guid}",
        "office/events/{code}/programme/{id:guid?}",
        "office/events/{code}/day",
        "office/events/{code}/record",
        "office/events/{code}/registration",
        "office/events/{code}/registrations/{id:guid}",
        "office/registrations/import",
        "office/groups/{id:guid}",
        "office/templates/word/{id:guid?}",
        "office/imports/{id:guid}",
        "office/inbox",
        "office/inbox/{id:guid}",
        "office/instruments/{code}",
        "office/nominations/{id:guid}",
        "office/outbox/{id:guid}",
        "office/partners/briefings",
        "office/partners/import",
        "office/partners/{code}",
        "office/partners/{code}/briefing",
        "office/partners/{one}/merge/{other}",
        "office/people/{id:guid}",
        "office/people/{one:guid}/merge/{other:guid}",
        "office/salutations/{id:guid}",
        "office/sender",
        "office/templates/{id:guid}",
    };

    private IEnumerable<(PageActionDescriptor Page, string Template)> OfficePages() =>
        App
            .Services.GetRequiredService<IActionDescriptorCollectionProvider>()
            .ActionDescriptors.Items.OfType<PageActionDescriptor>()
            .Select(page => (page, page.AttributeRouteInfo?.Template?.Trim('/') ?? ""))
            .Where(p => Access.PolicyFor(p.Item2) is Access.Office or Access.AuditTrail);

    private Task<CompiledPageActionDescriptor> LoadAsync(PageActionDescriptor page) =>
        App.Services.GetRequiredService<PageLoader>().LoadAsync(page, EndpointMetadataCollection.Empty);

    private static bool IsAt(string template, string address)
    {
        var (parts, said) = (template.Split('/'), address.Trim('/').Split('/'));
        var needed = parts.Count(p => !p.EndsWith("?}", StringComparison.Ordinal));
        return said.Length >= needed
            && said.Length <= parts.Length
            && parts.Zip(said).All(p => p.First == p.Second || Takes(p.First, p.Second));
    }

    private static bool Takes(string part, string said) =>
        part.StartsWith('{') && (!part.Contains(":guid", StringComparison.Ordinal) || Guid.TryParse(said, out _));
}
