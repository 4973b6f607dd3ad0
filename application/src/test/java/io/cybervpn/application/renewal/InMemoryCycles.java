package io.cybervpn.application.renewal;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.renewal.PeriodKey;
import io.cybervpn.domain.renewal.model.Cycle;
import io.cybervpn.domain.renewal.model.CycleState;
import io.cybervpn.domain.renewal.repository.Cycles;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Cycles in memory. */
public final class InMemoryCycles implements Cycles {
    private record Note(PeriodKey key, String step) {}

    private final InMemoryTable<PeriodKey, Cycle> cycles;
    private final InMemoryTable<Note, Instant> notes;
    private final InMemoryTable<OrderId, PeriodKey> attempts;

    public InMemoryCycles(InMemoryUnitOfWork unitOfWork) {
        this.cycles = unitOfWork.table();
        this.notes = unitOfWork.table();
        this.attempts = unitOfWork.table();
    }

    public List<Cycle> all() {
        return cycles.all();
    }

    public Optional<PeriodKey> periodOf(OrderId order) {
        return attempts.get(order);
    }

    @Override
    public Uni<Boolean> add(Cycle cycle) {
        return Uni.createFrom().item(() -> cycles.insert(cycle.key(), cycle));
    }

    @Override
    public Uni<Optional<Cycle>> find(PeriodKey key) {
        return Uni.createFrom().item(() -> cycles.get(key));
    }

    @Override
    public Uni<Optional<Cycle>> lock(PeriodKey key) {
        return find(key);
    }

    @Override
    public Uni<Optional<Cycle>> lockByOrder(OrderId order) {
        return Uni.createFrom()
                .item(
                        () ->
                                attempts.get(order)
                                        .flatMap(cycles::get)
                                        .filter(cycle -> isOf(cycle, order)));
    }

    /** A later try takes the place of an earlier one. */
    private boolean isOf(Cycle cycle, OrderId order) {
        return cycles.get(cycle.key()).isPresent()
                && switch (cycle.state()) {
                    case CycleState.Charging(var current, _) -> current.equals(order);
                    case CycleState.Paid(var current, _) -> current.equals(order);
                    case CycleState.Planned _,
                            CycleState.Failed _,
                            CycleState.GivenUp _,
                            CycleState.Cancelled _ ->
                            true;
                };
    }

    @Override
    public Uni<Void> save(Cycle cycle) {
        return Uni.createFrom().voidItem().invoke(() -> cycles.put(cycle.key(), cycle));
    }

    @Override
    public Uni<List<Cycle>> claimDue(Instant now, Instant lease, int limit) {
        return Uni.createFrom().item(() -> claim(now, lease, limit));
    }

    private List<Cycle> claim(Instant now, Instant lease, int limit) {
        List<Cycle> due =
                cycles
                        .where(one -> one.nextAt().filter(at -> !at.isAfter(now)).isPresent())
                        .stream()
                        .sorted(Comparator.comparing(one -> one.nextAt().orElseThrow()))
                        .limit(limit)
                        .map(one -> one.lookAt(lease))
                        .toList();
        due.forEach(one -> cycles.put(one.key(), one));
        return due;
    }

    @Override
    public Uni<Boolean> note(PeriodKey key, String step, Instant at) {
        return Uni.createFrom().item(() -> notes.insert(new Note(key, step), at));
    }

    @Override
    public Uni<Void> noteAttempt(PeriodKey key, OrderId order, Instant at) {
        return Uni.createFrom().voidItem().invoke(() -> attempts.put(order, key));
    }

    @Override
    public Uni<Void> cancelAllOf(AccountId account, Instant now) {
        return Uni.createFrom().voidItem().invoke(() -> cancelNow(account, now));
    }

    private void cancelNow(AccountId account, Instant now) {
        cycles.where(one -> one.account().equals(account) && one.isOpen()).stream()
                .filter(one -> !(one.state() instanceof CycleState.Charging))
                .forEach(one -> cycles.put(one.key(), one.cancelled(now)));
    }

    @Override
    public Uni<Void> reown(AccountId from, AccountId into) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () ->
                                cycles.where(one -> one.account().equals(from))
                                        .forEach(one -> cycles.put(one.key(), one.of(into))));
    }
}
