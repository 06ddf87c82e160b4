using System.ComponentModel.DataAnnotations;
using Secretariat.Platform.Localization;

namespace Secretariat.Platform.Domain;

/// <summary>A day that somebody enters and can have meant: the years 0204 and 9999 are slips of the finger.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MeantDayAttribute : ValidationAttribute
{
    private static readonly DateOnly First = new(1990, 1, 1);

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        var last = validationContext.GetRequiredService<TimeProvider>().Today().AddYears(2);
        if (value is not DateOnly day || (day >= First && day <= last))
            return ValidationResult.Success;
        var t = validationContext.GetRequiredService<Text>();
        return new ValidationResult(t.Of("Choose a day from {0} to {1}.", First, last));
    }
}
