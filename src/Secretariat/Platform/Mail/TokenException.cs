namespace Secretariat.Platform.Mail;

/// <summary>Why there is no access token: one sentence, with the endpoint's words where it gave any, and the remedy.</summary>
public sealed class TokenException(string message, Exception? cause = null) : Exception(message, cause);
