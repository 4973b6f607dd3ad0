package io.cybervpn.domain.identity.model;

import java.time.Duration;
import java.time.Instant;

/** Whether a proof that somebody else signed and dated still counts. */
public enum ProofAge {
    /** It counts. */
    FRESH,
    /** It was good once; whoever found it in a log must not come in with it. */
    TOO_OLD,
    /** It is dated after now by more than clocks differ: no honest signer does that. */
    FROM_THE_FUTURE;

    /** How far two clocks that are kept right may differ. */
    public static final Duration LEEWAY = Duration.ofSeconds(30);

    /**
     * Decides. Pure.
     *
     * @param life how old it may be, inclusive
     */
    public static ProofAge of(Instant signedAt, Instant now, Duration life) {
        if (signedAt.isAfter(now.plus(LEEWAY))) {
            return FROM_THE_FUTURE;
        }
        return signedAt.isBefore(now.minus(life)) ? TOO_OLD : FRESH;
    }
}
