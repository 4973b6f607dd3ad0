package io.cybervpn.domain.identity;

/** What can be wrong with an edit of a profile. */
public enum ProfileFlaw {
    /** Not 1 to 100 characters, or one of them cannot be seen. */
    DISPLAY_NAME_INVALID,
    /** Not a language tag. */
    LOCALE_INVALID,
    /** Everybody is spoken to in some language. */
    LOCALE_REQUIRED,
    /** Not the IANA id of a time zone. */
    TIME_ZONE_INVALID,
    /** An answer once given is changed, not taken away. */
    MARKETING_REQUIRED,
    /** Not 1 to 50 characters. */
    TERMS_INVALID,
    /** What was accepted stays accepted. */
    TERMS_REQUIRED,
    /** Nobody agrees to something in another's name. */
    CONSENT_OF_ANOTHER
}
