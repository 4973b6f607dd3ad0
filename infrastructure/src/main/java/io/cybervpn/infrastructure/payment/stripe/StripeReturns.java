package io.cybervpn.infrastructure.payment.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.payment.port.GoneBack;
import io.cybervpn.application.payment.port.PaymentNotices.Which;
import io.cybervpn.domain.payment.PaymentId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks Stripe about refunds and disputes that carry no reference of ours: their PaymentIntent leads
 * to the session that was paid, or is a charge by a kept card; either names the payment.
 */
@Singleton
final class StripeReturns {
    private final StripeRefundClient client;
    private final StripeIntents intents;

    @Inject
    StripeReturns(StripeRefundClient client, StripeIntents intents) {
        this.client = client;
        this.intents = intents;
    }

    /** By the id of a refund or a dispute. */
    Uni<GoneBack> about(String id) {
        return StripeDispute.isName(id)
                ? client.dispute(id)
                        .chain(found -> known(found, json -> ofDispute(new StripeDispute(json))))
                : client.refund(id)
                        .chain(found -> known(found, json -> ofRefund(new StripeRefund(json))));
    }

    private static Uni<GoneBack> known(
            Optional<JsonNode> found, Function<JsonNode, Uni<GoneBack>> read) {
        return found.map(read).orElseGet(() -> strange("Stripe has no such thing"));
    }

    private static Uni<GoneBack> strange(String why) {
        return Uni.createFrom().item(new GoneBack.Strange(why));
    }

    private Uni<GoneBack> ofDispute(StripeDispute dispute) {
        return ofIntent(dispute.intent(), dispute::goneBack);
    }

    private Uni<GoneBack> ofRefund(StripeRefund refund) {
        return refund.payment()
                .map(ours -> Uni.createFrom().item(() -> refund.goneBack(ours)))
                .orElseGet(() -> ofIntent(refund.intent(), refund::goneBack));
    }

    private Uni<GoneBack> ofIntent(Optional<String> intent, Function<Which, GoneBack> tell) {
        return intent.map(this::paidFor)
                .orElseGet(() -> Uni.createFrom().item(Optional.<Which>empty()))
                .map(
                        payment ->
                                payment.map(tell)
                                        .orElseGet(
                                                () ->
                                                        new GoneBack.Strange(
                                                                "no session of ours led to it")));
    }

    /** A charge by a kept card has no session, and says itself what it is for. */
    private Uni<Optional<Which>> paidFor(String intent) {
        return client.sessions(intent)
                .map(StripeReturns::payment)
                .chain(
                        found ->
                                found.isPresent()
                                        ? Uni.createFrom().item(found)
                                        : intents.charged(intent)
                                                .map(ours -> ours.map(Which.Ours::new)));
    }

    /** The session of a link that was paid twice is not the one that paid for it. */
    private static Optional<Which> payment(JsonNode list) {
        return StripeSearch.sessions(list).stream()
                .findFirst()
                .flatMap(
                        session ->
                                session.reference()
                                        .map(reference -> which(reference, session.payment())));
    }

    private static Which which(String session, Optional<PaymentId> payment) {
        return payment.<Which>map(ours -> new Which.Charge(session, ours))
                .orElseGet(() -> new Which.Theirs(session));
    }
}
