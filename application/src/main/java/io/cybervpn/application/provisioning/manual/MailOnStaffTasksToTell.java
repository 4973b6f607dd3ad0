package io.cybervpn.application.provisioning.manual;

import io.cybervpn.application.provisioning.port.Panels;
import io.cybervpn.application.provisioning.port.TaskMails;
import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.StaffTasksToTell;
import io.cybervpn.domain.provisioning.TaskId;
import io.cybervpn.domain.provisioning.model.StaffTask;
import io.cybervpn.domain.provisioning.repository.StaffTasks;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Writes one mail about the tasks of a round. What was closed meanwhile is left out. */
@Singleton
public final class MailOnStaffTasksToTell implements EventHandler<StaffTasksToTell> {
    private final UnitOfWork unitOfWork;
    private final StaffTasks tasks;
    private final Panels panels;
    private final TaskMails mails;
    private final TaskMailSettings settings;

    @Inject
    MailOnStaffTasksToTell(
            UnitOfWork unitOfWork,
            StaffTasks tasks,
            Panels panels,
            TaskMails mails,
            TaskMailSettings settings) {
        this.unitOfWork = unitOfWork;
        this.tasks = tasks;
        this.panels = panels;
        this.mails = mails;
        this.settings = settings;
    }

    @Override
    public Class<StaffTasksToTell> event() {
        return StaffTasksToTell.class;
    }

    @Override
    public String name() {
        return "provisioning.task-mail";
    }

    @Override
    public Uni<Void> handle(StaffTasksToTell event) {
        return unitOfWork.run(() -> digest(event)).chain(this::send);
    }

    private Uni<TaskMails.Digest> digest(StaffTasksToTell event) {
        return lines(event.fresh())
                .chain(
                        fresh ->
                                lines(event.overdue())
                                        .map(overdue -> new TaskMails.Digest(fresh, overdue)));
    }

    private Uni<List<TaskMails.Line>> lines(List<TaskId> ids) {
        return Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(tasks::find)
                .filter(Optional::isPresent)
                .map(found -> found.orElseThrow().task())
                .filter(StaffTask::isOpen)
                .map(this::line)
                .collect()
                .asList();
    }

    private TaskMails.Line line(StaffTask task) {
        String panel = panels.find(task.panel()).map(known -> known.panel().name()).orElse("");
        return new TaskMails.Line(task.id(), task.kind(), panel, task.openedAt());
    }

    private Uni<Void> send(TaskMails.Digest digest) {
        return digest.isEmpty() || settings.to().isEmpty()
                ? Uni.createFrom().voidItem()
                : mails.send(settings.to(), settings.locale(), digest);
    }
}
