using System.Globalization;
using System.Text;
using Secretariat.Formats;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence;

/// <summary>What an attentive reader would notice about a sender, in plain words.</summary>
public static class SenderSigns
{
    /// <param name="registered">The mail domains of all partners.</param>
    public static IReadOnlyList<Reason> Of(MimeMessage mail, IReadOnlyList<string> registered)
    {
        if (mail.From is not [var from, ..])
            return [];
        var signs = new List<Reason>();
        var domain = DomainOf(from.Address);
        if (mail.From.Count > 1)
            signs.Add(Text.Key("The message names {0} senders.", mail.From.Count));
        if (LikenessOf(domain, registered) is { } alike)
            signs.Add(
                Text.Key("The sender’s domain {0} looks like {1}, which is registered, and is another one.", Shown(domain), alike)
            );
        if (from.Name is { } name && AddressIn(name) is { } shown && !Same(shown, from.Address))
            signs.Add(Text.Key("The sender’s name shows the address {0}, but the message comes from {1}.", shown, from.Address));
        foreach (var replyTo in mail.ReplyTo.Where(r => !Same(DomainOf(r.Address), domain)))
            signs.Add(Text.Key("Answers are to go to {0}, in another domain than the sender’s.", replyTo.Address));
        return signs;
    }

    /// <summary>A registered domain that a reader could take this one for; null when it is registered itself, or like none.</summary>
    public static string? LikenessOf(string domain, IReadOnlyList<string> registered)
    {
        if (domain.Length is 0 || registered.Any(r => PartnerDomain.Matches(domain, r)))
            return null;
        var skeleton = SkeletonOf(domain);
        return registered.FirstOrDefault(r => IsLike(skeleton, SkeletonOf(r)));
    }

    /// <summary>The same to the eye, one letter off, without its hyphens and dots, or with the registered domain in front of another.</summary>
    private static bool IsLike(string domain, string registered)
    {
        if (domain == registered || domain.StartsWith(registered + ".", StringComparison.Ordinal))
            return true;
        var (one, other) = (Joined(domain), Joined(registered));
        return one == other || IsOneLabelOff(domain.Split('.'), registered.Split('.'));
    }

    /// <summary>
    /// One letter off in one label. Short labels differ in one letter by chance: mfa and mia, si and sk; ministries use such letters.
    /// </summary>
    private static bool IsOneLabelOff(string[] domain, string[] registered)
    {
        const int shortest = 5;
        if (domain.Length != registered.Length)
            return false;
        var differing = domain.Zip(registered).Where(pair => pair.First != pair.Second).ToList();
        return differing is [var (one, other)] && other.Length >= shortest && IsOneOff(one, other);
    }

    private static string Joined(string domain) =>
        domain.Replace("-", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);

    /// <summary>One letter more, less, other, or two changed round.</summary>
    private static bool IsOneOff(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 1)
            return false;
        var start = one.Zip(other).TakeWhile(p => p.First == p.Second).Count();
        var end = one.Reverse().Zip(other.Reverse()).TakeWhile(p => p.First == p.Second).Count();
        var (restOne, restOther) = (
            one.Length - Math.Min(end, one.Length - start) - start,
            other.Length - Math.Min(end, other.Length - start) - start
        );
        return Math.Max(restOne, restOther) <= 1
            || restOne == 2 && restOther == 2 && one[start] == other[start + 1] && one[start + 1] == other[start];
    }

    /// <summary>Letters that look the same become one (Unicode Technical Standard 39, section 4, as far as domains of our partners go).</summary>
    private static string SkeletonOf(string domain)
    {
        var skeleton = new StringBuilder(domain.Length);
        foreach (var c in WellFormed.Of(Shown(domain).ToLowerInvariant()).Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
                skeleton.Append(Plain(c));
        return skeleton.Replace("rn", "m").Replace("vv", "w").Replace("cl", "d").ToString();
    }

    private static char Plain(char c) =>
        c switch
        {
            'а' or 'α' => 'a',
            'с' or 'ϲ' => 'c',
            'е' or 'ε' => 'e',
            'һ' => 'h',
            'і' or 'ι' or '1' or 'l' or '|' or 'ı' => 'i',
            'ј' => 'j',
            'к' or 'κ' => 'k',
            'м' => 'm',
            'о' or 'ο' or '0' => 'o',
            'р' or 'ρ' => 'p',
            'ѕ' or '5' => 's',
            'т' or 'τ' => 't',
            'у' or 'υ' => 'y',
            'ν' => 'v',
            'х' or 'χ' => 'x',
            'в' => 'b',
            'н' => 'h',
            '–' or '‐' or '‑' => '-',
            _ => c,
        };

    /// <summary>An internationalised domain as people see it; one that cannot be decoded stays as it is.</summary>
    private static string Shown(string domain)
    {
        try
        {
            return domain.Contains("xn--", StringComparison.OrdinalIgnoreCase) ? new IdnMapping().GetUnicode(domain) : domain;
        }
        catch (ArgumentException)
        {
            return domain;
        }
    }

    private static string? AddressIn(string name) =>
        name.Split([' ', '<', '>', '(', ')', '"', ',', ';'], StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault(word => word.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && word.IndexOf('.', at) > at);

    private static string DomainOf(string address) => address.Split('@')[^1].TrimEnd('.').ToLowerInvariant();

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
