package io.cybervpn.infrastructure.payment.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.payment.port.GatewayRefused;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.GoneBack;
import io.cybervpn.application.payment.port.RefundCall;
import io.cybervpn.application.payment.port.RefundStatus;
import io.cybervpn.application.payment.port.RefundingGateway;
import io.cybervpn.application.payment.port.ReturnStatement;
import io.cybervpn.infrastructure.shared.Remote;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/**
 * The way back through Stripe: a refund of the session's PaymentIntent. Our refund's id is in its
 * metadata and is the Idempotency-Key of its making.
 */
@Singleton
final class StripeRefunds implements RefundingGateway {
    private final StripeSettings settings;
    private final StripeClient sessions;
    private final StripeRefundClient client;
    private final StripeReturns returns;

    @Inject
    StripeRefunds(
            StripeSettings settings,
            StripeClient sessions,
            StripeRefundClient client,
            StripeReturns returns) {
        this.settings = settings;
        this.sessions = sessions;
        this.client = client;
        this.returns = returns;
    }

    @Override
    public String provider() {
        return StripeGateway.PROVIDER;
    }

    @Override
    public boolean enabled() {
        return settings.key().isPresent();
    }

    @Override
    public Uni<RefundStatus> refund(RefundCall call) {
        return Remote.outsideUnitOfWork(() -> intent(call))
                .map(StripeRefunds::paidBy)
                .chain(intent -> client.create(key(call), form(call, intent)))
                .onFailure(FaultToleranceException.class)
                .transform(StripeRefunds::unavailable)
                .map(answer -> new StripeRefund(answer).status());
    }

    @Override
    public Uni<RefundStatus> status(RefundCall call) {
        return Remote.outsideUnitOfWork(() -> intent(call))
                .chain(
                        intent ->
                                intent.map(client::list)
                                        .map(list -> list.map(found -> status(found, call)))
                                        .orElseGet(
                                                () ->
                                                        Uni.createFrom()
                                                                .item(new RefundStatus.NotThere())))
                .onFailure(StripeRefunds::noAnswer)
                .transform(StripeRefunds::unavailable);
    }

    @Override
    public Uni<GoneBack> goneBack(String about) {
        return Remote.outsideUnitOfWork(() -> returns.about(about))
                .onFailure(StripeRefunds::noAnswer)
                .transform(StripeRefunds::unavailable);
    }

    @Override
    public Optional<ReturnStatement> statement() {
        return Optional.of(new StripeReturnStatement(client));
    }

    /** Who took the money; empty if the session is not there or nobody paid it. */
    private Uni<Optional<String>> intent(RefundCall call) {
        String reference = call.paid().reference();
        if (StripeIntent.isName(reference)) {
            return Uni.createFrom().item(Optional.of(reference));
        }
        return sessions.retrieve(reference)
                .map(
                        found ->
                                found.map(session -> session.path("payment_intent").path("id"))
                                        .filter(JsonNode::isTextual)
                                        .map(JsonNode::asText));
    }

    private static String paidBy(Optional<String> intent) {
        return intent.orElseThrow(() -> new GatewayRefused("Stripe has no such payment"));
    }

    private static String key(RefundCall call) {
        return "refund-" + call.refund().value();
    }

    private static String form(RefundCall call, String intent) {
        long units =
                StripeAmounts.toStripe(call.amount())
                        .orElseThrow(() -> new GatewayRefused("Stripe cannot count this amount"));
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("payment_intent", intent);
        fields.put("amount", Long.toString(units));
        fields.put("metadata[" + StripeRefund.REFUND + "]", call.refund().value().toString());
        fields.put(
                "metadata[" + CheckoutSession.PAYMENT + "]",
                call.paid().payment().value().toString());
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static RefundStatus status(JsonNode list, RefundCall call) {
        JsonNode data = list.path("data");
        if (!data.isArray()) {
            throw new GatewayUnavailable("Stripe answers without a list");
        }
        return StreamSupport.stream(data.spliterator(), false)
                .map(StripeRefund::new)
                .filter(refund -> refund.is(call.refund().value().toString()))
                .findFirst()
                .map(StripeRefund::status)
                .orElseGet(() -> notThere(list));
    }

    private static RefundStatus notThere(JsonNode list) {
        if (list.path("has_more").asBoolean(true)) {
            throw new GatewayUnavailable("Stripe has more refunds than it lists");
        }
        return new RefundStatus.NotThere();
    }

    /** A read has nothing to refuse: whatever it says, we know no more than before. */
    static boolean noAnswer(Throwable failure) {
        return failure instanceof FaultToleranceException || failure instanceof GatewayRefused;
    }

    static GatewayUnavailable unavailable(Throwable failure) {
        return new GatewayUnavailable("Stripe gives no answer: " + failure.getMessage(), failure);
    }
}
