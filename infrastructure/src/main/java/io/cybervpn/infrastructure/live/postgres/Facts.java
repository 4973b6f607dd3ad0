package io.cybervpn.infrastructure.live.postgres;

import io.cybervpn.application.live.Datum;
import io.cybervpn.application.live.Thing;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Columns of a row as facts of a thing; what is null is known to be absent. */
final class Facts {
    private final Row row;
    private final Map<String, Datum> facts = new HashMap<>();

    Facts(Row row) {
        this.row = row;
    }

    /** A thing of each row, in their order. */
    static List<Thing> things(RowSet<Row> rows, Function<Row, Thing> thing) {
        return StreamSupport.stream(rows.spliterator(), false).map(thing).toList();
    }

    Facts text(String name, String column) {
        return put(name, row.getString(column), Datum::of);
    }

    Facts whole(String name, String column) {
        return put(name, row.getLong(column), Datum::of);
    }

    Facts flag(String name, String column) {
        return put(name, row.getBoolean(column), Datum.Flag::new);
    }

    Facts moment(String name, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return put(name, at, one -> Datum.of(one.toInstant()));
    }

    private <T> Facts put(String name, @Nullable T value, Function<T, Datum> datum) {
        facts.put(name, Optional.ofNullable(value).map(datum).orElseGet(Datum.Absent::new));
        return this;
    }

    /** With the column {@code id}. */
    Thing toThing() {
        return new Thing(row.getUUID("id").toString(), facts);
    }
}
