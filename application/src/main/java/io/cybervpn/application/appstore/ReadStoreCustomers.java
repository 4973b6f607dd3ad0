package io.cybervpn.application.appstore;

import io.cybervpn.application.appstore.port.StoreRecords;
import io.cybervpn.application.appstore.port.StoreUnavailable;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.appstore.model.StoreCustomer;
import io.cybervpn.domain.appstore.repository.StoreCustomers;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/**
 * Reads the customers that are due at the store's side and brings their services to what it says.
 * Whoever could not be read is due again later, until he was: nothing is given or taken meanwhile.
 * Any number may run at once.
 */
@Singleton
public final class ReadStoreCustomers {
    private static final int LIMIT = 50;
    private static final int CONCURRENCY = 4;

    private final UnitOfWork unitOfWork;
    private final StoreRecords records;
    private final StoreCustomers customers;
    private final ApplyReading applyReading;
    private final Clock clock;

    @Inject
    ReadStoreCustomers(
            UnitOfWork unitOfWork,
            StoreRecords records,
            StoreCustomers customers,
            ApplyReading applyReading,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.records = records;
        this.customers = customers;
        this.applyReading = applyReading;
        this.clock = clock;
    }

    /**
     * What one round did.
     *
     * @param taken customers that were due
     * @param waiting those that could not be read; they are due again later
     */
    public record Report(int taken, int waiting) {}

    /** One round over at most 50. Fails after the round with what failed in it. */
    public Uni<Report> execute() {
        return records.configured()
                ? unitOfWork
                        .run(() -> customers.claimDue(clock.instant(), LIMIT))
                        .chain(this::readAll)
                : Uni.createFrom().item(new Report(0, 0));
    }

    private Uni<Report> readAll(List<StoreCustomer> due) {
        if (due.isEmpty()) {
            return Uni.createFrom().item(new Report(0, 0));
        }
        return Uni.join()
                .all(due.stream().map(this::read).toList())
                .usingConcurrencyOf(CONCURRENCY)
                .andCollectFailures()
                .map(answers -> new Report(due.size(), waiting(answers)));
    }

    private static int waiting(List<Boolean> answers) {
        return Math.toIntExact(answers.stream().filter(answered -> !answered).count());
    }

    /** False when there was no answer. */
    private Uni<Boolean> read(StoreCustomer customer) {
        return Uni.createFrom()
                .deferred(() -> records.read(customer.appUser()))
                .chain(reading -> applyReading.apply(customer, reading))
                .replaceWith(true)
                .onFailure(StoreUnavailable.class)
                .recoverWithItem(false);
    }
}
