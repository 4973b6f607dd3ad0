package io.cybervpn.presentation.simulation;

import io.cybervpn.application.billing.ExpireOrders;
import io.cybervpn.application.ledger.LapseGrants;
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
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the shop's schedules do, at the moment that the play wants: the scheduler itself is off. A
 * pump that fails is a pump that is started again at the next turn, as in the shop.
 */
@Singleton
class Engine {
    private static final int BATCH = 64;
    private static final int ROUNDS_MAX = 500;

    @Inject DrainInbox drainInbox;
    @Inject RelayOutbox relayOutbox;
    @Inject ResolveOpenPayments resolveOpenPayments;
    @Inject SendRefunds sendRefunds;
    @Inject ReconcileAccess reconcileAccess;
    @Inject SweepPanel sweepPanel;
    @Inject ExpireOrders expireOrders;
    @Inject ExpireSubscriptions expireSubscriptions;
    @Inject EndAddOns endAddOns;
    @Inject LapseGrants lapseGrants;
    @Inject RunRenewals runRenewals;
    @Inject ForgetDelivered forgetDelivered;

    /** One pump, which says whether there may be more to do. */
    private record Pump(Supplier<Uni<Boolean>> turn) {}

    private Pump inbox() {
        return new Pump(
                () -> drainInbox.execute(new DrainInbox.Command(BATCH)).map(it -> !it.idle()));
    }

    private Pump outbox() {
        return new Pump(
                () ->
                        relayOutbox
                                .execute(new RelayOutbox.Command(BATCH))
                                .map(it -> it.delivered() > 0));
    }

    private Pump panel() {
        return new Pump(
                () ->
                        reconcileAccess
                                .execute(new ReconcileAccess.Command(BATCH))
                                .map(it -> it.taken() == BATCH));
    }

    private List<Pump> all() {
        return List.of(
                inbox(),
                new Pump(() -> resolveOpenPayments.execute().map(it -> it.taken() >= BATCH)),
                new Pump(() -> sendRefunds.execute().map(it -> it.taken() >= BATCH)),
                outbox(),
                new Pump(
                        () ->
                                expireOrders
                                        .execute(new ExpireOrders.Command(BATCH))
                                        .map(it -> it.expired() == BATCH)),
                new Pump(
                        () ->
                                expireSubscriptions
                                        .execute(new ExpireSubscriptions.Command(BATCH))
                                        .map(it -> it.expired() == BATCH)),
                new Pump(
                        () ->
                                endAddOns
                                        .execute(new EndAddOns.Command(BATCH))
                                        .map(it -> it.ended() == BATCH)),
                new Pump(
                        () ->
                                lapseGrants
                                        .execute(new LapseGrants.Command(BATCH))
                                        .map(lapsed -> lapsed == BATCH)),
                new Pump(
                        () ->
                                runRenewals
                                        .execute(new RunRenewals.Command(BATCH))
                                        .map(it -> it.taken() == BATCH)),
                outbox(),
                panel(),
                outbox());
    }

    /** Each pump until it has nothing to do, as often at once as there are instances. */
    void turn(int instances) {
        all().forEach(pump -> run(pump, instances));
    }

    /** What takes longer: the sweep of the panel, and old events thrown away. */
    void sweep() {
        run(new Pump(() -> forgetDelivered.execute().map(_ -> false)), 1);
        run(
                new Pump(
                        () ->
                                sweepPanel
                                        .execute(new SweepPanel.Command(Duration.ZERO, 250))
                                        .map(_ -> false)),
                1);
        run(panel(), 1);
        run(outbox(), 1);
    }

    private static void run(Pump pump, int instances) {
        int rounds = 0;
        while (once(pump, instances)) {
            if (++rounds > ROUNDS_MAX) {
                throw new AssertionError("a pump finds no end");
            }
        }
    }

    private static boolean once(Pump pump, int instances) {
        List<Uni<Boolean>> turns =
                java.util.stream.IntStream.range(0, instances)
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
