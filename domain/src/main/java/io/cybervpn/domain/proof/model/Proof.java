package io.cybervpn.domain.proof.model;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.proof.ProofId;
import io.cybervpn.domain.proof.ProofTrigger;
import java.time.Instant;
import java.util.Optional;

/** A proof, from the wish for it on. Of those that are not done there is one at a time. */
public sealed interface Proof {
    /** Who wants it, and why. */
    Request request();

    /**
     * The wish.
     *
     * @param by the member of staff who asked
     */
    record Request(ProofId id, ProofTrigger trigger, Optional<AccountId> by, Instant at) {}

    /** Nobody makes it yet. */
    record Waiting(Request request) implements Proof {}

    /**
     * Somebody makes it.
     *
     * @param step what is being compared
     */
    record Running(Request request, String step) implements Proof {}

    /**
     * Made.
     *
     * @param genuine whether the stored report is still the one that we signed
     */
    record Done(Request request, Report report, boolean genuine) implements Proof {}
}
