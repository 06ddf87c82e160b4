namespace Secretariat.Platform.Cli;

/// <summary>Files that a verb is given.</summary>
public static class InputFile
{
    private const int PieceBytes = 64 * 1024;

    /// <summary>All of a file, or a sentence that names it.</summary>
    public static async Task<byte[]> ReadAsync(string file, int maxBytes, CancellationToken cancellationToken)
    {
        RefuseEmpty(file);
        try
        {
            var length = new FileInfo(file).Length;
            if (length > maxBytes)
                throw new RefusedException($"{file} has {length} bytes; at most {maxBytes} are read: give a smaller one.");
            return length > 0
                ? await File.ReadAllBytesAsync(file, cancellationToken)
                : await ReadUnmeasuredAsync(file, maxBytes, cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(SentenceFor(file, problem));
        }
    }

    /// <summary>Writes a file whole or not at all, never over one of those that it was made from.</summary>
    public static async Task ReplaceAsync(
        string file,
        byte[] content,
        IEnumerable<string> sources,
        CancellationToken cancellationToken
    )
    {
        RefuseEmpty(file);
        var path = Path.GetFullPath(file);
        if (sources.Any(source => Path.GetFullPath(source) == path))
            throw new RefusedException($"{file} is one of the files that it would be made from: give another name.");
        var beside = $"{path}.{Guid.CreateVersion7():N}.tmp";
        try
        {
            await WriteAsync(beside, content, cancellationToken);
            File.Move(beside, path, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"{file} cannot be written: check its folder and its rights.");
        }
        finally
        {
            if (File.Exists(beside))
                File.Delete(beside);
        }
    }

    /// <summary>Why a file cannot be read.</summary>
    public static string SentenceFor(string file, Exception problem) =>
        problem switch
        {
            FileNotFoundException or DirectoryNotFoundException => $"{file} is no file: check its name.",
            UnauthorizedAccessException => $"{file} may not be read: have its rights set right.",
            _ => $"{file} cannot be read: {problem.Message}",
        };

    private static void RefuseEmpty(string file)
    {
        if (file.Length is 0)
            throw new RefusedException("The name of a file is empty: name the file that is meant.");
    }

    /// <summary>Of a device or a pipe, which has no length and may have no end.</summary>
    private static async Task<byte[]> ReadUnmeasuredAsync(string file, int maxBytes, CancellationToken cancellationToken)
    {
        await using var source = File.OpenRead(file);
        using var bytes = new MemoryStream();
        var piece = new byte[PieceBytes];
        int count;
        while ((count = await source.ReadAsync(piece, cancellationToken)) > 0)
        {
            bytes.Write(piece, 0, count);
            if (bytes.Length > maxBytes)
                throw new RefusedException($"{file} has more than the {maxBytes} bytes that are read: give a smaller one.");
        }

        return bytes.ToArray();
    }

    private static async Task WriteAsync(string file, byte[] content, CancellationToken cancellationToken)
    {
        await using var target = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
        await target.WriteAsync(content, cancellationToken);
    }
}
