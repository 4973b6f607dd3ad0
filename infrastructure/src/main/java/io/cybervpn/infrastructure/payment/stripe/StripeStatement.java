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
import java.util.stream.Stream;

/** Paid sessions in Stripe's list, which goes by when they were made. */
@Singleton
final class StripeStatement implements ProviderStatement {
    /** A session is open for a day; a bank debit that it began takes up to two weeks. */
    private static final Duration PAYABLE_MAX = Duration.ofDays(15);

    private final StripeClient client;

    @Inject
    StripeStatement(StripeClient client) {
        this.client = client;
    }

    @Override
    public Uni<Page> paid(Instant from, Instant to, Optional<String> cursor) {
        long since = from.minus(PAYABLE_MAX).getEpochSecond();
        return Remote.outsideUnitOfWork(() -> client.list(since, cursor.orElse(null)))
                .onFailure(StripeGateway::noAnswer)
                .transform(StripeGateway::unavailable)
                .map(list -> page(list, from, to));
    }

    private static Page page(JsonNode list, Instant from, Instant to) {
        List<CheckoutSession> sessions = StripeSearch.sessions(list);
        List<Receipt> receipts =
                sessions.stream()
                        .flatMap(StripeStatement::receipt)
                        .filter(receipt -> !receipt.paidAt().isBefore(from))
                        .filter(receipt -> receipt.paidAt().isBefore(to))
                        .toList();
        return new Page(
                receipts,
                sessions.stream().flatMap(session -> session.fee().stream()).toList(),
                StripeSearch.next(list, sessions));
    }

    private static Stream<Receipt> receipt(CheckoutSession session) {
        InvoiceStatus status =
                session.status()
                        .orElseThrow(() -> new GatewayUnavailable("Stripe lists half a session"));
        return Stream.of(status)
                .filter(InvoiceStatus.Paid.class::isInstance)
                .map(paid -> ((InvoiceStatus.Paid) paid).receipt());
    }
}
