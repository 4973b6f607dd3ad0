package io.cybervpn.application.payment;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Patience;
import io.cybervpn.domain.payment.model.Payment;
import io.cybervpn.domain.payment.model.PaymentRequest;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.payment.repository.Payments;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Payments by id. */
public final class InMemoryPayments implements Payments {
    /** One that is no longer open is due only after somebody asked for it. */
    private record Stored(Payment payment, Instant lookAt, boolean asked) {
        Stored(Payment payment, Instant lookAt) {
            this(payment, lookAt, false);
        }

        boolean isDue(Instant now) {
            return (asked || payment instanceof Payment.Open) && !lookAt.isAfter(now);
        }
    }

    private final InMemoryUnitOfWork unitOfWork;
    private final InMemoryTable<PaymentId, Stored> rows;

    public InMemoryPayments(InMemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
        this.rows = unitOfWork.table();
    }

    public Payment get(PaymentId payment) {
        return rows.get(payment).orElseThrow().payment();
    }

    public List<Payment> all() {
        return rows.all().stream().map(Stored::payment).toList();
    }

    @Override
    public Uni<Void> add(Payment.Created payment, Instant lookAt) {
        return inside(
                () -> {
                    if (!rows.insert(payment.id(), new Stored(payment, lookAt))) {
                        throw new IllegalStateException(payment.id() + " is there");
                    }
                    return null;
                });
    }

    @Override
    public Uni<Optional<Payment>> lock(PaymentId payment) {
        return find(payment);
    }

    @Override
    public Uni<List<Payment>> lockAll(Collection<PaymentId> payments) {
        return inside(
                () ->
                        payments.stream()
                                .flatMap(id -> rows.get(id).stream())
                                .map(Stored::payment)
                                .toList());
    }

    @Override
    public Uni<Optional<Payment>> find(PaymentId payment) {
        return inside(() -> rows.get(payment).map(Stored::payment));
    }

    @Override
    public Uni<Optional<PaymentId>> byReference(String provider, String reference) {
        return inside(
                () ->
                        all().stream()
                                .filter(one -> one.request().provider().equals(provider))
                                .filter(one -> referenceOf(one).equals(Optional.of(reference)))
                                .map(Payment::id)
                                .findFirst());
    }

    @Override
    public Uni<Void> saveAll(List<? extends Payment> payments) {
        return inside(
                () -> {
                    payments.forEach(this::store);
                    return null;
                });
    }

    private void store(Payment payment) {
        refuseForeignReference(payment);
        Stored stored = rows.get(payment.id()).orElseThrow();
        rows.put(payment.id(), new Stored(payment, stored.lookAt()));
    }

    @Override
    public Uni<List<Payment>> claimDue(
            Instant now, Patience patience, int limit, Set<String> notOf) {
        return inside(
                () -> {
                    List<Stored> due =
                            rows.where(row -> row.isDue(now)).stream()
                                    .filter(row -> !notOf.contains(provider(row)))
                                    .sorted(Comparator.comparing(Stored::lookAt))
                                    .limit(limit)
                                    .toList();
                    due.forEach(row -> postpone(row, now, patience));
                    return due.stream().map(Stored::payment).toList();
                });
    }

    private static String provider(Stored row) {
        return row.payment().request().provider();
    }

    private void postpone(Stored row, Instant now, Patience patience) {
        Payment payment = row.payment();
        Instant next = patience.nextLook(payment.request().createdAt(), now);
        rows.put(payment.id(), new Stored(payment, next, row.asked()));
    }

    @Override
    public Uni<Void> lookNow(Collection<PaymentId> payments, Instant now) {
        return inside(
                () -> {
                    payments.stream()
                            .flatMap(id -> rows.get(id).stream())
                            .map(Stored::payment)
                            .filter(InMemoryPayments::mayHaveMoneyToCome)
                            .forEach(
                                    payment ->
                                            rows.put(payment.id(), new Stored(payment, now, true)));
                    return null;
                });
    }

    private static boolean mayHaveMoneyToCome(Payment payment) {
        return switch (payment) {
            case Payment.Unknown _, Payment.Pending _, Payment.Expired _ -> true;
            case Payment.Created _, Payment.Captured _, Payment.Flagged _, Payment.Failed _ ->
                    false;
        };
    }

    /** As the unique key of the table does. */
    private void refuseForeignReference(Payment payment) {
        referenceOf(payment)
                .filter(
                        reference ->
                                rows.all().stream()
                                        .map(Stored::payment)
                                        .filter(other -> !other.id().equals(payment.id()))
                                        .flatMap(other -> referenceOf(other).stream())
                                        .anyMatch(reference::equals))
                .ifPresent(
                        reference -> {
                            throw new IllegalStateException(reference + " is another payment's");
                        });
    }

    private static Optional<String> referenceOf(Payment payment) {
        return switch (payment) {
            case Payment.Pending pending -> Optional.of(pending.invoice().reference());
            case Payment.Captured captured ->
                    Optional.of(captured.receipt()).map(Receipt::reference);
            case Payment.Flagged flagged -> Optional.of(flagged.receipt()).map(Receipt::reference);
            case Payment.Expired expired -> expired.reference();
            case Payment.Created _, Payment.Unknown _, Payment.Failed _ -> Optional.empty();
        };
    }

    private <T> Uni<T> inside(Supplier<T> work) {
        return Uni.createFrom()
                .item(
                        () -> {
                            if (!unitOfWork.isOpen()) {
                                throw new IllegalStateException("payments outside a unit of work");
                            }
                            return work.get();
                        });
    }

    @Override
    public Uni<Void> orphan(AccountId payer) {
        return ofPayer(payer, request -> copy(request, payer, true));
    }

    @Override
    public Uni<Void> reown(AccountId from, AccountId into) {
        return ofPayer(from, request -> copy(request, into, request.payerGone()));
    }

    private Uni<Void> ofPayer(AccountId payer, UnaryOperator<PaymentRequest> change) {
        return inside(
                () -> {
                    rows.where(row -> row.payment().request().payer().equals(payer))
                            .forEach(row -> put(with(row.payment(), change), row.lookAt()));
                    return null;
                });
    }

    private void put(Payment payment, Instant lookAt) {
        rows.put(payment.id(), new Stored(payment, lookAt));
    }

    private static Payment with(Payment payment, UnaryOperator<PaymentRequest> change) {
        PaymentRequest request = change.apply(payment.request());
        return switch (payment) {
            case Payment.Created _ -> new Payment.Created(request);
            case Payment.Unknown _ -> new Payment.Unknown(request);
            case Payment.Pending pending -> new Payment.Pending(request, pending.invoice());
            case Payment.Captured captured ->
                    new Payment.Captured(request, captured.receipt(), captured.at());
            case Payment.Flagged flagged ->
                    new Payment.Flagged(request, flagged.receipt(), flagged.reason(), flagged.at());
            case Payment.Expired expired ->
                    new Payment.Expired(request, expired.reference(), expired.at());
            case Payment.Failed failed -> new Payment.Failed(request, failed.reason(), failed.at());
        };
    }

    private static PaymentRequest copy(PaymentRequest request, AccountId payer, boolean gone) {
        return new PaymentRequest(
                request.id(),
                request.subject(),
                payer,
                request.provider(),
                request.amount(),
                request.description(),
                request.subscriptionDays(),
                request.createdAt(),
                request.expiresAt(),
                gone);
    }
}
