package io.cybervpn.infrastructure.payment.stars;

import io.cybervpn.application.payment.port.ProviderStatement;
import io.cybervpn.domain.payment.model.Receipt;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The stars that came for payments of ours, as Telegram lists them; one page holds them all. */
@Singleton
final class StarsStatement implements ProviderStatement {
    private final StarTransactions transactions;

    @Inject
    StarsStatement(StarTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Page> paid(Instant from, Instant to, Optional<String> cursor) {
        return StarsGateway.read(transactions, from)
                .map(
                        paid ->
                                paid.stream()
                                        .map(StarTransactions.Paid::receipt)
                                        .filter(receipt -> isWithin(receipt, from, to))
                                        .toList())
                .map(receipts -> new Page(receipts, List.of(), Optional.empty()));
    }

    private static boolean isWithin(Receipt receipt, Instant from, Instant to) {
        return !receipt.paidAt().isBefore(from) && receipt.paidAt().isBefore(to);
    }
}
