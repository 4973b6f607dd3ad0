package io.cybervpn.application.provisioning.manual;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.audit.InMemoryAudit;
import io.cybervpn.application.identity.PlainBox;
import io.cybervpn.application.provisioning.InMemoryAccesses;
import io.cybervpn.application.provisioning.InMemoryLeavings;
import io.cybervpn.application.provisioning.InMemoryManualServices;
import io.cybervpn.application.provisioning.InMemoryStaffTasks;
import io.cybervpn.application.provisioning.Wishes;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.FixedIds;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.MovableClock;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.TaskKind;
import io.cybervpn.domain.provisioning.TaskState;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.AccessSpec;
import io.cybervpn.domain.provisioning.model.Leaving;
import io.cybervpn.domain.provisioning.model.ManualService;
import io.cybervpn.domain.provisioning.model.StaffTask;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** R142: what is asked of staff, what they say, and who hears of it. */
class ManualFulfilmentTest {
    private static final PanelId PANEL = PanelId.CONFIGURED;
    private static final Duration KEEP = Duration.ofDays(30);
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final MovableClock clock = new MovableClock();
    private final InMemoryAccesses accesses = new InMemoryAccesses(unitOfWork);
    private final InMemoryLeavings leavings = new InMemoryLeavings(unitOfWork);
    private final InMemoryStaffTasks tasks = new InMemoryStaffTasks(unitOfWork, accesses);
    private final InMemoryManualServices services =
            new InMemoryManualServices(unitOfWork, accesses, tasks);
    private final InMemoryAudit audit = new InMemoryAudit(unitOfWork);
    private final ManualSettings settings = new ManualSettings(KEEP, Duration.ofMinutes(5));
    private final ManualDesk desk =
            new ManualDesk(unitOfWork, services, tasks, settings, new FixedIds(), clock);
    private final TaskDesk deeds =
            new TaskDesk(unitOfWork, accesses, leavings, services, tasks, audit, clock);
    private final TakeTask take = new TakeTask(deeds);
    private final ReleaseTask release = new ReleaseTask(deeds);
    private final CompleteTask complete = new CompleteTask(deeds, new PlainBox());
    private final RejectTask reject = new RejectTask(deeds);
    private final FindLongStopped longStopped =
            new FindLongStopped(unitOfWork, services, accesses, settings, clock);
    private final Actor anna = staff();
    private final Actor boris = staff();

    private static Actor staff() {
        return new Actor.Staff(new AccountId(UUID.randomUUID()), Set.of(Permission.TASKS_WRITE));
    }

    private <T> T run(Supplier<Uni<T>> work) {
        return unitOfWork.run(work).await().indefinitely();
    }

    /** Wanted, and claimed by a worker who is told to wait. */
    private Access.Pending wanted() {
        Access.Pending access = Wishes.pending(clock.instant());
        run(() -> accesses.add(access, clock.instant()));
        run(() -> accesses.claim(PANEL, 10, clock.instant(), LEASE));
        brought(access.desire().id(), access.desire().spec());
        run(
                () ->
                        accesses.settle(
                                access.busy(1, "staff", settings.lookAgain(), clock.instant()),
                                clock.instant()));
        return access;
    }

    private ManualDesk.Answer brought(AccessId access, AccessSpec spec) {
        return desk.bring(PANEL, access, spec).await().indefinitely();
    }

    private StaffTask open(AccessId access) {
        return run(() -> tasks.lockOpen(PANEL, access)).orElseThrow();
    }

    private ManualService service(AccessId access) {
        return run(() -> services.lock(PANEL, access)).orElseThrow();
    }

    private TaskAnswer completed(Actor actor, StaffTask task) {
        return complete.execute(
                        new CompleteTask.Command(
                                actor,
                                task.id(),
                                task.version(),
                                new CompleteTask.Given(
                                        "Plug it in.", "anna", "10.0.0.1", Optional.of("pw"))))
                .await()
                .indefinitely();
    }

