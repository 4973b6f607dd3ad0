package io.cybervpn.infrastructure.payment.yookassa;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.payment.port.ChargingGateway;
import io.cybervpn.application.payment.port.InvoiceStatus;
import io.cybervpn.application.payment.port.ProviderStatement.Fee;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Invoice;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.payment.model.Receipt.Received;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A payment as YooKassa writes it. A refund changes neither its status nor its amount. */
record YooKassaPayment(JsonNode json) {
    /** The key of our own reference in {@code metadata}. */
    static final String REFERENCE = "payment";

    /** The id; empty if this is no payment. */
    Optional<String> reference() {
        return text(json.path("id"));
    }

    /** Our own reference; empty if it carries none that could be ours. */
    Optional<PaymentId> payment() {
        String given = json.path("metadata").path(REFERENCE).asText("");
        try {
            UUID id = UUID.fromString(given);
            return id.toString().equals(given) ? Optional.of(new PaymentId(id)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /**
     * The bill for a customer; empty if this is no payment.
     *
     * @param usual where he is sent when there is nothing left to pay
     */
    Optional<Invoice> invoice(URI usual) {
        return reference()
                .map(reference -> new Invoice(reference, payUrl().orElse(usual), Optional.empty()));
    }

    /**
     * What is said of it; empty if it is not understood. Money that is only held is not paid.
     *
     * @param test whether our shop is a test shop
     */
    Optional<InvoiceStatus> status(boolean test) {
        return switch (json.path("status").asText("")) {
            case "pending", "waiting_for_capture" -> Optional.of(new InvoiceStatus.Active());
            case "canceled" -> Optional.of(new InvoiceStatus.Ended());
            case "succeeded" -> receipt(test).map(InvoiceStatus.Paid::new);
            default -> Optional.empty();
        };
    }

    /** What the payer let YooKassa keep; empty if nothing. */
    Optional<ChargingGateway.Kept> kept() {
        JsonNode method = json.path("payment_method");
        return text(method.path("id"))
                .filter(_ -> method.path("saved").asBoolean(false))
                .map(
                        token ->
                                new ChargingGateway.Kept(
                                        token,
                                        text(method.path("title"))
                                                .or(() -> text(method.path("type")))
                                                .orElse("YooKassa")));
    }

    /** Why it was canceled. */
    String cancellation() {
        return json.path("cancellation_details").path("reason").asText("canceled");
    }

    /** What YooKassa kept: what was paid less what it owes us. */
    Optional<Fee> fee(boolean test) {
        JsonNode income = json.path("income_amount");
        return status(test)
                .filter(InvoiceStatus.Paid.class::isInstance)
                .flatMap(_ -> exact(test))
                .flatMap(
                        paid ->
                                Optional.of(income.path("currency").asText(""))
                                        .filter(paid.asset().code()::equals)
                                        .flatMap(_ -> text(income.path("value")))
                                        .flatMap(value -> Money.parse(value, paid.asset()))
                                        .filter(kept -> kept.compareTo(paid) < 0)
                                        .map(paid::minus))
                .flatMap(kept -> reference().map(reference -> new Fee(reference, kept)));
    }

    private Optional<Money> exact(boolean test) {
        return switch (received(test)) {
            case Received.Exact(var money) -> Optional.of(money);
            case Received.Unreadable _ -> Optional.empty();
        };
    }

    private Optional<Receipt> receipt(boolean test) {
        Optional<Instant> paidAt = time("captured_at").or(() -> time("created_at"));
        return reference()
                .filter(_ -> json.path("paid").asBoolean(false))
                .flatMap(reference -> paidAt.map(at -> new Receipt(reference, received(test), at)));
    }

    private Received received(boolean test) {
        JsonNode amount = json.path("amount");
        String value = amount.path("value").asText("");
        String currency = amount.path("currency").asText("");
        boolean isTest = json.path("test").asBoolean(false);
        if (isTest != test) {
            String kind = isTest ? "test" : "real";
            return new Received.Unreadable("%s money: %s %s".formatted(kind, value, currency));
        }
        return Optional.of(amount.path("value"))
                .filter(JsonNode::isTextual)
                .flatMap(_ -> Asset.find(currency))
                .flatMap(asset -> Money.parse(value, asset))
                .filter(money -> !money.isZero())
                .<Received>map(Received.Exact::new)
                .orElseGet(() -> new Received.Unreadable(value + " " + currency));
    }

    private Optional<URI> payUrl() {
        return text(json.path("confirmation").path("confirmation_url"))
                .flatMap(YooKassaPayment::uri);
    }

    private Optional<Instant> time(String field) {
        try {
            return text(json.path(field)).map(Instant::parse);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.of(node)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank());
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
