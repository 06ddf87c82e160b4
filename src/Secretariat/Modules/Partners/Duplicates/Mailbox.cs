using System.Collections.Frozen;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Partners.Duplicates;

/// <summary>Where somebody gets mail, and whether it seems to be theirs alone.</summary>
internal sealed class Mailbox
{
    private const int ShortestWord = 3;

    private static readonly FrozenSet<string> Shared = LikenessData.Folded(LikenessData.Words.SharedMailboxes);
    private static readonly FrozenSet<string> Public = LikenessData.Words.PublicDomains.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> PublicWords = LikenessData.Words.PublicDomainWords.ToFrozenSet(
        StringComparer.Ordinal
    );

    private static readonly FrozenSet<string> Common = LikenessData.Words.CommonDomains.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> CommonWords = LikenessData.Words.CommonDomainWords.ToFrozenSet(
        StringComparer.Ordinal
    );

    private readonly string[] words;
    private readonly bool isOffice;

    private Mailbox(string address)
    {
        Address = address;
        var at = address.LastIndexOf('@');
        Domain = address[(at + 1)..];
        words = [.. address[..at].Split('.', '-', '_').Order(StringComparer.Ordinal)];
        isOffice = Array.Exists(words, w => Shared.Contains(LikenessData.Bare(w)));
    }

    /// <summary>In small letters: no mail system of today tells them apart.</summary>
    public string Address { get; }

    public string Domain { get; }

    /// <summary>Anybody can have a mailbox there, so it ties nobody to anybody.</summary>
    public bool IsPublic => IsPublicDomain(Domain);

    /// <summary>One that is listed, or the word of a service under whatever ending: <c>hotmail.be</c>, <c>yahoo.co.jp</c>.</summary>
    public static bool IsPublicDomain(string domain) =>
        Public.Contains(domain)
        || (
            domain.Split('.') is [var word, .. var ending]
            && PublicWords.Contains(word)
            && ending is [_] or ["co" or "com", { Length: 2 }]
        );

    /// <summary>Those below it are of many organisations, such as <c>gov.uk</c>: a word that countries set before their two letters, or one that is listed.</summary>
    public static bool IsCommonDomain(string domain) =>
        Common.Contains(domain) || (domain.Split('.') is [var word, { Length: 2 }] && CommonWords.Contains(word));

    public static Mailbox? Of(string? email)
    {
        var address = email?.Trim().ToLowerInvariant();
        return EmailAddress.IsOne(address) ? new(address!) : null;
    }

    /// <summary>Whether a word of the name stands in it, as in <c>y.kovalchuk@</c>, and nothing of an office.</summary>
    public bool Bears(PersonName name) =>
        !isOffice
        && name.Words.Any(n =>
            n.Latin.Length >= ShortestWord && Array.Exists(words, w => w.Contains(n.Latin, StringComparison.Ordinal))
        );

    /// <summary>The same words, in whatever order.</summary>
    public bool HasWordsOf(Mailbox other) => words.SequenceEqual(other.words, StringComparer.Ordinal);
}
