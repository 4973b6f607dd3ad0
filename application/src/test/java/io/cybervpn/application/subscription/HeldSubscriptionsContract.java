package io.cybervpn.application.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.Extended;
import io.cybervpn.domain.subscription.model.FreeTime;
import io.cybervpn.domain.subscription.model.Gift;
import io.cybervpn.domain.subscription.model.Granted;
import io.cybervpn.domain.subscription.model.Held;
import io.cybervpn.domain.subscription.model.Holds;
import io.cybervpn.domain.subscription.model.Past;
import io.cybervpn.domain.subscription.model.Service;
import io.cybervpn.domain.subscription.model.Subscription;
import io.cybervpn.domain.subscription.repository.Subscriptions;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of subscriptions does with free time and with those that are held. */
public abstract class HeldSubscriptionsContract {
    private static final Instant NOON = Purchases.NOON;

    protected abstract Subscriptions subscriptions();

    protected abstract UnitOfWork unitOfWork();

    private <T> T inTransaction(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    private Extended stored() {
        Extended opened = Purchases.opened(Purchases.buyer());
        inTransaction(
                () ->
                        subscriptions()
                                .append(opened.extension())
                                .chain(() -> subscriptions().add(opened.subscription())));
        return opened;
    }

    private Subscription found(SubscriptionId id) {
        return inTransaction(() -> subscriptions().find(id)).orElseThrow();
    }

    private static SubscriptionId idOf(Extended opened) {
        return opened.subscription().service().id();
    }

    private static Past past(Extended opened) {
        return new Past(List.of(opened.extension()), List.of());
    }

    private static FreeTime.Wish wish(String key) {
        return new FreeTime.Wish(UUID.randomUUID(), key, Gift.ofStaff(7, "a friend"), NOON);
    }

    private static Granted given(Extended opened, String key) {
        return ((FreeTime.Answer.Done)
                        FreeTime.give(opened.subscription(), past(opened), wish(key)))
                .granted();
    }

    @Test
    void free_time_is_kept_once_by_its_key_among_what_was_done() {
        Extended opened = stored();
        Granted granted = given(opened, "key " + UUID.randomUUID());

        assertThat(inTransaction(() -> subscriptions().granted(granted.grant().key()))).isEmpty();
        assertThat(inTransaction(() -> subscriptions().append(granted.grant()))).isTrue();
        assertThat(inTransaction(() -> subscriptions().append(granted.grant()))).isFalse();

        assertThat(inTransaction(() -> subscriptions().granted(granted.grant().key())))
                .contains(granted.grant());
        assertThat(inTransaction(() -> subscriptions().deedsOf(idOf(opened))))
                .containsExactly(opened.extension(), granted.grant());
    }

    @Test
    void of_twenty_at_once_with_one_key_one_is_first() {
        Extended opened = stored();
        Granted granted = given(opened, "key " + UUID.randomUUID());

        List<CompletableFuture<Boolean>> all =
                IntStream.range(0, 20)
                        .mapToObj(
                                _ ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        inTransaction(
                                                                () ->
                                                                        subscriptions()
                                                                                .append(
                                                                                        granted
                                                                                                .grant()))))
                        .toList();

        assertThat(all.stream().map(CompletableFuture::join).filter(first -> first)).hasSize(1);
    }

    @Test
    void free_time_may_open_a_subscription() {
        Service service = Purchases.opened(Purchases.buyer()).subscription().service();
        Granted granted = FreeTime.open(service, wish("key " + UUID.randomUUID()));

        inTransaction(
                () ->
                        subscriptions()
                                .append(granted.grant())
                                .chain(() -> subscriptions().add(granted.subscription())));

        assertThat(found(service.id())).isEqualTo(granted.subscription());
        assertThat(granted.subscription().expireAt()).isEqualTo(NOON.plus(Duration.ofDays(7)));
    }

    private Subscription keep(Holds.Answer answer) {
        Held held = ((Holds.Answer.Done) answer).held();
        inTransaction(
                () ->
                        subscriptions()
                                .lock(held.subscription().service().id())
                                .chain(
                                        () ->
                                                held.halt()
                                                        .map(subscriptions()::append)
                                                        .orElseGet(
                                                                () -> Uni.createFrom().voidItem()))
                                .chain(() -> subscriptions().save(held.subscription())));
        return held.subscription();
    }

    private static Holds.Moment at(Instant moment) {
        return new Holds.Moment(UUID.randomUUID(), moment);
    }

    @Test
    void a_paused_one_is_found_as_it_was_stored_and_when_it_has_rested_long_enough() {
        Extended opened = stored();
        Instant by = NOON.minus(Duration.ofDays(9_000));
        Subscription paused = keep(Holds.pause(opened.subscription(), at(NOON), by));

        assertThat(found(idOf(opened))).isEqualTo(paused);
        assertThat(inTransaction(() -> subscriptions().deedsOf(idOf(opened)))).hasSize(2);
        assertThat(inTransaction(() -> subscriptions().lockResumable(by.minusMillis(1), 500)))
                .doesNotContain(paused);
        assertThat(inTransaction(() -> subscriptions().lockResumable(by, 500))).contains(paused);
        assertThat(
                        inTransaction(
                                () ->
                                        subscriptions()
                                                .expireDue(
                                                        paused.expireAt().plusSeconds(1), 1_000)))
                .noneMatch(ended -> ended.service().id().equals(idOf(opened)));
    }

    @Test
    void a_suspended_one_is_found_as_it_was_stored_and_runs_again() {
        Extended opened = stored();
        Past past = past(opened);
        for (boolean timeRuns : List.of(true, false)) {
            Subscription held =
                    keep(Holds.suspend(opened.subscription(), past, at(NOON), timeRuns));
            assertThat(found(idOf(opened))).isEqualTo(held);
        }
        keep(Holds.suspend(opened.subscription(), past, at(NOON), true));
        Subscription back = keep(Holds.unsuspend(found(idOf(opened)), past, at(NOON)));
        assertThat(back).isEqualTo(opened.subscription());
        assertThat(found(idOf(opened))).isEqualTo(back);
    }

    @Test
    void each_change_counts_the_version_and_the_owner_is_known() {
        Extended opened = stored();
        long before = version(opened);

        keep(Holds.pause(opened.subscription(), at(NOON), NOON.plusSeconds(9)));

        assertThat(version(opened)).isEqualTo(before + 1);
        assertThat(inTransaction(() -> subscriptions().ownerOf(idOf(opened))))
                .contains(opened.subscription().service().account());
        assertThat(inTransaction(() -> subscriptions().ownerOf(Purchases.subscriptionId())))
                .isEmpty();
    }

    private long version(Extended opened) {
        return inTransaction(() -> subscriptions().version(idOf(opened)));
    }
}
