using System.Runtime.CompilerServices;

namespace Secretariat.Formats.Imap;

/// <summary>Several commands under way at a time, each for a message (RFC 3501 section 5.5).</summary>
internal sealed partial class ImapConversation
{
    /// <summary>
    /// Asks for messages, each by a command of its own and so many at a time. A server may tell of
    /// several before it says of the first that it is done, and in any order; those that are under way together hold no more
    /// bytes than one message may.
    /// </summary>
    /// <returns>Each as soon as it is done, with the answer: OK, NO or BAD.</returns>
    public async IAsyncEnumerable<(FetchedItem Item, ImapResponse Done)> FetchAsync(
        IEnumerable<FetchedItem> items,
        int atOnce,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        Begin();
        var open = new Dictionary<string, FetchedItem>(StringComparer.OrdinalIgnoreCase);
        foreach (var some in items.Chunk((atOnce + 1) / 2))
        {
            while (open.Count + some.Length > atOnce)
                yield return await NextDoneAsync();
            var tagged = some.Select(item => (Tag: NextTag(), Item: item)).ToList();
            tagged.ForEach(one => open.Add(one.Tag, one.Item));
            await SendAsync(string.Join("\r\n", tagged.Select(one => $"{one.Tag} {one.Item.Command.Text}")), ct);
        }
        while (open.Count > 0)
            yield return await NextDoneAsync();
        _isUsable = true;

        Task<(FetchedItem, ImapResponse)> NextDoneAsync() =>
            InTimeAsync(t => UntilOneIsDoneAsync(open, t), options.CommandTimeout, ct);
    }

    private async Task<(FetchedItem, ImapResponse)> UntilOneIsDoneAsync(
        Dictionary<string, FetchedItem> open,
        CancellationToken ct
    )
    {
        for (var heard = 0; heard < options.MaxResponses; heard++)
        {
            var response = await _reader.ReadAsync(options.MaxMessageBytes - open.Values.Sum(item => item.Kept), ct);
            if (open.Remove(response.Tag, out var item))
                return (item, response);
            if (!IsData(response))
                continue;
            if (FetchedData.Of(response) is { } data)
                open.Values.FirstOrDefault(each => each.Uid == data.Uid)?.Hear(data);
        }
        throw TooMuch();
    }
}
