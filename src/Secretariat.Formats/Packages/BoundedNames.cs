using System.Xml;

namespace Secretariat.Formats.Packages;

/// <summary>The names of one document, which its reader keeps to the end; throws what it is told to where there are too many.</summary>
internal sealed class BoundedNames(int most, Func<Exception> tooMany) : NameTable
{
    private int left = most;

    public override string Add(string key) => Get(key) ?? Added(base.Add(key));

    public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Added(base.Add(key, start, len));

    private string Added(string name) => --left >= 0 ? name : throw tooMany();
}
