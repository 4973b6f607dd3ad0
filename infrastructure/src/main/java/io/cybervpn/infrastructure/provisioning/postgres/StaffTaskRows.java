package io.cybervpn.infrastructure.provisioning.postgres;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.TaskId;
import io.cybervpn.domain.provisioning.TaskState;
import io.cybervpn.domain.provisioning.model.StaffTask;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Row to task and task to row. */
final class StaffTaskRows {
    /** In the order of {@link #task}. */
    static final String COLUMNS =
            """
            t.id, t.panel_id, t.access_id, t.kind, cast(t.wish as text) as wish, t.version, t.state,
            t.opened_at, t.assignee, t.closed_at, t.closed_by, t.reason""";

    private StaffTaskRows() {}

    static StaffTask task(Row row) {
        Object[] cells = new Object[12];
        for (int at = 0; at < cells.length; at++) {
            cells[at] = row.getValue(at);
        }
        return task(cells);
    }

    static StaffTask task(Object[] row) {
        return new StaffTask(
                new TaskId((UUID) row[0]),
                new PanelId((UUID) row[1]),
                new AccessId((UUID) row[2]),
                WishDocument.kind((String) row[3]),
                WishDocument.read((String) row[4]),
                ((Number) row[5]).longValue(),
                state((String) row[6]),
                instant(row[7]),
                account(row[8]),
                closing(row));
    }

    private static Optional<StaffTask.Closing> closing(Object[] row) {
        return Optional.ofNullable(row[9])
                .map(at -> new StaffTask.Closing(instant(at), account(row[10]), (String) row[11]));
    }

    private static Optional<AccountId> account(@Nullable Object id) {
        return Optional.ofNullable((UUID) id).map(AccountId::new);
    }

    /** All but what never changes. Texts in the place of what may be null; see the statements. */
    static Mutiny.MutationQuery fill(Mutiny.MutationQuery query, StaffTask task) {
        return query.setParameter("id", task.id().value())
                .setParameter("kind", task.kind().code())
                .setParameter("wish", WishDocument.of(task.wish()))
                .setParameter("version", task.version())
                .setParameter("state", task.state().code())
                .setParameter("assignee", text(task.assignee()))
                .setParameter("closedAt", task.closing().map(how -> how.at().toString()).orElse(""))
                .setParameter("closedBy", text(task.closing().flatMap(StaffTask.Closing::by)))
                .setParameter("reason", task.closing().map(StaffTask.Closing::reason).orElse(""));
    }

    private static String text(Optional<AccountId> account) {
        return account.map(id -> id.value().toString()).orElse("");
    }

    static Instant instant(Object value) {
        return value instanceof OffsetDateTime at ? at.toInstant() : (Instant) value;
    }

    private static TaskState state(String code) {
        return TaskState.find(code)
                .orElseThrow(() -> new IllegalStateException("stored state of task " + code));
    }
}
