package io.cybervpn.infrastructure.payment.tbank;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.payment.port.InvoiceStatus;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.payment.model.Receipt.Received;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A payment as T-Bank writes it, in answers and in pushes: amounts are whole kopecks. It says no
 * time: what is paid was paid when we learn of it.
 */
record TBankPayment(JsonNode json) {
    /** The id, a number in pushes and a text in answers; empty if this is no payment. */
    Optional<String> reference() {
        JsonNode id = json.path("PaymentId");
        String text = id.isTextual() || id.isIntegralNumber() ? id.asText() : "";
        return text.matches("\\d{1,20}") ? Optional.of(text) : Optional.empty();
    }

    /** Our own reference; empty if it carries none that could be ours. */
    Optional<PaymentId> payment() {
        String given = json.path("OrderId").asText("");
        try {
            UUID id = UUID.fromString(given);
            return id.toString().equals(given) ? Optional.of(new PaymentId(id)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    String state() {
        return json.path("Status").asText("");
    }

    /** Whether the bank did what it was asked, or says something of a payment that went well. */
    boolean success() {
        return json.path("Success").asBoolean(false)
                && json.path("ErrorCode").asText("").equals("0");
    }

    /** What is said of it; empty if it is not understood. Money that is only held is not paid. */
    Optional<InvoiceStatus> status(Instant now) {
        return switch (state()) {
            case "NEW",
                    "FORM_SHOWED",
                    "AUTHORIZING",
                    "3DS_CHECKING",
                    "3DS_CHECKED",
                    "PAY_CHECKING",
                    "AUTHORIZED",
                    "CONFIRMING",
                    "CONFIRM_CHECKING",
                    "REVERSING",
                    "PARTIAL_REVERSED" ->
                    Optional.of(new InvoiceStatus.Active());
            case "CONFIRMED", "REFUNDING" -> receipt(now).map(InvoiceStatus.Paid::new);
            // what is left of it is not the price, and its amount may be either
            case "PARTIAL_REFUNDED" ->
                    reference()
                            .map(
                                    reference ->
                                            new InvoiceStatus.Paid(
                                                    new Receipt(
                                                            reference,
                                                            new Received.Unreadable(
                                                                    "refunded in part"),
                                                            now)));
            case "CANCELED", "DEADLINE_EXPIRED", "REJECTED", "AUTH_FAIL", "REVERSED", "REFUNDED" ->
                    Optional.of(new InvoiceStatus.Over());
            default -> Optional.empty();
        };
    }

    /** The receipt of one that is known to be paid; empty without its id. */
    Optional<Receipt> receipt(Instant now) {
        return reference().map(reference -> new Receipt(reference, received(), now));
    }

    private Received received() {
        JsonNode amount = json.path("Amount");
        return amount.isIntegralNumber() && amount.canConvertToLong() && amount.asLong() > 0
                ? new Received.Exact(new Money(amount.asLong(), Asset.RUB))
                : new Received.Unreadable(amount + " kopecks");
    }
}
