package io.cybervpn.application.proof.port;

import io.cybervpn.domain.payment.PaymentId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All that is stored of one payment, wherever it is. Reads only. */
public interface PaymentTrail {
    /** Told at most. */
    int STEPS_MAX = 500;

    /**
     * Something that happened.
     *
     * @param source whose word it is, such as {@code inbox} or {@code ledger}
     * @param what in few words
     * @param detail for staff; empty if there is none
     */
    record Step(Instant at, String source, String what, String detail) {}

    /** In the order in which it happened; empty if there is no such payment. */
    Uni<Optional<List<Step>>> of(PaymentId payment);
}
