using System.Net.Sockets;
using System.Security.Authentication;

namespace Secretariat.Formats.Connections;

/// <summary>Bounds the time of one network step and turns its failures into a sentence.</summary>
internal sealed class NetworkGuard(ConnectionOptions options, Func<string, Exception?, Exception> makeException)
{
    /// <summary>The longest silence that is waited for.</summary>
    public TimeSpan Patience { get; set; } = options.Timeout;

    public Exception Failure(string what, Exception? cause = null) => makeException($"The server {options.Place} {what}.", cause);

    public async ValueTask<T> RunAsync<T>(Func<CancellationToken, ValueTask<T>> step, CancellationToken ct)
    {
        using var late = new CancellationTokenSource(Patience, options.Clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(late.Token, ct);
        try
        {
            return await step(limit.Token);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw Failure($"was silent for {Patience.TotalSeconds:0.#} seconds", e);
        }
        catch (AuthenticationException e)
        {
            throw Failure($"cannot be reached securely: {e.Message.TrimEnd('.')}", e);
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            throw Failure($"cannot be reached: {e.Message.TrimEnd('.')}", e);
        }
    }

    public async ValueTask RunAsync(Func<CancellationToken, ValueTask> step, CancellationToken ct) =>
        await RunAsync(
            async t =>
            {
                await step(t);
                return true;
            },
            ct
        );
}
