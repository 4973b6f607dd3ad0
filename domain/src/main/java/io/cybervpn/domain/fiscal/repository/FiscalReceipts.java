package io.cybervpn.domain.fiscal.repository;

import io.cybervpn.domain.fiscal.FiscalReceiptId;
import io.cybervpn.domain.fiscal.model.Coverage;
import io.cybervpn.domain.fiscal.model.FiscalReceipt;
import io.cybervpn.domain.fiscal.model.ReceiptCause;
import io.cybervpn.domain.fiscal.model.ReceiptOrder;
import io.cybervpn.domain.payment.PaymentId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Receipts. Every method works in the open unit of work. */
public interface FiscalReceipts {
    /** The shortest pause between two tries; it doubles with each. */
    Duration PAUSE_MIN = Duration.ofMinutes(1);

    /** The longest one: a tax office that is away for days is asked once an hour. */
    Duration PAUSE_MAX = Duration.ofHours(1);

    /** Whoever has switched off receipts for longer begins anew. */
    Duration COVERAGE_FORGOTTEN_AFTER = Duration.ofDays(1);

    /**
     * Receipts are made for this money, from now on or since before, whoever made them before.
     * Repeatable; to be said at least daily: after a day of silence what was paid meanwhile gets
     * none.
     */
    Uni<Void> cover(Coverage coverage, Instant now);

    /** Queues one, due now. Does nothing if there is one of this cause and subject. */
    Uni<Void> add(ReceiptOrder order);

    /** One by what it is for, kept from others until the unit of work ends. */
    Uni<Optional<FiscalReceipt>> lockOf(ReceiptCause cause, UUID about);

    /** One, kept from others until the unit of work ends. */
    Uni<Optional<FiscalReceipt>> lock(FiscalReceiptId id);

    /** All of a payment, in no order. */
    Uni<List<FiscalReceipt>> ofPayment(PaymentId payment);

    /**
     * Takes those of these registrars that are due, the longest waiting first; each is due again
     * after a pause.
     */
    Uni<List<FiscalReceipt.Open>> claimDue(Set<String> registrars, Instant now, int limit);

    /**
     * Stores how far one is. A queued one is due at once and its pauses begin anew; when a sent one
     * is due does not change.
     */
    Uni<Void> save(FiscalReceipt receipt, Instant now);
}
