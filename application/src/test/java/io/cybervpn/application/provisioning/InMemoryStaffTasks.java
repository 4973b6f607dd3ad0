package io.cybervpn.application.provisioning;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.TaskId;
import io.cybervpn.domain.provisioning.model.StaffTask;
import io.cybervpn.domain.provisioning.repository.StaffTasks;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Tasks of staff in memory. */
public final class InMemoryStaffTasks implements StaffTasks {
    private final InMemoryTable<TaskId, StaffTask> rows;
    private final InMemoryTable<TaskId, Boolean> told;
    private final InMemoryTable<TaskId, Boolean> overdueTold;
    private final InMemoryAccesses accesses;

    public InMemoryStaffTasks(InMemoryUnitOfWork unitOfWork, InMemoryAccesses accesses) {
        this.rows = unitOfWork.table();
        this.told = unitOfWork.table();
        this.overdueTold = unitOfWork.table();
        this.accesses = accesses;
    }

    /** All of them, as they were opened. */
    public List<StaffTask> all() {
        return rows.all();
    }

    /** Takes the reasons away. */
    void forgetReasons(AccessId access) {
        rows.where(task -> task.access().equals(access))
                .forEach(
                        task ->
                                task.closing()
                                        .ifPresent(
                                                how ->
                                                        rows.put(
                                                                task.id(),
                                                                task.closed(
                                                                        task.state(),
                                                                        new StaffTask.Closing(
                                                                                how.at(), how.by(),
                                                                                "")))));
    }

    @Override
    public Uni<Optional<Listed>> find(TaskId id) {
        return item(() -> rows.get(id).flatMap(this::listed));
    }

    private Optional<Listed> listed(StaffTask task) {
        return accesses.ownerOf(task.access()).map(owner -> new Listed(task, owner));
    }

    @Override
    public Uni<Optional<StaffTask>> lock(TaskId id) {
        return item(() -> rows.get(id));
    }

    @Override
    public Uni<Optional<StaffTask>> lockOpen(PanelId panel, AccessId access) {
        return item(() -> open(panel, access));
    }

    /** The open one. */
    Optional<StaffTask> open(PanelId panel, AccessId access) {
        return rows
                .where(
                        task ->
                                task.isOpen()
                                        && task.panel().equals(panel)
                                        && task.access().equals(access))
                .stream()
                .findFirst();
    }

    @Override
    public Uni<Void> add(StaffTask task) {
        return item(() -> {
                    if (task.isOpen() && open(task.panel(), task.access()).isPresent()) {
                        throw new IllegalStateException("another task is open");
                    }
                    return rows.insert(task.id(), task);
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> save(StaffTask task) {
        return Uni.createFrom().voidItem().invoke(() -> rows.put(task.id(), task));
    }

    @Override
    public Uni<List<Listed>> list(Filter filter, Optional<TaskId> after, int limit) {
        String beyond = after.map(InMemoryStaffTasks::key).orElse("");
        return item(
                () ->
                        rows.where(task -> fits(task, filter)).stream()
                                .filter(task -> key(task.id()).compareTo(beyond) > 0)
                                .sorted(Comparator.comparing(task -> key(task.id())))
                                .flatMap(task -> listed(task).stream())
                                .limit(limit)
                                .toList());
    }

    private static boolean fits(StaffTask task, Filter filter) {
        return isOneOf(filter.states(), task.state())
                && isOneOf(filter.kinds(), task.kind())
                && filter.panel().map(task.panel()::equals).orElse(true)
                && isWith(task, filter)
                && filter.openedBefore().map(task.openedAt()::isBefore).orElse(true);
    }

    private static <T> boolean isOneOf(Set<T> wanted, T one) {
        return wanted.isEmpty() || wanted.contains(one);
    }

    private static boolean isWith(StaffTask task, Filter filter) {
        return filter.unassigned()
                ? task.assignee().isEmpty()
                : filter.assignee().isEmpty() || filter.assignee().equals(task.assignee());
    }

    private static String key(TaskId id) {
        return id.value().toString();
    }

    @Override
    public Uni<List<TaskId>> takeOverdue(Instant openedUntil, Instant now, int limit) {
        return item(() ->
                        untold(overdueTold).stream()
                                .filter(task -> !task.openedAt().isAfter(openedUntil))
                                .map(StaffTask::id)
                                .limit(limit)
                                .toList())
                .invoke(ids -> ids.forEach(id -> overdueTold.put(id, true)))
                .invoke(ids -> ids.forEach(id -> told.put(id, true)));
    }

    @Override
    public Uni<List<TaskId>> takeFresh(Instant now, int limit) {
        return item(() ->
                        untold(told).stream()
                                .filter(task -> task.assignee().isEmpty())
                                .map(StaffTask::id)
                                .limit(limit)
                                .toList())
                .invoke(ids -> ids.forEach(id -> told.put(id, true)));
    }

    private List<StaffTask> untold(InMemoryTable<TaskId, Boolean> known) {
        return rows.where(task -> task.isOpen() && known.get(task.id()).isEmpty()).stream()
                .sorted(Comparator.comparing(task -> key(task.id())))
                .toList();
    }

    @Override
    public Uni<Backlog> backlog() {
        return item(
                () -> {
                    List<StaffTask> open = rows.where(StaffTask::isOpen);
                    return new Backlog(
                            open.size(),
                            open.stream().map(StaffTask::openedAt).min(Comparator.naturalOrder()));
                });
    }

    private static <T> Uni<T> item(Supplier<T> read) {
        return Uni.createFrom().item(read);
    }
}
