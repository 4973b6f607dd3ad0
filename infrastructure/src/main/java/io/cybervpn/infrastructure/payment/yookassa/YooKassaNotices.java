package io.cybervpn.infrastructure.payment.yookassa;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.payment.port.PaymentNotices;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Reads pushes of YooKassa. None of them proves anything: the payment itself is asked for. */
@Singleton
final class YooKassaNotices implements PaymentNotices {
    private final ObjectMapper mapper;

    @Inject
    YooKassaNotices(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public String provider() {
        return YooKassaGateway.PROVIDER;
    }

    @Override
    public Notice read(String body) {
        try {
            return notice(mapper.readTree(body));
        } catch (JsonProcessingException _) {
            return new Notice.NotUnderstood("the body is not JSON");
        }
    }

    private static Notice notice(JsonNode push) {
        String event = push.path("event").asText("");
        JsonNode object = push.path("object");
        return switch (event) {
            case "payment.succeeded" -> payment(object, true);
            case "payment.canceled", "payment.waiting_for_capture" -> payment(object, false);
            case "refund.succeeded" -> refund(object);
            default -> new Notice.Irrelevant("event " + event);
        };
    }

    /** Its object is the refund, not the payment; nothing may take it for money that came. */
    private static Notice refund(JsonNode object) {
        return new YooKassaRefund(object)
                .reference()
                .filter(id -> id.matches("[0-9a-zA-Z-]{1,64}"))
                .<Notice>map(Notice.Ask::new)
                .orElseGet(() -> new Notice.NotUnderstood("a push without a refund"));
    }

    private static Notice payment(JsonNode object, boolean paid) {
        YooKassaPayment payment = new YooKassaPayment(object);
        if (payment.reference().isEmpty()) {
            return new Notice.NotUnderstood("a push without a payment");
        }
        String reference = payment.reference().get();
        return payment.payment()
                .<Notice>map(
                        ours ->
                                new Notice.Look(
                                        ours, paid ? Optional.of(reference) : Optional.empty()))
                .orElseGet(
                        () ->
                                paid
                                        ? new Notice.AskForeign(reference)
                                        : new Notice.Irrelevant(
                                                "payment " + reference + " is not ours"));
    }
}
