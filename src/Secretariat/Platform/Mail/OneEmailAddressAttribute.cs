using System.ComponentModel.DataAnnotations;
using Secretariat.Platform.Localization;

namespace Secretariat.Platform.Mail;

/// <summary>A field that takes one address that mail can be sent to, or nothing.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OneEmailAddressAttribute() : DataTypeAttribute(DataType.EmailAddress)
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        if (value is not string { Length: > 0 } said || EmailAddress.IsOne(said.Trim()))
            return ValidationResult.Success;
        var t = validationContext.GetRequiredService<Text>();
        return new ValidationResult(t.Of("{0} must look like name@ministry.example.", validationContext.DisplayName));
    }
}
