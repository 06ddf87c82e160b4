using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;

namespace Secretariat.Platform.Pdf;

/// <summary>One connection to a browser in the Chrome DevTools protocol: numbered calls, answered in any order.</summary>
internal sealed class DevTools : IAsyncDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly SemaphoreSlim sending = new(1, 1);
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> waiting = new();
    private readonly CancellationTokenSource closing = new();
    private Task reading = Task.CompletedTask;
    private int lastId;
    private volatile bool gone;

    public bool IsOpen => !gone;

    public static async Task<DevTools> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        var tools = new DevTools();
        await tools.socket.ConnectAsync(address, cancellationToken);
        tools.reading = tools.ReadAsync();
        return tools;
    }

    /// <exception cref="IOException">The browser has gone.</exception>
    /// <exception cref="InvalidOperationException">The browser refused the call.</exception>
    public async Task<JsonElement> CallAsync(
        string method,
        object parameters,
        string? session,
        CancellationToken cancellationToken
    )
    {
        var id = Interlocked.Increment(ref lastId);
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting[id] = answer;
        try
        {
            await SendAsync(Message(id, method, parameters, session), cancellationToken);
            var message = await answer.Task.WaitAsync(cancellationToken);
            return message.TryGetProperty("error", out var error)
                ? throw new InvalidOperationException($"Chromium refused {method}: {error.GetProperty("message")}")
                : message.GetProperty("result");
        }
        finally
        {
            waiting.TryRemove(id, out _);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await reading;
        socket.Dispose();
        closing.Dispose();
        sending.Dispose();
    }

    private static byte[] Message(int id, string method, object parameters, string? session)
    {
        var message = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["id"] = id,
            ["method"] = method,
            ["params"] = parameters,
        };
        if (session is not null)
            message["sessionId"] = session;
        return JsonSerializer.SerializeToUtf8Bytes(message);
    }

    private async Task SendAsync(byte[] message, CancellationToken cancellationToken)
    {
        await sending.WaitAsync(cancellationToken);
        try
        {
            if (!IsOpen)
                throw new IOException("Chromium has gone.");
            // Never cancelled half-way: that would abort the connection for every other page.
            await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, closing.Token);
        }
        catch (Exception lost)
            when (lost is WebSocketException || lost is OperationCanceledException && !closing.IsCancellationRequested)
        {
            // A socket that broke in this very moment calls it cancelled, though nobody did.
            throw new IOException("Chromium has gone.", lost);
        }
        finally
        {
            sending.Release();
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            while (await ReadMessageAsync() is { } message)
            {
                if (message.TryGetProperty("id", out var id) && waiting.TryGetValue(id.GetInt32(), out var answer))
                    answer.TrySetResult(message);
            }
        }
        catch (Exception end) when (end is WebSocketException or OperationCanceledException or JsonException)
        {
            // However the connection ended, its end is told to whoever waits.
        }
        finally
        {
            gone = true;
            foreach (var answer in waiting.Values)
                answer.TrySetException(new IOException("Chromium has gone."));
        }
    }

    private async Task<JsonElement?> ReadMessageAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[64 * 1024];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(), closing.Token);
            if (part.MessageType is WebSocketMessageType.Close)
                return null;
            message.Write(buffer, 0, part.Count);
        } while (!part.EndOfMessage);
        return JsonElement.Parse(message.GetBuffer().AsSpan(0, (int)message.Length));
    }
}
