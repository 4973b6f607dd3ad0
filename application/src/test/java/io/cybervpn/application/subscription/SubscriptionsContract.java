package io.cybervpn.application.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.Rates;
import io.cybervpn.domain.catalogue.Resources;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.Changed;
import io.cybervpn.domain.subscription.model.Extended;
import io.cybervpn.domain.subscription.model.Extension;
import io.cybervpn.domain.subscription.model.NewPlan;
import io.cybervpn.domain.subscription.model.Past;
import io.cybervpn.domain.subscription.model.Subscription;
import io.cybervpn.domain.subscription.repository.Subscriptions;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of subscriptions does. Others may use the same store meanwhile. */
public abstract class SubscriptionsContract {
    private static final Entitlement FIBRE =
            new Entitlement(
                    Limit.unlimited(),
                    TrafficReset.NO_RESET,
                    Limit.unlimited(),
                    List.of("Fibre"),
                    new Resources.Line(100_000, 50_000));

    private static final Instant NOON = Purchases.NOON;

    protected abstract Subscriptions subscriptions();

    protected abstract UnitOfWork unitOfWork();

    private <T> T inTransaction(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    private Extended stored() {
        return store(Purchases.opened(Purchases.buyer()));
    }

    private Extended store(Extended opened) {
        inTransaction(
                () ->
                        subscriptions()
                                .append(opened.extension())
                                .chain(() -> subscriptions().add(opened.subscription())));
        return opened;
    }

    private Optional<Subscription> found(SubscriptionId id) {
        return inTransaction(() -> subscriptions().find(id));
    }

    private static SubscriptionId idOf(Extended opened) {
        return opened.subscription().service().id();
    }

    @Test
    void a_subscription_is_found_as_it_was_stored() {
        Extended opened = stored();

        assertThat(found(idOf(opened))).contains(opened.subscription());
        assertThat(inTransaction(() -> subscriptions().lock(idOf(opened))))
                .contains(opened.subscription());
    }

    @Test
    void unlimited_is_stored_as_unlimited() {
        Extended opened =
                store(
                        Subscription.open(
                                Purchases.subscriptionId(),
                                Purchases.buyer(),
                                Purchases.purchase(365, NOON, Purchases.UNLIMITED),
                                NOON));

        assertThat(found(idOf(opened))).contains(opened.subscription());
    }

    @Test
    void nothing_is_found_by_an_unknown_id() {
        assertThat(found(Purchases.subscriptionId())).isEmpty();
        assertThat(inTransaction(() -> subscriptions().lock(Purchases.subscriptionId()))).isEmpty();
    }

    @Test
    void a_renewal_replaces_the_state_and_adds_to_the_history() {
        Extended opened = stored();
        Extended renewed = opened.subscription().extend(Purchases.purchase(90, NOON, FIBRE), NOON);

        inTransaction(
                () ->
                        subscriptions()
                                .lock(idOf(opened))
                                .chain(() -> subscriptions().append(renewed.extension()))
                                .chain(() -> subscriptions().save(renewed.subscription())));

        assertThat(found(idOf(opened))).contains(renewed.subscription());
        List<Extension> history = inTransaction(() -> subscriptions().historyOf(idOf(opened)));
        assertThat(history).containsExactly(opened.extension(), renewed.extension());
        assertThat(Extension.endOf(history)).contains(renewed.subscription().expireAt());
    }

    @Test
    void an_order_gives_its_days_once() {
        Extended opened = stored();

        assertThat(inTransaction(() -> subscriptions().append(opened.extension()))).isFalse();
        assertThat(inTransaction(() -> subscriptions().historyOf(idOf(opened)))).hasSize(1);
    }

    @Test
    void of_twenty_at_once_for_one_order_one_is_first() {
        Extended opened = stored();
        Extension same =
                opened.subscription().extend(Purchases.purchase(30, NOON), NOON).extension();

        List<CompletableFuture<Boolean>> all =
                IntStream.range(0, 20)
                        .mapToObj(
                                _ ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        inTransaction(
                                                                () ->
                                                                        subscriptions()
                                                                                .append(same))))
                        .toList();

        assertThat(all.stream().map(CompletableFuture::join).filter(first -> first)).hasSize(1);
        assertThat(inTransaction(() -> subscriptions().historyOf(idOf(opened)))).hasSize(2);
    }

