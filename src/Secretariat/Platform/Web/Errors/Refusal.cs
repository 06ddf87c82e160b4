namespace Secretariat.Platform.Web.Errors;

/// <summary>Why a request was refused, in an English sentence that the error page translates, and the way back.</summary>
public sealed record Refusal(string Reason, string? BackTo = null, string? BackWords = null)
{
    internal static Refusal? Of(HttpContext context) => context.Items[typeof(Refusal)] as Refusal;
}

public static class Refusing
{
    /// <summary>
    /// Answers with an error page that says why. In a page: <c>HttpContext.Refuse(409, reason, "/office/inbox"); return
    /// new EmptyResult();</c>
    /// </summary>
    /// <param name="backWords">What the link back says, where it does not lead to a record.</param>
    public static void Refuse(
        this HttpContext context,
        int status,
        string reason,
        string? backTo = null,
        string? backWords = null
    )
    {
        context.Items[typeof(Refusal)] = new Refusal(reason, backTo, backWords);
        context.Response.StatusCode = status;
    }
}
