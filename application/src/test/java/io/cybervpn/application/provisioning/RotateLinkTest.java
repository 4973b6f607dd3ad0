package io.cybervpn.application.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.provisioning.RotateLink.Keys;
import io.cybervpn.application.provisioning.RotateLink.Result;
import io.cybervpn.application.provisioning.port.PanelKeys;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.subscription.Purchases;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.AccessLink;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.domain.provisioning.model.Sight;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Another link in the place of one: what dies, and when. */
class RotateLinkTest {
    private static final PanelUser REKEYED =
            new PanelUser(PanelId.CONFIGURED, "7", "another", "https://panel.example/another", 5);

    private final ProvisioningWorld world = new ProvisioningWorld();
    private final AccountId buyer = Purchases.buyer();
    private final AccessId id = world.bought(buyer);
    private PanelKeys keys = _ -> Uni.createFrom().item(Optional.of(REKEYED));

    private Result rotate(Actor actor, boolean byStaff, boolean newKeys) {
        return new RotateLink(
                        world.own,
                        world.linkDesk,
                        world.unitOfWork,
                        world.accesses,
                        world.linkCache,
                        world.lastAnswers,
                        user -> keys.renew(user),
                        world.audit,
                        world.clock)
                .execute(new RotateLink.Command(actor, id, byStaff, newKeys))
                .await()
                .indefinitely();
    }

    private Result rotate(boolean newKeys) {
        return rotate(new Actor.Customer(buyer), false, newKeys);
    }

    private String hash() {
        return world.unitOfWork
                .run(() -> world.links.find(id))
                .await()
                .indefinitely()
                .map(AccessLink::tokenHash)
                .orElseThrow();
    }

    private boolean opens(String hash) {
        return world.unitOfWork
                .run(() -> world.links.withHash(hash))
                .await()
                .indefinitely()
                .isPresent();
    }

    @Test
    void the_link_before_is_dead_at_once_and_in_the_cache_too() {
        assertThat(world.reconcile().ready()).isEqualTo(1);
        String before = hash();
        String epoch = world.linkCache.begin(before).await().indefinitely();

        Result result = rotate(false);

        assertThat(result).isInstanceOf(Result.Rotated.class);
        assertThat(((Result.Rotated) result).keys()).isEqualTo(Keys.KEPT);
        assertThat(((Result.Rotated) result).link()).startsWith("https://vpn.example.test/sub/");
        assertThat(opens(before)).isFalse();
        assertThat(opens(hash())).isTrue();
        assertThat(world.linkCache.begin(before).await().indefinitely()).isNotEqualTo(epoch);
    }

    @Test
    void a_cache_that_is_down_is_cleared_as_soon_as_it_is_back() {
        assertThat(world.reconcile().ready()).isEqualTo(1);
        String before = hash();
        String epoch = world.linkCache.begin(before).await().indefinitely();
        world.linkCache.down(true);
        assertThat(rotate(false)).isInstanceOf(Result.Rotated.class);

        world.linkCache.down(false);
        assertThat(world.settleLinks.execute().await().indefinitely().settled()).isPositive();

        assertThat(world.linkCache.begin(before).await().indefinitely()).isNotEqualTo(epoch);
        assertThat(world.settleLinks.execute().await().indefinitely().settled()).isZero();
    }

    @Test
    void new_keys_of_the_panel_are_the_right_ones_from_then_on() {
        assertThat(world.reconcile().ready()).isEqualTo(1);
        long generation = world.access(id).desire().generation();

        assertThat(((Result.Rotated) rotate(true)).keys()).isEqualTo(Keys.RENEWED);

        Access access = world.access(id);
        assertThat(access.sight()).isEqualTo(new Sight.Seen(generation, REKEYED));
        assertThat(access.desire().generation()).isEqualTo(generation);
    }

    @Test
    void a_panel_that_does_not_answer_leaves_the_new_link_and_says_that_keys_are_unknown() {
        assertThat(world.reconcile().ready()).isEqualTo(1);
        String before = hash();
        keys = _ -> Uni.createFrom().failure(new PanelUnavailable("down"));

        assertThat(((Result.Rotated) rotate(true)).keys()).isEqualTo(Keys.UNKNOWN);

        assertThat(opens(before)).isFalse();
    }

    @Test
    void others_and_the_unready_are_refused_and_nothing_changes() {
        String before = hash();
        assertThat(rotate(false)).isInstanceOf(Result.NotReady.class);
        assertThat(rotate(new Actor.Customer(Purchases.buyer()), false, false))
                .isInstanceOf(Result.NoSuchSubscription.class);
        assertThat(rotate(new Actor.Customer(buyer), true, true)).isInstanceOf(Result.Denied.class);
        assertThat(hash()).isEqualTo(before);
    }
}
