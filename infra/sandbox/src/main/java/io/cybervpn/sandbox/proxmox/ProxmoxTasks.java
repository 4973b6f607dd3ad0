package io.cybervpn.sandbox.proxmox;

import io.cybervpn.sandbox.http.SandboxClock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the cluster does in its own time. A task takes {@link #take}, none at first; what it comes
 * to is seen when the cluster is asked for anything after that. Safe to use from any thread.
 */
public final class ProxmoxTasks {
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final SandboxClock clock;
    private final String user;
    private final Map<String, Task> all = new LinkedHashMap<>();
    private final Map<String, String> failing = new HashMap<>();
    private final Map<String, Duration> durations = new HashMap<>();
    private int pid = 0x1000;

    ProxmoxTasks(SandboxClock clock, String user) {
        this.clock = clock;
        this.user = user;
    }

    /**
     * What a task will have done.
     *
     * @param ends with success
     * @param undoes when it fails
     */
    record Work(Runnable ends, Runnable undoes) {
        static Work of(Runnable ends) {
            return new Work(ends, () -> {});
        }
    }

    private static final class Task {
        private final JsonObject told;
        private final Instant endsAt;
        private final Optional<String> failure;
        private final Work work;
        private boolean over;

        private Task(JsonObject told, Instant endsAt, Optional<String> failure, Work work) {
            this.told = told;
            this.endsAt = endsAt;
            this.failure = failure;
            this.work = work;
        }

        private void settle(Instant now) {
            if (over || endsAt.isAfter(now)) {
                return;
            }
            over = true;
            if (failure.isPresent()) {
                work.undoes().run();
            } else {
                work.ends().run();
            }
        }

        private JsonObject json() {
            JsonObject json = told.copy().put("status", over ? "stopped" : "running");
            return over ? json.put("exitstatus", failure.orElse("OK")) : json;
        }
    }

    /**
     * Begins one.
     *
     * @param type such as {@code qmclone}
     * @param id the machine that it is about
     * @return its UPID
     */
    synchronized String begin(String node, String type, int id, Work work) {
        Instant now = clock.instant();
        String upid =
                "UPID:%s:%08X:%08X:%08X:%s:%d:%s:"
                        .formatted(node, pid++, pid * 7, now.getEpochSecond(), type, id, user);
        JsonObject told =
                new JsonObject()
                        .put("upid", upid)
                        .put("node", node)
                        .put("type", type)
                        .put("id", String.valueOf(id))
                        .put("user", user)
                        .put("pid", pid)
                        .put("starttime", now.getEpochSecond());
        Duration takes = durations.getOrDefault(type, Duration.ZERO);
        Task task =
                new Task(told, now.plus(takes), Optional.ofNullable(failing.remove(type)), work);
        all.put(upid, task);
        settle();
        return upid;
    }

    /** Ends those whose time is over. */
    synchronized void settle() {
        Instant now = clock.instant();
        List.copyOf(all.values()).forEach(task -> task.settle(now));
    }

    synchronized Optional<JsonObject> find(String upid) {
        return Optional.ofNullable(all.get(upid)).map(Task::json);
    }

    /** How long tasks of a type take from now on. */
    public synchronized void take(String type, Duration duration) {
        durations.put(type, duration);
    }

    /** Tasks of a type that begin from now on never end. */
    public synchronized void hang(String type) {
        take(type, FOR_EVER);
    }

    /** The next task of a type fails with this exit status. */
    public synchronized void failNext(String type, String exitStatus) {
        failing.put(type, exitStatus);
    }

    /** How many tasks of a type were begun. */
    public synchronized long begun(String type) {
        return all.values().stream()
                .filter(task -> type.equals(task.told.getString("type")))
                .count();
    }

    synchronized JsonArray json() {
        List<JsonObject> told = new ArrayList<>();
        all.values().forEach(task -> told.add(task.json()));
        return new JsonArray(told);
    }

    synchronized void clear() {
        all.clear();
        failing.clear();
        durations.clear();
    }
}
