package io.cybervpn.application.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.application.provisioning.port.PanelBusy;
import io.cybervpn.application.provisioning.port.PanelRefused;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.VpnPanel;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.AccessSpec;
import io.cybervpn.domain.provisioning.model.Difference;
import io.cybervpn.domain.provisioning.model.PanelState;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.domain.shared.Limit;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * R112–R116: what every panel does for us. It has the server groups Basic and Pro, and may have
 * users of others.
 */
public abstract class VpnPanelContract {
    private static final Duration MONTH = Duration.ofDays(30);
    private static final int ASKED_MAX = 20;

    protected abstract VpnPanel panel();

    protected abstract Instant now();

    /** What the panel holds, asked behind the adapter's back. */
    protected abstract Optional<PanelState> state(AccessId access);

    protected abstract void down(boolean isDown);

    /** The next user is made, but nobody is told. */
    protected abstract void loseAnswerOfNextCreation();

    protected abstract void removeByHand(AccessId access);

    protected abstract void switchOffByHand(AccessId access);

    /** Whether a user that was removed and made anew has the link that he had. */
    protected boolean keepsLinks() {
        return false;
    }

    /** What a plan gives there, of the group Basic. */
    protected Entitlement small() {
        return Wishes.LIMITED;
    }

    /** What a greater plan gives. */
    protected Entitlement large() {
        return Wishes.UNLIMITED;
    }

    /** What this kind of panel does not keep; all else must be there to be seen. */
    protected Set<Difference> unkept() {
        return Set.of();
    }

    /** What the panel is at work on is done now. */
    protected void finishWork() {}

    private PanelUser bring(AccessId access, AccessSpec spec) {
        return done(() -> panel().bring(access, spec));
    }

    private void remove(AccessId access) {
        done(() -> panel().remove(access).replaceWith(true));
    }

    /** A panel that is at work on something is asked again. */
    private <T> T done(Supplier<Uni<T>> call) {
        return Uni.createFrom()
                .deferred(call::get)
                .onFailure(PanelBusy.class)
                .invoke(this::finishWork)
                .onFailure(PanelBusy.class)
                .retry()
                .atMost(ASKED_MAX)
                .await()
                .indefinitely();
    }

    private AccessSpec month() {
        return until(now().plus(MONTH));
    }

    private AccessSpec until(Instant end) {
        return new AccessSpec(true, end, small());
    }

    private void assertAsDesired(AccessId access, AccessSpec spec) {
        PanelState state = state(access).orElseThrow();
        assertThat(spec.differencesFrom(state, now())).isEmpty();
        assertThat(state.disabled()).isEqualTo(!spec.usableAt(now()));
        assertThat(state.unkept()).isEqualTo(unkept());
    }

    @Test
    void who_is_removed_is_gone_and_may_be_removed_again() {
        AccessId access = Wishes.access();
        PanelUser first = bring(access, month());

        remove(access);
        assertThat(state(access)).isEmpty();
        remove(access);

        assertThat(bring(access, month()).shortUuid().equals(first.shortUuid()))
                .isEqualTo(keepsLinks());
    }

    @Test
    void an_absent_user_is_made_as_desired() {
        AccessId access = Wishes.access();
        AccessSpec spec = month();

        PanelUser user = bring(access, spec);

        assertAsDesired(access, spec);
        assertThat(user.subscriptionUrl()).contains(user.shortUuid());
    }

    @Test
    void bringing_twice_is_bringing_once() {
        AccessId access = Wishes.access();
        AccessSpec spec = month();

        PanelUser first = bring(access, spec);

        assertThat(bring(access, spec)).isEqualTo(first);
        assertAsDesired(access, spec);
        StatePromises.assertEnds(state(access).orElseThrow(), spec.expireAt(), unkept());
    }

    @Test
    void a_renewal_to_another_plan_keeps_the_link() {
        AccessId access = Wishes.access();
        PanelUser first = bring(access, month());
        AccessSpec more = new AccessSpec(true, now().plus(MONTH).plus(MONTH), large());

        PanelUser renewed = bring(access, more);

        assertThat(renewed.subscriptionUrl()).isEqualTo(first.subscriptionUrl());
        assertAsDesired(access, more);
        StatePromises.assertGives(state(access).orElseThrow(), large(), unkept());
        assertThat(state(access).orElseThrow().serverGroups())
                .containsExactlyInAnyOrderElementsOf(large().serverGroups());
        AccessSpec less = month();
        assertThat(bring(access, less).ref()).isEqualTo(first.ref());
        assertAsDesired(access, less);
        StatePromises.assertGives(state(access).orElseThrow(), small(), unkept());
    }

