using Secretariat.Formats.ContentLines;

namespace Secretariat.Formats.VCard;

/// <summary>Tells the cards of a file apart.</summary>
internal ref struct CardScanner(ContentLineReader source)
{
    private readonly List<Card> cards = [];
    private ContentLineReader lines = source;
    private CardBuilder? card;
    private bool opensAgent;
    private int agents;

    public readonly IReadOnlyList<Card> Cards => cards;

    /// <returns>Why the file is refused, or null.</returns>
    public string? Read()
    {
        while (lines.TryRead(out var line))
        {
            Take(line);
            if (WhyNotFurther() is { } reason)
                return $"Line {lines.Number}: {reason}; save the contacts in parts.";
        }
        Close();
        return null;
    }

    private readonly string? WhyNotFurther() =>
        lines.Count > VCardReader.MaxLines ? $"the file has more than {VCardReader.MaxLines} lines"
        : cards.Count >= VCardReader.MaxCards && card is not null ? $"the file has more than {VCardReader.MaxCards} cards"
        : card?.Count > VCardReader.MaxProperties ? $"a card says more than {VCardReader.MaxProperties} things"
        : null;

    private void Take(ContentLine line)
    {
        if (line.Name is "BEGIN" && line.Word is "VCARD")
            Begin();
        else if (line.Name is "END" && line.Word is "VCARD")
            End();
        else
        {
            // vCard 2.1 section 2.4.2: the card of an agent follows an AGENT without a value.
            opensAgent = line.Name is "AGENT" && line.Word is "";
            if (agents is 0)
                card?.Take(line);
        }
    }

    private void Begin()
    {
        if (card is not null && opensAgent)
            agents++;
        else
        {
            Close();
            var isOld = IsOld();
            card = new CardBuilder(isOld);
            lines.KeepsBlank = isOld;
        }
        opensAgent = false;
    }

    private void End()
    {
        if (agents > 0)
            agents--;
        else
            Close();
        opensAgent = false;
    }

    private void Close()
    {
        if (card is not null)
            cards.Add(card.Build());
        card = null;
        agents = 0;
    }

    /// <summary>Whether the card that begins here is of version 2.1; folds and escapes are read accordingly from its first line on.</summary>
    private readonly bool IsOld()
    {
        var ahead = lines;
        while (ahead.TryRead(out var line) && line.Name is not ("BEGIN" or "END"))
            if (line.Name is "VERSION")
                return line.Word is "2.1";
        return false;
    }
}
