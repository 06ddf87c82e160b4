using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Secretariat.Tests;

/// <summary>Fills in the real forms, as a person without JavaScript does.</summary>
public sealed class TestBrowser(HttpClient client)
{
    private readonly CookieContainer cookies = new();

    public async Task<TestPage> GetAsync(string address) => await SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

    public async Task<TestPage> PostAsync(string address, IEnumerable<KeyValuePair<string, string>> fields) =>
        await PostAsync(address, new FormUrlEncodedContent(fields));

    public async Task<TestPage> PostAsync(string address, HttpContent content) =>
        await SendAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = content });

    public async Task<byte[]> DownloadAsync(string address)
    {
        using var response = await RawAsync(new HttpRequestMessage(HttpMethod.Get, address));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsByteArrayAsync();
    }

    public async Task<byte[]> DownloadAsync(string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) };
        using var response = await RawAsync(request);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        return await response.Content.ReadAsByteArrayAsync();
    }

    /// <summary>The answer as it came, with its headers; redirects are not followed.</summary>
    public Task<HttpResponseMessage> OpenAsync(string address) => RawAsync(new HttpRequestMessage(HttpMethod.Get, address));

    /// <summary>The same for what is sent.</summary>
    public Task<HttpResponseMessage> SubmitAsync(string address, IEnumerable<KeyValuePair<string, string>> fields) =>
        RawAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) });

    private async Task<TestPage> SendAsync(HttpRequestMessage request)
    {
        for (var hops = 0; ; hops++)
        {
            using var response = await RawAsync(request);
            if (response.Headers.Location is not { } location || hops == 10)
                return await TestPage.ReadAsync(this, response, request.RequestUri!);
            request = new HttpRequestMessage(HttpMethod.Get, new Uri(Absolute(request.RequestUri!), location).PathAndQuery);
        }
    }

    private async Task<HttpResponseMessage> RawAsync(HttpRequestMessage request)
    {
        var uri = Absolute(request.RequestUri!);
        if (cookies.GetCookieHeader(uri) is { Length: > 0 } header)
            request.Headers.Add("Cookie", header);
        var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var cookie in set)
                cookies.SetCookies(uri, cookie);
        }

        return response;
    }

    private static Uri Absolute(Uri uri) => uri.IsAbsoluteUri ? uri : new Uri(new Uri("http://localhost"), uri);
}

/// <summary>A page as it came.</summary>
public sealed class TestPage(TestBrowser browser, HttpStatusCode status, Uri address, IHtmlDocument document)
{
    public HttpStatusCode Status => status;

    public string Address => address.IsAbsoluteUri ? address.PathAndQuery : address.OriginalString;

    public IHtmlDocument Document => document;

    /// <summary>The words of the page's main part, with single blanks.</summary>
    public string Text => Squeeze((document.QuerySelector("main") ?? document.Body)!.TextContent);

    public TestForm Form(string id) =>
        new(
            browser,
            this,
            (IHtmlFormElement)(
                document.GetElementById(id) ?? throw new InvalidOperationException($"No form “{id}” on {Address}: {Text}")
            )
        );

    public bool HasForm(string id) => document.GetElementById(id) is IHtmlFormElement;

    public Task<TestPage> FollowAsync(string linkText)
    {
        var link = document.QuerySelectorAll("a").First(a => Squeeze(a.TextContent) == linkText);
        return browser.GetAsync(link.GetAttribute("href")!);
    }

    public static string Squeeze(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    internal static async Task<TestPage> ReadAsync(TestBrowser browser, HttpResponseMessage response, Uri address)
    {
        var html = await response.Content.ReadAsStringAsync();
        return new TestPage(browser, response.StatusCode, address, await new HtmlParser().ParseDocumentAsync(html));
    }
}

/// <summary>A form with what it was served with, and what a person changes in it.</summary>
public sealed class TestForm(TestBrowser browser, TestPage page, IHtmlFormElement form)
{
    private (string Name, string FileName, byte[] Bytes)? file;

