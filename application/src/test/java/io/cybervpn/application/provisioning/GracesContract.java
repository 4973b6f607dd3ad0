package io.cybervpn.application.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.GraceReason;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.Grace;
import io.cybervpn.domain.provisioning.model.TrafficMeter;
import io.cybervpn.domain.provisioning.model.TrafficReading;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.cybervpn.domain.provisioning.repository.Graces;
import io.cybervpn.domain.provisioning.repository.TrafficMeters;
import io.cybervpn.domain.shared.Limit;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store of graces does. Graces of others may be there and may be due. */
public abstract class GracesContract {
    protected static final Instant NOW = Instant.parse("2097-01-31T10:00:00.123456Z");

    protected abstract Graces graces();

    protected abstract TrafficMeters meters();

    protected abstract Accesses accesses();

    protected abstract UnitOfWork unitOfWork();

    private <T> T run(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    private Access.Pending access() {
        Access.Pending pending = Wishes.pending(NOW);
        assertThat(run(() -> accesses().add(pending, NOW))).isTrue();
        return pending;
    }

    private static Grace grace(GraceReason reason, int period, Instant begunAt) {
        return new Grace(
                reason,
                NOW.plusSeconds(period),
                period,
                begunAt,
                begunAt.plus(Duration.ofDays(1)),
                1L << 20,
                List.of("Small", "with, comma \"and\" quotes"),
                70,
                Limit.of(100),
                Optional.empty());
    }

    private void put(AccessId access, Grace grace) {
        Void nothing = run(() -> graces().put(access, grace));
        assertThat(nothing).isNull();
    }

    private List<Graces.Due> due(Instant now, AccessId access) {
        return run(() -> graces().due(now, Graces.Mark.START, 1000)).stream()
                .filter(one -> one.access().equals(access))
                .toList();
    }

    @Test
    void what_is_stored_is_found_newest_first_and_each_end_and_period_has_one() {
        AccessId id = access().desire().id();
        Grace old = grace(GraceReason.LIMIT, 1, NOW);
        Grace later = grace(GraceReason.END, 1, NOW.plusSeconds(5));
        put(id, old);
        put(id, later);
        assertThat(run(() -> graces().of(id))).containsExactly(later, old);
        assertThat(run(() -> graces().open(id))).contains(later);

        Grace closed = later.in(2).closed(NOW.plusSeconds(9));
        put(id, closed);
        assertThat(run(() -> graces().of(id))).containsExactly(closed, old);
        assertThat(run(() -> graces().open(id))).contains(old);
        put(id, grace(GraceReason.LIMIT, 2, NOW.plusSeconds(7)));
        assertThat(run(() -> graces().of(id))).hasSize(3);
        assertThat(run(() -> graces().of(Wishes.access()))).isEmpty();
        assertThat(run(() -> graces().open(Wishes.access()))).isEmpty();
    }

    @Test
    void an_unlimited_plan_and_no_groups_are_kept_too() {
        AccessId id = access().desire().id();
        Grace plain =
                new Grace(
                        GraceReason.END,
                        NOW,
                        1,
                        NOW,
                        NOW.plusSeconds(1),
                        5,
                        List.of(),
                        0,
                        Limit.unlimited(),
                        Optional.of(NOW));
        put(id, plain);
        assertThat(run(() -> graces().of(id))).containsExactly(plain);
        assertThat(due(NOW.plus(Duration.ofDays(9)), id)).isEmpty();
    }

    @Test
    void one_is_due_when_its_time_or_its_period_is_over() {
        Access.Pending access = access();
        AccessId id = access.desire().id();
        Grace grace = grace(GraceReason.LIMIT, 1, NOW);
        put(id, grace);
        Graces.Due due = new Graces.Due(id, access.desire().account(), NOW);
        assertThat(due(NOW, id)).isEmpty();
        assertThat(due(grace.until(), id)).containsExactly(due);

        TrafficReading reading = new TrafficReading(1, Optional.empty(), Optional.empty());
        TrafficMeter first = TrafficMeter.first(reading, Limit.of(100), NOW).meter();
        count(id, first);
        assertThat(due(NOW, id)).isEmpty();
        TrafficReading reset = new TrafficReading(0, Optional.empty(), Optional.empty());
        count(id, first.read(reset, Limit.of(100), NOW).meter());
        assertThat(due(NOW, id)).containsExactly(due);
        put(id, grace.in(2));
        put(id, grace.closed(NOW));
        assertThat(run(() -> graces().of(id)))
                .allSatisfy(one -> assertThat(one.begunAt()).isEqualTo(NOW));
    }

    @Test
    void what_is_due_is_read_on_behind_a_mark_though_nothing_of_it_was_done() {
        Instant begun = NOW.minus(Duration.ofDays(40));
        List<AccessId> all =
                Stream.generate(() -> access().desire().id())
                        .limit(3)
                        .sorted(Comparator.comparing(id -> id.value().toString()))
                        .toList();
        all.forEach(id -> put(id, grace(GraceReason.LIMIT, 1, begun)));
        Graces.Mark mark = new Graces.Mark(begun.minusNanos(1_000), Graces.Mark.START.access());
        List<AccessId> read = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Graces.Mark from = mark;
            Graces.Due one = run(() -> graces().due(NOW, from, 1)).getFirst();
            read.add(one.access());
            mark = new Graces.Mark(one.begunAt(), one.access());
        }
        assertThat(read).containsExactlyElementsOf(all);
        Graces.Mark end = mark;
        assertThat(run(() -> graces().due(NOW, end, 1000)))
                .noneMatch(one -> all.contains(one.access()));
    }

    private void count(AccessId id, TrafficMeter meter) {
        Void nothing =
                run(
                        () ->
                                meters().keep(
                                                List.of(new TrafficMeters.Kept(id, meter, 0)),
                                                LocalDate.of(2097, 1, 31),
                                                NOW));
        assertThat(nothing).isNull();
    }
}
