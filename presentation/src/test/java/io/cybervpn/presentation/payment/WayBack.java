package io.cybervpn.presentation.payment;

import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.sandbox.http.Fault;
import java.util.Optional;

/** How one provider's sandbox gives money back, as the suite of refunds needs it. */
interface WayBack {
    /** The provider's sandbox. */
    Stand stand();

    /** A payment that waits for its money. */
    default PaymentView start(Till till) {
        return till.start(stand());
    }

    /** Whether a part can go back. */
    default boolean inParts() {
        return true;
    }

    /** The fault on the call that makes a refund. */
    Fault onRefund(Fault fault);

    /** From now on the provider refuses to give money of this payment back. */
    void refuse(PaymentView payment);

    /** What the provider gave back of a payment in all. */
    Money gone(PaymentView payment);

    /** Somebody gives money back past us; its push is held back. Empty where nobody can. */
    default Optional<Push> past(PaymentView payment, Money amount) {
        return Optional.empty();
    }

    /** What had gone back is with us again; its push is held back. Empty where that never is. */
    default Optional<Push> undone(PaymentView payment) {
        return Optional.empty();
    }

    /** Puts the sandbox back as it was. */
    default void calm() {
        stand().calm();
    }
}
