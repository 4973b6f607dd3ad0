package io.cybervpn.infrastructure.payment.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.InvoiceStatus;
import io.cybervpn.application.payment.port.ProviderStatement;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.infrastructure.shared.Remote;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Paid sessions in Stripe's list, which goes by when they were made; behind the last of them the
 * charges by kept cards, which have none.
 */
@Singleton
final class StripeStatement implements ProviderStatement {
    /** A session is open for a day; a bank debit that it began takes up to two weeks. */
    private static final Duration PAYABLE_MAX = Duration.ofDays(15);

    /** The cursor before the first charge by a kept card; behind that it is the last one read. */
    private static final String CHARGES = "pi_";

    private final StripeClient client;
    private final StripeIntentClient intents;

    @Inject
    StripeStatement(StripeClient client, StripeIntentClient intents) {
        this.client = client;
        this.intents = intents;
    }

    @Override
    public Uni<Page> paid(Instant from, Instant to, Optional<String> cursor) {
        long since = from.minus(PAYABLE_MAX).getEpochSecond();
        Predicate<Receipt> wanted =
                receipt -> !receipt.paidAt().isBefore(from) && receipt.paidAt().isBefore(to);
        return Remote.outsideUnitOfWork(
                        () ->
                                cursor.filter(StripeIntent::isName)
                                        .map(last -> charges(since, last, wanted))
                                        .orElseGet(() -> sessions(since, cursor, wanted)))
                .onFailure(StripeGateway::noAnswer)
                .transform(StripeGateway::unavailable);
    }

    private Uni<Page> sessions(long since, Optional<String> last, Predicate<Receipt> wanted) {
        return client.list(since, last.orElse(null)).map(list -> ofSessions(list, wanted));
    }

    private static Page ofSessions(JsonNode list, Predicate<Receipt> wanted) {
        List<CheckoutSession> sessions = StripeSearch.sessions(list);
        List<Receipt> receipts =
                sessions.stream()
                        .flatMap(session -> receipt(session.status()))
                        .filter(wanted)
                        .toList();
        return new Page(
                receipts,
                sessions.stream().flatMap(session -> session.fee().stream()).toList(),
                StripeSearch.next(list, sessions).or(() -> Optional.of(CHARGES)));
    }

    private Uni<Page> charges(long since, String last, Predicate<Receipt> wanted) {
        return intents.list(since, last.equals(CHARGES) ? null : last)
                .map(list -> ofCharges(list, wanted));
    }

    private static Page ofCharges(JsonNode list, Predicate<Receipt> wanted) {
        List<StripeIntent> all = StripeIntents.intents(list);
        List<StripeIntent> charges =
                all.stream().filter(intent -> intent.charged().isPresent()).toList();
        List<Receipt> receipts =
                charges.stream()
                        .flatMap(intent -> receipt(intent.status()))
                        .filter(wanted)
                        .toList();
        return new Page(
                receipts,
                charges.stream().flatMap(intent -> intent.fee().stream()).toList(),
                StripeIntents.next(list, all));
    }

    private static Stream<Receipt> receipt(Optional<InvoiceStatus> status) {
        InvoiceStatus certain =
                status.orElseThrow(() -> new GatewayUnavailable("Stripe lists half a payment"));
        return Stream.of(certain)
                .filter(InvoiceStatus.Paid.class::isInstance)
                .map(paid -> ((InvoiceStatus.Paid) paid).receipt());
    }
}
