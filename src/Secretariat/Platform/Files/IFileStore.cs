namespace Secretariat.Platform.Files;

/// <summary>Keeps files once, under the SHA-256 of their bytes (64 lower-case hexadecimal digits).</summary>
public interface IFileStore
{
    /// <summary>Stores the bytes durably before it returns; storing them again changes nothing, or mends what was damaged.</summary>
    Task<string> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    /// <exception cref="FileNotFoundException">Nothing is stored under that hash.</exception>
    /// <exception cref="InvalidDataException">What is stored there no longer has that hash.</exception>
    Task<byte[]> GetAsync(string sha256, CancellationToken cancellationToken);

    /// <summary>Whether something is stored under that hash.</summary>
    Task<bool> HoldsAsync(string sha256, CancellationToken cancellationToken);

    /// <summary>Erases what is stored under that hash, if anything is. Whoever asks has made sure that no record rests on it.</summary>
    Task RemoveAsync(string sha256, CancellationToken cancellationToken);
}
