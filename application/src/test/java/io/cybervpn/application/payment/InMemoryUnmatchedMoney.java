package io.cybervpn.application.payment;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.payment.Resolution;
import io.cybervpn.domain.payment.UnmatchedId;
import io.cybervpn.domain.payment.model.Unmatched;
import io.cybervpn.domain.payment.repository.UnmatchedMoney;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Money that fits no payment, in memory. */
public final class InMemoryUnmatchedMoney implements UnmatchedMoney {
    private final InMemoryTable<UnmatchedId, Unmatched> rows;
    private final InMemoryTable<UnmatchedId, Decision> decisions;
    private final InMemoryTable<UnmatchedId, String> returned;

    public InMemoryUnmatchedMoney(InMemoryUnitOfWork unitOfWork) {
        this.rows = unitOfWork.table();
        this.decisions = unitOfWork.table();
        this.returned = unitOfWork.table();
    }

    public List<Unmatched> all() {
        return rows.all();
    }

    /** The providers' names of what went back. */
    public List<String> returned() {
        return returned.all();
    }

    @Override
    public Uni<Void> addAll(List<Unmatched> money) {
        return Uni.createFrom().voidItem().invoke(() -> money.forEach(this::add));
    }

    private void add(Unmatched one) {
        if (rows.get(one.id()).isEmpty()) {
            rows.put(one.id(), one);
        }
    }

    @Override
    public Uni<Optional<Unmatched>> find(UnmatchedId id) {
        return Uni.createFrom().item(() -> rows.get(id));
    }

    @Override
    public Uni<Optional<Unmatched>> lock(UnmatchedId id) {
        return find(id);
    }

    @Override
    public Uni<Void> resolve(UnmatchedId id, Decision decision) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> resolve(rows.get(id).orElseThrow()))
                .invoke(() -> decisions.put(id, decision));
    }

    @Override
    public Uni<Boolean> wasSentBack(UnmatchedId id) {
        return Uni.createFrom()
                .item(
                        () ->
                                decisions
                                        .get(id)
                                        .map(Decision::resolution)
                                        .filter(Resolution.SentBack.class::isInstance)
                                        .isPresent());
    }

    @Override
    public Uni<Void> noteReturn(UnmatchedId id, String reference) {
        return Uni.createFrom().voidItem().invoke(() -> returned.put(id, reference));
    }

    private void resolve(Unmatched one) {
        if (one.resolved()) {
            throw new IllegalStateException(one.id() + " was decided on before");
        }
        rows.put(
                one.id(),
                new Unmatched(
                        one.id(),
                        one.provider(),
                        one.receipt(),
                        one.reason(),
                        one.payment(),
                        one.seenAt(),
                        true));
    }
}
