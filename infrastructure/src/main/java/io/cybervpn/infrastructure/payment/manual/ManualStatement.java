package io.cybervpn.infrastructure.payment.manual;

import io.cybervpn.application.payment.port.ProviderStatement;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.TransferId;
import io.cybervpn.domain.payment.model.BankTransfer;
import io.cybervpn.domain.payment.repository.BankTransfers;
import io.cybervpn.domain.payment.repository.BankTransfers.Position;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The transfers that staff saw, as the provider's list of what it took. */
@Singleton
final class ManualStatement implements ProviderStatement {
    private static final int PAGE = 200;

    private final UnitOfWork unitOfWork;
    private final BankTransfers transfers;

    @Inject
    ManualStatement(UnitOfWork unitOfWork, BankTransfers transfers) {
        this.unitOfWork = unitOfWork;
        this.transfers = transfers;
    }

    @Override
    public Uni<Page> paid(Instant from, Instant to, Optional<String> cursor) {
        return unitOfWork
                .run(() -> transfers.arrived(from, to, cursor.map(ManualStatement::position), PAGE))
                .map(ManualStatement::page);
    }

    private static Page page(List<BankTransfer> found) {
        Optional<String> next =
                found.size() < PAGE
                        ? Optional.empty()
                        : Optional.of(
                                found.getLast().arrivedAt() + " " + found.getLast().id().value());
        return new Page(found.stream().map(BankTransfer::receipt).toList(), List.of(), next);
    }

    private static Position position(String cursor) {
        String[] parts = cursor.split(" ", 2);
        return new Position(Instant.parse(parts[0]), new TransferId(UUID.fromString(parts[1])));
    }
}
