package io.cybervpn.infrastructure.payment.tbank;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.payment.port.ChargingGateway.Kept;
import io.cybervpn.application.payment.port.GatewayRefused;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.InvoiceStatus;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.payment.model.Receipt.Received;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A payment as T-Bank writes it, in answers and in pushes: amounts are whole kopecks. It says no
 * time: what is paid was paid when we learn of it.
 */
record TBankPayment(JsonNode json) {
    /** Errors inside the bank: whether something was done is not known. */
    private static final Set<String> INTERNAL_ERRORS = Set.of("999", "9999");

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

    /**
     * What its payer let us charge again. Only pushes say that, as a number; the card is masked.
     */
    Optional<Kept> kept() {
        JsonNode id = json.path("RebillId");
        String text = id.isTextual() || id.isIntegralNumber() ? id.asText() : "";
        return Optional.of(text)
                .filter(token -> token.matches("[1-9]\\d{0,19}"))
                .map(token -> new Kept(token, title()));
    }

    private String title() {
        String pan = json.path("Pan").asText("");
        return pan.matches(".*\\d{4}") ? "Card *" + pan.substring(pan.length() - 4) : "Card";
    }

    String errorCode() {
        return json.path("ErrorCode").asText("");
    }

    String state() {
        return json.path("Status").asText("");
    }

    /** Whether the bank did what it was asked, or says something of a payment that went well. */
    boolean success() {
        return json.path("Success").asBoolean(false)
                && json.path("ErrorCode").asText("").equals("0");
    }

    /** What an answer without success means: a no, or that nothing is known. */
    RuntimeException refusal() {
        String code = json.path("ErrorCode").asText("?");
        String told = "%s %s".formatted(code, json.path("Message").asText("")).strip();
        return json.path("Success").isBoolean() && !INTERNAL_ERRORS.contains(code)
                ? new GatewayRefused(told)
                : new GatewayUnavailable("T-Bank answers " + told);
    }

    /**
     * What is left of the money that came: the bank's amount is always the present one. Empty while
     * some is on its way back, and if none came.
     */
    Optional<Money> left() {
        return switch (state()) {
            case "CONFIRMED", "PARTIAL_REFUNDED" -> amount();
            case "REFUNDED" -> Optional.of(Money.zero(Asset.RUB));
            default -> Optional.empty();
        };
    }

    private Optional<Money> amount() {
        return switch (received()) {
            case Received.Exact(var money) -> Optional.of(money);
            case Received.Unreadable _ -> Optional.empty();
        };
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
            case "CANCELED", "DEADLINE_EXPIRED", "REJECTED", "AUTH_FAIL", "REVERSED" ->
                    Optional.of(new InvoiceStatus.Ended());
            case "REFUNDED" -> Optional.of(new InvoiceStatus.Over());
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
