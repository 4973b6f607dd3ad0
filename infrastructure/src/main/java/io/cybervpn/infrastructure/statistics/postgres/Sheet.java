package io.cybervpn.infrastructure.statistics.postgres;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** Turns moments into parameters, and numbered rows into lists without a gap. */
final class Sheet {
    private Sheet() {}

    static OffsetDateTime time(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    static OffsetDateTime[] times(List<Instant> moments) {
        return moments.stream().map(Sheet::time).toArray(OffsetDateTime[]::new);
    }

    /** As many as there are pieces; where the rows have no {@code piece}, {@code none}. */
    static <T> List<T> pieces(RowSet<Row> rows, int count, Function<Row, T> read, T none) {
        Map<Integer, T> byPiece =
                StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(row -> row.getInteger("piece"), read));
        return IntStream.rangeClosed(1, count)
                .mapToObj(piece -> byPiece.getOrDefault(piece, none))
                .toList();
    }

    static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }
}
