package io.cybervpn.application.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.ServicePresence;
import io.cybervpn.domain.provisioning.TaskId;
import io.cybervpn.domain.provisioning.TaskKind;
import io.cybervpn.domain.provisioning.TaskState;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.Handover;
import io.cybervpn.domain.provisioning.model.ManualService;
import io.cybervpn.domain.provisioning.model.Refusal;
import io.cybervpn.domain.provisioning.model.StaffTask;
import io.cybervpn.domain.provisioning.repository.ManualServices;
import io.cybervpn.domain.provisioning.repository.StaffTasks;
import io.cybervpn.domain.provisioning.repository.StaffTasks.Filter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of fulfilment by hand does. */
public abstract class ManualStoreContract extends TaskTellingContract {
    protected abstract ManualServices services();

    private static ManualService absent(AccessId access) {
        return ManualService.absent(UUID.randomUUID(), PANEL, access, NOW);
    }

    @Test
    void a_task_comes_back_as_it_was_stored() {
        Access.Pending access = added();
        StaffTask task = task(access.desire().id(), TaskKind.CREATE, 0);
        run(() -> tasks().add(task));

        assertThat(run(() -> tasks().find(task.id())))
                .contains(new StaffTasks.Listed(task, access.desire().account()));
        assertThat(run(() -> tasks().lockOpen(PANEL, task.access()))).contains(task);
        StaffTask rejected =
                task.assigned(Optional.of(ANNA))
                        .closed(
                                TaskState.REJECTED,
                                new StaffTask.Closing(
                                        NOW.plusSeconds(9), Optional.of(ANNA), "no line: «там»"));
        run(() -> tasks().save(rejected));

        assertThat(run(() -> tasks().lock(task.id()))).contains(rejected);
        assertThat(run(() -> tasks().lockOpen(PANEL, task.access()))).isEmpty();
        assertThat(run(() -> tasks().find(later(0)))).isEmpty();
    }

    @Test
    void of_an_access_and_a_panel_one_task_is_open() {
        AccessId access = added().desire().id();
        StaffTask first = task(access, TaskKind.CREATE, 0);
        run(() -> tasks().add(first));

        assertThatThrownBy(() -> run(() -> tasks().add(task(access, TaskKind.CHANGE, 1))))
                .isInstanceOf(Exception.class);
        run(
                () ->
                        tasks().save(
                                        first.closed(
                                                TaskState.DONE,
                                                new StaffTask.Closing(NOW, Optional.empty(), ""))));
        StaffTask second = task(access, TaskKind.CHANGE, 2);
        run(() -> tasks().add(second));

        assertThat(run(() -> tasks().lockOpen(PANEL, access))).contains(second);
    }

    @Test
    void tasks_are_listed_by_what_is_asked_for_the_oldest_first() {
        StaffTask old = task(added().desire().id(), TaskKind.SUSPEND, 10);
        StaffTask mine =
                task(added().desire().id(), TaskKind.CREATE, 20).assigned(Optional.of(ANNA));
        StaffTask young = task(added().desire().id(), TaskKind.CREATE, 30);
        run(() -> tasks().add(young).chain(() -> tasks().add(old)).chain(() -> tasks().add(mine)));

        assertThat(listed(any())).containsSubsequence(old.id(), mine.id(), young.id());
        assertThat(listed(any(), Optional.of(old.id()), 1)).containsExactly(mine.id());
        assertThat(listed(filter(Set.of(TaskKind.SUSPEND), Optional.empty(), false)))
                .contains(old.id())
                .doesNotContain(mine.id(), young.id());
        assertThat(listed(filter(Set.of(), Optional.of(ANNA), false)))
                .contains(mine.id())
                .doesNotContain(old.id(), young.id());
        assertThat(listed(filter(Set.of(), Optional.empty(), true)))
                .contains(old.id(), young.id())
                .doesNotContain(mine.id());
        Filter before =
                new Filter(
                        Set.of(TaskState.OPEN),
                        Set.of(),
                        Optional.of(PANEL),
                        Optional.empty(),
                        false,
                        Optional.of(young.openedAt()));
        assertThat(listed(before)).contains(old.id(), mine.id()).doesNotContain(young.id());
        assertThat(tasks().backlog().await().indefinitely().open()).isGreaterThanOrEqualTo(3);
        assertThat(tasks().backlog().await().indefinitely().oldest()).isPresent();
    }

    private static Filter any() {
        return filter(Set.of(), Optional.empty(), false);
    }

    private static Filter filter(
            Set<TaskKind> kinds, Optional<AccountId> assignee, boolean unassigned) {
        return new Filter(
                Set.of(TaskState.OPEN),
                kinds,
                Optional.of(PANEL),
                assignee,
                unassigned,
                Optional.empty());
    }

