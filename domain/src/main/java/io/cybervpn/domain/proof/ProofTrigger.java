package io.cybervpn.domain.proof;

import java.util.Locale;

/** Why a proof is made. */
public enum ProofTrigger {
    /** It is made every night. */
    NIGHTLY,
    /** Staff asked for it. */
    STAFF,
    /** The shell's command asked for it. */
    SHELL;

    /** The lower-case name that clients and stored rows use. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
