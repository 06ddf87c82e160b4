using Secretariat.Modules.Correspondence;
using static Secretariat.Tests.Correspondence.ClerkReplies;

namespace Secretariat.Tests.Correspondence;

/// <summary>However a letter greets, what stands behind is read, and nobody greeted is nominated.</summary>
public class ClerkSalutations
{
    private const string Nominates = "we nominate Mr Jaan Tamm as contact person.";
    private const string IsInterested = "we are interested in prevention.";

    private static readonly string[] Salutations =
    [
        "Dear all,",
        "Dear all",
        "dear colleagues,",
        "Dear Colleagues",
        "Dear Colleagues –",
        "Dear Ms Smith,",
        "Dear Ms Smith",
        "Dear Ms. Smith:",
        "dear ms smith,",
        "Dear Dr. A. van den Berg,",
        "Dear Mr/Ms Smith,",
        "Dear Ms Smith, Head of Unit,",
        "Dear Ms Anna Smith, Director for Migration and Asylum, Ministry of the Interior,",
        "Dear Ms Smith, Dear Mr Jones,",
        "Dear Ms Smith, Mr Jones,",
        "Dear Ms Smith and Mr Jones,",
        "Dear Ms Smith and dear colleagues in Brussels,",
        "Dear Ms Smith,\nDear Mr Jones,",
        "Dear Ms Smith and\nMr Jones,",
        "Dear Sir or Madam,",
        "Dear Sir/Madam,",
        "Dear Sirs,",
        "Sir,",
        "Madam, Sir,",
        "Colleagues,",
        "Dear Director-General,",
        "Dear Secretariat of the Global Alliance,",
        "Dear esteemed colleagues,",
        "Dear team,",
        "Your Excellency,",
        "Excellencies, dear colleagues,",
        "Ladies and Gentlemen,",
        "To whom it may concern:",
        "To whom it may concern",
        "Good morning,",
        "Good morning",
        "Good afternoon, colleagues,",
        "Good morning Ms Smith,",
        "Hello,",
        "Hello again!",
        "Hi Anna,",
        "hi anna,",
        "Hi there -",
        "Greetings from Tallinn,",
    ];

    public static TheoryData<string, string> Openings =>
        [.. Salutations.SelectMany(s => new[] { "\n", " ", "\n\n" }.Select(space => (s, space)))];

    [Theory]
    [MemberData(nameof(Openings))]
    public void What_follows_is_a_statement_of_its_own(string salutation, string space)
    {
        var nomination = Assert.Single(Suggested(Mail(salutation + space + Nominates + "\n")));
        Assert.Equal("Jaan Tamm", nomination.Person!.Name);
        Assert.Equal(Nominates, Assert.Single(nomination.Evidence).Quote);

        var interest = Assert.Single(Suggested(Mail(salutation + space + IsInterested + "\n")));
        Assert.Equal(ProposalType.Interest, interest.Type);
        Assert.Equal(IsInterested, Assert.Single(interest.Evidence).Quote);
    }

    [Theory]
    [InlineData("Hello, ", "Estonia nominates Mr Jaan Tamm as its contact point.")]
    [InlineData("Dear Colleagues, ", "with reference to your letter we nominate Mr Jaan Tamm as contact point.")]
    [InlineData("Dear all, ", "Mr Jaan Tamm is our contact point.")]
    [InlineData("Dear all, ", "Mr Jaan Tamm, Head of Unit, is our contact point.")]
    [InlineData("Dear all,\n", "Mr Jaan Tamm, our Head of Unit, has been designated as contact point.")]
    [InlineData("Colleagues, ", "Mr Jaan Tamm, of the Ministry of the Interior, will be our contact point.")]
    [InlineData("Dear Ms Anna Smith, ", "the Ministry of the Interior has designated Mr Jaan Tamm as contact point.")]
    [InlineData("Your Excellency, ", "I have the honour to inform you that Mr Jaan Tamm has been nominated as focal point.")]
    [InlineData("Dear all, dear Ms Smith, ", "our contact person is Mr Jaan Tamm.")]
    [InlineData("Dear Ms Smith,\n", "our contact person:\nMr Jaan Tamm")]
    public void A_sentence_may_open_with_a_country_a_name_or_a_reference(string salutation, string sentence)
    {
        var nomination = Assert.Single(Suggested(Mail(salutation + sentence + "\n")));

        Assert.Equal("Jaan Tamm", nomination.Person!.Name);
        Assert.StartsWith(sentence.Split('\n')[0], nomination.Evidence[0].Quote, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Dear Ms Anna Smith, our contact person will be named later.")]
    [InlineData("Dear Ms Anna Smith,\nwe will nominate a contact person in due course.")]
    [InlineData("Dear Ms Anna Smith, Head of Unit, we have designated a contact person.")]
    [InlineData("Dear contact person, Ms Anna Smith,\nthank you.")]
    [InlineData("Dear Anna Smith\nwe have designated a contact person.")]
    public void Nobody_greeted_is_nominated(string letter) =>
        Assert.DoesNotContain(Suggested(Mail(letter + "\n")), s => s.Person is not null);
}
