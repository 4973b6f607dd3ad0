package io.cybervpn.application.schedule.port;

import java.util.List;

/** All tasks that this instance knows, each name once. */
public interface ScheduledTasks {
    /** Always the same ones. */
    List<ScheduledTask> all();
}
