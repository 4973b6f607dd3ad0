package io.cybervpn.application.payment;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.payment.model.BankReturn;
import io.cybervpn.domain.payment.repository.BankReturns;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Refunds to be sent by hand, in memory. */
public final class InMemoryBankReturns implements BankReturns {
    private final InMemoryTable<RefundId, BankReturn> rows;

    public InMemoryBankReturns(InMemoryUnitOfWork unitOfWork) {
        this.rows = unitOfWork.table();
    }

    @Override
    public Uni<Void> addIfNew(BankReturn.Waiting waiting) {
        return Uni.createFrom().voidItem().invoke(() -> add(waiting));
    }

    private void add(BankReturn.Waiting waiting) {
        if (rows.get(waiting.order().refund()).isEmpty()) {
            rows.put(waiting.order().refund(), waiting);
        }
    }

    @Override
    public Uni<Optional<BankReturn>> find(RefundId refund) {
        return Uni.createFrom().item(() -> rows.get(refund));
    }

    @Override
    public Uni<Void> save(BankReturn changed) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> rows.put(changed.order().refund(), changed));
    }

    @Override
    public Uni<List<BankReturn.Waiting>> waiting(int limit) {
        return Uni.createFrom()
                .item(
                        () ->
                                rows.all().stream()
                                        .filter(BankReturn.Waiting.class::isInstance)
                                        .map(BankReturn.Waiting.class::cast)
                                        .sorted(Comparator.comparing(one -> one.order().askedAt()))
                                        .limit(limit)
                                        .toList());
    }
}
