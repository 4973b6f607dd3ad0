package io.cybervpn.domain.proof;

import java.util.Locale;

/** What a proof says as a whole. */
public enum ProofVerdict {
    /** Everything was looked at and everything fits. */
    PROVEN,
    /** Something does not fit. */
    DIFFERENCES,
    /** Nothing was found that does not fit, but not everything could be looked at. */
    INCOMPLETE;

    /** The lower-case name that clients and stored rows use. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
