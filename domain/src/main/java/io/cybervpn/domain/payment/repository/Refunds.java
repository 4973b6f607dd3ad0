package io.cybervpn.domain.payment.repository;

import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Patience;
import io.cybervpn.domain.payment.model.Refund;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/**
 * All refunds. Only for an open unit of work. Whoever adds or saves one holds its payment, so that
 * the refunds of a payment are one at a time.
 */
public interface Refunds {
    /**
     * Stores a new one. Fails when the refunds of its payment would be more than it brought.
     *
     * @param lookAt when it is due for a look, if it is not finished
     */
    Uni<Void> add(Refund refund, Instant lookAt);

    /** The refunds of a payment, oldest first. */
    Uni<List<Refund>> ofPayment(PaymentId payment);

    /** Stores a changed one. One that is finished is never due again. */
    Uni<Void> save(Refund refund);

    /**
     * Takes unfinished ones that are due for a look, oldest first, and makes them due again later
     * by {@code patience}. Those that somebody else takes at this moment are left out.
     *
     * @param limit 1 to 1000
     */
    Uni<List<Refund>> claimDue(Instant now, Patience patience, int limit);
}
