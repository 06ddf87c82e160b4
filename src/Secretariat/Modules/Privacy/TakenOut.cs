using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Privacy;

/// <summary>For whom personal data are taken out; every form that takes them out asks it.</summary>
public sealed class TakenOut
{
    [StringLength(200), Display(Name = "Recipient")]
    public string? Recipient { get; set; }

    public bool OutsideEu { get; set; }

    [StringLength(500), Display(Name = "Basis of the transfer")]
    public string? Basis { get; set; }

    /// <summary>What the transfer rests on; null within the Union.</summary>
    public string? RestsOn => OutsideEu ? Basis?.Trim() : null;

    /// <param name="name">Under which the form has it.</param>
    public void Check(ModelStateDictionary state, string name, Text t)
    {
        if (string.IsNullOrWhiteSpace(Recipient))
            state.AddModelError($"{name}.{nameof(Recipient)}", t.Of("Say for whom the data are taken out; for yourself, too."));
        if (OutsideEu && string.IsNullOrWhiteSpace(Basis))
            state.AddModelError(
                $"{name}.{nameof(Basis)}",
                t.Of("Personal data leave the EU only on a recorded basis. Say which, such as an agreement with its date.")
            );
    }
}
