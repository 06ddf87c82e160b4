namespace Secretariat.Formats;

/// <summary>A file is refused; the message is the sentence that the reader hands on.</summary>
internal sealed class UnreadableException(string reason, Exception? cause = null) : Exception(reason, cause);
