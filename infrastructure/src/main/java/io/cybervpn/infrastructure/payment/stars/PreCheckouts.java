package io.cybervpn.infrastructure.payment.stars;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.application.payment.ApproveCharge;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Receipt.Received;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Answers {@code pre_checkout_query}, which Telegram drops after ten seconds: whatever keeps us, it
 * is answered after five, with no. No takes nobody's stars.
 */
@Singleton
final class PreCheckouts {
    private static final Logger LOG = Logger.getLogger(PreCheckouts.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String LATER = "The shop is busy. Please try again in a minute.";

    private final ObjectMapper mapper;
    private final ApproveCharge approveCharge;

    @Inject
    PreCheckouts(ObjectMapper mapper, ApproveCharge approveCharge) {
        this.mapper = mapper;
        this.approveCharge = approveCharge;
    }

    /** The answer, if this update is such a question; empty for any other. Never fails. */
    Optional<Uni<String>> answer(byte[] body) {
        return query(body)
                .map(
                        query ->
                                decide(query)
                                        .ifNoItem()
                                        .after(PATIENCE)
                                        .recoverWithItem(Optional.of(LATER))
                                        .onFailure()
                                        .recoverWithItem(failure -> failed(failure))
                                        .map(refusal -> said(query.path("id").asText(), refusal)));
    }

    private Optional<JsonNode> query(byte[] body) {
        try {
            return Optional.of(mapper.readTree(body).path("pre_checkout_query"))
                    .filter(query -> query.isObject() && query.path("id").isTextual());
        } catch (IOException _) {
            // what it is will be said when it is read from the inbox
            return Optional.empty();
        }
    }

    /** The refusal; empty when it may be paid. */
    private Uni<Optional<String>> decide(JsonNode query) {
        Optional<PaymentId> payment = StarPayment.payment(query.path("invoice_payload"));
        Received received =
                StarPayment.received(query.path("total_amount"), query.path("currency").asText(""));
        if (payment.isEmpty() || !(received instanceof Received.Exact(Money amount))) {
            return Uni.createFrom().item(Optional.of("This invoice is not ours."));
        }
        return Uni.createFrom()
                .deferred(
                        () ->
                                approveCharge.execute(
                                        new ApproveCharge.Query(
                                                payment.get(),
                                                StarsGateway.PROVIDER,
                                                amount,
                                                payer(query))))
                .map(PreCheckouts::refusal);
    }

    private static ApproveCharge.Payer payer(JsonNode query) {
        return new ApproveCharge.Payer(
                TelegramWebhooks.SOURCE, query.path("from").path("id").asText(""));
    }

    private static Optional<String> refusal(ApproveCharge.Result result) {
        return switch (result) {
            case ApproveCharge.Result.Approved() -> Optional.empty();
            case ApproveCharge.Result.Refused(var reason) -> Optional.of(words(reason));
        };
    }

    private static String words(ApproveCharge.Reason reason) {
        return switch (reason) {
            case NO_SUCH_PAYMENT -> "This invoice is not ours.";
            case NOT_WAITING -> "This order needs no payment any more.";
            case TOO_LATE -> "This invoice has expired. Please place a new order.";
            case OTHER_AMOUNT -> "The price has changed. Please place a new order.";
            case OTHER_PAYER -> "This invoice is for somebody else.";
        };
    }

    private static Optional<String> failed(Throwable failure) {
        LOG.warnf("a question before the money is answered with no: %s", failure);
        return Optional.of(LATER);
    }

    /** The call that answers, as Telegram takes it from a response. */
    private String said(String id, Optional<String> refusal) {
        ObjectNode call =
                mapper.createObjectNode()
                        .put("method", "answerPreCheckoutQuery")
                        .put("pre_checkout_query_id", id)
                        .put("ok", refusal.isEmpty());
        refusal.ifPresent(words -> call.put("error_message", words));
        return call.toString();
    }
}
