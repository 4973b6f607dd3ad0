package io.cybervpn.application.schedule;

import io.cybervpn.application.schedule.port.ScheduledTask;
import io.cybervpn.application.schedule.port.ScheduledTasks;
import io.cybervpn.application.schedule.port.TaskMeter;
import io.cybervpn.application.shared.Backoff;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.domain.schedule.Firing;
import io.cybervpn.domain.schedule.Rhythm;
import io.cybervpn.domain.schedule.RunOutcome;
import io.cybervpn.domain.schedule.Settlement;
import io.cybervpn.domain.schedule.TaskName;
import io.cybervpn.domain.schedule.model.Lease;
import io.cybervpn.domain.schedule.repository.Schedules;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Runs what the clock starts. Any number of instances may do it: a task is with the one that took
 * it, until it is settled or its lease of {@link Lease#LENGTH} ends because the instance died. What
 * this instance runs it never takes again, whatever became of the lease.
 */
@Singleton
public final class RunTasks {
    private static final Backoff RETRY = new Backoff(Rhythm.RETRY_MAX);
    private static final int ERROR_LENGTH_MAX = 500;

    private final Schedules schedules;
    private final ScheduledTasks tasks;
    private final TaskMeter meter;
    private final Ids ids;
    private final Clock clock;
    private final Map<TaskName, UUID> running = new ConcurrentHashMap<>();

    @Inject
    RunTasks(Schedules schedules, ScheduledTasks tasks, TaskMeter meter, Ids ids, Clock clock) {
        this.schedules = schedules;
        this.tasks = tasks;
        this.meter = meter;
        this.ids = ids;
        this.clock = clock;
    }

    /** Says which tasks there are; at the start of an instance. Repeatable. */
    public Uni<Void> announce() {
        return schedules.announce(known(clock.instant()));
    }

    /**
     * Takes one task that is due, for {@link #run}; empty when none is.
     *
     * @param instance the name of this instance
     */
    public Uni<Optional<Firing>> take(String instance) {
        Instant now = clock.instant();
        List<Schedules.Known> free =
                known(now).stream().filter(one -> !running.containsKey(one.task())).toList();
        return free.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : schedules
                        .claim(free, ids.next(), new Lease(instance, now))
                        .invoke(
                                taken ->
                                        taken.ifPresent(
                                                firing ->
                                                        running.put(firing.task(), firing.run())));
    }

    /** Goes on holding what runs here. Answers those that somebody else took meanwhile. */
    public Uni<Set<TaskName>> hold(String instance) {
        Map<TaskName, UUID> held = Map.copyOf(running);
        return held.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : schedules
                        .prolong(held.values(), new Lease(instance, clock.instant()))
                        .map(still -> lost(held, still));
    }

    private Set<TaskName> lost(Map<TaskName, UUID> held, Set<UUID> still) {
        return held.entrySet().stream()
                .filter(one -> !still.contains(one.getValue()))
                .map(Map.Entry::getKey)
                .filter(running::containsKey)
                .collect(Collectors.toSet());
    }

    /** Whether nothing runs here at this moment. */
    public boolean rests() {
        return running.isEmpty();
    }

    /**
     * Runs what was taken, and settles it. Never fails because the task did.
     *
     * @return how it ended; empty if somebody else had taken it meanwhile
     */
    public Uni<Optional<Settlement>> run(Firing firing) {
        Instant begun = clock.instant();
        ScheduledTask task = find(firing.task());
        return Uni.createFrom()
                .deferred(task::run)
                .map(done -> settlement(firing, RunOutcome.DONE, done, Optional.empty()))
                .onFailure()
                .recoverWithItem(
                        failure ->
                                settlement(
                                        firing, RunOutcome.FAILED, 0, Optional.of(told(failure))))
                .invoke(
                        ended ->
                                meter.ran(
                                        firing.task(),
                                        ended.outcome(),
                                        Duration.between(begun, ended.endedAt())))
                .chain(
                        ended ->
                                schedules
                                        .settle(ended)
                                        .map(
                                                held ->
                                                        held
                                                                ? Optional.of(ended)
                                                                : Optional.<Settlement>empty()))
                .onTermination()
                .invoke(() -> running.remove(firing.task()));
    }

    private Settlement settlement(
            Firing firing, RunOutcome outcome, long done, Optional<String> error) {
        Instant now = clock.instant();
        Instant next =
                find(firing.task())
                        .rhythm()
                        .map(rhythm -> rhythm.after(firing.dueAt(), now))
                        .orElse(now);
        Instant retry = now.plus(RETRY.after(firing.attempt()));
        boolean soon = outcome != RunOutcome.DONE && retry.isBefore(next);
        return new Settlement(firing, outcome, done, error, now, soon ? retry : next);
    }

    private ScheduledTask find(TaskName name) {
        return tasks.all().stream()
                .filter(task -> task.task().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no task " + name.text()));
    }

    private List<Schedules.Known> known(Instant now) {
        return tasks.all().stream()
                .flatMap(task -> task.rhythm().map(rhythm -> known(task, rhythm, now)).stream())
                .toList();
    }

    private static Schedules.Known known(ScheduledTask task, Rhythm rhythm, Instant now) {
        return new Schedules.Known(
                task.task(), rhythm.text(), rhythm.first(now), rhythm.latest(now));
    }

    private static String told(Throwable failure) {
        String text = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return text.length() > ERROR_LENGTH_MAX ? text.substring(0, ERROR_LENGTH_MAX) : text;
    }
}
