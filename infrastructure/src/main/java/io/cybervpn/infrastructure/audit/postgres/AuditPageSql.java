package io.cybervpn.infrastructure.audit.postgres;

import io.cybervpn.application.audit.port.AuditLog.Cursor;
import io.cybervpn.application.audit.port.AuditLog.Filter;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A page's statement: only the conditions that are wanted, so that each finds its index. */
final class AuditPageSql {
    private static final String SELECT =
            """
            select e.*, l.position, l.hash
            from audit_entry e join audit_link l on l.entry_id = e.id
            where true""";

    private final StringBuilder text = new StringBuilder(SELECT);
    private final List<Object> values = new ArrayList<>();

    static AuditPageSql of(Filter filter, Optional<Cursor> before, int limit) {
        AuditPageSql sql = new AuditPageSql();
        sql.and("e.actor_id = ?", filter.actor());
        sql.and("e.action = ?", filter.action().filter(action -> !isSection(action)));
        sql.and("starts_with(e.action, ?)", filter.action().filter(AuditPageSql::isSection));
        sql.and("e.object_type = ?", filter.objectType());
        sql.and("e.object_id = ?", filter.objectId());
        sql.and("e.at >= ?", filter.from().map(AuditPageSql::utc));
        sql.and("e.at < ?", filter.to().map(AuditPageSql::utc));
        before.ifPresent(sql::before);
        sql.text.append(" order by e.at desc, e.id desc limit ").append(sql.next(limit));
        return sql;
    }

    String text() {
        return text.toString();
    }

    Tuple parameters() {
        return Tuple.tuple(values);
    }

    private void and(String condition, Optional<?> value) {
        value.ifPresent(
                present -> text.append(" and ").append(condition.replace("?", next(present))));
    }

    private void before(Cursor cursor) {
        text.append(" and (e.at, e.id) < (")
                .append(next(utc(cursor.at())))
                .append(", ")
                .append(next(cursor.id()))
                .append(')');
    }

    private String next(Object value) {
        values.add(value);
        return "$" + values.size();
    }

    private static boolean isSection(String action) {
        return action.endsWith(".");
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
