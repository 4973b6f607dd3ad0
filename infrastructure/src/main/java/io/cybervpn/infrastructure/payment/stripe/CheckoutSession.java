package io.cybervpn.infrastructure.payment.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.payment.port.InvoiceStatus;
import io.cybervpn.application.payment.port.ProviderStatement.Fee;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Invoice;
import io.cybervpn.domain.payment.model.Receipt;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A Checkout Session as Stripe writes it. Its id is the invoice's reference: the PaymentIntent
 * comes into being only when somebody pays.
 */
record CheckoutSession(JsonNode json) {
    /** Our id in the metadata of a session and of its PaymentIntent. */
    static final String PAYMENT = "payment";

    /** States of a PaymentIntent that will bring no money to a session that is complete. */
    private static final Set<String> FAILED = Set.of("canceled", "requires_payment_method");

    /** The id; empty if this is no session. */
    Optional<String> reference() {
        return text("id").filter(id -> id.startsWith("cs_"));
    }

    /** Our own reference; empty if it carries none that could be ours. */
    Optional<PaymentId> payment() {
        return text("client_reference_id")
                .flatMap(CheckoutSession::payment)
                .or(() -> payment(json.path("metadata").path(PAYMENT).asText("")));
    }

    static Optional<PaymentId> payment(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text) ? Optional.of(new PaymentId(id)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    boolean isOfMode(boolean live) {
        JsonNode mode = json.path("livemode");
        return mode.isBoolean() && mode.asBoolean() == live;
    }

    /** Complete and worth looking at the amount; a free one is judged by its amount too. */
    boolean paid() {
        String payment = json.path("payment_status").asText("");
        return json.path("status").asText("").equals("complete")
                && (payment.equals("paid") || payment.equals("no_payment_required"));
    }

    /**
     * The bill for a customer; empty if something of it is missing. One that is over has no page to
     * pay on any more, so its payer is led to where he would come back to.
     */
    Optional<Invoice> invoice() {
        Optional<URI> page = url("url").or(() -> url("success_url"));
        return reference()
                .flatMap(
                        reference ->
                                page.map(
                                        payUrl ->
                                                new Invoice(reference, payUrl, Optional.empty())));
    }

    /**
     * What is said of it; empty if it is paid and cannot be read. A word that we do not know ends
     * nothing: we ask again later.
     */
    Optional<InvoiceStatus> status() {
        return switch (json.path("status").asText("")) {
            case "expired" -> Optional.of(new InvoiceStatus.Ended());
            case "complete" ->
                    paid() ? receipt(paidAt()).map(InvoiceStatus.Paid::new) : Optional.of(unpaid());
            default -> Optional.of(new InvoiceStatus.Active());
        };
    }

    private InvoiceStatus unpaid() {
        String intent = json.path("payment_intent").path("status").asText("");
        return FAILED.contains(intent) ? new InvoiceStatus.Ended() : new InvoiceStatus.Active();
    }

    /** The receipt of a paid one. */
    Optional<Receipt> receipt(Instant paidAt) {
        JsonNode amount = json.path("amount_total");
        return reference()
                .filter(_ -> paid())
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
                                        paidAt));
    }

    /**
     * What Stripe kept, where it settles in the currency that was paid in; empty as long as it has
     * not reckoned it.
     */
    Optional<Fee> fee() {
        JsonNode charge = json.path("payment_intent").path("latest_charge");
        return StripeAmounts.fee(charge, json.path("currency").asText(""))
                .filter(_ -> paid())
                .flatMap(kept -> reference().map(reference -> new Fee(reference, kept)));
    }

    /** When the charge was made, else when the intent was, else when the session was. */
    private Instant paidAt() {
        JsonNode intent = json.path("payment_intent");
        return second(intent.path("latest_charge"))
                .or(() -> second(intent))
                .or(() -> second(json))
                .orElse(Instant.EPOCH);
    }

    static Optional<Instant> second(JsonNode object) {
        JsonNode created = object.path("created");
        return created.isIntegralNumber() && created.canConvertToLong()
                ? Optional.of(Instant.ofEpochSecond(created.asLong()))
                : Optional.empty();
    }

    private Optional<String> text(String field) {
        JsonNode value = json.path(field);
        return value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
    }

    private Optional<URI> url(String field) {
        try {
            return text(field).map(URI::create);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
