package io.cybervpn.application.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.Brought;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.domain.provisioning.model.Sight;
import io.cybervpn.domain.provisioning.model.TrafficMeter;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.cybervpn.domain.provisioning.repository.TrafficMeters;
import io.cybervpn.domain.provisioning.repository.TrafficMeters.Day;
import io.cybervpn.domain.provisioning.repository.TrafficMeters.Kept;
import io.cybervpn.domain.provisioning.repository.TrafficMeters.Uncounted;
import io.cybervpn.domain.shared.Limit;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every store of meters does. Other accesses may be there and may be uncounted. */
public abstract class TrafficMetersContract {
    protected static final Instant NOW = Instant.parse("2099-01-31T10:00:00Z");

    private static final LocalDate DAY = LocalDate.of(2099, 1, 31);
    private static final Limit LIMIT = Wishes.LIMITED.trafficBytes();

    protected abstract TrafficMeters meters();

    protected abstract Accesses accesses();

    protected abstract UnitOfWork unitOfWork();

    private <T> T run(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    private Access.Ready ready() {
        Access.Pending pending = Wishes.pending(NOW);
        run(() -> accesses().add(pending, NOW));
        Brought brought = pending.brought(1, Wishes.user(), NOW);
        Access.Ready ready = ((Brought.Granted) brought).access();
        run(() -> accesses().settle(ready, NOW));
        return ready;
    }

    private Optional<Uncounted> uncounted(AccessId id) {
        return run(() -> meters().takeTurn().chain(() -> meters().uncounted(before(id), 1, NOW)))
                .stream()
                .filter(one -> one.access().equals(id))
                .findFirst();
    }

    /** Ids are random, so that the one just before is of nobody. */
    private static Optional<AccessId> before(AccessId id) {
        UUID value = id.value();
        return Optional.of(
                new AccessId(
                        new UUID(
                                value.getMostSignificantBits(),
                                value.getLeastSignificantBits() - 1)));
    }

    private void sighted(AccessId id, PanelUser user) {
        run(() -> accesses().sighted(user.panel(), List.of(Accesses.Usage.of(id, user)), NOW));
    }

    private static PanelUser using(long used, long lifetime, Instant resetAt) {
        PanelUser user = Wishes.user();
        return new PanelUser(
                user.panel(),
                user.ref(),
                user.shortUuid(),
                user.subscriptionUrl(),
                used,
                Optional.of(lifetime),
                Optional.of(resetAt));
    }

    private TrafficMeter.Counted keep(Uncounted one) {
        TrafficMeter.Counted counted =
                one.meter()
                        .map(meter -> meter.read(one.reading(), one.limit(), NOW))
                        .orElseGet(() -> TrafficMeter.first(one.reading(), one.limit(), NOW));
        Kept kept = new Kept(one.access(), counted.meter(), counted.deltaBytes());
        run(() -> meters().keep(List.of(kept), DAY, NOW));
        return counted;
    }

    private List<Day> days(AccessId id) {
        return run(() -> meters().days(id, DAY.minusDays(400), DAY));
    }

    @Test
    void a_reading_is_uncounted_until_it_is_kept_and_again_when_it_changes() {
        Access.Ready access = ready();
        AccessId id = access.desire().id();
        Uncounted first = uncounted(id).orElseThrow();
        assertThat(first.limit()).isEqualTo(LIMIT);
        assertThat(first.account()).isEqualTo(access.desire().account());
        assertThat(first.usable()).isTrue();
        assertThat(first.meter()).isEmpty();
        assertThat(first.reading().usedBytes()).isEqualTo(1_000);
        TrafficMeter.Counted counted = keep(first);

        assertThat(uncounted(id)).isEmpty();
        assertThat(run(() -> meters().find(id))).contains(counted.meter());
        assertThat(days(id)).containsExactly(new Day(DAY, 1_000));

        Instant resetAt = NOW.truncatedTo(ChronoUnit.MILLIS);
        sighted(id, using(200, 5_000, resetAt));
        Uncounted second = uncounted(id).orElseThrow();
        assertThat(second.meter()).contains(counted.meter());
        assertThat(second.reading().lifetimeBytes()).contains(5_000L);
        assertThat(second.reading().resetAt()).contains(resetAt);
        TrafficMeter.Counted next = keep(second);
        assertThat(next.meter().period()).isEqualTo(2);
        assertThat(run(() -> meters().find(id))).contains(next.meter());
        assertThat(uncounted(id)).isEmpty();
        assertThat(days(id)).containsExactly(new Day(DAY, 1_000 + next.deltaBytes()));
    }

    @Test
    void another_limit_is_looked_at_and_an_ended_access_is_not_usable() {
        AccessId id = ready().desire().id();
        Uncounted one = uncounted(id).orElseThrow();
        TrafficMeter meter = TrafficMeter.first(one.reading(), Limit.unlimited(), NOW).meter();
        run(() -> meters().keep(List.of(new Kept(id, meter, 0)), DAY, NOW));

        assertThat(uncounted(id).orElseThrow().meter()).contains(meter);
        assertThat(days(id)).isEmpty();
        Instant later = Instant.parse("2199-01-01T00:00:00Z");
        assertThat(run(() -> meters().uncounted(before(id), 1, later)).getFirst().usable())
                .isFalse();
    }

    @Test
    void accesses_come_in_their_order_and_batches_do_not_overlap() {
        for (int i = 0; i < 3; i++) {
            assertThat(ready()).isNotNull();
        }
        List<Uncounted> two = run(() -> meters().uncounted(Optional.empty(), 2, NOW));
        Optional<AccessId> last = Optional.of(two.getLast().access());
        List<Uncounted> next = run(() -> meters().uncounted(last, 2, NOW));

        assertThat(two).hasSize(2);
        assertThat(next).isNotEmpty();
        assertThat(next).doesNotContainAnyElementsOf(two);
        assertThat(two.getFirst().access().value().toString())
                .isLessThan(two.getLast().access().value().toString());
    }

    @Test
    void monthly_resets_that_did_not_happen_are_found_by_one_who_looks() {
        Access.Ready access = ready();
        AccessId id = access.desire().id();
        TrafficMeter meter = keep(uncounted(id).orElseThrow()).meter();
        Instant since = NOW.plusSeconds(60);

        assertThat(forgotten(since)).containsExactly(new TrafficMeters.Forgotten(id, known(id)));
        assertThat(forgotten(meter.periodSince())).as("of this period").isEmpty();
        sighted(id, using(1_000, 5_000, since));
        assertThat(forgotten(since)).as("the panel says that it was reset").isEmpty();
        sighted(id, using(0, 5_000, NOW.minusSeconds(60)));
        assertThat(forgotten(since)).as("nothing was used").isEmpty();

        Instant later = NOW.plus(Duration.ofDays(365));
        assertThat(run(() -> meters().takeResetTurn(later, Duration.ofHours(1)))).isTrue();
        assertThat(run(() -> meters().takeResetTurn(later, Duration.ofHours(1)))).isFalse();
        Instant next = later.plus(Duration.ofHours(1));
        assertThat(run(() -> meters().takeResetTurn(next, Duration.ofHours(1)))).isTrue();
    }

    private PanelUser known(AccessId id) {
        Access known = run(() -> accesses().find(id)).orElseThrow();
        return ((Sight.Seen) known.sight()).user();
    }

    /** Of the future alone: others may be there of the present. */
    private List<TrafficMeters.Forgotten> forgotten(Instant since) {
        return run(() -> meters().forgottenResets(since, NOW, 1_000));
    }

    @Test
    void days_are_forgotten_by_age_and_by_owner_and_meters_stay() {
        Access.Ready access = ready();
        AccessId id = access.desire().id();
        Uncounted one = uncounted(id).orElseThrow();
        TrafficMeter meter = keep(one).meter();
        LocalDate old = LocalDate.of(2001, 1, 1);
        run(() -> meters().keep(List.of(new Kept(id, meter, 7)), old, NOW));
        assertThat(run(() -> meters().days(id, old, old))).containsExactly(new Day(old, 7));

        assertThat(run(() -> meters().forgetDays(old.plusDays(1), 100))).isEqualTo(1);
        assertThat(run(() -> meters().days(id, old, old))).isEmpty();
        assertThat(days(id)).hasSize(1);

        run(() -> meters().forgetOf(access.desire().account()));
        assertThat(days(id)).isEmpty();
        assertThat(run(() -> meters().find(id))).contains(meter);
    }
}
