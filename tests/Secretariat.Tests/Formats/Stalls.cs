namespace Secretariat.Tests.Formats;

/// <summary>Ends a fuzz test whose reader never comes back; no measure of speed.</summary>
internal static class Stalls
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<T> AreCaughtAsync<T>(int seed, Func<Task<T>> read)
    {
        try
        {
            return await Task.Run(read).WaitAsync(Patience);
        }
        catch (TimeoutException stalled)
        {
            throw new InvalidOperationException($"FUZZ_SEED={seed} never comes to its end.", stalled);
        }
    }

    public static Task<T> AreCaughtAsync<T>(int seed, Func<T> read) => AreCaughtAsync(seed, () => Task.FromResult(read()));
}
