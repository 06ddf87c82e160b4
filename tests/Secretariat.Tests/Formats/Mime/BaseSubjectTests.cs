using Secretariat.Formats.Mime;

namespace Secretariat.Tests.Formats.Mime;

public sealed class BaseSubjectTests
{
    [Theory]
    [InlineData("Re: Follow-up", "Follow-up")]
    [InlineData("RE: AW: Antw: Follow-up", "Follow-up")]
    [InlineData("SV: VS: Follow-up", "Follow-up")]
    [InlineData("Re[2]: Re(3): Re^4: Follow-up", "Follow-up")]
    [InlineData("[EXTERN] Re: [GA-2024-0031] Follow-up", "Follow-up")]
    [InlineData("Odp: Follow-up", "Follow-up")]
    [InlineData("Отг: Последващи действия", "Последващи действия")]
    [InlineData("ΑΠ: Συνέχεια της διάσκεψης", "Συνέχεια της διάσκεψης")]
    [InlineData("رد: متابعة المؤتمر", "متابعة المؤتمر")]
    [InlineData("Fwd: Follow-up (fwd)", "Follow-up")]
    [InlineData("Re : Suivi", "Suivi")]
    public void A_reply_is_known_by_its_mark_in_any_language(string subject, string text) =>
        Assert.Equal(new BaseSubject(text, true), BaseSubject.Of(subject));

    [Theory]
    [InlineData("Follow-up", "Follow-up")]
    [InlineData("Prevention: our contribution", "Prevention: our contribution")]
    [InlineData("Italy: contact point", "Italy: contact point")]
    [InlineData("[GA-2024-0031] Follow-up", "Follow-up")]
    [InlineData("[GA-2024-0031]", "[GA-2024-0031]")]
    [InlineData("", "")]
    [InlineData("  ", "")]
    [InlineData("[", "[")]
    [InlineData(":", ":")]
    public void Other_subjects_stay_as_they_are(string subject, string text) =>
        Assert.Equal(new BaseSubject(text, false), BaseSubject.Of(subject));

    [Theory]
    [InlineData("Re:")]
    [InlineData("(fwd)")]
    [InlineData("Re: [x]")]
    public void Something_is_always_left_or_nothing_was_there(string subject) =>
        Assert.InRange(BaseSubject.Of(subject).Text.Length, 0, subject.Length);
}
