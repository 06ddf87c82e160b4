using System.Text;
using static Secretariat.Modules.Letters.Documents.TemplateNode;

namespace Secretariat.Modules.Letters.Documents;

/// <summary>Writes one template with one set of values and collects what is missing.</summary>
internal sealed class TemplateRenderer(TemplateData data, Func<TemplateValue.Text, string> escape)
{
    private readonly StringBuilder text = new();
    private readonly List<string> missing = [];
    private readonly List<(TemplateData Entry, string Place)> scopes = [(data, "")];

    public string Text => text.ToString();

    public IReadOnlyList<string> Missing => missing;

    public void Write(IEnumerable<TemplateNode> nodes)
    {
        foreach (var node in nodes)
        {
            if (node is Literal literal)
                text.Append(literal.Text);
            else if (node is Field field)
                Write(field);
            else if (node is Section section)
                Write(section);
        }
    }

    private void Write(Field field)
    {
        if (Find(field.Name) is TemplateValue.Text { IsEmpty: false } value)
            text.Append(escape(value));
        else if (LetterFields.Former.Contains(field.Name))
            DropSpace();
        else
            missing.Add(field.Name + scopes[^1].Place);
    }

    /// <summary>Where a name of before says nothing, of the two spaces around it one stays.</summary>
    private void DropSpace()
    {
        if (text.Length > 0 && text[^1] is ' ')
            text.Length--;
    }

    private void Write(Section section)
    {
        if ((Find(section.Name) ?? NothingOf(section.Name)) is not { } value)
            missing.Add(section.Name + scopes[^1].Place);
        else if (value.IsEmpty == section.WhenEmpty)
            Repeat(section, value);
    }

    private static TemplateValue.Text? NothingOf(string name) => LetterFields.Former.Contains(name) ? new("") : null;

    private void Repeat(Section section, TemplateValue value)
    {
        if (value is TemplateValue.List list && !section.WhenEmpty)
        {
            for (var i = 0; i < list.Entries.Count; i++)
                WriteWithin(list.Entries[i], $" (entry {i + 1} of {section.Name})", section.Children);
        }
        else if (value is TemplateValue.Record record)
            WriteWithin(record.Data, $" (in {section.Name})", section.Children);
        else
            Write(section.Children);
    }

    private void WriteWithin(TemplateData entry, string place, IEnumerable<TemplateNode> children)
    {
        scopes.Add((entry, place));
        Write(children);
        scopes.RemoveAt(scopes.Count - 1);
    }

    private TemplateValue? Find(string name)
    {
        for (var i = scopes.Count - 1; i >= 0; i--)
        {
            if (scopes[i].Entry.Find(name) is { } value)
                return value;
        }
        return null;
    }
}
