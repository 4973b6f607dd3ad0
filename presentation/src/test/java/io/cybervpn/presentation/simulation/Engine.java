package io.cybervpn.presentation.simulation;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.cybervpn.application.appstore.ReadStoreCustomers;
import io.cybervpn.application.billing.ExpireOrders;
import io.cybervpn.application.ledger.LapseGrants;
import io.cybervpn.application.payment.AskAboutReturns;
import io.cybervpn.application.payment.BookProviderFees;
import io.cybervpn.application.payment.ResolveOpenPayments;
import io.cybervpn.application.payment.SendRefunds;
import io.cybervpn.application.provisioning.ReconcileAccess;
import io.cybervpn.application.provisioning.SweepPanel;
import io.cybervpn.application.renewal.RunRenewals;
import io.cybervpn.application.shared.DrainInbox;
import io.cybervpn.application.shared.ForgetDelivered;
import io.cybervpn.application.shared.RelayOutbox;
import io.cybervpn.application.subscription.EndAddOns;
import io.cybervpn.application.subscription.ExpireSubscriptions;
import io.cybervpn.presentation.shared.ShopClock;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What the shop's schedules do, at the moment that the play wants: the scheduler itself is off. A
 * pump that fails is a pump that is started again at the next turn, as in the shop.
 */
@Singleton
class Engine {
    private static final int BATCH = 64;
    private static final int ROUNDS_MAX = 500;

    /**
     * What waits for nothing but the time rests so long between two turns of one instance: in a
     * play of many customers most turns would find nothing.
     */
    private static final Duration REST = Duration.ofMinutes(30);

    private static final Duration DAY = Duration.ofDays(1);

    @Inject DrainInbox drainInbox;
    @Inject RelayOutbox relayOutbox;
    @Inject ResolveOpenPayments resolveOpenPayments;
    @Inject SendRefunds sendRefunds;
    @Inject AskAboutReturns askAboutReturns;
    @Inject ReadStoreCustomers readStoreCustomers;
    @Inject ReconcileAccess reconcileAccess;
    @Inject SweepPanel sweepPanel;
    @Inject ExpireOrders expireOrders;
    @Inject ExpireSubscriptions expireSubscriptions;
    @Inject EndAddOns endAddOns;
    @Inject LapseGrants lapseGrants;
    @Inject RunRenewals runRenewals;
    @Inject BookProviderFees bookProviderFees;
    @Inject ForgetDelivered forgetDelivered;
    @Inject ShopClock clock;
    @Inject Stopwatch stopwatch;

    private final Map<String, Instant> turned = new HashMap<>();

    /**
     * One pump.
     *
     * @param turn says whether there may be more to do
     * @param rest between two turns
     */
    private record Pump(String name, Supplier<Uni<Boolean>> turn, Duration rest) {
        Pump(String name, Supplier<Uni<Boolean>> turn) {
            this(name, turn, Duration.ZERO);
        }
    }

    private Pump outbox() {
        return new Pump(
                "outbox",
                () ->
                        relayOutbox
                                .execute(new RelayOutbox.Command(BATCH))
                                .map(it -> it.delivered() > 0));
    }

    private Pump panel() {
        return new Pump(
                "panel",
                () ->
                        reconcileAccess
                                .execute(new ReconcileAccess.Command(BATCH))
                                .map(it -> it.taken() > 0));
    }

    private List<Pump> told() {
        return List.of(
                new Pump(
                        "inbox",
                        () ->
                                drainInbox
                                        .execute(new DrainInbox.Command(BATCH))
                                        .map(it -> !it.idle())),
                new Pump(
                        "payments",
                        () -> resolveOpenPayments.execute().map(it -> it.taken() >= BATCH)),
                new Pump("refunds", () -> sendRefunds.execute().map(it -> it.taken() >= BATCH)),
                new Pump("returns", () -> askAboutReturns.execute().map(it -> it.taken() >= BATCH)),
                outbox());
    }

    private List<Pump> timed() {
        return List.of(
                resting("stores", () -> readStoreCustomers.execute().map(it -> it.taken() >= 50)),
                resting(
                        "orders that expire",
                        () ->
                                full(
                                        expireOrders
                                                .execute(new ExpireOrders.Command(BATCH))
                                                .map(ExpireOrders.Result::expired))),
                resting(
                        "subscriptions that end",
                        () ->
                                full(
                                        expireSubscriptions
                                                .execute(new ExpireSubscriptions.Command(BATCH))
                                                .map(ExpireSubscriptions.Result::expired))),
                resting(
                        "add-ons that end",
                        () ->
                                full(
                                        endAddOns
                                                .execute(new EndAddOns.Command(BATCH))
                                                .map(EndAddOns.Result::ended))),
                resting(
                        "grants that lapse",
                        () -> full(lapseGrants.execute(new LapseGrants.Command(BATCH)))),
                resting(
                        "renewals",
                        () ->
                                full(
                                        runRenewals
                                                .execute(new RunRenewals.Command(BATCH))
                                                .map(RunRenewals.Result::taken))),
                new Pump("fees", () -> bookProviderFees.execute().map(_ -> false), DAY));
    }

    private static Pump resting(String name, Supplier<Uni<Boolean>> turn) {
        return new Pump(name, turn, REST);
    }

    private static Uni<Boolean> full(Uni<Integer> done) {
        return done.map(it -> it == BATCH);
    }

    /** Each pump until it has nothing to do, as often at once as there are instances. */
    void turn(int instances) {
        told().forEach(pump -> run(pump, instances));
        List<Pump> due = timed().stream().filter(pump -> isDue(pump, instances)).toList();
        due.forEach(pump -> run(pump, instances));
        if (!due.isEmpty()) {
            run(outbox(), instances);
        }
        if (run(panel(), instances)) {
            run(outbox(), instances);
        }
    }

    /** Several instances never rest: where they meet, something may go wrong. */
    private boolean isDue(Pump pump, int instances) {
        Instant now = clock.instant();
        Instant last = turned.getOrDefault(pump.name(), Instant.EPOCH);
        boolean due = !now.isBefore(last.plus(pump.rest())) || instances > 1 && pump.rest() != DAY;
        if (due) {
            turned.put(pump.name(), now);
        }
        return due;
    }

    /** What takes longer: the sweep of the panel, and old events thrown away. */
    void sweep() {
        run(new Pump("old events", () -> forgetDelivered.execute().map(_ -> false)), 1);
        run(
                new Pump(
                        "sweep",
                        () ->
                                sweepPanel
                                        .execute(new SweepPanel.Command(Duration.ZERO, 250))
                                        .map(_ -> false)),
                1);
        run(panel(), 1);
        run(outbox(), 1);
    }

    /** Whether there was anything to do. */
    @CanIgnoreReturnValue
    private boolean run(Pump pump, int instances) {
        int rounds = 0;
        while (stopwatch.time("pump: " + pump.name(), () -> once(pump, instances))) {
            if (++rounds > ROUNDS_MAX) {
                throw new AssertionError("a pump finds no end: " + pump.name());
            }
        }
        return rounds > 0;
    }

    private static boolean once(Pump pump, int instances) {
        List<Uni<Boolean>> turns =
                IntStream.range(0, instances)
                        .mapToObj(
                                _ ->
                                        Uni.createFrom()
                                                .deferred(() -> pump.turn().get())
                                                .onFailure()
                                                .recoverWithItem(false))
                        .toList();
        return Uni.join()
                .all(turns)
                .andFailFast()
                .await()
                .atMost(Duration.ofMinutes(3))
                .contains(true);
    }
}
