namespace Secretariat.Platform.Domain;

/// <summary>
/// Work that follows later: takes what is due from its own table and does it. Doing it twice is harmless; the schedule
/// only says when.
/// </summary>
public interface IWork
{
    static abstract TimeSpan Every { get; }

    /// <returns>How many rows were worked on.</returns>
    Task<int> RunAsync(CancellationToken cancellationToken);
}
