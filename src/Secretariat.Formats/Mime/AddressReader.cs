using System.Text;

namespace Secretariat.Formats.Mime;

/// <summary>Reads address lists (RFC 5322 sections 3.4 and 4.4) with the liberties real mail takes.</summary>
internal sealed class AddressReader(string text)
{
    private readonly List<MailAddress> found = [];
    private readonly List<Word> words = [];
    private string? angle;
    private string? comment;
    private string? carried;
    private bool hasAt;
    private int at;

    /// <param name="enough">After so many, the rest is not read.</param>
    public IReadOnlyList<MailAddress> Read(int enough = int.MaxValue)
    {
        while (at < text.Length && found.Count < enough)
            Step();
        Finish(carryOn: false);
        return found;
    }

    private void Step()
    {
        switch (text[at])
        {
            case '"':
                words.Add(new Word(Quoted(), IsQuoted: true));
                break;
            case '(':
                comment = Comment();
                break;
            case '<':
                ReadAngle();
                break;
            case ',':
                at++;
                Finish(carryOn: true);
                break;
            case ';':
                at++;
                Finish(carryOn: false);
                break;
            case ':' when !hasAt:
                at++;
                words.Clear();
                carried = null;
                break;
            case ' ' or '\t' or '>' or ':' or ')':
                at++;
                break;
            default:
                words.Add(ReadAtom());
                hasAt |= words[^1].Text.Contains('@', StringComparison.Ordinal);
                break;
        }
    }

    private Word ReadAtom()
    {
        if (EncodedWords.TryRead(text, at, out var encoded))
        {
            var word = text[at..encoded.End];
            at = encoded.End;
            return new Word(word, IsQuoted: false);
        }
        var start = at++;
        while (at < text.Length && !"\"(<,;: \t>)".Contains(text[at], StringComparison.Ordinal))
            at++;
        return new Word(text[start..at], IsQuoted: false);
    }

    private string Quoted()
    {
        var content = new StringBuilder();
        for (at++; at < text.Length && text[at] is not '"'; at++)
        {
            if (text[at] is '\\' && at + 1 < text.Length)
                at++;
            content.Append(text[at]);
        }
        at++;
        // "a b"@example.org: a quoted local part belongs to its domain.
        if (at < text.Length && text[at] is '@')
        {
            content.Insert(0, '"').Append('"');
            while (at < text.Length && !",;<> \t(".Contains(text[at], StringComparison.Ordinal))
                content.Append(text[at++]);
        }
        return content.ToString();
    }

    private string Comment()
    {
        var content = new StringBuilder();
        var depth = 0;
        for (; at < text.Length; at++)
        {
            if (text[at] is ')' && --depth is 0)
                break;
            if (text[at] is '(' && depth++ is 0)
                continue;
            if (text[at] is '\\' && at + 1 < text.Length)
                at++;
            content.Append(text[at]);
        }
        at++;
        return content.ToString().Trim();
    }

    private void ReadAngle()
    {
        var content = new StringBuilder();
        var isQuoted = false;
        for (at++; at < text.Length && (isQuoted || text[at] is not '>' and not ','); at++)
        {
            if (text[at] is '"')
                isQuoted = !isQuoted;
            if (isQuoted || text[at] is not ' ' and not '\t' and not '<')
                content.Append(text[at]);
        }
        if (at < text.Length && text[at] is '>')
            at++;
        var address = content.ToString();
        // RFC 5322 section 4.4: a route before the address means nothing any more.
        if (address.StartsWith('@') && address.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
            address = address[(colon + 1)..];
        angle ??= address;
    }

    private void Finish(bool carryOn)
    {
        if (angle is not null)
            Add(Phrase(words), angle);
        else if (words.FindLastIndex(w => w.Text.Contains('@', StringComparison.Ordinal)) is >= 0 and var index)
            AddBare(index);
        else if (words.Count > 0 && carryOn)
        {
            // Smith, John <j@example.org>: a comma that should have been quoted.
            AddCarried();
            carried = Phrase(words);
            words.Clear();
            comment = null;
            return;
        }
        else if (words.Count > 0)
            AddNamed();
        AddCarried();
        words.Clear();
        angle = comment = null;
        hasAt = false;
    }

    private void AddCarried()
    {
        if (carried is not null)
            found.Add(
                carried.Contains(' ', StringComparison.Ordinal) ? new MailAddress(carried, "") : new MailAddress(null, carried)
            );
        carried = null;
    }

    /// <summary>An address without brackets; blanks around its dots and "@" are obsolete syntax (RFC 5322 section 4.4), other words its name.</summary>
    private void AddBare(int index)
    {
        int first = index,
            last = index;
        while (first > 0 && (OpensWithJoint(words[first]) || EndsInJoint(words[first - 1])))
            first--;
        while (last + 1 < words.Count && (EndsInJoint(words[last]) || OpensWithJoint(words[last + 1])))
            last++;
        var address = string.Concat(words[first..(last + 1)].Select(w => w.Text));
        words.RemoveRange(first, last - first + 1);
        Add(Phrase(words), address);
    }

    private static bool OpensWithJoint(Word word) => word.Text is ['@' or '.', ..];

    private static bool EndsInJoint(Word word) => word.Text is [.., '@' or '.'];

    private void AddNamed()
    {
        if (words.Count is 1 && !words[0].IsQuoted && carried is null)
            Add(null, words[0].Text);
        else
            Add(Phrase(words), "");
    }

    private void Add(string? name, string address)
    {
        if (carried is not null)
            name = name is null ? carried : $"{carried}, {name}";
        carried = null;
        name ??= comment is null ? null : EncodedWords.Decode(comment);
        if (address.Length > 0 || name is not null)
            found.Add(new MailAddress(string.IsNullOrWhiteSpace(name) ? null : name.Trim(), EncodedWords.Decode(address)));
    }

    private static string? Phrase(List<Word> words) =>
        words.Count is 0 ? null : EncodedWords.Decode(string.Join(' ', words.Select(w => w.Text)));

    private readonly record struct Word(string Text, bool IsQuoted);
}
