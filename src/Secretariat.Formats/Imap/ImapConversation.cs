using System.Globalization;
using System.Text;
using Secretariat.Formats.Connections;

namespace Secretariat.Formats.Imap;

/// <summary>Commands and responses in turn (RFC 3501 section 2.2).</summary>
internal sealed partial class ImapConversation(LineConnection connection, ImapOptions options, NetworkGuard guard)
{
    private static readonly ImapCommand Idle = new("IDLE", "to tell what happens in the mailbox");
    private readonly ImapResponseReader _reader = new(connection, options, guard);
    private int _commands;
    private bool _isUsable;
    private string? _goodbye;

    public async Task<ImapResponse> GreetAsync(CancellationToken ct)
    {
        var greeting = await InTimeAsync(ReadAsync, options.CommandTimeout, ct);
        _isUsable = greeting is { Tag: "*", Word: "OK" or "PREAUTH" };
        return _isUsable ? greeting : throw guard.Failure($"does not greet: {greeting.Words}");
    }

    /// <summary>Sends a command and hears every untagged response until it is done.</summary>
    /// <exception cref="ImapException">Also when the server answers NO or BAD.</exception>
    public Task<ImapResponse> AskAsync(ImapCommand command, CancellationToken ct, Action<ImapResponse>? hear = null) =>
        UseAsync(command, t => InTimeAsync(u => ConverseAsync(command, hear, u), options.CommandTimeout, t), ct);

    /// <summary>Hears what the server says by itself for that time (RFC 2177), and in the end that it is done.</summary>
    /// <exception cref="ImapException">Also when the server answers NO or BAD.</exception>
    public Task<ImapResponse> ListenAsync(TimeSpan time, Func<ImapResponse, ValueTask> hear, CancellationToken ct) =>
        UseAsync(Idle, t => ListenAsync(NextTag(), time, hear, t), ct);

    private async Task<ImapResponse> UseAsync(
        ImapCommand command,
        Func<CancellationToken, Task<ImapResponse>> talk,
        CancellationToken ct
    )
    {
        Begin();
        var done = await talk(ct);
        _isUsable = true;
        return WhyRefused(command, done) is { } refusal ? throw refusal : done;
    }

    /// <summary>Null when it was done.</summary>
    public ImapException? WhyRefused(ImapCommand command, ImapResponse done) =>
        done.Word == "OK"
            ? null
            : new ImapException($"The server {options.Place} refused {command.Purpose}: {done.Words}", connectionIsLost: false);

    /// <summary>Usable again only after the end of the answer: a cancelled command leaves half of it unread.</summary>
    private void Begin()
    {
        if (!_isUsable)
            throw guard.Failure("is no longer connected after what went wrong before");
        _isUsable = false;
    }

    private string NextTag() => string.Create(CultureInfo.InvariantCulture, $"{options.TagPrefix}{++_commands}");

    private async Task<ImapResponse> ListenAsync(
        string tag,
        TimeSpan time,
        Func<ImapResponse, ValueTask> hear,
        CancellationToken ct
    )
    {
        using var idle = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var over = Task.Delay(time, options.Clock, idle.Token);
        // Silence is what is expected; the whole is bounded instead.
        guard.Patience = Timeout.InfiniteTimeSpan;
        try
        {
            return await InTimeAsync(t => IdleAsync(tag, over, hear, t), time + options.Timeout, ct);
        }
        finally
        {
            guard.Patience = options.Timeout;
            await idle.CancelAsync();
        }
    }

    private async Task<ImapResponse> IdleAsync(string tag, Task over, Func<ImapResponse, ValueTask> hear, CancellationToken ct)
    {
        await SendAsync($"{tag} {Idle.Text}", ct);
        var isDone = false;
        for (var heard = 0; heard < options.MaxResponses; heard++)
        {
            var reading = ReadAsync(ct);
            if (!isDone && await Task.WhenAny(reading, over) == over)
            {
                isDone = true;
                await SendAsync("DONE", ct);
            }
            var response = await reading;
            if (response.IsEndOf(tag))
                return response;
            if (IsData(response))
                await hear(response);
        }
        throw TooMuch();
    }

    private async Task<ImapResponse> ConverseAsync(ImapCommand command, Action<ImapResponse>? hear, CancellationToken ct)
    {
        var tag = NextTag();
        await SendAsync($"{tag} {command.Text}", ct);
        var continuations = new Queue<string>(command.Continuations);
        for (var heard = 0; heard < options.MaxResponses; heard++)
        {
            var response = await ReadAsync(ct);
            if (response.IsEndOf(tag))
                return response;
            if (response.Tag == "+")
                // "*" gives up an authentication that goes on longer than expected (section 6.2.2).
                await SendAsync(continuations.TryDequeue(out var next) ? next : "*", ct);
            else if (IsData(response))
                hear?.Invoke(response);
        }
        throw TooMuch();
    }

    private Task<ImapResponse> ReadAsync(CancellationToken ct) => _reader.ReadAsync(options.MaxMessageBytes, ct);

    private bool IsData(ImapResponse response)
    {
        if (response is { Tag: "*", Word: "BYE" })
            _goodbye = response.Words;
        // The rest of something that was counted wrongly, a message say: what comes next could be anything.
        else if (response.Tag is not ("*" or "+" or ""))
            throw guard.Failure("speaks out of turn");
        return response.Tag == "*";
    }

    private Exception TooMuch() => guard.Failure($"does not come to an end after {options.MaxResponses} responses");

    private ValueTask SendAsync(string line, CancellationToken ct) =>
        connection.WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"), ct);

    private async Task<T> InTimeAsync<T>(Func<CancellationToken, Task<T>> step, TimeSpan time, CancellationToken ct)
    {
        using var late = new CancellationTokenSource(time, options.Clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(late.Token, ct);
        try
        {
            return await step(limit.Token);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw guard.Failure("took too long to answer", e);
        }
        catch (ImapException e) when (_goodbye is not null)
        {
            throw guard.Failure($"said goodbye: {_goodbye}", e);
        }
    }
}
