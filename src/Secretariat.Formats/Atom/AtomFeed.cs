namespace Secretariat.Formats.Atom;

/// <summary>What is new, for programs that ask now and then (RFC 4287 section 4.1.1).</summary>
/// <param name="Id">A permanent IRI.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Author">The name of whoever publishes it.</param>
/// <param name="Language">RFC 5646, of the titles and summaries.</param>
/// <param name="Self">Where the feed itself is found.</param>
/// <param name="Alternate">The page that says the same to people.</param>
/// <param name="Updated">When something last changed that matters.</param>
/// <param name="Entries">In the order in which they are read.</param>
public sealed record AtomFeed(
    string Id,
    string Title,
    string Author,
    string Language,
    string Self,
    string Alternate,
    DateTimeOffset Updated,
    IReadOnlyList<AtomEntry> Entries
);

/// <summary>One thing that is new (section 4.1.2).</summary>
/// <param name="Id">A permanent IRI, the same whenever the entry is written again.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Summary">Plain text.</param>
/// <param name="Alternate">The page that says the same to people.</param>
/// <param name="Updated">When it last changed in a way that matters.</param>
public sealed record AtomEntry(string Id, string Title, string Summary, string Alternate, DateTimeOffset Updated);
