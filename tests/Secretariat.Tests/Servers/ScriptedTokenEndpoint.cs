using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Secretariat.Tests.Servers;

/// <summary>A token endpoint that answers as the test says, in turn, then as the last time.</summary>
public sealed class ScriptedTokenEndpoint(params string[] answers) : ScriptedPeer
{
    private int _asked;

    public Uri Address => new($"http://127.0.0.1:{Port}/token");

    /// <summary>The forms that were posted, as they came.</summary>
    public ConcurrentQueue<string> Forms { get; } = new();

    public static string Token(string token, string more = "\"expires_in\":3600") =>
        $"200 {{\"access_token\":\"{token}\",\"token_type\":\"Bearer\",{more}}}";

    protected override async Task ConverseAsync(Stream stream, CancellationToken ct)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var length = 0;
        while (await reader.ReadLineAsync(ct) is { Length: > 0 } line)
        {
            if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                length = int.Parse(line.AsSpan("Content-Length:".Length), CultureInfo.InvariantCulture);
        }

        var form = new char[length];
        await reader.ReadBlockAsync(form, ct);
        Forms.Enqueue(new string(form));
        var answer = answers[Math.Min(Interlocked.Increment(ref _asked), answers.Length) - 1];
        var body = answer[4..];
        var said =
            $"HTTP/1.1 {answer[..3]} Said\r\nConnection: close\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";
        await SayAsync(stream, Encoding.UTF8.GetBytes(said), ct);
    }
}
