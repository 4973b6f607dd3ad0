package io.cybervpn.application.payment;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.Steering;
import io.cybervpn.domain.payment.model.Mandate;
import io.cybervpn.domain.payment.model.Mandate.Standing;
import io.cybervpn.domain.payment.repository.Mandates;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Agreements in memory. */
public final class InMemoryMandates implements Mandates {
    private record Row(Mandate mandate, Instant agreedAt, Optional<Instant> lookAt) {
        boolean isDue(Instant now) {
            return lookAt.filter(at -> !at.isAfter(now)).isPresent();
        }
    }

    private final InMemoryTable<PaymentId, Row> rows;
    private final InMemoryTable<PaymentId, PaymentId> charges;

    public InMemoryMandates(InMemoryUnitOfWork unitOfWork) {
        this.rows = unitOfWork.table();
        this.charges = unitOfWork.table();
    }

    int charges() {
        return charges.all().size();
    }

    @Override
    public Uni<Void> add(Mandate mandate, String textVersion, Instant agreedAt) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () ->
                                rows.put(
                                        mandate.payment(),
                                        new Row(mandate, agreedAt, Optional.empty())));
    }

    @Override
    public Uni<Optional<Mandate>> find(PaymentId payment) {
        return Uni.createFrom().item(() -> rows.get(payment).map(Row::mandate));
    }

    @Override
    public Uni<Optional<Mandate>> lock(PaymentId payment) {
        return find(payment);
    }

    @Override
    public Uni<Void> save(Mandate mandate, Optional<Instant> lookAt) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () -> {
                            Instant agreedAt = rows.get(mandate.payment()).orElseThrow().agreedAt();
                            rows.put(mandate.payment(), new Row(mandate, agreedAt, lookAt));
                        });
    }

    @Override
    public Uni<List<Mandate>> ofSubjects(Collection<UUID> subjects) {
        return Uni.createFrom()
                .item(
                        () ->
                                rows
                                        .where(row -> subjects.contains(row.mandate().subject()))
                                        .stream()
                                        .sorted(Comparator.comparing(Row::agreedAt))
                                        .map(Row::mandate)
                                        .toList());
    }

    @Override
    public Uni<List<Mandate>> lockOpenOf(AccountId payer) {
        return Uni.createFrom()
                .item(
                        () ->
                                rows.where(row -> row.mandate().payer().equals(payer)).stream()
                                        .map(Row::mandate)
                                        .filter(InMemoryMandates::isOpen)
                                        .toList());
    }

    private static boolean isOpen(Mandate mandate) {
        return switch (mandate.standing()) {
            case Standing.Offered _, Standing.Running _ -> true;
            case Standing.Ended(_, var cause, _) ->
                    cause == Mandate.Cause.FAILED
                            || mandate.toTell().equals(Optional.of(Steering.ALLOW));
        };
    }

    @Override
    public Uni<Void> reown(AccountId from, AccountId into) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () ->
                                rows.where(row -> row.mandate().payer().equals(from))
                                        .forEach(row -> move(row, into)));
    }

    private void move(Row row, AccountId into) {
        Mandate was = row.mandate();
        Mandate is =
                new Mandate(
                        was.payment(),
                        was.subject(),
                        into,
                        was.provider(),
                        was.amount(),
                        was.period(),
                        was.standing(),
                        was.toTell(),
                        was.heard());
        rows.put(was.payment(), new Row(is, row.agreedAt(), row.lookAt()));
    }

    @Override
    public Uni<Void> noteCharge(PaymentId charge, PaymentId mandate, Instant at) {
        return Uni.createFrom().voidItem().invoke(() -> charges.put(charge, mandate));
    }

    @Override
    public Uni<List<Mandate>> claimDue(Instant now, Instant lease, int limit) {
        return Uni.createFrom()
                .item(
                        () -> {
                            List<Row> due =
                                    rows.where(row -> row.isDue(now)).stream()
                                            .sorted(
                                                    Comparator.comparing(
                                                            row -> row.lookAt().orElseThrow()))
                                            .limit(limit)
                                            .toList();
                            due.forEach(row -> claim(row, lease));
                            return due.stream().map(Row::mandate).toList();
                        });
    }

    private void claim(Row row, Instant lease) {
        rows.put(
                row.mandate().payment(),
                new Row(row.mandate(), row.agreedAt(), Optional.of(lease)));
    }
}
