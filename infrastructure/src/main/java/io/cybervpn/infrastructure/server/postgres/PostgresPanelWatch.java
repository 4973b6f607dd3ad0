package io.cybervpn.infrastructure.server.postgres;

import io.cybervpn.application.server.port.PanelWatch;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** One row for each panel. */
@Singleton
final class PostgresPanelWatch implements PanelWatch {
    private static final int ERROR_LENGTH_MAX = 500;
    private static final String ANSWERED =
            """
            insert into server_panel (panel, answered_at) values ($1, $2)
            on conflict (panel) do update set
                answered_at = greatest(server_panel.answered_at, excluded.answered_at)""";
    private static final String FAILED =
            """
            insert into server_panel (panel, failed_at, error) values ($1, $2, $3)
            on conflict (panel) do update set failed_at = excluded.failed_at, error = excluded.error
            where server_panel.failed_at is null or server_panel.failed_at < excluded.failed_at""";
    private static final String ALL =
            "select panel, answered_at, failed_at, error from server_panel order by panel limit 200";

    private final Pool pool;

    @Inject
    PostgresPanelWatch(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> answered(String panel, Instant at) {
        return pool.preparedQuery(ANSWERED)
                .execute(Tuple.of(panel, at.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> failed(String panel, Instant at, String error) {
        String cut = error.substring(0, Math.min(error.length(), ERROR_LENGTH_MAX));
        return pool.preparedQuery(FAILED)
                .execute(Tuple.of(panel, at.atOffset(ZoneOffset.UTC), cut))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Word>> words() {
        return pool.query(ALL)
                .execute()
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(PostgresPanelWatch::word)
                                        .toList());
    }

    private static Word word(Row row) {
        return new Word(
                row.getString("panel"),
                Optional.ofNullable(row.getOffsetDateTime("answered_at")).map(at -> at.toInstant()),
                Optional.ofNullable(row.getOffsetDateTime("failed_at")).map(at -> at.toInstant()),
                row.getString("error"));
    }
}
