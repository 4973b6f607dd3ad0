package io.cybervpn.application.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.schedule.port.ScheduledTask;
import io.cybervpn.application.shared.FixedIds;
import io.cybervpn.application.shared.MovableClock;
import io.cybervpn.domain.schedule.Firing;
import io.cybervpn.domain.schedule.Rhythm;
import io.cybervpn.domain.schedule.RunOutcome;
import io.cybervpn.domain.schedule.Settlement;
import io.cybervpn.domain.schedule.TaskName;
import io.cybervpn.domain.schedule.model.Lease;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R188: one firing is run once, whatever becomes of instances. */
class RunTasksTest {
    private static final TaskName NAME = new TaskName("test.work");
    private static final Duration PERIOD = Duration.ofMinutes(5);

    private final MovableClock clock = new MovableClock();
    private final InMemorySchedules schedules = new InMemorySchedules();
    private final FixedIds ids = new FixedIds();
    private final List<RunOutcome> measured = new ArrayList<>();
    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicReference<Supplier<Uni<Long>>> work =
            new AtomicReference<>(() -> Uni.createFrom().item(1L));
    private final RunTasks first = instance();
    private final RunTasks second = instance();

    private RunTasks instance() {
        ScheduledTask task =
                new ScheduledTask() {
                    @Override
                    public TaskName task() {
                        return NAME;
                    }

                    @Override
                    public Optional<Rhythm> rhythm() {
                        return Optional.of(new Rhythm.Every(PERIOD));
                    }

                    @Override
                    public Uni<Long> run() {
                        runs.incrementAndGet();
                        return work.get().get();
                    }
                };
        return new RunTasks(
                schedules,
                () -> List.of(task),
                (name, outcome, took) -> measured.add(outcome),
                ids,
                clock);
    }

    @BeforeEach
    void open() {
        announce(first);
        announce(second);
        clock.advance(Duration.ofMinutes(1));
    }

    private static void announce(RunTasks instance) {
        instance.announce().await().indefinitely();
    }

    private static Optional<Firing> take(RunTasks instance, String name) {
        return instance.take(name).await().indefinitely();
    }

    private static Optional<Settlement> run(RunTasks instance, Firing firing) {
        return instance.run(firing).await().indefinitely();
    }

    @Test
    void two_instances_run_one_firing_once_and_the_next_at_its_time() {
        Firing firing = take(first, "a").orElseThrow();
        assertThat(take(second, "b")).isEmpty();
        assertThat(run(first, firing)).map(Settlement::done).contains(1L);
        assertThat(first.rests()).isTrue();
        assertThat(take(second, "b")).isEmpty();
        clock.advance(PERIOD);
        assertThat(take(second, "b")).isPresent();
        assertThat(take(first, "a")).isEmpty();
        assertThat(runs).hasValue(1);
        assertThat(measured).containsExactly(RunOutcome.DONE);
    }

    @Test
    void a_month_that_was_missed_is_made_up_for_once() {
        clock.advance(Duration.ofDays(30));
        run(first, take(first, "a").orElseThrow());
        assertThat(take(first, "a")).isEmpty();
        assertThat(take(second, "b")).isEmpty();
        assertThat(runs).hasValue(1);
    }

    @Test
    void what_fails_is_told_and_tried_again_soon_and_ever_more_rarely() {
        work.set(() -> Uni.createFrom().failure(new IllegalStateException("broken")));
        Settlement ended = run(first, take(first, "a").orElseThrow()).orElseThrow();
        assertThat(ended.outcome()).isEqualTo(RunOutcome.FAILED);
        assertThat(ended.error()).contains("IllegalStateException: broken");
        assertThat(ended.nextAt()).isEqualTo(clock.instant().plusSeconds(1));

        clock.advance(Duration.ofSeconds(1));
        Settlement again = run(second, take(second, "b").orElseThrow()).orElseThrow();
        assertThat(again.nextAt()).isEqualTo(clock.instant().plusSeconds(2));

        work.set(() -> Uni.createFrom().item(2L));
        clock.advance(Duration.ofSeconds(2));
        Settlement done = run(first, take(first, "a").orElseThrow()).orElseThrow();
        assertThat(done.outcome()).isEqualTo(RunOutcome.DONE);
        assertThat(done.firing().attempt()).isEqualTo(3);
        assertThat(take(first, "a")).isEmpty();
    }

    @Test
    void a_task_that_throws_instead_of_failing_is_settled_too() {
        work.set(
                () -> {
                    throw new IllegalStateException("thrown");
                });
        assertThat(run(first, take(first, "a").orElseThrow()))
                .map(Settlement::outcome)
                .contains(RunOutcome.FAILED);
        assertThat(first.rests()).isTrue();
    }

    @Test
    void a_dead_instance_is_followed_and_one_that_wakes_up_settles_nothing() {
        CompletableFuture<Long> hanging = new CompletableFuture<>();
        work.set(() -> Uni.createFrom().completionStage(hanging));
        AtomicReference<Optional<Settlement>> woken = new AtomicReference<>();
        first.run(take(first, "a").orElseThrow()).subscribe().with(woken::set);

        clock.advance(Lease.LENGTH);
        assertThat(take(first, "a")).as("it runs here still").isEmpty();
        work.set(() -> Uni.createFrom().item(5L));
        assertThat(run(second, take(second, "b").orElseThrow())).isPresent();

        assertThat(first.hold("a").await().indefinitely()).containsExactly(NAME);
        assertThat(hanging.complete(9L)).isTrue();
        assertThat(woken.get()).isEmpty();
        assertThat(schedules.all().await().indefinitely().getFirst().last())
                .map(ScheduleView.Last::done)
                .contains(5L);
    }

    @Test
    void who_holds_on_for_an_hour_is_left_alone() {
        CompletableFuture<Long> hanging = new CompletableFuture<>();
        work.set(() -> Uni.createFrom().completionStage(hanging));
        AtomicReference<Optional<Settlement>> ended = new AtomicReference<>();
        first.run(take(first, "a").orElseThrow()).subscribe().with(ended::set);
        for (int minute = 0; minute < 120; minute++) {
            clock.advance(Duration.ofSeconds(30));
            assertThat(first.hold("a").await().indefinitely()).isEmpty();
            assertThat(take(second, "b")).isEmpty();
        }
        assertThat(hanging.complete(9L)).isTrue();
        assertThat(ended.get()).map(Settlement::done).contains(9L);
    }
}
