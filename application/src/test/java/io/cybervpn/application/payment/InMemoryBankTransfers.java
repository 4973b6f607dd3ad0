package io.cybervpn.application.payment;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.payment.TransferReference;
import io.cybervpn.domain.payment.model.BankTransfer;
import io.cybervpn.domain.payment.repository.BankTransfers;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Recorded bank transfers, in memory. */
public final class InMemoryBankTransfers implements BankTransfers {
    private static final Comparator<Position> ORDER =
            Comparator.comparing(Position::at)
                    .thenComparing(place -> place.id().value().toString());

    private final InMemoryTable<String, BankTransfer> rows;

    public InMemoryBankTransfers(InMemoryUnitOfWork unitOfWork) {
        this.rows = unitOfWork.table();
    }

    public List<BankTransfer> all() {
        return rows.all();
    }

    @Override
    public Uni<Boolean> add(BankTransfer transfer) {
        return Uni.createFrom().item(() -> addIfNew(transfer));
    }

    private boolean addIfNew(BankTransfer transfer) {
        boolean fresh = rows.get(transfer.bankReference()).isEmpty();
        if (fresh) {
            rows.put(transfer.bankReference(), transfer);
        }
        return fresh;
    }

    @Override
    public Uni<Optional<BankTransfer>> byBankReference(String bankReference) {
        return Uni.createFrom().item(() -> rows.get(bankReference));
    }

    @Override
    public Uni<List<BankTransfer>> byReferences(Collection<String> references) {
        return Uni.createFrom()
                .item(
                        () ->
                                rows.all().stream()
                                        .filter(one -> references.contains(one.reference()))
                                        .toList());
    }

    @Override
    public Uni<Integer> countOf(TransferReference invoice) {
        return Uni.createFrom()
                .item(
                        () ->
                                Math.toIntExact(
                                        rows.all().stream()
                                                .filter(
                                                        one ->
                                                                one.invoice()
                                                                        .equals(
                                                                                Optional.of(
                                                                                        invoice)))
                                                .count()));
    }

    @Override
    public Uni<List<BankTransfer>> arrived(
            Instant from, Instant to, Optional<Position> after, int limit) {
        return Uni.createFrom()
                .item(
                        () ->
                                rows.all().stream()
                                        .filter(one -> !one.arrivedAt().isBefore(from))
                                        .filter(one -> one.arrivedAt().isBefore(to))
                                        .filter(one -> isAfter(arrival(one), after))
                                        .sorted(
                                                Comparator.comparing(
                                                        InMemoryBankTransfers::arrival, ORDER))
                                        .limit(limit)
                                        .toList());
    }

    @Override
    public Uni<List<BankTransfer>> latest(Optional<Position> before, int limit) {
        return Uni.createFrom()
                .item(
                        () ->
                                rows.all().stream()
                                        .filter(one -> isBefore(recording(one), before))
                                        .sorted(
                                                Comparator.comparing(
                                                                InMemoryBankTransfers::recording,
                                                                ORDER)
                                                        .reversed())
                                        .limit(limit)
                                        .toList());
    }

    private static Position arrival(BankTransfer one) {
        return new Position(one.arrivedAt(), one.id());
    }

    private static Position recording(BankTransfer one) {
        return new Position(one.recordedAt(), one.id());
    }

    private static boolean isAfter(Position place, Optional<Position> seen) {
        return seen.filter(last -> ORDER.compare(place, last) <= 0).isEmpty();
    }

    private static boolean isBefore(Position place, Optional<Position> seen) {
        return seen.filter(last -> ORDER.compare(place, last) >= 0).isEmpty();
    }
}
