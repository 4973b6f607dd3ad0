package io.cybervpn.application.payment;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.payment.model.Funding;
import io.cybervpn.domain.payment.model.Patience;
import io.cybervpn.domain.payment.model.Refund;
import io.cybervpn.domain.payment.repository.Refunds;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Refunds by id. Knows of a payment only what its refunds may sum to. */
public final class InMemoryRefunds implements Refunds {
    private record Stored(Refund refund, Instant lookAt) {}

    private final InMemoryUnitOfWork unitOfWork;
    private final InMemoryTable<RefundId, Stored> rows;
    private final Function<PaymentId, Money> received;

    public InMemoryRefunds(InMemoryUnitOfWork unitOfWork, Function<PaymentId, Money> received) {
        this.unitOfWork = unitOfWork;
        this.rows = unitOfWork.table();
        this.received = received;
    }

    public List<Refund> all() {
        return rows.all().stream().map(Stored::refund).toList();
    }

    @Override
    public Uni<Void> add(Refund refund, Instant lookAt) {
        return inside(
                () -> {
                    refuseSameKey(refund);
                    rows.insert(refund.id(), new Stored(refund, lookAt));
                    refuseTooMuch(refund.request().payment());
                    return null;
                });
    }

    @Override
    public Uni<List<Refund>> ofPayment(PaymentId payment) {
        return inside(() -> of(payment));
    }

    private List<Refund> of(PaymentId payment) {
        return all().stream().filter(one -> one.request().payment().equals(payment)).toList();
    }

    @Override
    public Uni<Void> save(Refund refund) {
        return inside(
                () -> {
                    Stored stored = rows.get(refund.id()).orElseThrow();
                    rows.put(refund.id(), new Stored(refund, stored.lookAt()));
                    refuseTooMuch(refund.request().payment());
                    return null;
                });
    }

    @Override
    public Uni<List<Refund>> claimDue(Instant now, Patience patience, int limit) {
        return inside(
                () -> {
                    List<Stored> due =
                            rows.where(row -> isOpen(row) && !row.lookAt().isAfter(now)).stream()
                                    .sorted(Comparator.comparing(Stored::lookAt))
                                    .limit(limit)
                                    .toList();
                    due.forEach(row -> postpone(row.refund(), now, patience));
                    return due.stream().map(Stored::refund).toList();
                });
    }

    private static boolean isOpen(Stored row) {
        return switch (row.refund()) {
            case Refund.Reported _, Refund.Underway _ -> true;
            case Refund.Succeeded _, Refund.Failed _ -> false;
        };
    }

    private void postpone(Refund refund, Instant now, Patience patience) {
        Instant next = patience.nextLook(refund.request().createdAt(), now);
        rows.put(refund.id(), new Stored(refund, next));
    }

    private void refuseSameKey(Refund refund) {
        if (of(refund.request().payment()).stream()
                .anyMatch(one -> one.request().key().equals(refund.request().key()))) {
            throw new IllegalStateException("two refunds of one key");
        }
    }

    /** As the trigger of the table does. */
    private void refuseTooMuch(PaymentId payment) {
        Money limit = received.apply(payment);
        Money sum =
                of(payment).stream()
                        .flatMap(one -> one.standing().stream())
                        .map(Funding::covered)
                        .filter(money -> money.asset().equals(limit.asset()))
                        .reduce(Money.zero(limit.asset()), Money::plus);
        if (sum.compareTo(limit) > 0) {
            throw new IllegalStateException("more goes back than came: " + sum);
        }
    }

    private <T> Uni<T> inside(Supplier<T> work) {
        return Uni.createFrom()
                .item(
                        () -> {
                            if (!unitOfWork.isOpen()) {
                                throw new IllegalStateException("refunds outside a unit of work");
                            }
                            return work.get();
                        });
    }
}
