package io.cybervpn.application.provisioning.manual;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.provisioning.InMemoryAccesses;
import io.cybervpn.application.provisioning.InMemoryPanel;
import io.cybervpn.application.provisioning.InMemoryPanels;
import io.cybervpn.application.provisioning.InMemoryStaffTasks;
import io.cybervpn.application.provisioning.Wishes;
import io.cybervpn.application.provisioning.port.TaskMails;
import io.cybervpn.application.provisioning.port.TaskMails.Digest;
import io.cybervpn.application.shared.InMemoryOutbox;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.MovableClock;
import io.cybervpn.domain.provisioning.StaffTasksToTell;
import io.cybervpn.domain.provisioning.TaskId;
import io.cybervpn.domain.provisioning.TaskKind;
import io.cybervpn.domain.provisioning.TaskState;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.StaffTask;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R142: staff are written to about what they are to do, and not too often. */
class TellOfTasksTest {
    private static final TaskMailSettings ANNA =
            new TaskMailSettings(List.of("anna@shop.example"), "ru", Duration.ofHours(24));

    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-05-01T10:00:00Z"));
    private final InMemoryOutbox outbox = new InMemoryOutbox(unitOfWork);
    private final InMemoryAccesses accesses = new InMemoryAccesses(unitOfWork);
    private final InMemoryStaffTasks tasks = new InMemoryStaffTasks(unitOfWork, accesses);
    private final List<Digest> sent = new ArrayList<>();

    private StaffTask opened() {
        Access.Pending access = Wishes.pending(clock.instant());
        StaffTask task =
                new StaffTask(
                        new TaskId(UUID.randomUUID()),
                        access.desire().panel(),
                        access.desire().id(),
                        TaskKind.CREATE,
                        access.desire().spec(),
                        1,
                        TaskState.OPEN,
                        clock.instant(),
                        Optional.empty(),
                        Optional.empty());
        unitOfWork
                .run(() -> accesses.add(access, clock.instant()).chain(() -> tasks.add(task)))
                .await()
                .indefinitely();
        return task;
    }

    private long told(TaskMailSettings settings) {
        return new TellOfTasks(unitOfWork, tasks, outbox, settings, clock)
                .execute()
                .await()
                .indefinitely()
                .tasks();
    }

    private void mailed() {
        MailOnStaffTasksToTell mail =
                new MailOnStaffTasksToTell(
                        unitOfWork,
                        tasks,
                        new InMemoryPanels(new InMemoryPanel(unitOfWork, clock)),
                        (to, locale, digest) -> {
                            assertThat(to).isEqualTo(ANNA.to());
                            assertThat(locale).isEqualTo("ru");
                            sent.add(digest);
                            return Uni.createFrom().voidItem();
                        },
                        ANNA);
        mail.handle(outbox.events(StaffTasksToTell.class).getLast()).await().indefinitely();
    }

    private static List<TaskId> ids(List<TaskMails.Line> all) {
        return all.stream().map(line -> line.id()).toList();
    }

    @Test
    void many_new_tasks_are_one_mail_and_none_is_told_of_twice() {
        List<TaskId> open = List.of(opened().id(), opened().id(), opened().id());

        assertThat(told(ANNA)).isEqualTo(3);
        assertThat(told(ANNA)).isZero();

        assertThat(outbox.events(StaffTasksToTell.class)).hasSize(1);
        mailed();
        assertThat(ids(sent.getFirst().fresh())).containsExactlyInAnyOrderElementsOf(open);
        assertThat(sent.getFirst().overdue()).isEmpty();
    }

    @Test
    void what_waits_for_long_is_told_of_once_more() {
        StaffTask task = opened();
        assertThat(told(ANNA)).isEqualTo(1);
        clock.advance(Duration.ofHours(24).minusMillis(1));
        assertThat(told(ANNA)).isZero();

        clock.advance(Duration.ofMillis(1));

        assertThat(told(ANNA)).isEqualTo(1);
        mailed();
        assertThat(ids(sent.getLast().overdue())).containsExactly(task.id());
        assertThat(sent.getLast().fresh()).isEmpty();
        clock.advance(Duration.ofDays(9));
        assertThat(told(ANNA)).isZero();
    }

    @Test
    void what_was_done_before_the_mail_left_is_not_in_it() {
        StaffTask task = opened();
        told(ANNA);
        StaffTask done =
                task.closed(
                        TaskState.DONE,
                        new StaffTask.Closing(clock.instant(), Optional.empty(), ""));
        unitOfWork.run(() -> tasks.save(done)).await().indefinitely();

        mailed();

        assertThat(sent).isEmpty();
    }

    @Test
    void nothing_is_taken_while_nobody_is_to_be_written_to() {
        opened();
        assertThat(told(new TaskMailSettings(List.of(), "en", Duration.ofHours(1)))).isZero();
        assertThat(told(ANNA)).isEqualTo(1);
    }
}
