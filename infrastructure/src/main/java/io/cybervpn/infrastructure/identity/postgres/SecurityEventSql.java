package io.cybervpn.infrastructure.identity.postgres;

import io.cybervpn.application.identity.port.SecurityEvents.Cursor;
import io.cybervpn.application.identity.port.SecurityEvents.Filter;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.SecurityEventType;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A page's statement: only the conditions that are wanted, so that each finds its index. */
final class SecurityEventSql {
    private final StringBuilder text = new StringBuilder("select * from security_event where true");
    private final List<Object> values = new ArrayList<>();

    static SecurityEventSql of(Filter filter, Optional<Cursor> before, int limit) {
        SecurityEventSql sql = new SecurityEventSql();
        sql.and("account_id = ?", filter.account().map(AccountId::value));
        sql.and("address = ?", filter.address());
        sql.and("type = any(?)", types(filter));
        sql.and("at >= ?", filter.from().map(SecurityEventSql::utc));
        sql.and("at < ?", filter.to().map(SecurityEventSql::utc));
        before.ifPresent(sql::before);
        sql.text.append(" order by at desc, id desc limit ").append(sql.next(limit));
        return sql;
    }

    String text() {
        return text.toString();
    }

    Tuple parameters() {
        return Tuple.tuple(values);
    }

    private static Optional<String[]> types(Filter filter) {
        return Optional.of(filter.types())
                .filter(types -> !types.isEmpty())
                .map(types -> types.stream().map(SecurityEventType::code).toArray(String[]::new));
    }

    private void and(String condition, Optional<?> value) {
        value.ifPresent(
                present -> text.append(" and ").append(condition.replace("?", next(present))));
    }

    private void before(Cursor cursor) {
        text.append(" and (at, id) < (")
                .append(next(utc(cursor.at())))
                .append(", ")
                .append(next(cursor.id()))
                .append(')');
    }

    private String next(Object value) {
        values.add(value);
        return "$" + values.size();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
