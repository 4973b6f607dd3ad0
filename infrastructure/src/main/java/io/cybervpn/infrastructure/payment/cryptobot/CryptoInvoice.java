package io.cybervpn.infrastructure.payment.cryptobot;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;

/**
 * An invoice as Crypto Pay writes it. Only {@code fiat} or {@code asset} with {@code amount} is the
 * price; {@code paid_asset} and {@code paid_amount} are what the payer happened to pay with.
 */
record CryptoInvoice(JsonNode json) {
    /** The id; empty if this is no invoice. */
    Optional<String> reference() {
        JsonNode id = json.path("invoice_id");
        return id.isIntegralNumber() ? Optional.of(id.asText()) : Optional.empty();
    }

    /** Our own reference; empty if it carries none that could be ours. */
    Optional<PaymentId> payment() {
        String payload = json.path("payload").asText("");
        try {
            UUID id = UUID.fromString(payload);
            return id.toString().equals(payload)
                    ? Optional.of(new PaymentId(id))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    boolean paid() {
        return json.path("status").asText("").equals("paid");
    }

    /** The bill for a customer; empty if something of it is missing. */
    Optional<Invoice> invoice() {
        Optional<URI> payUrl = url("bot_invoice_url").or(() -> url("pay_url"));
        return reference()
                .flatMap(
                        reference ->
                                payUrl.map(
                                        page ->
                                                new Invoice(
                                                        reference,
                                                        page,
                                                        url("mini_app_invoice_url"))));
    }

    /** What is said of it; empty if it is not understood. */
    Optional<InvoiceStatus> status() {
        return switch (json.path("status").asText("")) {
            case "active" -> Optional.of(new InvoiceStatus.Active());
            case "expired" -> Optional.of(new InvoiceStatus.Ended());
            case "paid" -> receipt().map(InvoiceStatus.Paid::new);
            default -> Optional.empty();
        };
    }

    /** The receipt of a paid one; empty if it is not paid or lacks its id or every time. */
    Optional<Receipt> receipt() {
        Optional<Instant> paidAt = time("paid_at").or(this::createdAt);
        return reference()
                .filter(_ -> paid())
                .flatMap(reference -> paidAt.map(at -> new Receipt(reference, received(), at)));
    }

    /**
     * What Crypto Pay kept. It takes its fee in the coins that were paid with; of an invoice in
     * another currency it is in no books of ours.
     */
    Optional<Fee> fee() {
        String asset = json.path("fee_asset").asText("");
        return Optional.of(asset)
                .filter(_ -> json.path("currency_type").asText("").equals("crypto"))
                .filter(json.path("asset").asText("")::equals)
                .flatMap(Asset::find)
                .flatMap(known -> Money.parse(json.path("fee_amount").asText(""), known))
                .filter(money -> !money.isZero())
                .flatMap(money -> reference().map(reference -> new Fee(reference, money)));
    }

    Optional<Instant> createdAt() {
        return time("created_at");
    }

    private Received received() {
        String currency =
                json.path("currency_type").asText("").equals("fiat")
                        ? json.path("fiat").asText("")
                        : json.path("asset").asText("");
        JsonNode amount = json.path("amount");
        return Optional.of(amount)
                .filter(JsonNode::isTextual)
                .flatMap(
                        text ->
                                Asset.find(currency)
                                        .flatMap(asset -> Money.parse(text.asText(), asset)))
                .filter(money -> !money.isZero())
                .<Received>map(Received.Exact::new)
                .orElseGet(() -> new Received.Unreadable((amount + " " + currency).strip()));
    }

    private Optional<URI> url(String field) {
        JsonNode url = json.path(field);
        try {
            return url.isTextual() ? Optional.of(URI.create(url.asText())) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Optional<Instant> time(String field) {
        JsonNode time = json.path(field);
        try {
            return time.isTextual()
                    ? Optional.of(
                            DateTimeFormatter.ISO_DATE_TIME.parse(time.asText(), Instant::from))
                    : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
