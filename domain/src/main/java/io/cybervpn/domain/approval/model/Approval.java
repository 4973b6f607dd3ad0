package io.cybervpn.domain.approval.model;

import io.cybervpn.domain.approval.ApprovalState;
import io.cybervpn.domain.identity.AccountId;
import java.time.Instant;

/** A wish on its way: four eyes look at it before it comes true. */
public sealed interface Approval {
    /** Waits for somebody else. */
    record Open(Wish wish) implements Approval {
        /** Decides whether somebody may let it come true now. Pure. */
        public Decision approve(AccountId by, Instant now) {
            return decide(by, now, new Approved(wish, by, now));
        }

        /** Decides whether somebody may put an end to it now. Pure. */
        public Decision reject(AccountId by, Instant now) {
            return decide(by, now, new Rejected(wish, by, now));
        }

        private Decision decide(AccountId by, Instant now, Approval next) {
            if (isOverdue(now)) {
                return new Decision.TooLate(new Expired(wish));
            }
            return by.equals(wish.asked().by()) ? new Decision.OwnWish() : new Decision.Done(next);
        }

        /** Whether nobody may decide any more. */
        public boolean isOverdue(Instant now) {
            return !now.isBefore(wish.expiresAt());
        }
    }

    /** It came true, in the same transaction. */
    record Approved(Wish wish, AccountId by, Instant at) implements Approval {}

    /** It will not. */
    record Rejected(Wish wish, AccountId by, Instant at) implements Approval {}

    /** Nobody decided in time. */
    record Expired(Wish wish) implements Approval {}

    /** What a decision is worth. */
    sealed interface Decision {
        /** It counts. */
        record Done(Approval next) implements Decision {}

        /** Nobody decides on what he asked for himself. */
        record OwnWish() implements Decision {}

        /** It is over. */
        record TooLate(Expired expired) implements Decision {}
    }

    /** What is asked for. */
    Wish wish();

    /** What has become of it by then. */
    default ApprovalState stateAt(Instant now) {
        return switch (this) {
            case Open open -> open.isOverdue(now) ? ApprovalState.EXPIRED : ApprovalState.OPEN;
            case Approved _ -> ApprovalState.APPROVED;
            case Rejected _ -> ApprovalState.REJECTED;
            case Expired _ -> ApprovalState.EXPIRED;
        };
    }
}
