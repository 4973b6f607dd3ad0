package io.cybervpn.infrastructure.provisioning.remnawave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.application.provisioning.Wishes;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.AccessSpec;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.sandbox.SandboxSettings;
import io.cybervpn.sandbox.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** R112: the panel of today, and the misfortunes that both versions share. */
@QuarkusTest
class Remnawave3PanelTest extends RemnawavePanelContract {
    @Inject UnitOfWork unitOfWork;

    @Override
    String version() {
        return SandboxSettings.PANEL_3;
    }

    private AccessSpec month() {
        return Wishes.spec(now().plus(Duration.ofDays(30)));
    }

    private PanelUser bring(AccessId access, AccessSpec spec) {
        return panel().bring(access, spec).await().indefinitely();
    }

    private void assertUnavailable(AccessId access) {
        assertThatThrownBy(() -> bring(access, month())).isInstanceOf(PanelUnavailable.class);
    }

    @Test
    void a_panel_that_is_too_slow_is_unavailable_and_waited_for_no_longer_than_said() {
        AccessId access = Wishes.access();
        hand().faults().add(Fault.of(Fault.Kind.LATENCY, 60_000).times(1));
        long begun = System.nanoTime();

        assertUnavailable(access);

        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isLessThan(PanelAtHand.TIMEOUT.multipliedBy(3));
    }

    @Test
    void each_kind_of_broken_answer_is_unavailable_and_healed_by_another_try() {
        AccessId access = Wishes.access();
        for (int status : new int[] {500, 502, 503}) {
            hand().faults()
                    .add(Fault.of(Fault.Kind.ERROR, status).times(1).on("GET", "/api/users"));
            assertUnavailable(access);
        }
        assertThat(bring(access, month()).ref()).isNotEmpty();
    }

    @Test
    void a_change_whose_answer_got_lost_is_made_once_more_without_harm() {
        AccessId access = Wishes.access();
        PanelUser first = bring(access, month());
        AccessSpec longer = Wishes.spec(now().plus(Duration.ofDays(90)));
        hand().faults().add(Fault.of(Fault.Kind.DROP_AFTER, 0).times(1).on("PATCH", "/api/users"));
        assertThatThrownBy(() -> bring(access, longer)).isInstanceOf(PanelUnavailable.class);

        assertThat(bring(access, longer)).isEqualTo(first);
        assertThat(state(access).orElseThrow().expireAt()).isEqualTo(longer.expireAt());
    }

    @Test
    void many_at_once_make_one_user() {
        AccessId access = Wishes.access();
        AccessSpec spec = month();

        List<PanelUser> users =
                Uni.join()
                        .all(Stream.generate(() -> panel().bring(access, spec)).limit(10).toList())
                        .andFailFast()
                        .await()
                        .indefinitely();

        assertThat(users).hasSize(10).containsOnly(users.getFirst());
    }

    @Test
    void an_expired_user_is_revived_by_a_renewal() {
        AccessId access = Wishes.access();
        PanelUser first = bring(access, month());
        String name = hand().user(access).orElseThrow().getString("username");
        hand().world().panel().users().forceExpiry(name);
        hand().world().panel().runWatchdogs();
        assertThat(hand().user(access).orElseThrow().getString("status")).isEqualTo("EXPIRED");

        assertThat(bring(access, month()).ref()).isEqualTo(first.ref());

        assertThat(hand().user(access).orElseThrow().getString("status")).isEqualTo("ACTIVE");
    }

    @Test
    void used_traffic_is_told() {
        AccessId access = Wishes.access();
        PanelUser first = bring(access, month());
        String name = hand().user(access).orElseThrow().getString("username");
        hand().world().panel().addTraffic(name, 4_096);

        assertThat(first.usedTrafficBytes()).isZero();
        assertThat(bring(access, month()).usedTrafficBytes()).isEqualTo(4_096);
    }

    @Test
    void a_squad_that_was_made_anew_is_found_under_its_name() {
        Entitlement ultra =
                new Entitlement(Limit.of(5), TrafficReset.WEEK, Limit.of(1), List.of("Ultra"));
        AccessSpec spec = new AccessSpec(true, now().plus(Duration.ofDays(3)), ultra);
        assertThat(bring(Wishes.access(), spec).ref()).isNotEmpty();
        hand().recreateSquad("Ultra");
        AccessId second = Wishes.access();

        assertThat(bring(second, spec).ref()).isNotEmpty();

        assertThat(state(second).orElseThrow().serverGroups()).containsExactly("Ultra");
    }

    @Test
    void a_panel_that_is_down_for_long_is_left_in_peace_for_a_while() {
        AccessId access = Wishes.access();
        hand().faults().add(Fault.of(Fault.Kind.ERROR, 503));
        for (int i = 0; i < 20; i++) {
            assertUnavailable(access);
        }
        assertThatThrownBy(() -> bring(access, month()))
                .isInstanceOf(PanelUnavailable.class)
                .hasMessageContaining("down lately");
        hand().faults().clear();

        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .ignoreException(PanelUnavailable.class)
                .untilAsserted(() -> assertThat(bring(access, month()).ref()).isNotEmpty());
    }

    @Test
    void the_panel_is_never_called_in_a_unit_of_work() {
        Uni<PanelUser> wrong = unitOfWork.run(() -> panel().bring(Wishes.access(), month()));

        assertThatThrownBy(() -> wrong.await().indefinitely())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("unit of work");
    }
}
