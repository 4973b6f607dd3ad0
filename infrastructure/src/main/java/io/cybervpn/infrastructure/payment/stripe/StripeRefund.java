package io.cybervpn.infrastructure.payment.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.GoneBack;
import io.cybervpn.application.payment.port.PaymentNotices.Notice;
import io.cybervpn.application.payment.port.PaymentNotices.Which;
import io.cybervpn.application.payment.port.RefundStatus;
import io.cybervpn.application.payment.port.ReturnStatement;
import io.cybervpn.domain.payment.RefundCause;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.payment.model.Receipt.Received;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.infrastructure.shared.Conditions;
import java.time.Instant;
import java.util.Optional;

/** A refund as Stripe writes it. */
record StripeRefund(JsonNode json) {
    /** Our id of a refund, in its metadata beside that of its payment. */
    static final String REFUND = "refund";

    /** The id; empty if this is no refund. */
    Optional<String> reference() {
        return Optional.of(json.path("id").asText("")).filter(id -> id.startsWith("re_"));
    }

    /** Whether it is this one of ours. */
    boolean is(String refund) {
        return json.path("metadata").path(REFUND).asText("").equals(refund);
    }

    /** What is said of it; a word that we do not know ends nothing. */
    RefundStatus status() {
        String reference =
                reference()
                        .orElseThrow(
                                () -> new GatewayUnavailable("Stripe answers without a refund"));
        return switch (json.path("status").asText("")) {
            case "succeeded" -> new RefundStatus.Done(reference);
            case "failed", "canceled" ->
                    new RefundStatus.Over(
                            Optional.of(reference),
                            "Stripe: " + json.path("failure_reason").asText("canceled"));
            default -> new RefundStatus.Underway(reference);
        };
    }

    boolean wasMadeBefore(Instant moment) {
        return json.path("created").asLong() < moment.getEpochSecond();
    }

    /** As a line of a list; empty unless the payer has the money. */
    Optional<ReturnStatement.Line> line() {
        return json.path("status").asText("").equals("succeeded")
                ? reference().map(id -> new ReturnStatement.Line(id, ours(), known(), what()))
                : Optional.empty();
    }

    private Optional<RefundId> ours() {
        return Conditions.uuid(json.path("metadata").path(REFUND).asText("")).map(RefundId::new);
    }

    private Optional<Money> known() {
        return money(json) instanceof Received.Exact(var money)
                ? Optional.of(money)
                : Optional.empty();
    }

    private String what() {
        String amount =
                known().map(Money::toString)
                        .orElseGet(
                                () -> json.path("amount") + " " + json.path("currency").asText());
        return amount + " of " + intent().orElse("no payment");
    }

    /** Our payment, if the refund was made by us. */
    Optional<Which> payment() {
        return CheckoutSession.payment(
                        json.path("metadata").path(CheckoutSession.PAYMENT).asText(""))
                .map(Which.Ours::new);
    }

    /** What it was paid with. */
    Optional<String> intent() {
        return Optional.of(json.path("payment_intent").asText("")).filter(id -> !id.isBlank());
    }

    /**
     * What an event about it says. One that was not made by us names no payment of ours, and is
     * asked about.
     */
    Notice notice(String type) {
        Optional<String> reference = reference();
        if (reference.isEmpty()) {
            return new Notice.NotUnderstood(type + " without a refund");
        }
        Optional<Which> payment = payment();
        if (payment.isEmpty()) {
            return new Notice.Ask(reference.get());
        }
        return switch (status()) {
            case RefundStatus.NotThere _, RefundStatus.Underway _ ->
                    new Notice.Irrelevant(type + " that is not over");
            case RefundStatus.Done _ -> returned(payment.get(), reference.get(), false);
            case RefundStatus.Over _ -> returned(payment.get(), reference.get(), true);
        };
    }

    /** What it says of money that went back out of a payment. */
    GoneBack goneBack(Which payment) {
        return switch (status()) {
            case RefundStatus.NotThere _, RefundStatus.Underway _ -> new GoneBack.NotYet();
            case RefundStatus.Done(var reference) -> goneBack(payment, reference, false);
            case RefundStatus.Over(var reference, _) ->
                    goneBack(payment, reference.orElseThrow(), true);
        };
    }

    private GoneBack goneBack(Which payment, String reference, boolean undone) {
        return switch (returned(payment, reference, undone)) {
            case Notice.Returned returned -> new GoneBack.Named(returned);
            default -> new GoneBack.Strange("refund " + reference + " of no known money");
        };
    }

    private Notice returned(Which payment, String reference, boolean undone) {
        return switch (money(json)) {
            case Received.Exact(var money) ->
                    new Notice.Returned(payment, reference, money, RefundCause.PROVIDER, undone);
            case Received.Unreadable(var text) ->
                    new Notice.NotUnderstood("refund " + reference + " of " + text);
        };
    }

    /** The amount of a refund or a dispute. */
    static Received money(JsonNode json) {
        JsonNode amount = json.path("amount");
        Optional<Long> units =
                amount.isIntegralNumber() && amount.canConvertToLong()
                        ? Optional.of(amount.asLong())
                        : Optional.empty();
        return StripeAmounts.received(units, json.path("currency").asText(""));
    }
}
