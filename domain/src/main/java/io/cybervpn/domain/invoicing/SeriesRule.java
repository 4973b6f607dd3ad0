package io.cybervpn.domain.invoicing;

import java.time.Instant;
import java.time.ZoneOffset;

/**
 * How documents of a kind are numbered.
 *
 * @param prefix 1 to 20 capital letters, digits and hyphens
 * @param yearly whether each year of UTC begins at 1 again
 * @param digits how many the sequence has at least, 1 to 12
 */
public record SeriesRule(DocumentKind kind, String prefix, boolean yearly, int digits) {
    private static final int DIGITS_MAX = 12;

    /** Refuses a rule that numbers could not follow. */
    public SeriesRule {
        if (!isPossible(prefix, digits)) {
            throw new IllegalArgumentException("not a series: " + prefix + " " + digits);
        }
    }

    /** Whether a rule may say so. */
    public static boolean isPossible(String prefix, int digits) {
        return prefix.matches("[A-Z0-9][A-Z0-9-]{0,19}") && digits >= 1 && digits <= DIGITS_MAX;
    }

    /** Whether documents of another kind, numbered so, could get the same number. */
    public boolean clashesWith(SeriesRule other) {
        return kind != other.kind
                && ((prefix + "-").startsWith(other.prefix + "-")
                        || (other.prefix + "-").startsWith(prefix + "-"));
    }

    /** The series of a document that is finalised then. */
    public String seriesAt(Instant at) {
        return yearly ? prefix + "-" + at.atZone(ZoneOffset.UTC).getYear() : prefix;
    }

    /** The number with this sequence. */
    public DocumentNumber number(Instant at, long sequence) {
        String series = seriesAt(at);
        String padded = String.valueOf(sequence);
        return new DocumentNumber(
                series,
                sequence,
                series + "-" + "0".repeat(Math.max(0, digits - padded.length())) + padded);
    }
}
