namespace Secretariat.Tests.Formats;

/// <summary>Ends a test whose reader never comes back; no measure of speed.</summary>
internal static class Stalls
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task AreCaughtAsync(string name, Func<Task> read)
    {
        try
        {
            await Task.Run(read).WaitAsync(Patience);
        }
        catch (TimeoutException stalled)
        {
            throw new InvalidOperationException($"{name} never comes to its end.", stalled);
        }
    }
}
