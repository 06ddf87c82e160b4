using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Identity;

/// <summary>The keys of cookies and forms lie in the database, so that every node reads what another wrote.</summary>
public sealed class KeysInDatabase(IServiceScopeFactory scopes) : IXmlRepository, IConfigureOptions<KeyManagementOptions>
{
    private const string Prefix = "data-protection:";

    public void Configure(KeyManagementOptions options) => options.XmlRepository = this;

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<SecretariatDb>();
        var values = db.Secrets.AsNoTracking().Where(s => s.Name.StartsWith(Prefix)).Select(s => s.Value).ToList();
        return [.. values.Select(v => XElement.Parse(v))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<SecretariatDb>();
        db.Secrets.Add(new Secret { Name = Prefix + friendlyName, Value = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChangesAsync().GetAwaiter().GetResult();
    }
}
