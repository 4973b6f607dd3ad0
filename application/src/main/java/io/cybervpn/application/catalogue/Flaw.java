package io.cybervpn.application.catalogue;

/**
 * What is wrong with one field of a draft.
 *
 * @param pointer JSON pointer to the field, such as {@code /terms/0/prices/1/amount}
 */
public record Flaw(String pointer, Kind kind) {
    /** In which way it is wrong. */
    public enum Kind {
        /** It is missing or empty. */
        REQUIRED,
        /** It has the wrong shape. */
        INVALID,
        /** It names something that we do not know. */
        UNKNOWN,
        /** It is there twice. */
        DUPLICATE,
        /** It has too many characters or elements. */
        TOO_LONG,
        /** It is less than it may be. */
        TOO_SMALL,
        /** It is more than it may be. */
        TOO_LARGE
    }
}
