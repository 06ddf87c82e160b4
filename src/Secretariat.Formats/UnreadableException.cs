namespace Secretariat.Formats;

/// <summary>A file is refused; the message is the sentence that the reader hands on.</summary>
internal sealed class UnreadableException(Sentence reason, Exception? cause = null) : Exception(reason.ToString(), cause)
{
    public Sentence Reason => reason;
}
