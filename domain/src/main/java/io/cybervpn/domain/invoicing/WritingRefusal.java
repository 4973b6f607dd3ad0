package io.cybervpn.domain.invoicing;

import java.util.Locale;

/** Why a draft cannot say what staff want it to say. */
public enum WritingRefusal {
    /** It has no line, or too many. */
    LINE_COUNT,
    /** A line is for what only orders or top-ups give. */
    LINE_TYPE,
    /** A line is of another currency than the invoice. */
    OTHER_CURRENCY,
    /** It comes to nothing, or less. */
    NOTHING_TO_PAY,
    /** It comes to more than is reasonable. */
    TOO_MUCH,
    /** Its note is too long. */
    NOTE_TOO_LONG,
    /** It would be due before it is written, or in more than a year. */
    DUE_DAYS;

    /** The lower-case name that clients see. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
