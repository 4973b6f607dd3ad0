package io.cybervpn.domain.proof.repository;

import io.cybervpn.domain.proof.ProofId;
import io.cybervpn.domain.proof.model.Proof;
import io.cybervpn.domain.proof.model.Report;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** All proofs. Each method is a transaction of its own. */
public interface Proofs {
    /**
     * Stores a wish, unless one that is not done is there already.
     *
     * @return that one, or the new one
     */
    Uni<Proof> ask(Proof.Request request);

    /**
     * Stores the wish of a night, once for each night however many ask, and never beside one that
     * is not done.
     *
     * @return whether it was stored
     */
    Uni<Boolean> askForNight(Proof.Request request, LocalDate night);

    /**
     * Takes the proof that waits, or whose maker fell silent for as long as his lease; exactly one
     * of many callers gets it.
     */
    Uni<Optional<Proof.Request>> claim(Instant now, Duration lease);

    /** Notes how far it is, and renews the lease. */
    Uni<Void> step(ProofId id, String step, Instant leaseUntil);

    /** Stores the report, signed. Repeatable: the first one stays. */
    Uni<Void> finish(ProofId id, Report report);

    /** One of them. */
    Uni<Optional<Proof>> find(ProofId id);

    /**
     * Newest first.
     *
     * @param before only those that are older; empty to begin
     * @param limit 1 to 200
     */
    Uni<List<Proof>> newest(Optional<ProofId> before, int limit);
}
