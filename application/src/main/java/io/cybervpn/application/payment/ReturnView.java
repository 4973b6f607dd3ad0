package io.cybervpn.application.payment;

import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.payment.model.BankReturn;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;

/** A refund that somebody has to send by hand. */
public record ReturnView(RefundId refund, PaymentId payment, Money amount, Instant askedAt) {
    static ReturnView of(BankReturn.Waiting waiting) {
        BankReturn.Order order = waiting.order();
        return new ReturnView(order.refund(), order.payment(), order.amount(), order.askedAt());
    }
}
