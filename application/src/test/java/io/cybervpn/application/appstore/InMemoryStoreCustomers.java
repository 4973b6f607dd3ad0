package io.cybervpn.application.appstore;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.appstore.model.StoreCustomer;
import io.cybervpn.domain.appstore.repository.StoreCustomers;
import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Customers of stores by their name there. */
final class InMemoryStoreCustomers implements StoreCustomers {
    private record Stored(
            StoreCustomer customer, Optional<Instant> lookAt, int attempts, boolean unmapped) {
        boolean isDue(Instant now) {
            return lookAt.filter(at -> !at.isAfter(now)).isPresent();
        }

        boolean isOf(AccountId account) {
            return customer.account().equals(account);
        }

        Stored claimed(Instant now) {
            Duration pause = Duration.ofSeconds(Math.min(600, 1L << Math.min(attempts, 10)));
            return new Stored(customer, Optional.of(now.plus(pause)), attempts + 1, unmapped);
        }

        Stored asked(StoreCustomer anew, Instant now) {
            return new Stored(anew, Optional.of(now), 0, unmapped);
        }
    }

    private final InMemoryUnitOfWork unitOfWork;
    private final InMemoryTable<String, Stored> rows;
    private final Predicate<AccountId> accounts;

    InMemoryStoreCustomers(InMemoryUnitOfWork unitOfWork, Predicate<AccountId> accounts) {
        this.unitOfWork = unitOfWork;
        this.rows = unitOfWork.table();
        this.accounts = accounts;
    }

    @Override
    public Uni<List<AccountId>> ours(List<UUID> ids) {
        return inside(() -> ids.stream().map(AccountId::new).filter(accounts).toList());
    }

    @Override
    public Uni<Void> ask(String appUser, AccountId account, boolean leaving, Instant now) {
        return inside(
                () -> {
                    Stored known =
                            rows.get(appUser)
                                    .orElseGet(() -> unknown(appUser, account, leaving, now));
                    StoreCustomer before = known.customer();
                    rows.put(
                            appUser,
                            known.asked(asked(before, before.leaving() || leaving, now), now));
                    return null;
                });
    }

    private static Stored unknown(String appUser, AccountId account, boolean leaving, Instant now) {
        StoreCustomer fresh = new StoreCustomer(appUser, account, now, Optional.empty(), leaving);
        return new Stored(fresh, Optional.of(now), 0, false);
    }

    private static StoreCustomer asked(StoreCustomer before, boolean leaving, Instant now) {
        return new StoreCustomer(before.appUser(), before.account(), now, before.readAt(), leaving);
    }

    @Override
    public Uni<Void> askUnmapped(Instant now) {
        return inside(
                () -> {
                    rows.where(Stored::unmapped).forEach(row -> askAgain(row, now));
                    return null;
                });
    }

    private void askAgain(Stored row, Instant now) {
        StoreCustomer customer = row.customer();
        rows.put(customer.appUser(), row.asked(asked(customer, customer.leaving(), now), now));
    }

    @Override
    public Uni<List<StoreCustomer>> claimDue(Instant now, int limit) {
        return inside(
                () -> {
                    List<Stored> due =
                            rows.where(row -> row.isDue(now)).stream()
                                    .sorted(Comparator.comparing(row -> row.lookAt().orElseThrow()))
                                    .limit(limit)
                                    .toList();
                    due.forEach(row -> rows.put(row.customer().appUser(), row.claimed(now)));
                    return due.stream().map(Stored::customer).toList();
                });
    }

    @Override
    public Uni<Optional<StoreCustomer>> lock(String appUser) {
        return inside(() -> rows.get(appUser).map(Stored::customer));
    }

    @Override
    public Uni<Void> finish(
            StoreCustomer read, Instant readAt, boolean unmapped, Optional<Instant> next) {
        return inside(
                () -> {
                    rows.get(read.appUser())
                            .map(row -> finished(row, read, readAt, unmapped, next))
                            .ifPresent(row -> rows.put(read.appUser(), row));
                    return null;
                });
    }

    private static Stored finished(
            Stored row,
            StoreCustomer read,
            Instant readAt,
            boolean unmapped,
            Optional<Instant> next) {
        StoreCustomer known = row.customer();
        boolean askedAgain = known.askedAt().isAfter(read.askedAt());
        StoreCustomer counted =
                new StoreCustomer(
                        known.appUser(),
                        known.account(),
                        known.askedAt(),
                        Optional.of(readAt),
                        known.leaving() && askedAgain);
        return new Stored(counted, askedAgain ? row.lookAt() : next, 0, unmapped);
    }

    @Override
    public Uni<List<StoreCustomer>> readSince(Instant since, int limit) {
        return inside(
                () ->
                        rows.all().stream()
                                .map(Stored::customer)
                                .filter(
                                        one ->
                                                one.readAt()
                                                        .filter(at -> !at.isBefore(since))
                                                        .isPresent())
                                .sorted(
                                        Comparator.comparing(
                                                        (StoreCustomer one) ->
                                                                one.readAt().orElseThrow())
                                                .reversed())
                                .limit(limit)
                                .toList());
    }

    @Override
    public Uni<Void> reown(AccountId from, AccountId into) {
        return inside(
                () -> {
                    rows.where(row -> row.isOf(from)).forEach(row -> move(row, into));
                    return null;
                });
    }

    private void move(Stored row, AccountId into) {
        StoreCustomer one = row.customer();
        StoreCustomer moved =
                new StoreCustomer(one.appUser(), into, one.askedAt(), one.readAt(), one.leaving());
        rows.put(one.appUser(), new Stored(moved, row.lookAt(), row.attempts(), row.unmapped()));
    }

    @Override
    public Uni<Void> forget(AccountId gone) {
        return inside(
                () -> {
                    rows.where(row -> row.isOf(gone))
                            .forEach(row -> rows.remove(row.customer().appUser()));
                    return null;
                });
    }

    private <T> Uni<T> inside(Supplier<T> work) {
        return Uni.createFrom()
                .item(
                        () -> {
                            if (!unitOfWork.isOpen()) {
                                throw new IllegalStateException("customers outside a unit of work");
                            }
                            return work.get();
                        });
    }
}
