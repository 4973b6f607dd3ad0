package io.cybervpn.application.schedule;

import io.cybervpn.domain.schedule.Firing;
import io.cybervpn.domain.schedule.RunOutcome;
import io.cybervpn.domain.schedule.Settlement;
import io.cybervpn.domain.schedule.TaskName;
import io.cybervpn.domain.schedule.model.Lease;
import io.cybervpn.domain.schedule.repository.Schedules;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** Schedules in memory, whole call after whole call. */
public final class InMemorySchedules implements Schedules, ScheduleViews {
    private static final class Row {
        private String rhythm = "";
        private Instant nextAt = Instant.MIN;
        private Optional<Instant> pausedAt = Optional.empty();
        private boolean asked;
        private int attempts;
        private Optional<Held> held = Optional.empty();
        private Optional<ScheduleView.Last> last = Optional.empty();
    }

    private record Held(
            UUID run, String by, Instant dueAt, Instant startedAt, Instant leaseUntil) {}

    private final Map<String, Row> rows = new TreeMap<>();
    private final Map<String, List<RunView>> runs = new HashMap<>();

    @Override
    public synchronized Uni<Void> announce(Collection<Known> tasks) {
        tasks.forEach(this::announce);
        return Uni.createFrom().voidItem();
    }

    private void announce(Known known) {
        Row row = rows.get(known.task().text());
        if (row == null) {
            row = new Row();
            row.nextAt = known.firstAt();
            rows.put(known.task().text(), row);
        } else if (!row.rhythm.equals(known.rhythm()) && known.firstAt().isBefore(row.nextAt)) {
            row.nextAt = known.firstAt();
        }
        row.rhythm = known.rhythm();
    }

    @Override
    public synchronized Uni<Optional<Firing>> claim(
            Collection<Known> tasks, UUID run, Lease lease) {
        return Uni.createFrom()
                .item(
                        tasks.stream()
                                .filter(known -> rows.containsKey(known.task().text()))
                                .filter(known -> isDue(known, lease))
                                .min(
                                        Comparator.comparing(
                                                        (Known known) -> row(known.task()).nextAt)
                                                .thenComparing(known -> known.task().text()))
                                .map(known -> take(known.task(), run, lease)));
    }

    private boolean isDue(Known known, Lease lease) {
        Row row = row(known.task());
        boolean free = row.pausedAt.isEmpty() || row.asked;
        return free
                && row.held
                        .map(
                                held ->
                                        !held.leaseUntil().isAfter(lease.now())
                                                || held.leaseUntil().isAfter(lease.latest()))
                        .orElseGet(
                                () ->
                                        !row.nextAt.isAfter(lease.now())
                                                || row.nextAt.isAfter(known.latest()));
    }

    private Firing take(TaskName task, UUID run, Lease lease) {
        Row row = row(task);
        Instant dueAt = row.held.map(Held::dueAt).orElse(row.nextAt);
        row.held.ifPresent(
                held ->
                        keep(
                                task,
                                new RunView(
                                        held.run(),
                                        held.dueAt(),
                                        held.startedAt(),
                                        lease.now(),
                                        held.by(),
                                        row.attempts,
                                        RunOutcome.LOST,
                                        0,
                                        Optional.empty())));
        row.attempts++;
        row.held = Optional.of(new Held(run, lease.holder(), dueAt, lease.now(), lease.until()));
        return new Firing(task, run, dueAt, row.attempts);
    }

    private void keep(TaskName task, RunView run) {
        runs.computeIfAbsent(task.text(), _ -> new ArrayList<>()).add(run);
    }

    @Override
    public synchronized Uni<Set<UUID>> prolong(Collection<UUID> wanted, Lease lease) {
        Set<UUID> still = new HashSet<>();
        for (Row row : rows.values()) {
            row.held =
                    row.held.map(
                            held ->
                                    wanted.contains(held.run()) && still.add(held.run())
                                            ? new Held(
                                                    held.run(),
                                                    held.by(),
                                                    held.dueAt(),
                                                    held.startedAt(),
                                                    lease.until())
                                            : held);
        }
        return Uni.createFrom().item(still);
    }

