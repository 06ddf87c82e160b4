using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace Secretariat.Bench;

/// <summary>
/// Heads of delegation who have the form open and send it, each from an address of their own. Measured is from sending it until the answer
/// says that it is kept: neither the page read before, nor the one that the answer leads to.
/// </summary>
internal sealed class RegistrationForms : IDisposable
{
    private readonly ConcurrentBag<OpenForm> forms = [];
    private readonly IReadOnlyList<(string Link, string Head)> links;

    private RegistrationForms(IReadOnlyList<(string Link, string Head)> links) => this.links = links;

    /// <param name="count">How many are open, and can be sent at once.</param>
    public static async Task<RegistrationForms> OpenAsync(Uri address, IReadOnlyList<(string Link, string Head)> links, int count)
    {
        var opened = new RegistrationForms(links);
        while (opened.forms.Count < count)
            opened.forms.Add(await OpenForm.OpenAsync(address, links[0].Link));
        return opened;
    }

    /// <returns>In how many milliseconds 95 of 100 were answered, and how many a second.</returns>
    public async Task<(double At95, double PerSecond)> SendAsync(IEnumerable<int> people, int atOnce)
    {
        var (times, all) = (new ConcurrentBag<double>(), people.ToList());
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(
            all,
            new ParallelOptions { MaxDegreeOfParallelism = atOnce },
            async (person, cancellationToken) => times.Add(await SendAsync(person, cancellationToken))
        );
        var sorted = times.Order().ToList();
        return (sorted[(int)(sorted.Count * 0.95)], all.Count / watch.Elapsed.TotalSeconds);
    }

    public void Dispose()
    {
        foreach (var form in forms)
            form.Client.Dispose();
    }

    private async Task<double> SendAsync(int person, CancellationToken cancellationToken)
    {
        var (link, head) = links[person % links.Count];
        if (!forms.TryTake(out var form))
            throw new InvalidOperationException("More forms are sent at once than are open.");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(link, UriKind.Relative))
        {
            Content = new FormUrlEncodedContent([
                new("__RequestVerificationToken", form.Token),
                new("GivenNames", $"Person {person}"),
                new("FamilyName", $"Sample {person}"),
                new("Function", "Adviser"),
                new("Email", $"person{person}@registration.example"),
                new("YourEmail", head),
            ]),
        };
        // One caller alone may send fewer forms a minute.
        request.Headers.Add("X-Forwarded-For", $"10.{person / 65_536}.{person / 256 % 256}.{person % 256}");
        var watch = Stopwatch.StartNew();
        using var answer = await form.Client.SendAsync(request, cancellationToken);
        var milliseconds = watch.Elapsed.TotalMilliseconds;
        if (answer.StatusCode is not HttpStatusCode.Redirect)
            throw new InvalidOperationException(
                $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellationToken)}"
            );
        forms.Add(form);
        return milliseconds;
    }

    private sealed record OpenForm(HttpClient Client, string Token)
    {
        public static async Task<OpenForm> OpenAsync(Uri address, string link)
        {
            var handler = new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false };
            var client = new HttpClient(handler) { BaseAddress = address };
            return new(client, Office.TokenIn(await client.GetStringAsync(new Uri(link, UriKind.Relative))));
        }
    }
}
