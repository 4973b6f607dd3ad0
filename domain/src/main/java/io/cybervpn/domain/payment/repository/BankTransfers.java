package io.cybervpn.domain.payment.repository;

import io.cybervpn.domain.payment.TransferId;
import io.cybervpn.domain.payment.TransferReference;
import io.cybervpn.domain.payment.model.BankTransfer;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All bank transfers that staff recorded. Only for an open unit of work. */
public interface BankTransfers {
    /**
     * Stores one. Waits for who stores one of the same bank reference at this moment.
     *
     * @return false if one of this bank reference is there; then nothing was stored
     */
    Uni<Boolean> add(BankTransfer transfer);

    /** The one that the bank calls so. */
    Uni<Optional<BankTransfer>> byBankReference(String bankReference);

    /** Those whose money is known by these references. */
    Uni<List<BankTransfer>> byReferences(Collection<String> references);

    /** How many there are for an invoice; exact while its payment is held. */
    Uni<Integer> countOf(TransferReference invoice);

    /** A place in a list. */
    record Position(Instant at, TransferId id) {}

    /**
     * Those that arrived in this time, in that order.
     *
     * @param from inclusive
     * @param to exclusive
     * @param after the last one seen; empty to begin
     * @param limit 1 to 500
     */
    Uni<List<BankTransfer>> arrived(Instant from, Instant to, Optional<Position> after, int limit);

    /**
     * The latest that were recorded, newest first.
     *
     * @param before the last one seen; empty to begin
     * @param limit 1 to 500
     */
    Uni<List<BankTransfer>> latest(Optional<Position> before, int limit);
}