    private TaskAnswer rejected(Actor actor, StaffTask task) {
        return reject.execute(
                        new RejectTask.Command(actor, task.id(), task.version(), "no line there"))
                .await()
                .indefinitely();
    }

    private TaskAnswer taken(Actor actor, StaffTask task) {
        return take.execute(new TakeTask.Command(actor, task.id())).await().indefinitely();
    }

    private boolean isDue(AccessId access) {
        return run(() -> accesses.claim(PANEL, 100, clock.instant(), LEASE)).stream()
                .anyMatch(it -> it.desire().id().equals(access));
    }

    @Test
    void staff_do_what_was_bought_and_whoever_waits_looks_at_once() {
        Access.Pending access = wanted();
        AccessId id = access.desire().id();
        assertThat(isDue(id)).isFalse();
        StaffTask task = open(id);
        assertThat(task.kind()).isEqualTo(TaskKind.CREATE);

        assertThat(taken(anna, task)).isEqualTo(new TaskAnswer.Done());
        assertThat(completed(anna, task)).isEqualTo(new TaskAnswer.Done());

        assertThat(isDue(id)).isTrue();
        assertThat(brought(id, access.desire().spec()))
                .isInstanceOf(ManualDesk.Answer.Settled.class);
        assertThat(service(id).handover().login()).isEqualTo("anna");
        assertThat(service(id).handover().secret()).contains("pw");
        assertThat(audit.actions())
                .containsExactly("provisioning.take_task", "provisioning.complete_task");
        assertThat(audit.records().toString()).doesNotContain("pw", "10.0.0.1");
    }

    @Test
    void asking_again_and_again_asks_once() {
        Access.Pending access = wanted();
        for (int i = 0; i < 5; i++) {
            assertThat(brought(access.desire().id(), access.desire().spec()))
                    .isInstanceOf(ManualDesk.Answer.Asked.class);
        }
        assertThat(tasks.all()).hasSize(1);
    }

    @Test
    void one_of_two_does_it_and_a_repetition_changes_nothing() {
        StaffTask task = open(wanted().desire().id());
        assertThat(taken(anna, task)).isEqualTo(new TaskAnswer.Done());
        assertThat(taken(anna, task)).isEqualTo(new TaskAnswer.Done());
        TaskAnswer annas = new TaskAnswer.TakenByOther(anna.account().orElseThrow());
        assertThat(taken(boris, task)).isEqualTo(annas);
        assertThat(completed(boris, task)).isEqualTo(annas);
        assertThat(rejected(boris, task)).isEqualTo(annas);

        release.execute(new ReleaseTask.Command(boris, task.id())).await().indefinitely();
        assertThat(completed(boris, task)).isEqualTo(new TaskAnswer.Done());
        assertThat(completed(boris, task)).isEqualTo(new TaskAnswer.Done());
        assertThat(completed(anna, task)).isEqualTo(new TaskAnswer.Closed(TaskState.DONE));
        assertThat(audit.actions())
                .containsExactly(
                        "provisioning.take_task",
                        "provisioning.release_task",
                        "provisioning.complete_task");
    }

    @Test
    void what_changed_while_it_was_open_is_not_said_to_be_done_unseen() {
        AccessId id = wanted().desire().id();
        StaffTask seen = open(id);
        AccessSpec other =
                new AccessSpec(true, clock.instant().plus(Duration.ofDays(30)), Wishes.UNLIMITED);
        brought(id, other);

        assertThat(completed(anna, seen)).isEqualTo(new TaskAnswer.Stale(2));
        assertThat(completed(anna, open(id))).isEqualTo(new TaskAnswer.Done());
        assertThat(brought(id, other)).isInstanceOf(ManualDesk.Answer.Settled.class);
    }

    @Test
    void what_was_done_for_an_older_wish_is_followed_by_a_change() {
        AccessId id = wanted().desire().id();
        completed(anna, open(id));
        AccessSpec other =
                new AccessSpec(true, clock.instant().plus(Duration.ofDays(30)), Wishes.UNLIMITED);

        assertThat(brought(id, other)).isInstanceOf(ManualDesk.Answer.Asked.class);
        assertThat(open(id).kind()).isEqualTo(TaskKind.CHANGE);
    }

