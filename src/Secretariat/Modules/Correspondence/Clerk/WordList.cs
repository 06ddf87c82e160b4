namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>The names of the lists in a language's file.</summary>
internal static class WordList
{
    // Absence notes and other mail that programs send
    public const string AutoReplySubjects = "autoReplySubjects";
    public const string Automatic = "automatic";
    public const string Absences = "absences";
    public const string AbsenceVoids = "absenceVoids";
    public const string AwayAdvice = "awayAdvice";
    public const string Leavings = "leavings";
    public const string Advises = "advises";

    // How letters are laid out
    public const string Salutations = "salutations";
    public const string Addressees = "addressees";
    public const string AddressLinks = "addressLinks";
    public const string SentenceOpenings = "sentenceOpenings";
    public const string Abbreviations = "abbreviations";
    public const string Months = "months";
    public const string Ands = "ands";
    public const string Buts = "buts";

    // Persons
    public const string Honorifics = "honorifics";
    public const string HonorificsAfter = "honorificsAfter";
    public const string Ranks = "ranks";
    public const string Particles = "particles";
    public const string NameLinks = "nameLinks";
    public const string NameSuffixes = "nameSuffixes";
    public const string NotNames = "notNames";
    public const string FunctionWords = "functionWords";
    public const string OrganisationWords = "organisationWords";
    public const string UnitWords = "unitWords";
    public const string DetailsEnd = "detailsEnd";
    public const string Belongs = "belongs";
    public const string FromBodies = "fromBodies";
    public const string TitleAttributes = "titleAttributes";
    public const string Bystanders = "bystanders";
    public const string Continues = "continues";
    public const string NameLabels = "nameLabels";
    public const string FunctionLabels = "functionLabels";
    public const string OrganisationLabels = "organisationLabels";
    public const string EmailLabels = "emailLabels";
    public const string PhoneLabels = "phoneLabels";
    public const string StrandLabels = "strandLabels";

    // Nomination and replacement
    public const string Roles = "roles";
    public const string WeakRoles = "weakRoles";
    public const string Nominates = "nominates";
    public const string Appoints = "appoints";
    public const string Alternates = "alternates";
    public const string NominationVoids = "nominationVoids";
    public const string Conditions = "conditions";
    public const string ConditionVoids = "conditionVoids";
    public const string Provisos = "provisos";
    public const string Undecided = "undecided";
    public const string ProvisoVoids = "provisoVoids";
    public const string ClauseOpenings = "clauseOpenings";
    public const string Selves = "selves";
    public const string Formers = "formers";
    public const string ObjectTitles = "objectTitles";
    public const string Succeeds = "succeeds";
    public const string SucceededBy = "succeededBy";
    public const string Instead = "instead";
    public const string Presents = "presents";
    public const string Departures = "departures";
    public const string Newcomers = "newcomers";

    // Strands of work
    public const string AllStrands = "allStrands";
    public const string TheseStrands = "theseStrands";
    public const string StrandNouns = "strandNouns";
    public const string StrandVoids = "strandVoids";
    public const string Except = "except";
    public const string ExceptAfter = "exceptAfter";

    // Wishes
    public const string Interests = "interests";
    public const string InterestVoids = "interestVoids";
    public const string Declines = "declines";
    public const string DeclineVoids = "declineVoids";
    public const string Endorses = "endorses";
    public const string EndorsementVoids = "endorsementVoids";
    public const string Instruments = "instruments";
    public const string Registers = "registers";
    public const string Attends = "attends";
    public const string Invitations = "invitations";
    public const string Meetings = "meetings";
    public const string RegistrationVoids = "registrationVoids";
    public const string QuestionMarks = "questionMarks";
    public const string Questions = "questions";
    public const string QuestionVoids = "questionVoids";
    public const string Yes = "yes";
    public const string No = "no";

    public static IEnumerable<string> All { get; } =
    [.. typeof(WordList).GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!)];
}
