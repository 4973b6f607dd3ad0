package io.cybervpn.domain.provisioning.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessGranted;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.shared.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R128, R130: a wish, its generations, and how it fares with the panel. */
class AccessTest {
    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
    private static final AccessId ID =
            new AccessId(UUID.fromString("01989a3e-0000-7000-8000-00000000000a"));
    private static final AccountId BUYER =
            new AccountId(UUID.fromString("01989a3e-0000-7000-8000-00000000000b"));
    private static final PanelUser USER =
            new PanelUser(
                    PanelId.CONFIGURED,
                    "2",
                    "MZCsVbj9SdUQEPkU",
                    "https://sub.example.test/MZCsVbj9SdUQEPkU",
                    0);
    private static final AccessSpec THIRTY_DAYS = spec(30);
    private static final AccessSpec SIXTY_DAYS = spec(60);

    @Test
    void a_wish_that_the_panel_took_is_granted_once() {
        Access first = Access.first(ID, BUYER, PanelId.CONFIGURED, THIRTY_DAYS, NOW);

        Brought.Granted granted = granted(first.brought(1, USER, NOW));

        assertThat(granted.event()).isEqualTo(new AccessGranted(ID, BUYER, NOW));
        assertThat(granted.access().brought(1, USER, NOW)).isInstanceOf(Brought.Confirmed.class);
    }

    @Test
    void the_same_wish_again_changes_nothing() {
        Access ready =
                granted(
                                Access.first(ID, BUYER, PanelId.CONFIGURED, THIRTY_DAYS, NOW)
                                        .brought(1, USER, NOW))
                        .access();

        assertThat(ready.desire(THIRTY_DAYS, NOW)).isInstanceOf(Redesire.Unchanged.class);
    }

    @Test
    void a_changed_wish_is_a_new_generation_and_keeps_the_link() {
        Access ready =
                granted(
                                Access.first(ID, BUYER, PanelId.CONFIGURED, THIRTY_DAYS, NOW)
                                        .brought(1, USER, NOW))
                        .access();

        Access.Pending renewed = changed(ready.desire(SIXTY_DAYS, NOW));

        assertThat(renewed.desire().generation()).isEqualTo(2);
        assertThat(renewed.sight()).isEqualTo(new Sight.Seen(1, USER));
        assertThat(granted(renewed.brought(2, USER, NOW)).event().access()).isEqualTo(ID);
    }

    @Test
    void the_outcome_of_an_older_wish_never_satisfies_a_newer_one() {
        Access renewed =
                changed(
                        Access.first(ID, BUYER, PanelId.CONFIGURED, THIRTY_DAYS, NOW)
                                .desire(SIXTY_DAYS, NOW));

        assertThat(renewed.brought(1, USER, NOW))
                .isEqualTo(
                        new Brought.Behind(
                                new Access.Pending(
                                        renewed.desire(), new Sight.Seen(1, USER), NOW)));
        assertThat(renewed.failed(1, "late", NOW)).isInstanceOf(Access.Pending.class);
        assertThat(renewed.refused(1, "late", NOW)).isInstanceOf(Access.Pending.class);
    }

    @Test
    void a_worker_that_finishes_late_with_an_old_wish_has_the_new_one_brought_again() {
        Access.Pending renewed =
                changed(
                        Access.first(ID, BUYER, PanelId.CONFIGURED, THIRTY_DAYS, NOW)
                                .desire(SIXTY_DAYS, NOW));
        Access ready = granted(renewed.brought(2, USER, NOW)).access();

        Brought late = ready.brought(1, USER, NOW);

        assertThat(late).isInstanceOf(Brought.Behind.class);
        Access again = ((Brought.Behind) late).access();
        assertThat(again.brought(2, USER, NOW)).isInstanceOf(Brought.Confirmed.class);
    }

    @Test
    void failures_wait_longer_each_time_up_to_ten_minutes_and_never_end() {
        Access access = Access.first(ID, BUYER, PanelId.CONFIGURED, THIRTY_DAYS, NOW);
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            access = access.failed(1, "no answer", NOW);
            waits.add(Duration.between(NOW, ((Access.Failing) access).setback().retryAt()));
        }

        assertThat(waits)
                .startsWith(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4))
                .isSorted()
                .endsWith(Setback.WAIT_MAX);
        assertThat(access.attempts()).isEqualTo(500);
        assertThat(access.brought(1, USER, NOW)).isInstanceOf(Brought.Granted.class);
    }

    @Test
    void a_refused_wish_is_parked_until_staff_retry_or_the_wish_changes() {
        Access parked =
                Access.first(ID, BUYER, PanelId.CONFIGURED, THIRTY_DAYS, NOW)
                        .refused(1, "no squad named Pro", NOW);

        assertThat(parked).isInstanceOf(Access.Parked.class);
        assertThat(((Access.Parked) parked).retry(NOW).dueAt()).isEqualTo(NOW);
        assertThat(changed(parked.desire(SIXTY_DAYS, NOW)).attempts()).isZero();
    }

    @Test
    void a_user_behind_another_link_differs_whatever_his_limits() {
        Access ready =
                granted(
                                Access.first(ID, BUYER, PanelId.CONFIGURED, THIRTY_DAYS, NOW)
                                        .brought(1, USER, NOW))
                        .access();
        PanelState same = state(THIRTY_DAYS);
        PanelUser revoked =
                new PanelUser(
                        PanelId.CONFIGURED, "2", "other", "https://sub.example.test/other", 0);
        PanelUser busy =
                new PanelUser(
                        PanelId.CONFIGURED, "2", USER.shortUuid(), USER.subscriptionUrl(), 77);

        assertThat(ready.differsFrom(same, revoked, NOW)).isTrue();
        assertThat(ready.differsFrom(same, busy, NOW)).isFalse();
        assertThat(ready.differsFrom(state(SIXTY_DAYS), busy, NOW)).isTrue();
    }

    @Test
    void a_panel_user_never_shows_its_link() {
        assertThat(USER.toString()).doesNotContain(USER.shortUuid());
    }

    @Test
    void the_username_is_ours_and_leads_back_to_the_access() {
        PanelUsername name = PanelUsername.of(ID);

        assertThat(name.text()).isEqualTo("cv_01989a3e00007000800000000000000a").hasSize(35);
        assertThat(PanelUsername.accessOf(name.text())).contains(ID);
        assertThat(PanelUsername.accessOf("alice_01")).isEmpty();
        assertThat(PanelUsername.accessOf("cv_01989A3E00007000800000000000000A")).isEmpty();
    }

    private static AccessSpec spec(int days) {
        Entitlement entitlement =
                new Entitlement(Limit.of(1000), TrafficReset.MONTH, Limit.of(2), List.of("Basic"));
        return new AccessSpec(true, NOW.plus(Duration.ofDays(days)), entitlement);
    }

    private static PanelState state(AccessSpec spec) {
        Entitlement entitlement = spec.entitlement();
        return new PanelState(
                false,
                spec.expireAt(),
                entitlement.trafficBytes(),
                Optional.of(entitlement.reset()),
                Optional.of(entitlement.devices()),
                Set.copyOf(entitlement.serverGroups()));
    }

    private static Brought.Granted granted(Brought brought) {
        assertThat(brought).isInstanceOf(Brought.Granted.class);
        return (Brought.Granted) brought;
    }

    private static Access.Pending changed(Redesire redesire) {
        assertThat(redesire).isInstanceOf(Redesire.Changed.class);
        return ((Redesire.Changed) redesire).access();
    }
}