    @Test
    void a_change_of_plan_is_kept_once_among_what_was_done() {
        Extended opened = stored();
        Changed changed = opened.subscription().change(other("my-key"), past(opened), NOON);
        Extended renewed =
                changed.subscription()
                        .extend(
                                Purchases.purchase(90, NOON),
                                past(opened).with(changed.change()),
                                NOON);

        assertThat(inTransaction(() -> subscriptions().append(changed.change()))).isTrue();
        inTransaction(() -> subscriptions().append(renewed.extension()));
        inTransaction(
                () ->
                        subscriptions()
                                .lock(idOf(opened))
                                .chain(() -> subscriptions().save(renewed.subscription())));

        assertThat(inTransaction(() -> subscriptions().append(changed.change()))).isFalse();
        assertThat(found(idOf(opened))).contains(renewed.subscription());
        assertThat(inTransaction(() -> subscriptions().deedsOf(idOf(opened))))
                .containsExactly(opened.extension(), changed.change(), renewed.extension());
    }

    private static Past past(Extended opened) {
        return new Past(List.of(opened.extension()), List.of());
    }

    private static NewPlan other(String key) {
        return new NewPlan(
                UUID.randomUUID(),
                key,
                new PlanId(UUID.randomUUID()),
                Map.of("en", "Ultra"),
                Purchases.UNLIMITED,
                new Rates(30, List.of(new Money(70_000, Asset.RUB), new Money(450, Asset.XTR))),
                false,
                NOON.plus(Duration.ofDays(7)));
    }

    @Test
    void what_is_due_ends_and_what_is_not_runs_on() {
        Instant longAgo = NOON.minus(Duration.ofDays(9_000));
        Extended due = store(opened(longAgo));
        Extended running = store(opened(longAgo.plusSeconds(1)));
        Instant end = due.subscription().expireAt();

        List<Subscription.Expired> ended =
                inTransaction(() -> subscriptions().expireDue(end, 1_000));

        Subscription.Expired expected = new Subscription.Expired(due.subscription().service(), end);
        assertThat(ended).contains(expected);
        assertThat(found(idOf(due))).contains(expected);
        assertThat(found(idOf(running))).contains(running.subscription());
        assertThat(inTransaction(() -> subscriptions().expireDue(end, 1_000)))
                .doesNotContain(expected);
    }

    @Test
    void a_batch_is_not_larger_than_wanted() {
        Instant longAgo = NOON.minus(Duration.ofDays(12_000));
        store(opened(longAgo));
        store(opened(longAgo));
        Instant later = longAgo.plus(Duration.ofDays(31));

        assertThat(inTransaction(() -> subscriptions().expireDue(later, 1))).hasSize(1);
        assertThat(inTransaction(() -> subscriptions().expireDue(later, 1))).hasSize(1);
    }

    /** Opened then for thirty days, and not swept yet. */
    private static Extended opened(Instant at) {
        return Subscription.open(
                Purchases.subscriptionId(), Purchases.buyer(), Purchases.purchase(30, at), at);
    }

    @Test
    void all_of_an_account_are_taken_away_or_go_to_another() {
        Extended opened = stored();
        AccountId owner = opened.subscription().service().account();
        AccountId other = Purchases.buyer();
        Subscription gone = opened.subscription().terminate();
        inTransaction(() -> subscriptions().save(gone));
        assertThat(inTransaction(() -> subscriptions().lockAllOf(owner))).containsExactly(gone);
        inTransaction(() -> subscriptions().reown(owner, other));
        assertThat(inTransaction(() -> subscriptions().lockAllOf(owner))).isEmpty();
        assertThat(inTransaction(() -> subscriptions().lockAllOf(other)))
                .singleElement()
                .satisfies(moved -> assertThat(moved.service().account()).isEqualTo(other));
    }
}
