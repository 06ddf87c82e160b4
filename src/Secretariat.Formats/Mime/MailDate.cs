using System.Globalization;

namespace Secretariat.Formats.Mime;

/// <summary>Dates of mail (RFC 5322 sections 3.3 and 4.3), in any order of their pieces that leaves no doubt.</summary>
public static class MailDate
{
    private const string Months = "janfebmaraprmayjunjulaugsepoctnovdec";

    /// <summary>The instant in UTC, or null when the text is no date. A missing or unknown zone is read as UTC (section 4.3).</summary>
    public static DateTimeOffset? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 400)
            return null;
        text = text.Trim();
        if (char.IsAsciiDigit(text[0]) && text.Length > 9 && text[4] is '-')
            return ReadIso(text);
        var pieces = new Pieces();
        var depth = 0;
        foreach (var range in text.AsSpan().SplitAny(' ', '\t', ','))
        {
            var token = text.AsSpan()[range];
            var isComment = depth > 0 || token.StartsWith('(');
            depth = Math.Max(0, depth + token.Count('(') - token.Count(')'));
            if (!isComment && !token.IsEmpty)
                pieces.Take(token);
        }
        return pieces.ToInstant();
    }

    private static DateTimeOffset? ReadIso(string text) =>
        DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var date
        )
            ? date
            : null;

    private ref struct Pieces
    {
        private int day;
        private int month;
        private int? year;
        private int offset;
        private int hour;
        private int minute;
        private int second;
        private bool hasTime;

        public Pieces() { }

        public void Take(ReadOnlySpan<char> token)
        {
            if (token.Contains(':') && !hasTime)
                TakeTime(token);
            else if (token[0] is '+' or '-')
                TakeOffset(token);
            else if (token.Contains('-'))
                foreach (var range in token.Split('-'))
                    TakeDatePiece(token[range]);
            else if (char.IsAsciiLetter(token[0]) && hasTime && month > 0)
                TakeZoneName(token);
            else
                TakeDatePiece(token);
        }

        private void TakeDatePiece(ReadOnlySpan<char> token)
        {
            token = token.TrimEnd('.');
            if (int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                if (day is 0 && token.Length <= 2)
                    day = number;
                else
                    year ??=
                        token.Length <= 2 ? number + (number < 50 ? 2000 : 1900)
                        : token.Length is 3 ? number + 1900
                        : number;
            }
            else if (month is 0 && token.Length >= 3)
            {
                Span<char> lower = stackalloc char[3];
                token[..3].ToLowerInvariant(lower);
                var index = Months.AsSpan().IndexOf(lower);
                month = index >= 0 && index % 3 is 0 ? index / 3 + 1 : 0;
            }
        }

        private void TakeTime(ReadOnlySpan<char> token)
        {
            // 10:11:12+0100: a zone glued to the time.
            if (token.IndexOfAny('+', '-') is > 0 and var sign)
            {
                TakeOffset(token[sign..]);
                token = token[..sign];
            }
            Span<Range> parts = stackalloc Range[4];
            var count = token.Split(parts, ':');
            hasTime =
                count >= 2
                && int.TryParse(token[parts[0]], NumberStyles.None, CultureInfo.InvariantCulture, out hour)
                && int.TryParse(token[parts[1]], NumberStyles.None, CultureInfo.InvariantCulture, out minute);
            if (count > 2 && token[parts[2]] is [var tens, var ones, ..] && char.IsAsciiDigit(tens) && char.IsAsciiDigit(ones))
                second = Math.Min((tens - '0') * 10 + ones - '0', 59);
        }

        private void TakeOffset(ReadOnlySpan<char> token)
        {
            Span<char> digits = stackalloc char[4];
            var count = 0;
            foreach (var c in token[1..])
                if (char.IsAsciiDigit(c) && count < 4)
                    digits[count++] = c;
            if (count is 4)
                offset =
                    (token[0] is '-' ? -1 : 1)
                    * (
                        int.Parse(digits[..2], CultureInfo.InvariantCulture) * 60
                        + int.Parse(digits[2..], CultureInfo.InvariantCulture)
                    );
        }

        /// <summary>RFC 5322 section 4.3; military letters were defined wrongly once and mean nothing. European names are no standard, but common.</summary>
        private void TakeZoneName(ReadOnlySpan<char> token) =>
            offset = token switch
            {
                "EST" or "CDT" => -300,
                "EDT" => -240,
                "CST" or "MDT" => -360,
                "MST" or "PDT" => -420,
                "PST" => -480,
                "CET" or "MET" or "BST" => 60,
                "CEST" or "MEST" or "EET" => 120,
                "EEST" or "MSK" => 180,
                _ => offset,
            };

        public readonly DateTimeOffset? ToInstant()
        {
            if (
                year is not (>= 1900 and <= 9998)
                || month is 0
                || day is 0
                || day > DateTime.DaysInMonth(year.Value, month)
                || hour > 23
                || minute > 59
            )
                return null;
            return new DateTimeOffset(year.Value, month, day, hour, minute, second, TimeSpan.Zero).AddMinutes(-offset);
        }
    }
}
