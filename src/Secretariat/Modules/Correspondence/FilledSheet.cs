using Secretariat.Formats;
using Secretariat.Formats.WordTemplates;

namespace Secretariat.Modules.Correspondence;

/// <summary>A reply sheet that came back: what its places hold, as the same proposals that the form of an answer makes.</summary>
internal sealed class FilledSheet
{
    private const int LongestQuote = 400;

    private readonly DocxForm form;
    private readonly string part;
    private readonly IReadOnlyList<string> strands;
    private readonly Dictionary<string, ContentControl> places = new(StringComparer.Ordinal);

    private FilledSheet(DocxForm form, string part, IReadOnlyList<string> strands)
    {
        (this.form, this.part, this.strands) = (form, part, strands);
        var bookmarks = Tags.DistinctBy(ReplySheetTags.BookmarkOf)
            .ToDictionary(ReplySheetTags.BookmarkOf, StringComparer.Ordinal);
        foreach (var control in form.Controls)
        {
            var tag = control.Tag ?? bookmarks.GetValueOrDefault(control.Bookmark ?? "");
            // Of two places of one name, as in a copied line, the first is the sheet's own.
            if (tag is not null)
                places.TryAdd(tag, control);
        }
    }

    /// <summary>The sheet in a document, or null where it is none of ours.</summary>
    /// <param name="part">As evidence names it.</param>
    /// <param name="strands">Codes of the strands of work, in their order.</param>
    public static FilledSheet? In(DocxForm form, string part, IReadOnlyList<string> strands) =>
        form.Controls.Count > 0 && new FilledSheet(form, part, strands) is { IsOurs: true } sheet ? sheet : null;

    /// <summary>What is filled in; nothing where nothing is.</summary>
    public IReadOnlyList<Suggestion> Suggestions() =>
        [
            .. Nominates(ReplySheetTags.Nominee, Ticked(ReplySheetTags.SpeaksOn)),
            .. Nominates(ReplySheetTags.Alternate, []),
            .. Ticked(ReplySheetTags.InterestIn) is { Count: > 0 } interests ? [TakesInterest(interests)] : Nothing,
        ];

    private static IReadOnlyList<Suggestion> Nothing => [];

    private bool IsOurs => places.ContainsKey(ReplySheetTags.Reference) || places.ContainsKey(Name(ReplySheetTags.Nominee));

    private IEnumerable<string> Tags =>
        [
            ReplySheetTags.Reference,
            ReplySheetTags.Replaces,
            .. new[] { ReplySheetTags.Nominee, ReplySheetTags.Alternate }.SelectMany(TagsOf),
            .. strands.SelectMany(s => new[] { ReplySheetTags.SpeaksOn(s), ReplySheetTags.InterestIn(s) }),
        ];

    private static string Name(string person) => ReplySheetTags.NameOf(person);

    private static string[] TagsOf(string person) =>
        [
            Name(person),
            ReplySheetTags.FunctionOf(person),
            ReplySheetTags.OrganisationOf(person),
            ReplySheetTags.EmailOf(person),
            ReplySheetTags.PhoneOf(person),
        ];

    /// <summary>Lengths are those of the form.</summary>
    private IEnumerable<Suggestion> Nominates(string role, IReadOnlyList<string> speaksOn)
    {
        var person = new ProposedPerson(
            Value(Name(role), 120),
            Value(ReplySheetTags.FunctionOf(role), 160),
            Value(ReplySheetTags.OrganisationOf(role), 160),
            Value(ReplySheetTags.EmailOf(role), 254),
            Value(ReplySheetTags.PhoneOf(role), 40)
        );
        if (person == new ProposedPerson(null, null, null, null, null))
            yield break;
        var isAlternate = role is ReplySheetTags.Alternate;
        var replaces = !isAlternate && IsTicked(ReplySheetTags.Replaces);
        string[] rests =
        [
            .. TagsOf(role).Where(tag => Value(tag, 1) is not null),
            .. replaces ? [ReplySheetTags.Replaces] : Array.Empty<string>(),
            .. speaksOn.Select(ReplySheetTags.SpeaksOn),
        ];
        yield return new Suggestion(
            replaces ? ProposalType.Replacement : ProposalType.Nomination,
            isAlternate,
            speaksOn,
            person,
            Quoted(rests)
        );
    }

    private Suggestion TakesInterest(IReadOnlyList<string> interests) =>
        new(ProposalType.Interest, false, interests, null, Quoted(interests.Select(ReplySheetTags.InterestIn)));

    private List<string> Ticked(Func<string, string> tag) => [.. strands.Where(strand => IsTicked(tag(strand)))];

    /// <summary>Some programs do not know the boxes: there a person writes a tick in the place of one.</summary>
    private bool IsTicked(string tag) =>
        places.TryGetValue(tag, out var control)
        && (control.IsChecked is true || form.ValueOf(control).Trim() is "☒" or "☑" or "✓" or "✔" or "x" or "X");

    /// <summary>One line as a person meant it; null where nobody has filled the place in.</summary>
    private string? Value(string tag, int longest)
    {
        if (!places.TryGetValue(tag, out var control) || control.IsPlaceholder)
            return null;
        var written = form.ValueOf(control);
        if (ReplySheetTags.IsInvitation(written))
            return null;
        var clean = new string([.. WellFormed.Cut(written, 4 * longest).Select(c => char.IsControl(c) ? ' ' : c)]);
        var words = string.Join(' ', clean.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 ? null : WellFormed.Cut(words, longest).TrimEnd();
    }

    /// <summary>The lines in which the places stand, so that a quote says what was asked, too.</summary>
    private List<Evidence> Quoted(IEnumerable<string> tags) =>
        [
            .. tags.Select(tag => WellFormed.Cut(form.LineOf(places[tag]), LongestQuote))
                .Distinct(StringComparer.Ordinal)
                .Select(quote => new Evidence(part, quote)),
        ];
}
