package io.cybervpn.infrastructure.payment.stars;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.payment.port.PaymentNotices;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.RefundCause;
import io.cybervpn.domain.payment.model.Mandate;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.payment.model.Receipt.Received;
import io.cybervpn.domain.shared.Money;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads updates of the bot: a {@code successful_payment} is money, whoever sent it; it is for the
 * payment of its payload, not for the sender.
 */
@Singleton
final class StarsNotices implements PaymentNotices {
    private final ObjectMapper mapper;

    @Inject
    StarsNotices(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public String provider() {
        return StarsGateway.PROVIDER;
    }

    @Override
    public String source() {
        return TelegramWebhooks.SOURCE;
    }

    @Override
    public Notice read(String body) {
        try {
            return notice(mapper.readTree(body));
        } catch (JsonProcessingException _) {
            return new Notice.NotUnderstood("the body is not JSON");
        }
    }

    private static Notice notice(JsonNode update) {
        if (!update.path("update_id").isIntegralNumber()) {
            return new Notice.NotUnderstood("no update");
        }
        JsonNode message = update.path("message");
        JsonNode standing = update.path("subscription");
        if (standing.isObject()) {
            return standing(standing, update.path("update_id").asLong());
        }
        JsonNode refund = message.path("refunded_payment");
        if (refund.isObject()) {
            return returned(refund);
        }
        JsonNode payment = message.path("successful_payment");
        return payment.isObject()
                ? money(payment, message.path("date"))
                : new Notice.Irrelevant("an update without money");
    }

    /** Stars go back as a whole; the charge is the name of the refund too. */
    private static Notice returned(JsonNode refund) {
        String charge = refund.path("telegram_payment_charge_id").asText("");
        Received stars =
                StarPayment.received(
                        refund.path("total_amount"), refund.path("currency").asText(""));
        return !charge.isBlank() && stars instanceof Received.Exact(Money amount)
                ? new Notice.Returned(
                        StarPayment.which(charge, refund.path("invoice_payload")),
                        charge,
                        amount,
                        RefundCause.PROVIDER,
                        false)
                : new Notice.NotUnderstood("stars were given back: " + charge);
    }

    private static Notice money(JsonNode payment, JsonNode date) {
        Optional<Receipt> receipt =
                StarPayment.receipt(
                        payment.path("telegram_payment_charge_id"),
                        StarPayment.received(
                                payment.path("total_amount"), payment.path("currency").asText("")),
                        date);
        if (receipt.isEmpty()) {
            return new Notice.NotUnderstood("a successful payment without its charge");
        }
        return StarPayment.payment(payment.path("invoice_payload"))
                .map(ours -> paid(ours, receipt.get(), payment))
                .orElseGet(() -> new Notice.PaidForeign(receipt.get()));
    }

    /** The first time is a payment as any; each later one is one of its own. */
    private static Notice paid(PaymentId ours, Receipt receipt, JsonNode payment) {
        boolean again =
                payment.path("is_recurring").asBoolean(false)
                        && !payment.path("is_first_recurring").asBoolean(false);
        JsonNode end = payment.path("subscription_expiration_date");
        Instant until =
                end.isIntegralNumber()
                        ? Instant.ofEpochSecond(end.asLong())
                        : receipt.paidAt().plus(StarsRecurring.PERIOD);
        return again ? new Notice.Recurring(ours, receipt, until) : new Notice.Paid(ours, receipt);
    }

    private static Notice standing(JsonNode subscription, long number) {
        String state = subscription.path("state").asText("");
        Optional<Mandate.Word> word =
                switch (state) {
                    case "active" -> Optional.of(Mandate.Word.ACTIVE);
                    case "canceled" -> Optional.of(Mandate.Word.CANCELLED);
                    case "failed" -> Optional.of(Mandate.Word.FAILED);
                    default -> Optional.empty();
                };
        Optional<PaymentId> first = StarPayment.payment(subscription.path("invoice_payload"));
        return first.isPresent() && word.isPresent()
                ? new Notice.Standing(first.get(), word.get(), number)
                : new Notice.NotUnderstood("a subscription that is not ours, or is " + state);
    }
}
