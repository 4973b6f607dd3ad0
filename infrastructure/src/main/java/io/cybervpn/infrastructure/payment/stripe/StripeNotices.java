package io.cybervpn.infrastructure.payment.stripe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.payment.port.PaymentNotices;
import io.cybervpn.domain.payment.model.Receipt;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Reads events of Stripe. One sale tells several: only a session that is complete and paid is
 * money; what else is told of ours makes us look. An event of the other mode is never believed.
 */
@Singleton
final class StripeNotices implements PaymentNotices {
    /** Those that may mean that a session is paid. */
    private static final Set<String> OF_SESSIONS =
            Set.of("checkout.session.completed", "checkout.session.async_payment_succeeded");

    /** Those after which the answer about a session may be another one. */
    private static final Set<String> HINTS =
            Set.of(
                    "checkout.session.expired",
                    "checkout.session.async_payment_failed",
                    "payment_intent.succeeded",
                    "payment_intent.canceled");

    /** Those about money that goes away again without our asking; they come in any order. */
    private static final Set<String> LOSSES =
            Set.of(
                    "charge.dispute.created",
                    "charge.dispute.updated",
                    "charge.dispute.closed",
                    "charge.dispute.funds_withdrawn",
                    "charge.dispute.funds_reinstated");

    /** Those about refunds; what a charge says of them names none, so that is left aside. */
    private static final Set<String> REFUNDS =
            Set.of("refund.created", "refund.updated", "refund.failed");

    private final ObjectMapper mapper;
    private final StripeSettings settings;

    @Inject
    StripeNotices(ObjectMapper mapper, StripeSettings settings) {
        this.mapper = mapper;
        this.settings = settings;
    }

    @Override
    public String provider() {
        return StripeGateway.PROVIDER;
    }

    @Override
    public Notice read(String body) {
        try {
            return notice(mapper.readTree(body));
        } catch (JsonProcessingException _) {
            return new Notice.NotUnderstood("the body is not JSON");
        }
    }

    private Notice notice(JsonNode event) {
        String type = event.path("type").asText("");
        JsonNode object = event.path("data").path("object");
        JsonNode mode = event.path("livemode");
        if (!mode.isBoolean() || mode.asBoolean() != settings.live()) {
            return new Notice.NotUnderstood("an event of the other mode: " + type);
        }
        if (OF_SESSIONS.contains(type)) {
            return ofSession(new CheckoutSession(object), CheckoutSession.second(event));
        }
        if (REFUNDS.contains(type)) {
            return new StripeRefund(object).notice(type);
        }
        if (LOSSES.contains(type)) {
            return StripeDispute.isOne(object)
                    ? new Notice.Ask(object.path("id").asText())
                    : new Notice.NotUnderstood(type + " without a dispute");
        }
        return HINTS.contains(type) ? hint(type, object) : new Notice.Irrelevant(type);
    }

    private Notice ofSession(CheckoutSession session, Optional<Instant> at) {
        if (session.reference().isEmpty() || !session.isOfMode(settings.live())) {
            return new Notice.NotUnderstood("a session that is none of ours");
        }
        if (!session.paid()) {
            return new Notice.Irrelevant("a session that is complete and not paid");
        }
        Optional<Receipt> receipt = at.flatMap(session::receipt);
        if (receipt.isEmpty()) {
            return new Notice.NotUnderstood("a paid session without a time");
        }
        return session.payment()
                .<Notice>map(payment -> new Notice.Paid(payment, receipt.get()))
                .orElseGet(() -> new Notice.PaidForeign(receipt.get()));
    }

    private static Notice hint(String type, JsonNode object) {
        return new CheckoutSession(object)
                .payment()
                .<Notice>map(Notice.Look::new)
                .orElseGet(() -> new Notice.Irrelevant(type + " of somebody else"));
    }
}