    @Test
    void a_server_group_that_the_panel_lacks_is_refused_by_name_and_makes_no_user() {
        AccessId access = Wishes.access();
        Entitlement strange =
                new Entitlement(
                        Limit.of(1),
                        TrafficReset.DAY,
                        Limit.of(1),
                        List.of("Basic", "Atlantis"),
                        small().resources());

        assertThatThrownBy(() -> bring(access, new AccessSpec(true, now().plus(MONTH), strange)))
                .isInstanceOf(PanelRefused.class)
                .hasMessageContaining("Atlantis");
        assertThat(state(access)).isEmpty();
    }

    @Test
    void a_panel_that_is_down_is_unavailable_and_takes_the_wish_when_it_is_back() {
        AccessId access = Wishes.access();
        down(true);
        assertThatThrownBy(() -> bring(access, month())).isInstanceOf(PanelUnavailable.class);
        assertThatThrownBy(() -> panel().users(Optional.empty(), 10).await().indefinitely())
                .isInstanceOf(PanelUnavailable.class);
        down(false);
        AccessSpec spec = month();

        PanelUser user = bring(access, spec);

        assertThat(user.ref()).isNotEmpty();
        assertAsDesired(access, spec);
    }

    @Test
    void a_creation_whose_answer_got_lost_is_not_made_twice() {
        AccessId access = Wishes.access();
        AccessSpec spec = month();
        loseAnswerOfNextCreation();
        assertThatThrownBy(() -> bring(access, spec)).isInstanceOf(PanelUnavailable.class);
        assertThat(state(access)).isPresent();

        PanelUser user = bring(access, spec);

        assertThat(entries().stream().filter(entry -> entry.access().equals(access)))
                .extracting(VpnPanel.Entry::user)
                .containsExactly(user);
    }

    @Test
    void what_was_done_by_hand_is_undone() {
        AccessId access = Wishes.access();
        AccessSpec spec = month();
        PanelUser first = bring(access, spec);
        switchOffByHand(access);
        assertThat(bring(access, spec)).isEqualTo(first);
        assertAsDesired(access, spec);

        removeByHand(access);

        assertThat(bring(access, spec).subscriptionUrl().equals(first.subscriptionUrl()))
                .isEqualTo(keepsLinks());
        assertAsDesired(access, spec);
    }

    @Test
    void an_access_that_should_have_ended_is_off_until_it_is_renewed() {
        AccessId access = Wishes.access();
        PanelUser first = bring(access, month());
        AccessSpec ended = until(now().minusSeconds(60));

        assertThat(bring(access, ended).ref()).isEqualTo(first.ref());
        assertThat(state(access).orElseThrow().disabled()).isTrue();

        AccessSpec renewed = until(now().plus(MONTH).plusSeconds(1));
        assertThat(bring(access, renewed).ref()).isEqualTo(first.ref());
        assertAsDesired(access, renewed);
    }

    @Test
    void an_access_that_is_taken_away_is_off_and_comes_back() {
        AccessId access = Wishes.access();
        AccessSpec off = new AccessSpec(false, now().plus(MONTH), small());

        PanelUser made = bring(access, off);
        assertThat(state(access).orElseThrow().disabled()).isTrue();

        AccessSpec on = new AccessSpec(true, off.expireAt(), small());
        assertThat(bring(access, on)).isEqualTo(made);
        assertAsDesired(access, on);
    }

    @Test
    void a_purchase_that_was_heard_of_after_its_end_is_brought_without_harm() {
        AccessId access = Wishes.access();

        PanelUser user = bring(access, until(now().minus(MONTH)));

        assertThat(user.ref()).isNotEmpty();
        assertThat(state(access)).isPresent();
    }

    @Test
    void all_users_of_ours_are_found_page_by_page() {
        List<AccessId> ours = Stream.generate(Wishes::access).limit(5).toList();
        AccessSpec spec = month();
        List<PanelUser> users = ours.stream().map(access -> bring(access, spec)).toList();

        List<VpnPanel.Entry> found =
                entries().stream().filter(entry -> ours.contains(entry.access())).toList();

        assertThat(found)
                .extracting(VpnPanel.Entry::access)
                .containsExactlyInAnyOrderElementsOf(ours);
        assertThat(found)
                .extracting(VpnPanel.Entry::user)
                .containsExactlyInAnyOrderElementsOf(users);
        assertThat(found).allMatch(entry -> spec.differencesFrom(entry.state(), now()).isEmpty());
        assertThat(found.getFirst().state().serverGroups()).isEqualTo(Set.of("Basic"));
    }

    private List<VpnPanel.Entry> entries() {
        List<VpnPanel.Entry> all = new ArrayList<>();
        VpnPanel.Page page = panel().users(Optional.empty(), 2).await().indefinitely();
        all.addAll(page.entries());
        while (page.next().isPresent()) {
            page = panel().users(page.next(), 2).await().indefinitely();
            all.addAll(page.entries());
        }
        return all;
    }
}
