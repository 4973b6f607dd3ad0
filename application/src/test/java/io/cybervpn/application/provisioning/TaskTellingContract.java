package io.cybervpn.application.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.TaskId;
import io.cybervpn.domain.provisioning.TaskKind;
import io.cybervpn.domain.provisioning.TaskState;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.AccessSpec;
import io.cybervpn.domain.provisioning.model.StaffTask;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.cybervpn.domain.provisioning.repository.StaffTasks;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** That each task is told of as often as it should be. */
public abstract class TaskTellingContract {
    protected static final Instant NOW = Instant.parse("2098-01-31T10:00:00.123456Z");

    static final AccountId ANNA = new AccountId(UUID.randomUUID());
    static final PanelId PANEL = PanelId.CONFIGURED;

    protected abstract StaffTasks tasks();

    protected abstract Accesses accesses();

    protected abstract UnitOfWork unitOfWork();

    <T> T run(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    Access.Pending added() {
        Access.Pending access = Wishes.pending(NOW.plus(Duration.ofDays(300)));
        assertThat(run(() -> accesses().add(access, NOW))).isTrue();
        return access;
    }

    static TaskId later(int step) {
        return new TaskId(
                new UUID(
                        (NOW.toEpochMilli() + step) << 16 | 0x7000L,
                        UUID.randomUUID().getLeastSignificantBits()));
    }

    static StaffTask task(AccessId access, TaskKind kind, int step) {
        return new StaffTask(
                later(step),
                PANEL,
                access,
                kind,
                new AccessSpec(true, NOW.plus(Duration.ofDays(30)), Wishes.UNLIMITED),
                3,
                TaskState.OPEN,
                NOW.plusSeconds(step),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void a_task_is_told_of_once_as_new_and_once_as_overdue() {
        StaffTask free = task(added().desire().id(), TaskKind.CREATE, 0);
        StaffTask taken =
                task(added().desire().id(), TaskKind.CREATE, 1).assigned(Optional.of(ANNA));
        run(() -> tasks().add(free).chain(() -> tasks().add(taken)));

        assertThat(fresh()).contains(free.id()).doesNotContain(taken.id());
        assertThat(fresh()).doesNotContain(free.id(), taken.id());
        assertThat(overdue(NOW)).contains(free.id()).doesNotContain(taken.id());
        assertThat(overdue(NOW.plusSeconds(1))).contains(taken.id()).doesNotContain(free.id());
        run(() -> tasks().save(taken.assigned(Optional.empty())));
        assertThat(fresh()).doesNotContain(free.id(), taken.id());

        StaffTask closed =
                task(added().desire().id(), TaskKind.CREATE, 2)
                        .closed(TaskState.DONE, new StaffTask.Closing(NOW, Optional.empty(), ""));
        run(() -> tasks().add(closed));
        assertThat(fresh()).doesNotContain(closed.id());
        assertThat(overdue(NOW.plusSeconds(9))).doesNotContain(closed.id());
    }

    private List<TaskId> fresh() {
        return run(() -> tasks().takeFresh(NOW, 1000));
    }

    private List<TaskId> overdue(Instant openedUntil) {
        return run(() -> tasks().takeOverdue(openedUntil, NOW, 1000));
    }
}
