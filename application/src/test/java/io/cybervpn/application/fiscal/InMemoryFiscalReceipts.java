package io.cybervpn.application.fiscal;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.fiscal.FiscalReceiptId;
import io.cybervpn.domain.fiscal.model.Coverage;
import io.cybervpn.domain.fiscal.model.FiscalReceipt;
import io.cybervpn.domain.fiscal.model.ReceiptCause;
import io.cybervpn.domain.fiscal.model.ReceiptOrder;
import io.cybervpn.domain.fiscal.repository.FiscalReceipts;
import io.cybervpn.domain.payment.PaymentId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Receipts by id. Coverage is for those who read payments, whom memory has not. */
final class InMemoryFiscalReceipts implements FiscalReceipts {
    private record Stored(FiscalReceipt receipt, Instant lookAt, int attempts) {
        boolean isDue(Instant now) {
            return receipt instanceof FiscalReceipt.Open && !lookAt.isAfter(now);
        }

        boolean isOf(ReceiptCause cause, UUID about) {
            return receipt.order().cause() == cause && receipt.order().about().equals(about);
        }

        boolean isOf(Set<String> registrars) {
            return registrars.contains(receipt.order().registrar());
        }

        Stored claimed(Instant now) {
            Duration pause = PAUSE_MIN.multipliedBy(1L << Math.min(attempts, 10));
            Instant next = now.plus(pause.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : pause);
            return new Stored(receipt, next, attempts + 1);
        }
    }

    private final InMemoryUnitOfWork unitOfWork;
    private final InMemoryTable<FiscalReceiptId, Stored> rows;

    InMemoryFiscalReceipts(InMemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
        this.rows = unitOfWork.table();
    }

    List<FiscalReceipt> all() {
        return rows.all().stream().map(Stored::receipt).toList();
    }

    @Override
    public Uni<Void> cover(Coverage coverage, Instant now) {
        return inside(() -> null);
    }

    @Override
    public Uni<Void> add(ReceiptOrder order) {
        return inside(
                () -> {
                    if (find(order.cause(), order.about()).isEmpty()) {
                        rows.put(
                                order.id(),
                                new Stored(new FiscalReceipt.Queued(order), order.createdAt(), 0));
                    }
                    return null;
                });
    }

    private Optional<FiscalReceipt> find(ReceiptCause cause, UUID about) {
        return rows.where(row -> row.isOf(cause, about)).stream().map(Stored::receipt).findFirst();
    }

    @Override
    public Uni<Optional<FiscalReceipt>> lockOf(ReceiptCause cause, UUID about) {
        return inside(() -> find(cause, about));
    }

    @Override
    public Uni<Optional<FiscalReceipt>> lock(FiscalReceiptId id) {
        return inside(() -> rows.get(id).map(Stored::receipt));
    }

    @Override
    public Uni<List<FiscalReceipt>> ofPayment(PaymentId payment) {
        return inside(
                () -> all().stream().filter(one -> one.order().payment().equals(payment)).toList());
    }

    @Override
    public Uni<List<FiscalReceipt.Open>> claimDue(Set<String> registrars, Instant now, int limit) {
        return inside(
                () -> {
                    List<Stored> due =
                            rows.where(row -> row.isDue(now) && row.isOf(registrars)).stream()
                                    .sorted(Comparator.comparing(Stored::lookAt))
                                    .limit(limit)
                                    .toList();
                    due.forEach(row -> rows.put(row.receipt().id(), row.claimed(now)));
                    return due.stream().map(row -> (FiscalReceipt.Open) row.receipt()).toList();
                });
    }

    @Override
    public Uni<Void> save(FiscalReceipt receipt, Instant now) {
        return inside(
                () -> {
                    refuseSameReference(receipt);
                    Stored before = rows.get(receipt.id()).orElseThrow();
                    boolean anew = receipt instanceof FiscalReceipt.Queued;
                    rows.put(
                            receipt.id(),
                            new Stored(
                                    receipt,
                                    anew ? now : before.lookAt(),
                                    anew ? 0 : before.attempts()));
                    return null;
                });
    }

    private void refuseSameReference(FiscalReceipt receipt) {
        if (receipt instanceof FiscalReceipt.Registered made
                && all().stream()
                        .filter(one -> !one.id().equals(made.id()))
                        .filter(FiscalReceipt.Registered.class::isInstance)
                        .map(FiscalReceipt.Registered.class::cast)
                        .anyMatch(
                                one ->
                                        one.registration()
                                                .reference()
                                                .equals(made.registration().reference()))) {
            throw new IllegalStateException("two receipts of one reference");
        }
    }

    private <T> Uni<T> inside(Supplier<T> work) {
        return Uni.createFrom()
                .item(
                        () -> {
                            if (!unitOfWork.isOpen()) {
                                throw new IllegalStateException("receipts outside a unit of work");
                            }
                            return work.get();
                        });
    }
}
