using System.Security.Cryptography;
using System.Text;

namespace Secretariat.Platform.Mail;

/// <summary>
/// The newest refresh token of each account. Some providers give a new one each time and forget the old one (RFC 6749
/// section 6): it has to outlive the process, in a file that only the platform's user may read. A token that is configured
/// anew counts from then on.
/// </summary>
public sealed class RefreshTokens(string folder)
{
    public string? Current(OAuthSettings settings) =>
        settings.RefreshToken is { } configured && PathOf(configured) is var path && File.Exists(path)
            ? File.ReadAllText(path)
            : settings.RefreshToken;

    public void Keep(OAuthSettings settings, string next)
    {
        if (settings.RefreshToken is not { } configured || next == Current(settings))
            return;
        Directory.CreateDirectory(folder);
        var (path, temporary) = (PathOf(configured), Path.Combine(folder, $".{Guid.CreateVersion7():N}.tmp"));
        using (var file = new FileStream(temporary, OnlyOurs()))
        {
            file.Write(Encoding.UTF8.GetBytes(next));
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }

    private static FileStreamOptions OnlyOurs()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private string PathOf(string configured) =>
        Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(configured)))[..32]);
}
