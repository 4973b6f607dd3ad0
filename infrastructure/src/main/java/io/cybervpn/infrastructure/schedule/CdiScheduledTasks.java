package io.cybervpn.infrastructure.schedule;

import io.cybervpn.application.schedule.port.ScheduledTask;
import io.cybervpn.application.schedule.port.ScheduledTasks;
import io.quarkus.arc.All;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All beans that are tasks. */
@Singleton
final class CdiScheduledTasks implements ScheduledTasks {
    private final List<ScheduledTask> tasks;

    @Inject
    CdiScheduledTasks(@All List<ScheduledTask> tasks) {
        this.tasks = List.copyOf(tasks);
        Set<String> names = new HashSet<>();
        tasks.forEach(task -> mustBeNew(names, task.task().text()));
    }

    private static void mustBeNew(Set<String> names, String name) {
        if (!names.add(name)) {
            throw new IllegalStateException("two tasks are called " + name);
        }
    }

    @Override
    public List<ScheduledTask> all() {
        return tasks;
    }
}
