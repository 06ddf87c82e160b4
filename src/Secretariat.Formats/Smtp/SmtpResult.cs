namespace Secretariat.Formats.Smtp;

/// <summary>What became of a message that was handed to a server.</summary>
public abstract record SmtpResult
{
    private SmtpResult() { }

    /// <summary>The server has taken the message and answers for it from now on.</summary>
    /// <param name="Reply">Its words to that, code included: <c>250 2.0.0 Ok: queued as 1234</c>.</param>
    public sealed record Accepted(string Reply) : SmtpResult;

    /// <summary>The message was not taken.</summary>
    /// <param name="Code">The reply code (RFC 5321 section 4.2.3).</param>
    /// <param name="EnhancedStatus">The enhanced status (RFC 3463) as <c>5.1.1</c>, or null when not given.</param>
    /// <param name="Words">The server's words without the codes; ours when it was not worth asking it.</param>
    /// <param name="IsTemporary">Whether the same message may be taken later.</param>
    public sealed record Refused(int Code, string? EnhancedStatus, string Words, bool IsTemporary) : SmtpResult;

    /// <summary>
    /// The connection was lost after the message was complete and before the answer: it may have
    /// been taken. To send it again may deliver it twice, so it goes under the same Message-ID.
    /// </summary>
    /// <param name="Why">What happened, as a sentence.</param>
    public sealed record Unknown(string Why) : SmtpResult;
}
