package io.cybervpn.application.provisioning.manual;

import io.cybervpn.application.provisioning.port.Panels;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.TaskId;
import io.cybervpn.domain.provisioning.model.ManualService;
import io.cybervpn.domain.provisioning.model.Panel;
import io.cybervpn.domain.provisioning.model.StaffTask;
import io.cybervpn.domain.provisioning.repository.ManualServices;
import io.cybervpn.domain.provisioning.repository.StaffTasks;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows tasks to staff with {@link Permission#TASKS_READ}. */
@Singleton
public final class ViewTasks {
    private final UnitOfWork unitOfWork;
    private final StaffTasks tasks;
    private final ManualServices services;
    private final Panels panels;

    @Inject
    ViewTasks(UnitOfWork unitOfWork, StaffTasks tasks, ManualServices services, Panels panels) {
        this.unitOfWork = unitOfWork;
        this.tasks = tasks;
        this.services = services;
        this.panels = panels;
    }

    /** What is wanted. */
    public sealed interface Query {
        /** Who asks. */
        Actor actor();

        /**
         * Some, in the order in which they were opened; without what there is of each.
         *
         * @param limit 1 to 200
         */
        record Some(Actor actor, StaffTasks.Filter filter, Optional<TaskId> after, int limit)
                implements Query {}

        /** One of them. */
        record One(Actor actor, TaskId id) implements Query {}
    }

    /** The answer. */
    public sealed interface Result {
        /** These; none for one that does not exist. */
        record Shown(List<TaskView> tasks) implements Result {
            /** Copies the list. */
            public Shown {
                tasks = List.copyOf(tasks);
            }
        }

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Shows. */
    public Uni<Result> execute(Query query) {
        return query.actor().may(Permission.TASKS_READ)
                ? unitOfWork.run(() -> read(query)).map(Result.Shown::new)
                : Uni.createFrom().item(new Result.Forbidden());
    }

    private Uni<List<TaskView>> read(Query query) {
        return switch (query) {
            case Query.Some(var _, var filter, var after, var limit) ->
                    tasks.list(filter, after, limit)
                            .map(all -> all.stream().map(it -> view(it, List.of())).toList());
            case Query.One(var _, var id) -> tasks.find(id).chain(this::one);
        };
    }

    private Uni<List<TaskView>> one(Optional<StaffTasks.Listed> found) {
        return found.map(
                        listed ->
                                services.of(listed.task().access())
                                        .map(known -> List.of(view(listed, known))))
                .orElseGet(() -> Uni.createFrom().item(List.of()));
    }

    private TaskView view(StaffTasks.Listed listed, List<ManualService> known) {
        StaffTask task = listed.task();
        Optional<Panel> panel = panels.find(task.panel()).map(Panels.Known::panel);
        return TaskView.of(
                listed,
                new TaskView.Place(
                        task.panel(),
                        panel.map(Panel::name).orElse(""),
                        panel.map(it -> instructions(it, task)).orElse(List.of())),
                known.stream().filter(one -> one.panel().equals(task.panel())).findFirst());
    }

    private static List<String> instructions(Panel panel, StaffTask task) {
        return task.wish().entitlement().serverGroups().stream()
                .flatMap(group -> Stream.ofNullable(panel.placing().groups().get(group)))
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
