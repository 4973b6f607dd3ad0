package io.cybervpn.infrastructure.payment.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.payment.port.ChargingGateway.Kept;
import io.cybervpn.application.payment.port.InvoiceStatus;
import io.cybervpn.application.payment.port.ProviderStatement.Fee;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Receipt;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A PaymentIntent as Stripe writes it. The one that charges a kept card has no session, so its own
 * id is the reference; those of sessions are told apart by what only we write into metadata.
 */
record StripeIntent(JsonNode json) {
    /** Who made it: in the metadata of a charge by a kept card, beside our payment's id. */
    static final String MADE_BY = "made_by";

    static final String SAVED_METHOD = "saved_method";

    static boolean isName(String reference) {
        return reference.startsWith("pi_");
    }

    Optional<String> reference() {
        return Optional.of(json.path("id").asText("")).filter(StripeIntent::isName);
    }

    /** Our payment that a kept card was charged for; empty for the intent of a session. */
    Optional<PaymentId> charged() {
        JsonNode metadata = json.path("metadata");
        return CheckoutSession.payment(metadata.path(CheckoutSession.PAYMENT).asText(""))
                .filter(_ -> metadata.path(MADE_BY).asText("").equals(SAVED_METHOD));
    }

    /**
     * What is said of a charge; empty if it is paid and cannot be read. Nobody can come back to one
     * that wants another card or its owner, so it is over. A word that we do not know ends nothing.
     */
    Optional<InvoiceStatus> status() {
        return switch (json.path("status").asText("")) {
            case "succeeded" -> receipt().map(InvoiceStatus.Paid::new);
            case "canceled",
                    "requires_payment_method",
                    "requires_confirmation",
                    "requires_action" ->
                    Optional.of(new InvoiceStatus.Ended());
            default -> Optional.of(new InvoiceStatus.Active());
        };
    }

    /** The receipt of a charge that succeeded. */
    private Optional<Receipt> receipt() {
        JsonNode amount = json.path("amount_received");
        return reference()
                .map(
                        reference ->
                                new Receipt(
                                        reference,
                                        StripeAmounts.received(
                                                amount.isIntegralNumber()
                                                                && amount.canConvertToLong()
                                                        ? Optional.of(amount.asLong())
                                                        : Optional.empty(),
                                                json.path("currency").asText("")),
                                        paidAt()));
    }

    private Instant paidAt() {
        return CheckoutSession.second(json.path("latest_charge"))
                .or(() -> CheckoutSession.second(json))
                .orElse(Instant.EPOCH);
    }

    /** What Stripe kept of it, as soon as it has reckoned that. */
    Optional<Fee> fee() {
        return StripeAmounts.fee(json.path("latest_charge"), json.path("currency").asText(""))
                .flatMap(kept -> reference().map(reference -> new Fee(reference, kept)));
    }

    /** What its payer let us keep; empty if nothing, or if it is not told whole. */
    Optional<Kept> kept() {
        JsonNode method = json.path("payment_method");
        return Optional.of(new StripeToken(json.path("customer"), method.path("id")))
                .filter(_ -> json.path("setup_future_usage").asText("").equals("off_session"))
                .flatMap(StripeToken::text)
                .map(token -> new Kept(token, title(method)));
    }

    private static String title(JsonNode method) {
        String type = method.path("type").asText("");
        JsonNode detail = method.path(type);
        String name = detail.path("brand").asText(type).replace('_', ' ');
        String last = detail.path("last4").asText("");
        return capital(name) + (last.isEmpty() ? "" : " *" + last);
    }

    private static String capital(String name) {
        return name.isEmpty()
                ? "Stripe"
                : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
