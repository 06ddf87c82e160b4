using System.Security.Claims;
using AngleSharp;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Secretariat.Design;
using Secretariat.Design.Layout;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Web.Errors;

namespace Secretariat.Tests.Design;

/// <summary>The layout, the sample of all components and the error pages, without anything behind them.</summary>
public sealed class DesignApp : IAsyncLifetime
{
    private WebApplication app = null!;

    public DesignOptions Options => app.Services.GetRequiredService<DesignOptions>();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddRazorPages().AddApplicationPart(typeof(EclTagHelper).Assembly);
        builder.Services.AddDesign().AddTexts();
        builder.Services.AddSingleton(AllianceWords.Read(new AllianceFolder(TestFolder.AllianceSource)));
        app = builder.Build();
        app.UseErrorPages();
        app.UseRouting();
        app.Use(SignIn);
        app.UseLanguages();
        app.MapErrorPages();
        app.MapDesignSample();
        app.MapGet("/{lang}/language", (Text t) => t.Language.Code);
        app.MapGet("/office/language", (Text t) => t.Language.Code);
        app.MapGet("/office/lost", string () => throw new DbUpdateConcurrencyException());
        app.MapGet("/fr/broken", string () => throw new InvalidOperationException("the secret of the house"));
        app.MapGet(
            "/office/refused",
            (HttpContext http) => http.Refuse(409, "This nomination has already been decided.", "/office/inbox")
        );
        app.MapGet("/{lang}/empty-form", Validate);
        await app.StartAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>Asks with these headers; <c>Account-Language</c> stands for the language of a signed-in account.</summary>
    public async Task<HttpResponseMessage> Get(string address, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return await app.GetTestClient().SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<string> Read(string address, params (string Name, string Value)[] headers) =>
        await (await Get(address, headers)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    public async Task<IDocument> Open(string address, params (string Name, string Value)[] headers)
    {
        var html = await Read(address, headers);
        return await BrowsingContext.New().OpenAsync(page => page.Content(html), TestContext.Current.CancellationToken);
    }

    // What the form of the sample says when nothing was filled in.
    private static string[] Validate(HttpContext context, IObjectModelValidator validator)
    {
        var action = new ActionContext(context, new RouteData(), new ActionDescriptor());
        validator.Validate(action, null, "", new DesignSample { PersonName = "", Email = "nowhere" });
        return [.. action.ModelState.SelectMany(field => field.Value!.Errors.Select(error => error.ErrorMessage))];
    }

    private static Task SignIn(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Headers.TryGetValue("Account-Language", out var language))
            context.User = new(new ClaimsIdentity([new(RequestLanguage.Claim, language!)], "test"));
        return next(context);
    }
}
