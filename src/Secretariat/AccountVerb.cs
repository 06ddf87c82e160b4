using System.CommandLine;
using System.CommandLine.Parsing;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Cli;
using Secretariat.Platform.Data;
using Secretariat.Platform.Mail;

namespace Secretariat;

/// <summary><c>account link EMAIL</c>: the way in for the first administrator, and for whoever lost their key.</summary>
internal static class AccountVerb
{
    private static readonly Argument<string> Email = new("EMAIL") { Description = "Address of the account" };

    private static readonly Option<Role?> AsRole = new("--role")
    {
        Description =
            "Role of a new account: administrator, officer, signatory, partner-contact or reader; the first is administrator",
        HelpName = "ROLE",
        CustomParser = ReadRole,
    };

    private static readonly Option<string?> Partner = new("--partner")
    {
        HelpName = "CODE",
        Description = "Code of the partner, such as ms-ee, that the account is a contact of",
    };

    private static readonly Option<int?> Port = new("--port")
    {
        HelpName = "N",
        Description = "Port that it is served on; 5080 when not given",
    };

    public static Command Command()
    {
        var link = new Command("link", "Creates the account if need be and prints a one-time sign-in link.")
        {
            Email,
            AsRole,
            Partner,
            CommandLine.Data,
            Port,
        };
        link.Validators.Add(Check);
        link.SetAction(
            (parsed, ct) => Verbs.WithNewAppAsync(parsed, parsed.GetValue(Port), services => LinkAsync(parsed, services, ct), ct)
        );
        return new Command("account", "Accounts.") { link };
    }

    /// <summary>The whole command that lets somebody in to the platform as it is served here.</summary>
    public static string HintFor(string url, string folder)
    {
        var data = folder == Path.GetFullPath("var") ? "" : $" --data {Quoted(folder)}";
        var port = new Uri(url).Port is var number and not 5080 ? $" --port {number}" : "";
        return $"bin/secretariat account link you@your.example{data}{port}";
    }

    private static async Task<int> LinkAsync(ParseResult parsed, IServiceProvider services, CancellationToken cancellationToken)
    {
        var (wayIn, email) = (services.GetRequiredService<WayIn>(), parsed.GetValue(Email)!);
        if (parsed.GetValue(AsRole) is { } role && await wayIn.RoleOfAsync(email) is { } held && held != role)
            await Console.Error.WriteLineAsync($"“{email}” has an account already, as {held.Name()}: its role was not changed.");
        var link = parsed.GetValue(Partner) is { } code
            ? await wayIn.ForContactAsync(email, await PartnerAsync(services, code, cancellationToken), cancellationToken)
            : await wayIn.ForAsync(email, parsed.GetValue(AsRole), cancellationToken);
        await Console.Out.WriteLineAsync(link);
        return 0;
    }

    private static async Task<Guid> PartnerAsync(IServiceProvider services, string code, CancellationToken cancellationToken) =>
        await services
            .GetRequiredService<SecretariatDb>()
            .CurrentPartners.Where(p => p.Code == code)
            .Select(p => (Guid?)p.Id)
            .SingleOrDefaultAsync(cancellationToken)
        ?? throw new RefusedException(
            $"No partner has the code “{code}”: each partner's page at /office/partners shows its code, such as ms-ee."
        );

    private static void Check(CommandResult result)
    {
        if (result.GetValue(Email) is { } email && !EmailAddress.IsOne(email))
            result.AddError($"“{email}” is not an e-mail address: write it as name@ministry.example.");
        if (result.GetValue(Partner) is not null && result.GetValue(AsRole) is not (null or Role.PartnerContact))
            result.AddError("--partner is for a partner contact: leave --role away, or say --role partner-contact.");
    }

    private static Role? ReadRole(ArgumentResult result)
    {
        var word = result.Tokens[0].Value;
        var plain = word.Replace("-", "", StringComparison.Ordinal);
        if (Enum.GetNames<Role>().FirstOrDefault(r => r.Equals(plain, StringComparison.OrdinalIgnoreCase)) is { } name)
            return Enum.Parse<Role>(name);
        result.AddError($"“{word}” is no role: use administrator, officer, signatory, partner-contact or reader.");
        return null;
    }

    private static string Quoted(string path) =>
        path.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '_' or '-')
            ? path
            : $"'{path.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