    public TestForm With(string name, string value)
    {
        switch (form.Elements.OfType<IElement>().FirstOrDefault(e => e.GetAttribute("name") == name))
        {
            case IHtmlInputElement { Type: "checkbox" or "radio" }:
                return Tick(name, value);
            case IHtmlInputElement input:
                input.Value = value;
                return this;
            case IHtmlTextAreaElement area:
                area.Value = value;
                return this;
            case IHtmlSelectElement select when select.Options.Any(o => o.Value == value):
                select.Value = value;
                return this;
            default:
                throw new InvalidOperationException($"No field “{name}” that takes “{value}” on {page.Address}.");
        }
    }

    /// <summary>Chooses a file.</summary>
    public TestForm WithFile(string name, string fileName, byte[] bytes)
    {
        file = (name, fileName, bytes);
        return this;
    }

    public TestForm Tick(string name, string value, bool ticked = true)
    {
        var box = form.Elements.OfType<IHtmlInputElement>().First(i => i.Name == name && i.Value == value);
        box.IsChecked = ticked;
        return this;
    }

    public string? Value(string name) => Fields(null).LastOrDefault(f => f.Key == name).Value;

    public Task<TestPage> SubmitAsync(string? button = null)
    {
        var pressed = button is null
            ? form.QuerySelector("button[type=submit], button:not([type]), input[type=submit]")
            : form.QuerySelectorAll("button")
                .First(b => b.GetAttribute("value") == button || TestPage.Squeeze(b.TextContent) == button);
        var action = pressed?.GetAttribute("formaction") ?? form.GetAttribute("action");
        var address = string.IsNullOrEmpty(action) ? page.Address : action;
        return file is var (name, fileName, bytes)
            ? browser.PostAsync(address, WithFile(Fields(pressed), name, fileName, bytes))
            : browser.PostAsync(address, Fields(pressed));
    }

    private static MultipartFormDataContent WithFile(
        IEnumerable<KeyValuePair<string, string>> fields,
        string name,
        string fileName,
        byte[] bytes
    )
    {
        var content = new MultipartFormDataContent();
        foreach (var field in fields.Where(f => f.Key != name))
            content.Add(new StringContent(field.Value), field.Key);
        content.Add(new ByteArrayContent(bytes), name, fileName);
        return content;
    }

    /// <summary>Sends a form that answers with a file.</summary>
    public Task<byte[]> DownloadAsync() => browser.DownloadAsync(form.GetAttribute("action")!, Fields(null));

    /// <summary>Sends a form that only asks, such as a search.</summary>
    public Task<TestPage> GoAsync() =>
        browser.GetAsync(
            $"{form.GetAttribute("action")}?{string.Join('&', Fields(null).Select(f => $"{f.Key}={Uri.EscapeDataString(f.Value)}"))}"
        );

    private List<KeyValuePair<string, string>> Fields(IElement? pressed)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (
            var element in form.Elements.OfType<IElement>().Where(e => e.HasAttribute("name") && !e.HasAttribute("disabled"))
        )
        {
            var name = element.GetAttribute("name")!;
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } box when !box.IsChecked:
                case IHtmlButtonElement:
                    break;
                case IHtmlInputElement input:
                    fields.Add(new(name, input.Value));
                    break;
                case IHtmlTextAreaElement area:
                    fields.Add(new(name, area.Value));
                    break;
                case IHtmlSelectElement select:
                    fields.AddRange(
                        select.Options.Where(o => o.IsSelected).Select(o => new KeyValuePair<string, string>(name, o.Value))
                    );
                    break;
            }
        }

        if (pressed?.GetAttribute("name") is { } buttonName)
            fields.Add(new(buttonName, pressed.GetAttribute("value") ?? ""));
        return fields;
    }
}

/// <summary>Tests that need a database run once on each.</summary>
[Trait("Needs", "Database")]
public abstract class AppTest(TestApp app) : IClassFixture<TestApp>
{
    protected TestApp App { get; } = app;

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;
}
