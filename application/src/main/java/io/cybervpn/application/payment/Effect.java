package io.cybervpn.application.payment;

import io.cybervpn.application.ledger.PostTransaction;
import io.cybervpn.domain.payment.model.Payment;
import io.cybervpn.domain.payment.model.Unmatched;
import io.cybervpn.domain.shared.DomainEvent;
import java.util.Optional;

/**
 * What one word asks for, decided before anything is written.
 *
 * @param changed the payment's new state
 * @param apart what staff are to decide on
 * @param onlyIfNew the event is told only when the booking was not made before
 */
record Effect(
        ConfirmPayment.Result result,
        Optional<Payment> changed,
        Optional<PostTransaction.Command> booking,
        Optional<Unmatched> apart,
        Optional<DomainEvent> event,
        boolean onlyIfNew) {
    static Effect none(ConfirmPayment.Result result) {
        return new Effect(
                result,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }
}
