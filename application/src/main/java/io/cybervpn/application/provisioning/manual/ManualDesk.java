package io.cybervpn.application.provisioning.manual;

import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.ServicePresence;
import io.cybervpn.domain.provisioning.TaskId;
import io.cybervpn.domain.provisioning.model.AccessSpec;
import io.cybervpn.domain.provisioning.model.ManualService;
import io.cybervpn.domain.provisioning.model.ManualWork;
import io.cybervpn.domain.provisioning.model.ManualWork.Step;
import io.cybervpn.domain.provisioning.model.StaffTask;
import io.cybervpn.domain.provisioning.repository.ManualServices;
import io.cybervpn.domain.provisioning.repository.StaffTasks;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Asks staff for what a panel would do by itself (R142). Every call says what is wanted in the end,
 * so that it may be repeated: staff are asked once.
 */
@Singleton
public final class ManualDesk {
    private final UnitOfWork unitOfWork;
    private final ManualServices services;
    private final StaffTasks tasks;
    private final ManualSettings settings;
    private final Ids ids;
    private final Clock clock;

    @Inject
    ManualDesk(
            UnitOfWork unitOfWork,
            ManualServices services,
            StaffTasks tasks,
            ManualSettings settings,
            Ids ids,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.services = services;
        this.tasks = tasks;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** How far staff are. */
    public sealed interface Answer {
        /** It is as wanted. */
        record Settled(ManualService service) implements Answer {}

        /**
         * They are asked.
         *
         * @param lookAgain after what time
         */
        record Asked(StaffTask task, Duration lookAgain) implements Answer {}

        /** They said that it cannot be done. */
        record Refused(String reason) implements Answer {}
    }

    /** An access should be so on a panel. */
    public Uni<Answer> bring(PanelId panel, AccessId access, AccessSpec wish) {
        return unitOfWork.run(
                () ->
                        services.hold(
                                        ManualService.absent(
                                                ids.next(), panel, access, clock.instant()))
                                .chain(this::work)
                                .chain(work -> store(work.bring(wish, asking()))));
    }

    /** There should be nothing of an access on a panel. */
    public Uni<Answer> remove(PanelId panel, AccessId access) {
        return unitOfWork.run(
                () ->
                        services.hold(
                                        ManualService.absent(
                                                ids.next(), panel, access, clock.instant()))
                                .chain(this::work)
                                .chain(work -> store(work.remove(asking()))));
    }

    /** What is known of a panel's users; see {@link ManualServices#page}. */
    public Uni<List<ManualService>> page(PanelId panel, Optional<AccessId> after, int limit) {
        return unitOfWork.run(() -> services.page(panel, after, limit));
    }

    private Uni<ManualWork> work(ManualService service) {
        return tasks.lockOpen(service.panel(), service.access())
                .map(open -> new ManualWork(service, open));
    }

    private ManualWork.Asking asking() {
        return new ManualWork.Asking(
                new TaskId(ids.next()), clock.instant(), settings.keepStopped());
    }

    private Uni<Answer> store(Step step) {
        return switch (step) {
            case Step.Agreed(var service, var withdrawn) ->
                    withdraw(withdrawn)
                            .chain(() -> keep(service))
                            .replaceWith(new Answer.Settled(service));
            case Step.Asked(var service, var task, var isNew) ->
                    services.save(service)
                            .chain(() -> isNew ? tasks.add(task) : tasks.save(task))
                            .replaceWith(new Answer.Asked(task, settings.lookAgain()));
            case Step.Refused(var reason) -> Uni.createFrom().item(new Answer.Refused(reason));
        };
    }

    private Uni<Void> withdraw(Optional<StaffTask> task) {
        return task.map(tasks::save).orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** Of what left and is gone nothing is kept. */
    private Uni<Void> keep(ManualService service) {
        return service.leaving() && service.presence() == ServicePresence.ABSENT
                ? services.remove(service)
                : services.save(service);
    }
}
