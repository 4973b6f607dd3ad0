package io.cybervpn.infrastructure.payment.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.payment.port.FoundInvoice;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.domain.payment.PaymentId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Finds sessions by our own reference, in the list of sessions: Stripe's search is behind by a
 * minute and more, and what it does not find yet would be made twice.
 */
@Singleton
final class StripeSearch {
    private static final int PAGES_MAX = 100;

    /** Their clock is not ours. */
    private static final Duration CLOCK_MARGIN = Duration.ofMinutes(10);

    private final StripeClient client;
    private final StripeIntents intents;

    @Inject
    StripeSearch(StripeClient client, StripeIntents intents) {
        this.client = client;
        this.intents = intents;
    }

    /** What to look for, and what was found so far. */
    private record Hunt(Set<PaymentId> payments, long createdSince, List<FoundInvoice> found) {}

    /**
     * All sessions of these payments, and charges by kept cards; fails with {@link
     * GatewayUnavailable} if that is unsure.
     */
    Uni<List<FoundInvoice>> find(Set<PaymentId> payments, Instant madeSince) {
        long since = madeSince.minus(CLOCK_MARGIN).getEpochSecond();
        return readAfter(null, 0, new Hunt(payments, since, new ArrayList<>()))
                .chain(found -> intents.find(payments, since).map(more -> both(found, more)));
    }

    private static List<FoundInvoice> both(List<FoundInvoice> found, List<FoundInvoice> more) {
        return Stream.concat(found.stream(), more.stream()).toList();
    }

    private Uni<List<FoundInvoice>> readAfter(@Nullable String last, int page, Hunt hunt) {
        if (page == PAGES_MAX) {
            return Uni.createFrom()
                    .failure(new GatewayUnavailable("Stripe has too many sessions to look in"));
        }
        return client.list(hunt.createdSince(), last)
                .map(list -> keep(list, hunt))
                .chain(
                        next ->
                                next.isEmpty()
                                        ? Uni.createFrom().item(List.copyOf(hunt.found()))
                                        : readAfter(next.get(), page + 1, hunt));
    }

    /** Keeps what is ours; says behind which one to read on, if there is more. */
    private static Optional<String> keep(JsonNode list, Hunt hunt) {
        List<CheckoutSession> sessions = sessions(list);
        sessions.forEach(session -> found(session, hunt).ifPresent(hunt.found()::add));
        return next(list, sessions);
    }

    /** Those of one page of the list. */
    static List<CheckoutSession> sessions(JsonNode list) {
        JsonNode data = list.path("data");
        if (!data.isArray() || !list.path("has_more").isBoolean()) {
            throw new GatewayUnavailable("Stripe answers without a list");
        }
        return StreamSupport.stream(data.spliterator(), false).map(CheckoutSession::new).toList();
    }

    /** The one behind which the next page begins; empty on the last page. */
    static Optional<String> next(JsonNode list, List<CheckoutSession> sessions) {
        return list.path("has_more").asBoolean()
                ? Optional.of(
                        sessions.getLast()
                                .reference()
                                .orElseThrow(
                                        () -> new GatewayUnavailable("Stripe lists no session")))
                : Optional.empty();
    }

    private static Optional<FoundInvoice> found(CheckoutSession session, Hunt hunt) {
        return session.payment()
                .filter(hunt.payments()::contains)
                .map(
                        payment ->
                                new FoundInvoice(
                                        payment,
                                        session.invoice()
                                                .orElseThrow(
                                                        () ->
                                                                new GatewayUnavailable(
                                                                        "Stripe lists half a session")),
                                        StripeGateway.certain(session)));
    }
}
