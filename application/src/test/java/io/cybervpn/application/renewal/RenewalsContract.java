package io.cybervpn.application.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.renewal.ChargeBy;
import io.cybervpn.domain.renewal.CycleId;
import io.cybervpn.domain.renewal.GraceService;
import io.cybervpn.domain.renewal.PeriodKey;
import io.cybervpn.domain.renewal.Scope;
import io.cybervpn.domain.renewal.Terms;
import io.cybervpn.domain.renewal.model.AutoRenewal;
import io.cybervpn.domain.renewal.model.Cycle;
import io.cybervpn.domain.renewal.model.CycleState;
import io.cybervpn.domain.renewal.model.DunningPolicy;
import io.cybervpn.domain.renewal.model.ScopedPolicy;
import io.cybervpn.domain.renewal.repository.AutoRenewals;
import io.cybervpn.domain.renewal.repository.Cycles;
import io.cybervpn.domain.renewal.repository.DunningPolicies;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of renewals does. Others may use the same store meanwhile. */
public abstract class RenewalsContract {
    /** Long before anybody else's, so that what is due here is due first. */
    private static final Instant NOW = Instant.parse("2001-01-31T12:00:00Z");

    private static final Terms TERMS =
            new Terms(new ChargeBy.Wallet(), 30, new Money(19_900, Asset.RUB));

    private final AccountId account = new AccountId(UUID.randomUUID());

    protected abstract UnitOfWork unitOfWork();

    protected abstract Cycles cycles();

    protected abstract AutoRenewals renewals();

    protected abstract DunningPolicies policies();

    private <T> T run(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    private Cycle fresh() {
        return Cycle.plan(
                new CycleId(UUID.randomUUID()),
                new PeriodKey(new SubscriptionId(UUID.randomUUID()), NOW.plus(Duration.ofDays(30))),
                account,
                DunningPolicy.STANDARD,
                NOW);
    }

    private Cycle stored() {
        Cycle cycle = fresh();
        assertThat(run(() -> cycles().add(cycle))).isTrue();
        return cycle;
    }

    private Cycle saved(Cycle next) {
        run(() -> cycles().lock(next.key()).chain(() -> cycles().save(next)));
        return next;
    }

    private Optional<Cycle> found(Cycle cycle) {
        return run(() -> cycles().find(cycle.key()));
    }

    @Test
    void every_state_is_found_as_it_was_stored() {
        Cycle cycle = stored();
        assertThat(found(cycle)).contains(cycle);
        OrderId order = new OrderId(UUID.randomUUID());
        Cycle charging = cycle.charging(order, TERMS, NOW, NOW.plusSeconds(300));
        assertKept(charging);
        assertKept(charging.failed("not_paid", DunningPolicy.STANDARD, NOW));
        assertKept(charging.cancelled(NOW));
        assertKept(charging.cancelled(NOW).resumed(DunningPolicy.STANDARD, NOW));
        assertKept(charging.paid(order, NOW));
    }

    private void assertKept(Cycle next) {
        assertThat(found(saved(next))).contains(next);
    }

    @Test
    void a_period_is_watched_once() {
        Cycle cycle = stored();
        List<CompletableFuture<Boolean>> all =
                IntStream.range(0, 10)
                        .mapToObj(
                                _ ->
                                        CompletableFuture.supplyAsync(
                                                () -> run(() -> cycles().add(same(cycle)))))
                        .toList();
        assertThat(all).allSatisfy(one -> assertThat(one.join()).isFalse());
    }

    private Cycle same(Cycle cycle) {
        return Cycle.plan(
                new CycleId(UUID.randomUUID()), cycle.key(), account, DunningPolicy.STANDARD, NOW);
    }

    @Test
    void a_step_is_noted_once_however_many_try() {
        Cycle cycle = stored();
        List<Boolean> told =
                IntStream.range(0, 10)
                        .mapToObj(
                                _ ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        run(
                                                                () ->
                                                                        cycles().note(
                                                                                        cycle.key(),
                                                                                        "remind:-7",
                                                                                        NOW))))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
        assertThat(told).containsOnlyOnce(true);
    }

    @Test
    void one_that_is_due_is_taken_by_one_of_many_and_again_after_its_lease() {
        Cycle cycle = saved(stored().lookAt(NOW));
        Instant lease = NOW.plusSeconds(300);

        List<Cycle> taken =
                IntStream.range(0, 8)
                        .mapToObj(
                                _ ->
                                        CompletableFuture.supplyAsync(
                                                () -> run(() -> cycles().claimDue(NOW, lease, 50))))
                        .toList()
                        .stream()
                        .flatMap(one -> one.join().stream())
                        .filter(one -> one.key().equals(cycle.key()))
                        .toList();

        assertThat(taken).containsExactly(cycle.lookAt(lease));
        assertThat(run(() -> cycles().claimDue(lease, lease.plusSeconds(300), 50)))
                .anyMatch(one -> one.key().equals(cycle.key()));
        saved(cycle.cancelled(NOW));
        assertThat(run(() -> cycles().claimDue(lease.plusSeconds(999), lease, 50)))
                .noneMatch(one -> one.key().equals(cycle.key()));
    }

