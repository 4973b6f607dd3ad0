package io.cybervpn.domain.fiscal.model;

import io.cybervpn.domain.fiscal.FiscalReceiptId;
import java.time.Duration;
import java.time.Instant;

/** A receipt and how far it is. */
public sealed interface FiscalReceipt {
    /** What it is for. */
    ReceiptOrder order();

    /** Its name here. */
    default FiscalReceiptId id() {
        return order().id();
    }

    /** One that waits for the tax office. */
    sealed interface Open extends FiscalReceipt {
        /** It is about to be sent: from now on it may be there. */
        default Sent sent(Instant now) {
            return new Sent(order(), now);
        }

        /** The tax office has it. */
        default Registered registered(Registration registration, Instant now) {
            return new Registered(order(), registration, now);
        }

        /** It was refused, and would be again. */
        default GivenUp givenUp(String reason, Instant now) {
            return new GivenUp(order(), reason, now);
        }
    }

    /** Not sent yet, or surely not there. */
    record Queued(ReceiptOrder order) implements Open {}

    /**
     * Sent, and nobody answered yet: it may be there or not.
     *
     * @param sentAt the last time
     */
    record Sent(ReceiptOrder order, Instant sentAt) implements Open {
        /** After so long what was sent is there, or never will be. */
        public static final Duration SETTLED_AFTER = Duration.ofMinutes(10);

        /** Whether it may be sent again, once it was asked for and was not there. Pure. */
        public boolean mayRepeat(Instant now) {
            return !now.isBefore(sentAt.plus(SETTLED_AFTER));
        }
    }

    /** The tax office has it. */
    record Registered(ReceiptOrder order, Registration registration, Instant at)
            implements FiscalReceipt {}

    /**
     * Staff must look.
     *
     * @param reason for staff
     */
    record GivenUp(ReceiptOrder order, String reason, Instant at) implements FiscalReceipt {
        /** Staff mended what was wrong: it is tried again. */
        public Queued again() {
            return new Queued(order);
        }
    }

    /**
     * It is not to be made here any more.
     *
     * @param byHand staff made it themselves; otherwise there is nothing to be made
     * @param reason why
     */
    record Cancelled(ReceiptOrder order, boolean byHand, String reason, Instant at)
            implements FiscalReceipt {}
}