    private List<TaskId> listed(Filter filter) {
        return listed(filter, Optional.empty(), 200);
    }

    private List<TaskId> listed(Filter filter, Optional<TaskId> after, int limit) {
        return run(() -> tasks().list(filter, after, limit)).stream()
                .map(one -> one.task().id())
                .toList();
    }

    @Test
    void what_there_is_comes_back_as_it_was_stored_and_only_the_first_is_made() {
        AccessId access = added().desire().id();
        ManualService first = run(() -> services().hold(absent(access)));
        assertThat(run(() -> services().hold(absent(access)))).isEqualTo(first);

        StaffTask task = task(access, TaskKind.CREATE, 0);
        Handover given = new Handover("text", "login", "address", Optional.of("box"));
        ManualService made = first.done(task, given, NOW.plusSeconds(1)).refused(task, "late");
        run(() -> services().save(made));

        assertThat(run(() -> services().lock(PANEL, access))).contains(made);
        assertThat(run(() -> services().of(access))).containsExactly(made);
        assertThat(made.refusal()).contains(new Refusal(TaskKind.CREATE, Wishes.UNLIMITED, "late"));
        run(() -> services().forgive(access));
        assertThat(run(() -> services().lock(PANEL, access)).orElseThrow().refusal()).isEmpty();
        run(() -> services().remove(made));
        assertThat(run(() -> services().of(access))).isEmpty();
    }

    @Test
    void a_page_has_what_was_agreed_and_does_not_leave() {
        ManualService here = stored(added().desire().id(), false);
        ManualService leaves = stored(added().desire().id(), true);
        ManualService unmade = absent(added().desire().id());
        ManualService never = run(() -> services().hold(unmade));

        assertThat(paged(Optional.empty()))
                .contains(here.access())
                .doesNotContain(leaves.access(), never.access());
        assertThat(paged(Optional.of(here.access()))).doesNotContain(here.access());
    }

    private List<AccessId> paged(Optional<AccessId> after) {
        return run(() -> services().page(PANEL, after, 1_000)).stream()
                .map(ManualService::access)
                .toList();
    }

    private ManualService stored(AccessId access, boolean leaving) {
        ManualService first = run(() -> services().hold(absent(access)));
        ManualService agreed =
                new ManualService(
                        first.id(),
                        PANEL,
                        access,
                        ServicePresence.STOPPED,
                        NOW,
                        Optional.of(Wishes.spec(NOW)),
                        Optional.of(Wishes.spec(NOW)),
                        leaving,
                        new Handover("text", "", "", Optional.of("box")),
                        Optional.empty());
        run(() -> services().save(agreed));
        return agreed;
    }

    @Test
    void what_is_stopped_for_long_is_found_unless_staff_are_asked_already() {
        AccessId quiet = stored(added().desire().id(), false).access();
        AccessId asked = stored(added().desire().id(), false).access();
        run(() -> tasks().add(task(asked, TaskKind.REMOVE, 0)));

        assertThat(run(() -> services().stoppedBefore(NOW, Optional.empty(), 1_000)))
                .contains(quiet)
                .doesNotContain(asked);
        assertThat(run(() -> services().stoppedBefore(NOW, Optional.of(quiet), 1_000)))
                .doesNotContain(quiet);
        assertThat(
                        run(
                                () ->
                                        services()
                                                .stoppedBefore(
                                                        NOW.minusSeconds(1),
                                                        Optional.empty(),
                                                        1_000)))
                .doesNotContain(quiet);
    }

    @Test
    void what_was_handed_over_to_somebody_who_is_gone_is_forgotten_with_what_was_written_of_him() {
        Access.Pending access = added();
        AccessId id = access.desire().id();
        stored(id, false);
        StaffTask rejected =
                task(id, TaskKind.CHANGE, 0)
                        .closed(
                                TaskState.REJECTED,
                                new StaffTask.Closing(NOW, Optional.of(ANNA), "he moved"));
        run(() -> tasks().add(rejected));

        run(() -> services().forgetOf(new AccountId(UUID.randomUUID())));
        assertThat(run(() -> services().of(id)).getFirst().handover().text()).isEqualTo("text");
        run(() -> services().forgetOf(access.desire().account()));

        assertThat(run(() -> services().of(id)).getFirst().handover()).isEqualTo(Handover.NONE);
        assertThat(run(() -> tasks().find(rejected.id())).orElseThrow().task().closing())
                .contains(new StaffTask.Closing(NOW, Optional.of(ANNA), ""));
    }
}
