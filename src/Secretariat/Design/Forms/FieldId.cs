using Microsoft.AspNetCore.Mvc.Rendering;

namespace Secretariat.Design.Forms;

/// <summary>The id of a field's (first) control, which the error summary points at.</summary>
internal static class FieldId
{
    public static string Of(string fullName) => TagBuilder.CreateSanitizedId(fullName, "_");

    public static string Of(string fullName, int index) => index == 0 ? Of(fullName) : $"{Of(fullName)}-{index + 1}";
}