    @Test
    void it_is_found_by_the_order_that_was_placed_for_it() {
        Cycle cycle = stored();
        OrderId order = new OrderId(UUID.randomUUID());
        saved(cycle.charging(order, TERMS, NOW, NOW.plusSeconds(300)));
        run(() -> cycles().noteAttempt(cycle.key(), order, NOW));

        assertThat(run(() -> cycles().lockByOrder(order)).map(Cycle::key)).contains(cycle.key());
        assertThat(run(() -> cycles().lockByOrder(new OrderId(UUID.randomUUID())))).isEmpty();
    }

    @Test
    void of_who_is_forgotten_nothing_is_due_but_what_is_being_charged() {
        Cycle planned = stored();
        Cycle other = stored();
        Cycle charging =
                saved(
                        other.charging(
                                new OrderId(UUID.randomUUID()), TERMS, NOW, NOW.plusSeconds(1)));

        run(() -> cycles().cancelAllOf(account, NOW));

        assertThat(found(planned).orElseThrow().state()).isInstanceOf(CycleState.Cancelled.class);
        assertThat(found(charging)).contains(charging);
    }

    @Test
    void everything_goes_with_its_owner() {
        Cycle cycle = stored();
        AutoRenewal on = put(new AutoRenewal.State.On(TERMS, "1", NOW));
        AccountId survivor = new AccountId(UUID.randomUUID());

        run(
                () ->
                        cycles().reown(account, survivor)
                                .chain(() -> renewals().reown(account, survivor)));

        assertThat(found(cycle)).contains(cycle.of(survivor));
        assertThat(run(() -> renewals().find(on.subscription())).map(AutoRenewal::account))
                .contains(survivor);
    }

    private AutoRenewal put(AutoRenewal.State state) {
        AutoRenewal renewal =
                new AutoRenewal(new SubscriptionId(UUID.randomUUID()), account, state);
        run(() -> renewals().put(renewal));
        return renewal;
    }

    @Test
    void the_last_word_holds_and_all_of_an_owner_go_off_together() {
        AutoRenewal on = put(new AutoRenewal.State.On(TERMS, "1", NOW));
        assertThat(run(() -> renewals().find(on.subscription()))).contains(on);
        AutoRenewal off =
                new AutoRenewal(on.subscription(), account, new AutoRenewal.State.Off(NOW));
        run(() -> renewals().put(off));
        assertThat(run(() -> renewals().find(on.subscription()))).contains(off);

        run(() -> renewals().put(on).chain(() -> renewals().switchOffAllOf(account, NOW)));
        assertThat(run(() -> renewals().find(on.subscription()))).contains(off);
        assertThat(run(() -> renewals().find(new SubscriptionId(UUID.randomUUID())))).isEmpty();
    }

    @Test
    void the_nearest_policy_holds_and_an_old_version_is_not_stored() {
        PlanId plan = new PlanId(UUID.randomUUID());
        DunningPolicy ofPlan = new DunningPolicy(List.of(5, 2), 2, List.of(4), 3, Optional.empty());
        DunningPolicy own =
                new DunningPolicy(
                        List.of(),
                        0,
                        List.of(),
                        30,
                        Optional.of(365),
                        Optional.of(new GraceService(5L << 20, List.of("A", "B"), false, 12)));
        Scope customer = new Scope.OfCustomer(account);

        assertThat(run(() -> policies().put(scoped(new Scope.OfPlan(plan), ofPlan, 1), NOW)))
                .isTrue();
        assertThat(run(() -> policies().of(plan, account))).isEqualTo(ofPlan);
        assertThat(run(() -> policies().put(scoped(customer, own, 1), NOW))).isTrue();
        assertThat(run(() -> policies().put(scoped(customer, ofPlan, 1), NOW))).isFalse();
        assertThat(run(() -> policies().of(plan, account))).isEqualTo(own);
        assertThat(run(() -> policies().lock(customer))).contains(scoped(customer, own, 1));
        assertThat(run(() -> policies().put(scoped(customer, ofPlan, 2), NOW))).isTrue();
        assertThat(run(() -> policies().all(500))).contains(scoped(customer, ofPlan, 2));
        run(
                () ->
                        policies()
                                .forget(account)
                                .chain(() -> policies().remove(new Scope.OfPlan(plan))));
        assertThat(run(() -> policies().lock(customer))).isEmpty();
    }

    private static ScopedPolicy scoped(Scope scope, DunningPolicy policy, long version) {
        return new ScopedPolicy(scope, policy, version);
    }
}
