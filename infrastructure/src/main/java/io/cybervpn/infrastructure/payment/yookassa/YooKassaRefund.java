package io.cybervpn.infrastructure.payment.yookassa;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.GoneBack;
import io.cybervpn.application.payment.port.PaymentNotices.Notice;
import io.cybervpn.application.payment.port.PaymentNotices.Which;
import io.cybervpn.application.payment.port.RefundStatus;
import io.cybervpn.application.payment.port.ReturnStatement;
import io.cybervpn.domain.payment.RefundCause;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.infrastructure.shared.Conditions;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** A refund as YooKassa writes it; one that succeeded or was canceled never changes again. */
record YooKassaRefund(JsonNode json) {
    private static final int ID_LENGTH = 36;

    /** The id; empty if this is no refund of a payment. */
    Optional<String> reference() {
        return Optional.of(json.path("id").asText(""))
                .filter(id -> !id.isBlank() && !json.path("payment_id").asText("").isBlank());
    }

    /** Whether it was made under this id of ours, which its description ends with. */
    boolean is(String refund) {
        return json.path("description").asText("").endsWith(refund);
    }

    /** What is said of it; a word that we do not know ends nothing. */
    RefundStatus status() {
        String reference =
                reference()
                        .orElseThrow(
                                () -> new GatewayUnavailable("YooKassa answers without a refund"));
        return switch (json.path("status").asText("")) {
            case "succeeded" -> new RefundStatus.Done(reference);
            case "canceled" ->
                    new RefundStatus.Over(
                            Optional.of(reference),
                            "YooKassa: "
                                    + json.path("cancellation_details")
                                            .path("reason")
                                            .asText("canceled"));
            default -> new RefundStatus.Underway(reference);
        };
    }

    /** Whether it was made in this time; half a moment is none of it. */
    boolean wasMade(Instant from, Instant to) {
        try {
            Instant made = Instant.parse(json.path("created_at").asText(""));
            return !made.isBefore(from) && made.isBefore(to);
        } catch (DateTimeException _) {
            throw new GatewayUnavailable("YooKassa lists a refund of no time");
        }
    }

    /** As a line of a list; empty unless the payer has the money. */
    Optional<ReturnStatement.Line> line() {
        return json.path("status").asText("").equals("succeeded")
                ? reference().map(id -> new ReturnStatement.Line(id, ours(), money(), what()))
                : Optional.empty();
    }

    /** The id of ours that its description ends with. */
    private Optional<RefundId> ours() {
        String text = json.path("description").asText("");
        return Conditions.uuid(text.substring(Math.max(0, text.length() - ID_LENGTH)))
                .map(RefundId::new);
    }

    private String what() {
        JsonNode amount = json.path("amount");
        return "%s %s of payment %s"
                .formatted(
                        amount.path("value").asText(),
                        amount.path("currency").asText(),
                        json.path("payment_id").asText());
    }

    /** What it says of money that went back, whoever made it. */
    GoneBack goneBack() {
        return switch (status()) {
            case RefundStatus.NotThere _, RefundStatus.Underway _ -> new GoneBack.NotYet();
            case RefundStatus.Over(_, var why) -> new GoneBack.Nothing(why);
            case RefundStatus.Done(var reference) ->
                    money().<GoneBack>map(amount -> named(reference, amount))
                            .orElseGet(() -> new GoneBack.Strange("a refund of no known money"));
        };
    }

    private GoneBack named(String reference, Money amount) {
        return new GoneBack.Named(
                new Notice.Returned(
                        new Which.Theirs(json.path("payment_id").asText()),
                        reference,
                        amount,
                        RefundCause.PROVIDER,
                        false));
    }

    private Optional<Money> money() {
        JsonNode amount = json.path("amount");
        return Asset.find(amount.path("currency").asText(""))
                .flatMap(asset -> Money.parse(amount.path("value").asText(""), asset))
                .filter(money -> !money.isZero());
    }
}
