using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence;

/// <summary>A subject as lists and headings show it: what is too long for them is cut and stays whole in the record.</summary>
public static class SubjectLine
{
    public const int Longest = 200;

    public static string Subject(this Text t, string subject) =>
        subject.Length == 0 ? t.Of("Without subject")
        : subject.Length <= Longest ? subject
        : $"{subject.AsSpan(0, char.IsHighSurrogate(subject[Longest - 1]) ? Longest - 1 : Longest)}…";
}
