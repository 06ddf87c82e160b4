using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Secretariat.Formats.Mime;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Nominations;

/// <summary>What the form of an answer holds, and what it asks for.</summary>
public sealed partial class AnswerModel
{
    /// <summary>Served with the form and sent back with it: a second click sends the same message.</summary>
    [BindProperty]
    public Guid FormToken { get; set; } = Guid.CreateVersion7();

    [BindProperty, Required, StringLength(120), Display(Name = "Your name")]
    public string YourName { get; set; } = "";

    [BindProperty, Required, StringLength(160), Display(Name = "Your function")]
    public string YourFunction { get; set; } = "";

    [BindProperty, Required, OneEmailAddress, StringLength(254), Display(Name = "Your e-mail address")]
    public string YourEmail { get; set; } = "";

    [BindProperty]
    public Nominee Nominee { get; set; } = new();

    [BindProperty]
    public List<string> PersonStrands { get; set; } = [];

    [BindProperty]
    public List<string> Interested { get; set; } = [];

    [BindProperty]
    public List<string> Declined { get; set; } = [];

    [BindProperty, StringLength(2000)]
    public string? Remark { get; set; }

    private void Check()
    {
        if (EmailAddress.IsOne(YourEmail?.Trim()) && !MailAddress.CanSend(YourEmail!.Trim()))
            ModelState.AddModelError(nameof(YourEmail), t.Of("Write one e-mail address, such as name@ministry.example."));
        Nominee.Check(ModelState, t);
        if (Interested.Intersect(Declined, StringComparer.Ordinal).Any())
            ModelState.AddModelError(nameof(Declined), t.Of("Choose for each strand whether you take part or not."));
        if (PersonStrands.Concat(Interested).Concat(Declined).Any(s => StrandOptions.All(o => o.Value != s)))
            ModelState.AddModelError(nameof(Interested), t.Of("Choose among the strands of work."));
        if (!Nominee.IsNamed && Interested.Count + Declined.Count == 0 && string.IsNullOrWhiteSpace(Remark))
            ModelState.AddModelError(
                nameof(Nominee.PersonName),
                t.Of("Name a person, choose strands of work, or write a remark.")
            );
    }

    private IEnumerable<FormAsk> Asks()
    {
        if (Nominee.IsNamed)
            yield return Nominee.Ask(Known(PersonStrands));
        if (Interested.Count > 0)
            yield return FormAsk.TakesPart(Known(Interested));
        if (Declined.Count > 0)
            yield return FormAsk.Declines(Known(Declined));
    }

    private List<string> Known(List<string> chosen) => [.. StrandOptions.Select(o => o.Value).Where(chosen.Contains)];

    private IEnumerable<string> Signature() => [FormAsk.Line(YourName)!, FormAsk.Line(YourFunction)!];
}
