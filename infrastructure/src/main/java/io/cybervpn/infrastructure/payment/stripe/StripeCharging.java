package io.cybervpn.infrastructure.payment.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.payment.port.ChargingGateway;
import io.cybervpn.application.payment.port.GatewayRefused;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.InvoiceStatus;
import io.cybervpn.infrastructure.shared.Remote;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/**
 * Cards that Checkout kept, charged without their owner: a PaymentIntent that is made and confirmed
 * in one call, under our payment's id as Idempotency-Key. A bank that wants its customer there says
 * no, and so do we: he is asked to pay by hand.
 */
@Singleton
final class StripeCharging implements ChargingGateway {
    /** What was kept will never pay again. */
    private static final Set<String> FOR_GOOD =
            Set.of("expired_card", "lost_card", "stolen_card", "pickup_card", "invalid_account");

    private final StripeSettings settings;
    private final StripeClient sessions;
    private final StripeIntentClient client;

    @Inject
    StripeCharging(StripeSettings settings, StripeClient sessions, StripeIntentClient client) {
        this.settings = settings;
        this.sessions = sessions;
        this.client = client;
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
    public Uni<Optional<Kept>> kept(String reference) {
        return Remote.outsideUnitOfWork(() -> sessions.retrieve(reference))
                .map(found -> found.flatMap(StripeCharging::intent))
                .chain(this::keptBy)
                .onFailure(StripeGateway::noAnswer)
                .transform(StripeGateway::unavailable);
    }

    private static Optional<String> intent(JsonNode session) {
        return Optional.of(session.path("payment_intent").path("id").asText(""))
                .filter(StripeIntent::isName);
    }

    private Uni<Optional<Kept>> keptBy(Optional<String> intent) {
        return intent.map(client::retrieve)
                .map(asked -> asked.map(found -> found.map(StripeIntent::new)))
                .map(asked -> asked.map(found -> found.flatMap(StripeIntent::kept)))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    @Override
    public Uni<Outcome> charge(Call call) {
        String form = form(call);
        return Remote.outsideUnitOfWork(
                        () -> client.create(call.payment().value().toString(), form))
                .onFailure(FaultToleranceException.class)
                .transform(StripeGateway::unavailable)
                .map(StripeCharging::outcome);
    }

    private static String form(Call call) {
        StripeToken token = StripeToken.of(call.token());
        long units =
                StripeAmounts.toStripe(call.amount())
                        .orElseThrow(() -> new GatewayRefused("Stripe cannot count this amount"));
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("amount", Long.toString(units));
        fields.put("currency", call.amount().asset().code().toLowerCase(Locale.ROOT));
        fields.put("customer", token.customer());
        fields.put("payment_method", token.method());
        fields.put("off_session", "true");
        fields.put("confirm", "true");
        fields.put("automatic_payment_methods[enabled]", "true");
        fields.put("automatic_payment_methods[allow_redirects]", "never");
        fields.put("description", CheckoutForm.name(call.description()));
        fields.put("metadata[" + CheckoutSession.PAYMENT + "]", call.payment().value().toString());
        fields.put("metadata[" + StripeIntent.MADE_BY + "]", StripeIntent.SAVED_METHOD);
        return CheckoutForm.encoded(fields);
    }

    private static Outcome outcome(JsonNode answer) {
        if (answer.path("error").isObject()) {
            return declined(answer.path("error"));
        }
        StripeIntent intent = new StripeIntent(answer);
        return switch (certain(intent)) {
            case InvoiceStatus.Paid(var receipt) -> new Outcome.Taken(receipt);
            case InvoiceStatus.Active() -> new Outcome.Underway();
            case InvoiceStatus.Over _, InvoiceStatus.Ended _ ->
                    new Outcome.Declined(answer.path("status").asText(""), false);
        };
    }

    /** The bank's word goes before Stripe's; a card that is not there any more is none. */
    private static Outcome declined(JsonNode error) {
        String code = error.path("code").asText("");
        String reason = error.path("decline_code").asText(code);
        boolean gone = error.path("param").asText("").matches("payment_method|customer");
        return new Outcome.Declined(
                reason.isEmpty() ? error.path("type").asText("declined") : reason,
                gone || FOR_GOOD.contains(code) || FOR_GOOD.contains(reason));
    }

    static InvoiceStatus certain(StripeIntent intent) {
        return intent.reference()
                .flatMap(_ -> intent.status())
                .orElseThrow(() -> new GatewayUnavailable("Stripe answers with half an intent"));
    }

    /**
     * One that is not there, or nobody has, was released before. The customer was made for it: he
     * goes too, unless somebody gave him another at Stripe.
     */
    @Override
    public Uni<Void> release(String token) {
        StripeToken kept = StripeToken.of(token);
        return Remote.outsideUnitOfWork(() -> client.detach(kept.method()))
                .chain(() -> client.methods(kept.customer()))
                .chain(left -> removeIfEmpty(kept.customer(), left))
                .onFailure(FaultToleranceException.class)
                .transform(StripeGateway::unavailable);
    }

    private Uni<Void> removeIfEmpty(String customer, Optional<JsonNode> left) {
        return left.map(list -> list.path("data"))
                .filter(methods -> methods.isArray() && methods.isEmpty())
                .map(_ -> client.delete(customer).replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