    @Test
    void what_cannot_be_done_is_refused_until_staff_have_it_tried_again() {
        Access.Pending access = wanted();
        AccessId id = access.desire().id();
        StaffTask task = open(id);
        assertThat(rejected(anna, task)).isEqualTo(new TaskAnswer.Done());
        assertThat(rejected(anna, task)).isEqualTo(new TaskAnswer.Done());

        assertThat(isDue(id)).isTrue();
        assertThat(brought(id, access.desire().spec()))
                .isEqualTo(new ManualDesk.Answer.Refused("no line there"));
        run(() -> services.forgive(id));
        assertThat(brought(id, access.desire().spec())).isInstanceOf(ManualDesk.Answer.Asked.class);
        assertThat(open(id).id()).isNotEqualTo(task.id());
    }

    @Test
    void a_parked_access_goes_on_when_staff_did_it_after_all() {
        Access.Pending access = wanted();
        AccessId id = access.desire().id();
        run(
                () ->
                        accesses.settle(
                                access.refused(1, "of before", clock.instant()), clock.instant()));

        completed(anna, open(id));

        assertThat(isDue(id)).isTrue();
    }

    @Test
    void what_moved_away_is_removed_by_hand_and_then_forgotten() {
        AccessId id = wanted().desire().id();
        completed(anna, open(id));
        brought(id, Wishes.spec(clock.instant().plus(Duration.ofDays(30))));
        run(() -> leavings.add(id, PANEL, clock.instant().plus(Duration.ofHours(1))));

        assertThat(desk.remove(PANEL, id).await().indefinitely())
                .isInstanceOf(ManualDesk.Answer.Asked.class);
        assertThat(open(id).kind()).isEqualTo(TaskKind.REMOVE);
        assertThat(desk.page(PANEL, Optional.empty(), 10).await().indefinitely()).isEmpty();
        completed(anna, open(id));

        assertThat(run(() -> leavings.claim(PANEL, 10, clock.instant(), LEASE)))
                .containsExactly(new Leaving(id, PANEL, 0));
        assertThat(desk.remove(PANEL, id).await().indefinitely())
                .isInstanceOf(ManualDesk.Answer.Settled.class);
        assertThat(run(() -> services.of(id))).isEmpty();
    }

    @Test
    void what_is_stopped_for_long_is_looked_at_again() {
        Access.Pending access = wanted();
        AccessId id = access.desire().id();
        completed(anna, open(id));
        AccessSpec over = new AccessSpec(false, clock.instant(), Wishes.LIMITED);
        brought(id, over);
        completed(anna, open(id));
        brought(id, over);
        run(
                () ->
                        accesses.settle(
                                ((io.cybervpn.domain.provisioning.model.Brought.Granted)
                                                access.brought(1, Wishes.user(), clock.instant()))
                                        .access(),
                                clock.instant()));
        assertThat(longStopped.execute().await().indefinitely().due()).isZero();

        clock.advance(KEEP);

        assertThat(longStopped.execute().await().indefinitely().due()).isEqualTo(1);
        assertThat(brought(id, over)).isInstanceOf(ManualDesk.Answer.Asked.class);
        assertThat(open(id).kind()).isEqualTo(TaskKind.REMOVE);
        assertThat(longStopped.execute().await().indefinitely().due()).isZero();
    }

    @Test
    void nobody_else_may() {
        StaffTask task = open(wanted().desire().id());
        Actor other = new Actor.Staff(new AccountId(UUID.randomUUID()), Set.of());
        for (TaskAnswer answer :
                List.of(taken(other, task), completed(other, task), rejected(other, task))) {
            assertThat(answer).isEqualTo(new TaskAnswer.Forbidden());
        }
        assertThat(run(() -> tasks.lock(task.id()))).contains(task);
        StaffTask nowhere = open(wanted().desire().id()).assigned(Optional.empty());
        assertThat(taken(new Actor.System(), nowhere)).isEqualTo(new TaskAnswer.Forbidden());
    }
}
