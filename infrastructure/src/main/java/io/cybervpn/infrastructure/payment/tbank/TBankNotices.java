package io.cybervpn.infrastructure.payment.tbank;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.payment.port.PaymentNotices;
import io.cybervpn.domain.payment.model.Receipt;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * Reads pushes of T-Bank. A payment in one stage is told as authorised first and as confirmed then,
 * both a success: only the second is money.
 */
@Singleton
final class TBankNotices implements PaymentNotices {
    private final ObjectMapper mapper;
    private final Clock clock;

    @Inject
    TBankNotices(ObjectMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    @Override
    public String provider() {
        return TBankGateway.PROVIDER;
    }

    @Override
    public Notice read(String body) {
        try {
            return notice(new TBankPayment(mapper.readTree(body)));
        } catch (JsonProcessingException _) {
            return new Notice.NotUnderstood("the body is not JSON");
        }
    }

    private Notice notice(TBankPayment push) {
        String what = "payment " + push.reference().orElse("?") + " is " + push.state();
        return switch (push.state()) {
            case "CONFIRMED" ->
                    push.success()
                            ? paid(push)
                            : new Notice.NotUnderstood(what + " without success");
            // what is left of it is asked for: pushes may come in any order
            case "REFUNDED", "PARTIAL_REFUNDED" ->
                    push.reference()
                            .<Notice>map(Notice.Ask::new)
                            .orElseGet(() -> new Notice.NotUnderstood(what));
            // nobody pays it any more: the payer need not wait to begin anew
            case "REJECTED", "AUTH_FAIL", "CANCELED", "DEADLINE_EXPIRED", "REVERSED" ->
                    push.payment()
                            .<Notice>map(Notice.Look::new)
                            .orElseGet(() -> new Notice.Irrelevant(what));
            default -> new Notice.Irrelevant(what);
        };
    }

    private Notice paid(TBankPayment push) {
        Optional<Receipt> receipt = push.receipt(clock.instant());
        if (receipt.isEmpty()) {
            return new Notice.NotUnderstood("CONFIRMED without a payment");
        }
        return push.payment()
                .<Notice>map(payment -> new Notice.Paid(payment, receipt.get(), push.kept()))
                .orElseGet(() -> new Notice.PaidForeign(receipt.get()));
    }
}
