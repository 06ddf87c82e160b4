using System.ComponentModel.DataAnnotations;
using Secretariat.Platform.Localization;

namespace Secretariat.Platform.Domain;

/// <summary>A day that somebody enters and can have meant: the years 0204 and 9999 are slips of the finger.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MeantDayAttribute : ValidationAttribute
{
    public static readonly DateOnly First = new(1990, 1, 1);

    public static DateOnly Last(DateOnly today) => today.AddYears(2);

    /// <summary>Why nothing can have happened on that day, or null when it can.</summary>
    public static Reason? WhyNotHappened(DateOnly day, DateOnly today) =>
        day > today ? (Reason)Text.Key("This day is still to come.")
        : day < First ? Text.Key("Choose a day from {0} to {1}.", First, today)
        : null;

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        var last = Last(validationContext.GetRequiredService<TimeProvider>().Today());
        if (value is not DateOnly day || (day >= First && day <= last))
            return ValidationResult.Success;
        var t = validationContext.GetRequiredService<Text>();
        return new ValidationResult(t.Of("Choose a day from {0} to {1}.", First, last));
    }
}
