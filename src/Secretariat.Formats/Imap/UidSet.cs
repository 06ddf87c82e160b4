using System.Globalization;

namespace Secretariat.Formats.Imap;

/// <summary>Gathers what SEARCH (RFC 3501 section 7.2.5) or ESEARCH (RFC 4731) found, and the UIDs that FETCH tells.</summary>
internal sealed class UidSet(ImapOptions options)
{
    private readonly List<uint> _uids = [];

    // A UID takes at least two bytes of a line, so that this is what one line could list.
    private int MostUids => options.MaxLineBytes / 2;

    public void Hear(ImapResponse response)
    {
        if (response.Word == "SEARCH")
            AddNumbers(response.Rest);
        else if (response.Word == "ESEARCH")
            AddSet(
                response
                    .Rest.Split(' ')
                    .SkipWhile(word => !word.Equals("ALL", StringComparison.OrdinalIgnoreCase))
                    .ElementAtOrDefault(1)
            );
        else if (
            response.Word == "FETCH"
            && ImapDataReader.ReadPairs(response.Parts).GetValueOrDefault("UID")?.Text is { } told
            && TryRead(told, out var uid)
        )
            Add(uid, uid);
    }

    /// <summary>In order, each once. <c>n:*</c> also finds the last message when it lies below n.</summary>
    public IReadOnlyList<uint> From(uint first) => [.. _uids.Where(uid => uid >= first && uid > 0).Distinct().Order()];

    private void AddNumbers(string text)
    {
        foreach (var word in text.AsSpan().Split(' '))
        {
            if (text.AsSpan(word).StartsWith('('))
                return; // (MODSEQ 917), RFC 7162
            if (TryRead(text.AsSpan(word), out var uid))
                Add(uid, uid);
        }
    }

    private void AddSet(string? set)
    {
        foreach (var range in (set ?? "").Split(','))
        {
            var ends = range.Split(':');
            if (TryRead(ends[0], out var one) && TryRead(ends[^1], out var other))
                Add(Math.Min(one, other), Math.Max(one, other));
        }
    }

    private void Add(uint first, uint last)
    {
        if (_uids.Count + (long)last - first >= MostUids)
            throw new ImapException($"The server {options.Place} lists more than {MostUids} messages.", connectionIsLost: true);
        for (long uid = first; uid <= last; uid++)
            _uids.Add((uint)uid);
    }

    private static bool TryRead(ReadOnlySpan<char> text, out uint number) =>
        uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
