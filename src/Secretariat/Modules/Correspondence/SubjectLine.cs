using Secretariat.Formats;
using Secretariat.Formats.Mime;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence;

/// <summary>A subject as lists and headings show it: what is too long for them is cut and stays whole in the record.</summary>
public static class SubjectLine
{
    public const int Longest = 200;

    /// <summary>The subject of an answer, with one "Re:" and our reference, by which the next answer is filed where its header is lost.</summary>
    public static string Re(string subject, string? reference)
    {
        var plain = BaseSubject.Of(subject).Text;
        return reference is null || plain.Contains(reference, StringComparison.OrdinalIgnoreCase)
            ? $"Re: {plain}"
            : $"Re: [{reference}] {plain}";
    }

    public static string Subject(this Text t, string subject) =>
        subject.Length == 0 ? t.Of("Without subject")
        : subject.Length <= Longest ? subject
        : $"{WellFormed.Cut(subject, Longest)}…";
}
