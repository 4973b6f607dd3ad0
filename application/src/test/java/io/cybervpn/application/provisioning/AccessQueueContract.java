package io.cybervpn.application.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.Resources;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.AccessSpec;
import io.cybervpn.domain.provisioning.model.Brought;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.cybervpn.domain.shared.Limit;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** That records wait in the queue of their panel. */
public abstract class AccessQueueContract {
    /** So far ahead that the workers of a running application leave these records alone. */
    protected static final Instant NOW = Instant.parse("2099-01-31T10:00:00Z");

    static final Duration LEASE = Duration.ofMinutes(2);
    static final int ALL = 100;

    protected abstract Accesses accesses();

    protected abstract UnitOfWork unitOfWork();

    <T> T run(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    Access.Pending added() {
        Access.Pending access = Wishes.pending(NOW);
        run(() -> accesses().add(access, NOW));
        return access;
    }

    Access.Ready ready() {
        Access.Pending pending = added();
        Access.Ready ready = granted(pending, Wishes.user());
        run(() -> accesses().settle(ready, NOW));
        release(pending.desire().id());
        return ready;
    }

    /** A settled record keeps the due time of its wish until a worker has claimed it. */
    void release(AccessId id) {
        if (claimed(NOW).contains(id)) {
            Access access = stored(id);
            run(() -> accesses().settle(access, NOW));
        }
    }

    static Access.Ready granted(Access access, PanelUser user) {
        Brought brought = access.brought(access.desire().generation(), user, NOW);
        return ((Brought.Granted) brought).access();
    }

    Access stored(AccessId id) {
        return run(() -> accesses().find(id)).orElseThrow();
    }

    List<AccessId> claimed(Instant now) {
        return run(() -> accesses().claim(PanelId.CONFIGURED, ALL, now, LEASE)).stream()
                .map(access -> access.desire().id())
                .toList();
    }

    @Test
    void who_takes_for_one_panel_takes_nothing_of_another() {
        Access.Pending access = added();

        assertThat(run(() -> accesses().claim(new PanelId(UUID.randomUUID()), ALL, NOW, LEASE)))
                .isEmpty();
        assertThat(claimed(NOW)).contains(access.desire().id());
    }

    @Test
    void what_is_given_back_is_as_it_was_and_due_when_it_is_said() {
        Access failing = added().failed(1, "no answer", NOW.minusSeconds(10));
        run(() -> accesses().settle(failing, NOW));
        AccessId id = failing.desire().id();
        assertThat(claimed(NOW)).contains(id);

        run(() -> accesses().release(id, NOW.plusSeconds(2)));

        assertThat(stored(id).attempts()).isEqualTo(1);
        assertThat(claimed(NOW.plusSeconds(1))).doesNotContain(id);
        assertThat(claimed(NOW.plusSeconds(2))).contains(id);
    }

    @Test
    void what_a_panel_is_at_work_on_is_kept_and_due_when_it_is_to_be_asked() {
        Entitlement machine =
                new Entitlement(
                        Limit.unlimited(),
                        TrafficReset.NO_RESET,
                        Limit.unlimited(),
                        List.of("Basic"),
                        new Resources.Machine(100, 2048, 10_240, 1, 2, 3));
        AccessSpec spec = new AccessSpec(true, NOW.plus(Duration.ofDays(30)), machine);
        Access.Pending access =
                Access.first(
                        Wishes.access(),
                        new AccountId(UUID.randomUUID()),
                        PanelId.CONFIGURED,
                        spec,
                        NOW);
        AccessId id = access.desire().id();
        run(() -> accesses().add(access, NOW));
        assertThat(claimed(NOW)).contains(id);

        Access busy = access.busy(1, "installing", Duration.ofSeconds(20), NOW);
        run(() -> accesses().settle(busy, NOW));

        assertThat(stored(id)).isEqualTo(busy);
        assertThat(run(() -> accesses().recheck(Set.of(id), NOW))).isZero();
        assertThat(claimed(NOW.plusSeconds(19))).doesNotContain(id);
        assertThat(claimed(NOW.plusSeconds(20))).contains(id);
        Access.Ready ready = granted(stored(id), Wishes.user());
        run(() -> accesses().settle(ready, NOW));
        assertThat(stored(id)).isEqualTo(ready);
    }

    @Test
    void what_another_panel_says_of_a_user_is_not_what_we_know_of_him() {
        Access.Ready ready = ready();
        AccessId id = ready.desire().id();
        PanelId other = new PanelId(UUID.randomUUID());

        run(() -> accesses().sighted(other, List.of(Accesses.Usage.of(id, Wishes.user())), NOW));

        assertThat(stored(id)).isEqualTo(ready);
        assertThat(run(() -> accesses().unseen(other, NOW.plusSeconds(5), ALL))).isEmpty();
    }
}
