package io.cybervpn.domain.payment.repository;

import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.payment.model.BankReturn;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * All refunds that staff send by hand. Only for an open unit of work. Whoever changes one holds its
 * payment.
 */
public interface BankReturns {
    /** Stores what is not known yet; what is stays as it was. Repeatable. */
    Uni<Void> addIfNew(BankReturn.Waiting waiting);

    /** One as it is. */
    Uni<Optional<BankReturn>> find(RefundId refund);

    /** Stores what became of one. */
    Uni<Void> save(BankReturn changed);

    /**
     * Those that somebody has to send, oldest first.
     *
     * @param limit 1 to 500
     */
    Uni<List<BankReturn.Waiting>> waiting(int limit);
}
