using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Secretariat.Modules.Identity;

namespace Secretariat.Tests.Whole;

/// <summary>Every address the platform answers, and who may read it.</summary>
public sealed partial class AccessTests(TestApp app) : AppTest(app)
{
    public static TheoryData<Role> Roles() => [.. Enum.GetValues<Role>()];

    [Fact]
    public void No_address_is_open_to_everybody_unless_it_is_listed()
    {
        var open = Endpoints().Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(Template);
        Assert.Empty(open.Except(Access.Public));
    }

    [Fact]
    public void Every_other_address_lies_in_a_space_with_a_rule()
    {
        var closed = Endpoints().Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null).ToList();
        Assert.NotEmpty(closed);
        Assert.Empty(
            closed.Where(e => e.Metadata.GetOrderedMetadata<IAuthorizeData>().All(a => a.Policy is null)).Select(Template)
        );
    }

    [Fact]
    public async Task Without_signing_in_only_listed_addresses_answer()
    {
        foreach (var (template, address) in Closed())
        {
            var page = await App.Anybody().GetAsync(address);
            Assert.True(page.Address.StartsWith("/sign-in?", StringComparison.Ordinal), $"{template} answered {page.Status}");
        }
    }

    [Theory, MemberData(nameof(Roles))]
    public async Task Each_role_enters_its_own_space_and_no_other(Role role)
    {
        var browser = await App.AsAsync(role, role is Role.PartnerContact ? "ms-ee" : null);
        foreach (var (template, address) in Closed())
        {
            var status = (await browser.GetAsync(address)).Status;
            Assert.True(IsRight(role, template, status), $"{role} on {template}: {status}");
        }
    }

    [Theory]
    [InlineData("/en/nothing-here")]
    [InlineData("/nothing/at/all")]
    public async Task An_address_that_does_not_exist_says_so_to_anybody(string address)
    {
        var page = await App.Anybody().GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("There is no such page", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_changes_nothing_in_the_office()
    {
        var browser = await App.AsAsync(Role.Reader);
        var token = (await browser.GetAsync("/account")).Form("account").Value("__RequestVerificationToken")!;
        foreach (var (template, address) in Closed().Where(a => a.Template.StartsWith("office", StringComparison.Ordinal)))
        {
            var page = await browser.PostAsync(address, [new("__RequestVerificationToken", token)]);
            Assert.True(page.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound, $"{template}: {page.Status}");
            Assert.Contains("not open to you", page.Text, StringComparison.Ordinal);
        }
    }

    /// <summary>What a role may open may still not exist under a made-up key; what it may not open is refused first.</summary>
    private static bool IsRight(Role role, string template, HttpStatusCode status) =>
        IsOpenTo(role, template)
            ? status
                is HttpStatusCode.OK
                    or HttpStatusCode.NotFound
                    or HttpStatusCode.BadRequest
                    or HttpStatusCode.MethodNotAllowed
            : status is HttpStatusCode.Forbidden or HttpStatusCode.MethodNotAllowed;

    private static bool IsOpenTo(Role role, string template) =>
        template.Split('/') switch
        {
            ["office", "audit", ..] => role is Role.Administrator or Role.Reader,
            ["office", "accounts", ..] => role is Role.Administrator,
            _ when Forms.Contains(template) => Access.Writers.Contains(role),
            ["office", ..] => role is not Role.PartnerContact,
            ["desk", ..] => role is Role.PartnerContact,
            _ => true,
        };

    private IEnumerable<(string Template, string Address)> Closed() =>
        Endpoints()
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null && Answers(e, "GET"))
            .Select(e => (Template(e), "/" + string.Join('/', e.RoutePattern.PathSegments.Select(Filled))));

    private IEnumerable<RouteEndpoint> Endpoints() =>
        App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static bool Answers(RouteEndpoint endpoint, string method) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(method) ?? true;

    private static string Template(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText!.Trim('/');

    /// <summary>A made-up key for each parameter that its kind takes.</summary>
    private static string Filled(Microsoft.AspNetCore.Routing.Patterns.RoutePatternPathSegment segment) =>
        string.Concat(
            segment.Parts.Select(part =>
                part switch
                {
                    Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
                    Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart
                    {
                        ParameterPolicies: [{ Content: "guid" }, ..]
                    } => "01900000-0000-7000-8000-000000000000",
                    Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart
                    {
                        ParameterPolicies: [{ Content: "int" }, ..]
                    } => "1",
                    // Of alternatives, ^(html|raw|file)$, the first.
                    Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart
                    {
                        ParameterPolicies: [{ Content: { } content }, ..]
                    } when content.StartsWith("regex(^(", StringComparison.Ordinal) => content["regex(^(".Length..].Split('|')[0],
                    Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
                    _ => "none",
                }
            )
        );
}