    @Override
    public synchronized Uni<Boolean> settle(Settlement settlement) {
        Row row = row(settlement.firing().task());
        Optional<Held> mine = row.held.filter(held -> held.run().equals(settlement.firing().run()));
        mine.ifPresent(held -> settle(row, held, settlement));
        return Uni.createFrom().item(mine.isPresent());
    }

    private void settle(Row row, Held held, Settlement settlement) {
        boolean done = settlement.outcome() == RunOutcome.DONE;
        if (!done || settlement.done() > 0 || row.asked) {
            keep(
                    settlement.firing().task(),
                    new RunView(
                            held.run(),
                            held.dueAt(),
                            held.startedAt(),
                            settlement.endedAt(),
                            held.by(),
                            row.attempts,
                            settlement.outcome(),
                            settlement.done(),
                            settlement.error()));
        }
        row.last =
                Optional.of(
                        new ScheduleView.Last(
                                held.by(),
                                held.startedAt(),
                                settlement.endedAt(),
                                settlement.outcome(),
                                settlement.done(),
                                settlement.error()));
        row.attempts = done ? 0 : row.attempts;
        row.asked = false;
        row.nextAt = settlement.nextAt();
        row.held = Optional.empty();
    }

    @Override
    public synchronized Uni<Wished> ask(TaskName task, Instant now) {
        return Uni.createFrom().item(wished(task, row -> ask(row, now)));
    }

    private static Wished ask(Row row, Instant now) {
        if (row.held.isPresent()) {
            return Wished.RUNS;
        }
        row.nextAt = now;
        row.asked = true;
        return Wished.DONE;
    }

    @Override
    public synchronized Uni<Wished> pause(TaskName task, boolean paused, Instant now) {
        return Uni.createFrom().item(wished(task, row -> pause(row, paused, now)));
    }

    private static Wished pause(Row row, boolean paused, Instant now) {
        row.pausedAt = paused ? row.pausedAt.or(() -> Optional.of(now)) : Optional.empty();
        return Wished.DONE;
    }

    private Wished wished(TaskName task, Function<Row, Wished> wish) {
        return Optional.ofNullable(rows.get(task.text())).map(wish).orElse(Wished.UNKNOWN);
    }

    @Override
    public synchronized Uni<Integer> forget(Instant before, int limit) {
        int forgotten = 0;
        for (List<RunView> ofTask : runs.values()) {
            int known = ofTask.size();
            ofTask.removeIf(run -> run.endedAt().isBefore(before));
            forgotten += known - ofTask.size();
        }
        return Uni.createFrom().item(forgotten);
    }

    @Override
    public synchronized Uni<List<ScheduleView>> all() {
        return Uni.createFrom()
                .item(rows.keySet().stream().map(name -> view(new TaskName(name))).toList());
    }

    private ScheduleView view(TaskName task) {
        Row row = row(task);
        return new ScheduleView(
                task,
                row.rhythm,
                row.nextAt,
                row.pausedAt,
                row.attempts,
                row.held.map(held -> new ScheduleView.Running(held.by(), held.startedAt())),
                row.last);
    }

    @Override
    public synchronized Uni<List<RunView>> runs(TaskName task, Optional<Cursor> before, int limit) {
        Comparator<RunView> oldestFirst =
                Comparator.comparing(RunView::startedAt).thenComparing(RunView::id);
        return Uni.createFrom()
                .item(
                        runs.getOrDefault(task.text(), List.of()).stream()
                                .filter(run -> before.map(at -> isBefore(run, at)).orElse(true))
                                .sorted(oldestFirst.reversed())
                                .limit(limit)
                                .toList());
    }

    private static boolean isBefore(RunView run, Cursor at) {
        int byTime = run.startedAt().compareTo(at.at());
        return byTime < 0 || byTime == 0 && run.id().compareTo(at.id()) < 0;
    }

    private Row row(TaskName task) {
        return Optional.ofNullable(rows.get(task.text())).orElseThrow();
    }
}
