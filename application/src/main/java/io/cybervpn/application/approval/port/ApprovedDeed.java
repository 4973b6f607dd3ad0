package io.cybervpn.application.approval.port;

import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.approval.ApprovalId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/**
 * Something that is done when a second member of staff agrees. A context that has such deeds brings
 * a bean for each kind; it is called once for each approved wish.
 */
public interface ApprovedDeed {
    /** What wishes call it, such as {@code payment.refund}; never changes. */
    String kind();

    /** What who asks and who approves must be allowed. */
    Permission permission();

    /**
     * Does it, in the unit of work of the approval: both come true or neither. Nothing remote; an
     * event in the outbox for that. A failure leaves the wish open.
     */
    Uni<Outcome> perform(Granted granted);

    /**
     * What was wished for, and by whom it was granted.
     *
     * @param subject what it is done to
     */
    record Granted(
            ApprovalId id,
            String subject,
            Money money,
            Map<String, String> details,
            AccountId askedBy,
            AccountId approvedBy) {}

    /** What became of it. */
    sealed interface Outcome {
        /** Done. */
        record Done() implements Outcome {}

        /**
         * The world has changed since it was asked for; nothing was done, and the wish stays open.
         *
         * @param code why, for clients, such as {@code already_refunded}
         */
        record Impossible(String code) implements Outcome {}
    }
}
