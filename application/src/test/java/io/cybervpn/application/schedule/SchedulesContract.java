package io.cybervpn.application.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.schedule.Firing;
import io.cybervpn.domain.schedule.RunOutcome;
import io.cybervpn.domain.schedule.Settlement;
import io.cybervpn.domain.schedule.TaskName;
import io.cybervpn.domain.schedule.model.Lease;
import io.cybervpn.domain.schedule.repository.Schedules;
import io.cybervpn.domain.schedule.repository.Schedules.Known;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of schedules does: a firing is with one instance, and never lost. */
public abstract class SchedulesContract {
    protected static final String OWNER = "contract";

    private static final Instant NOW = Instant.parse("2001-01-31T10:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(5);

    private final TaskName task = new TaskName(OWNER + "." + letters(UUID.randomUUID().toString()));

    protected abstract Schedules schedules();

    protected abstract ScheduleViews views();

    protected abstract UnitOfWork unitOfWork();

    private static String letters(String text) {
        return text.replace("-", "")
                .chars()
                .mapToObj(c -> String.valueOf((char) ('a' + c % 26)))
                .reduce("", String::concat);
    }

    private static <T> T got(Uni<T> answer) {
        return answer.await().indefinitely();
    }

    private <T> T inTransaction(Supplier<Uni<T>> work) {
        return got(unitOfWork().run(work));
    }

    private Known known() {
        return new Known(task, "every PT10S", NOW.plus(SOON), NOW.plus(Duration.ofDays(1)));
    }

    private void announce() {
        got(schedules().announce(List.of(known())).replaceWith(true));
    }

    private Optional<Firing> claim(String instance, Instant now) {
        return got(
                schedules().claim(List.of(known()), UUID.randomUUID(), new Lease(instance, now)));
    }

    private Firing taken(String instance, Instant now) {
        return claim(instance, now).orElseThrow();
    }

    private boolean settle(Firing firing, RunOutcome outcome, long done, Instant nextAt) {
        Optional<String> error =
                outcome == RunOutcome.FAILED ? Optional.of("why") : Optional.empty();
        return got(
                schedules()
                        .settle(
                                new Settlement(
                                        firing, outcome, done, error, nextAt.minus(SOON), nextAt)));
    }

    private ScheduleView seen() {
        return got(views().all()).stream()
                .filter(view -> view.task().equals(task))
                .findFirst()
                .orElseThrow();
    }

    private List<RunView> runs() {
        return got(views().runs(task, Optional.empty(), 50));
    }

    @Test
    void a_task_is_due_at_its_time_and_with_one_instance() {
        announce();
        announce();
        Instant due = NOW.plus(SOON);

        assertThat(claim("a", due.minusMillis(1))).isEmpty();
        Firing firing = taken("a", due);
        assertThat(firing.dueAt()).isEqualTo(due);
        assertThat(firing.attempt()).isEqualTo(1);
        assertThat(claim("b", due)).isEmpty();
        assertThat(seen().running()).contains(new ScheduleView.Running("a", due));

        assertThat(settle(firing, RunOutcome.DONE, 0, due.plusSeconds(10))).isTrue();
        assertThat(settle(firing, RunOutcome.DONE, 0, due.plusSeconds(99))).isFalse();
        assertThat(claim("b", due.plusSeconds(9))).isEmpty();
        assertThat(taken("b", due.plusSeconds(10)).dueAt()).isEqualTo(due.plusSeconds(10));
    }

    @Test
    void of_many_who_ask_at_once_one_gets_it() {
        announce();
        Instant due = NOW.plus(SOON);

        List<Optional<Firing>> answers =
                got(
                        Uni.join()
                                .all(
                                        IntStream.range(0, 20)
                                                .mapToObj(
                                                        i ->
                                                                schedules()
                                                                        .claim(
                                                                                List.of(known()),
                                                                                UUID.randomUUID(),
                                                                                new Lease(
                                                                                        "i" + i,
                                                                                        due)))
                                                .toList())
                                .andFailFast());

        assertThat(answers).filteredOn(Optional::isPresent).hasSize(1);
    }

    @Test
    void what_a_dead_instance_held_is_taken_over_when_its_lease_ends() {
        announce();
        Instant due = NOW.plus(SOON);
        Firing first = taken("dead", due);

        assertThat(claim("b", due.plus(Lease.LENGTH).minusMillis(1))).isEmpty();
        Firing second = taken("b", due.plus(Lease.LENGTH));

        assertThat(second.dueAt()).isEqualTo(due);
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(settle(first, RunOutcome.DONE, 7, due.plusSeconds(99))).isFalse();
        assertThat(settle(second, RunOutcome.DONE, 3, due.plusSeconds(100))).isTrue();
        assertThat(runs())
                .extracting(RunView::outcome)
                .containsExactly(RunOutcome.DONE, RunOutcome.LOST);
        assertThat(runs()).extracting(RunView::instance).containsExactly("b", "dead");
        assertThat(seen().last().map(ScheduleView.Last::done)).contains(3L);
    }

    @Test
    void who_goes_on_holding_is_not_taken_from() {
        announce();
        Instant due = NOW.plus(SOON);
        Firing firing = taken("a", due);
        Instant later = due.plus(Lease.LENGTH).minusSeconds(1);

        Set<UUID> still =
                got(
                        schedules()
                                .prolong(
                                        List.of(firing.run(), UUID.randomUUID()),
                                        new Lease("a", later)));

        assertThat(still).containsExactly(firing.run());
        assertThat(claim("b", due.plus(Lease.LENGTH).plusSeconds(1))).isEmpty();
        assertThat(claim("b", later.plus(Lease.LENGTH))).isPresent();
    }

    @Test
    void a_failure_counts_tries_until_it_is_done_and_is_kept() {
        announce();
        Instant due = NOW.plus(SOON);
        settle(taken("a", due), RunOutcome.FAILED, 0, due.plusSeconds(1));

        assertThat(seen().attempts()).isEqualTo(1);
        assertThat(seen().last().flatMap(ScheduleView.Last::error)).contains("why");
        Firing again = taken("a", due.plusSeconds(1));
        assertThat(again.attempt()).isEqualTo(2);
        settle(again, RunOutcome.DONE, 0, due.plusSeconds(20));
        assertThat(seen().attempts()).isZero();
        assertThat(runs()).extracting(RunView::outcome).containsExactly(RunOutcome.FAILED);
    }

    @Test
    void a_clock_that_was_ahead_stops_nothing() {
        announce();
        Instant due = NOW.plus(SOON);
        Instant ahead = due.plus(Duration.ofDays(400));
        settle(taken("a", due), RunOutcome.DONE, 0, ahead);

        Firing back = taken("b", due.plusSeconds(1));
        assertThat(back.dueAt()).isEqualTo(ahead);
        settle(back, RunOutcome.DONE, 0, due.plusSeconds(10));
        Firing held = taken("ahead", due.plusSeconds(10));
        got(schedules().prolong(List.of(held.run()), new Lease("ahead", ahead)));
        assertThat(claim("b", due.plusSeconds(11))).isPresent();
    }

    @Test
    void staff_run_it_now_hold_it_back_and_let_it_go() {
        announce();
        Instant now = NOW.plusSeconds(1);
        TaskName nobodys = new TaskName(OWNER + ".nobodys");

        assertThat(inTransaction(() -> schedules().ask(nobodys, now)))
                .isEqualTo(Schedules.Wished.UNKNOWN);
        assertThat(inTransaction(() -> schedules().pause(nobodys, true, now)))
                .isEqualTo(Schedules.Wished.UNKNOWN);
        assertThat(inTransaction(() -> schedules().pause(task, true, now)))
                .isEqualTo(Schedules.Wished.DONE);
        assertThat(seen().pausedAt()).contains(now);
        assertThat(claim("a", NOW.plusSeconds(60))).isEmpty();

        assertThat(inTransaction(() -> schedules().ask(task, now)))
                .isEqualTo(Schedules.Wished.DONE);
        Firing asked = taken("a", now);
        assertThat(inTransaction(() -> schedules().ask(task, now)))
                .isEqualTo(Schedules.Wished.RUNS);
        settle(asked, RunOutcome.DONE, 0, now.plusSeconds(10));
        assertThat(runs()).hasSize(1);
        assertThat(claim("a", now.plusSeconds(60))).isEmpty();

        assertThat(inTransaction(() -> schedules().pause(task, false, now)))
                .isEqualTo(Schedules.Wished.DONE);
        assertThat(seen().pausedAt()).isEmpty();
        assertThat(claim("a", now.plusSeconds(60))).isPresent();
    }

    @Test
    void runs_are_read_page_by_page_and_forgotten() {
        announce();
        Instant at = NOW.plus(SOON);
        for (int i = 0; i < 3; i++) {
            settle(
                    taken("a", at.plusSeconds(i * 10L)),
                    RunOutcome.DONE,
                    i + 1,
                    at.plusSeconds((i + 1) * 10L));
        }

        List<RunView> page = got(views().runs(task, Optional.empty(), 2));
        RunView end = page.getLast();
        List<RunView> rest =
                got(
                        views().runs(
                                        task,
                                        Optional.of(
                                                new ScheduleViews.Cursor(
                                                        end.startedAt(), end.id())),
                                        2));

        assertThat(page).extracting(RunView::done).containsExactly(3L, 2L);
        assertThat(rest).extracting(RunView::done).containsExactly(1L);
        assertThat(got(schedules().forget(at.plusSeconds(16), 100))).isGreaterThanOrEqualTo(2);
        assertThat(runs()).extracting(RunView::done).containsExactly(3L);
    }

    @Test
    void another_rhythm_is_noted_and_may_make_it_due_sooner() {
        got(
                schedules()
                        .announce(
                                List.of(
                                        new Known(
                                                task,
                                                "every PT24H",
                                                NOW.plusSeconds(60),
                                                NOW.plus(Duration.ofDays(2)))))
                        .replaceWith(true));
        announce();

        assertThat(seen().rhythm()).isEqualTo("every PT10S");
        assertThat(seen().nextAt()).isEqualTo(NOW.plus(SOON));
    }
}
