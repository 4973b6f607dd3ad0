package io.cybervpn.application.appstore;

import io.cybervpn.application.appstore.port.StoreRecords;
import io.cybervpn.application.appstore.port.StoreUnavailable;
import io.cybervpn.application.shared.Difference;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.appstore.StoreServiceId;
import io.cybervpn.domain.appstore.model.Bringing;
import io.cybervpn.domain.appstore.model.Bringing.Known;
import io.cybervpn.domain.appstore.model.Reading;
import io.cybervpn.domain.appstore.model.StoreCustomer;
import io.cybervpn.domain.appstore.model.StoreService;
import io.cybervpn.domain.appstore.repository.StoreCustomers;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Holds what the store's side says of customers that were read lately against what is kept here:
 * what another reading would change is a difference. Changes nothing.
 */
@Singleton
public final class CompareWithStore {
    private static final int CUSTOMERS_MAX = 500;

    private final UnitOfWork unitOfWork;
    private final StoreRecords records;
    private final StoreCustomers customers;
    private final KnownPurchases knownPurchases;
    private final Clock clock;

    @Inject
    CompareWithStore(
            UnitOfWork unitOfWork,
            StoreRecords records,
            StoreCustomers customers,
            KnownPurchases knownPurchases,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.records = records;
        this.customers = customers;
        this.knownPurchases = knownPurchases;
        this.clock = clock;
    }

    /** Those read since then, at most 500. */
    public record Query(Instant since) {}

    /** What was found. */
    public sealed interface Result {
        /** All could be read. */
        record Compared(long lookedAt, List<Difference> differences) implements Result {
            /** Copies the list. */
            public Compared {
                differences = List.copyOf(differences);
            }
        }

        /** The store's side gave no answer. */
        record Unavailable(String reason) implements Result {}
    }

    /** Whether there is anything to compare with. */
    public boolean configured() {
        return records.configured();
    }

    /** Compares. Never in a unit of work. */
    public Uni<Result> execute(Query query) {
        return unitOfWork
                .run(() -> customers.readSince(query.since(), CUSTOMERS_MAX))
                .chain(this::compareAll)
                .onFailure(StoreUnavailable.class)
                .recoverWithItem(CompareWithStore::unavailable);
    }

    private static Result unavailable(Throwable failure) {
        return new Result.Unavailable(String.valueOf(failure.getMessage()));
    }

    private Uni<Result> compareAll(List<StoreCustomer> all) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(this::compare)
                .collect()
                .in(ArrayList<Difference>::new, List::addAll)
                .map(found -> new Result.Compared(all.size(), found));
    }

    private Uni<List<Difference>> compare(StoreCustomer customer) {
        return records.read(customer.appUser())
                .chain(
                        reading ->
                                unitOfWork
                                        .run(() -> knownPurchases.of(customer, reading))
                                        .map(known -> differences(known, reading)));
    }

    private List<Difference> differences(Known known, Reading reading) {
        return Bringing.bring(
                        known, reading, clock.instant(), () -> new StoreServiceId(new UUID(0, 0)))
                .services()
                .stream()
                .filter(one -> differs(one, known))
                .map(one -> difference(known.customer(), one, known))
                .toList();
    }

    /** A store's times have parts of a second that another reading may round differently. */
    private static boolean differs(StoreService now, Known known) {
        return known.services().stream()
                .filter(before -> before.id().equals(now.id()))
                .map(before -> Duration.between(before.paidUntil(), now.paidUntil()).abs())
                .noneMatch(apart -> apart.compareTo(Duration.ofSeconds(1)) <= 0);
    }

    private static Difference difference(StoreCustomer customer, StoreService now, Known known) {
        String here =
                known.services().stream()
                        .filter(before -> before.id().equals(now.id()))
                        .map(before -> before.paidUntil().toString())
                        .findFirst()
                        .orElse("not known");
        return new Difference(
                "store-time-of-another-end",
                customer.appUser(),
                "plan %s until %s at the store, %s here"
                        .formatted(now.plan().value(), now.paidUntil(), here));
    }
}
