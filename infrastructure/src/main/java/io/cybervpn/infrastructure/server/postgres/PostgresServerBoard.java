package io.cybervpn.infrastructure.server.postgres;

import io.cybervpn.application.server.ServerView;
import io.cybervpn.application.server.port.ServerBoard;
import io.cybervpn.application.shared.Page;
import io.cybervpn.domain.server.ServerId;
import io.cybervpn.domain.server.ServerStatus;
import io.cybervpn.infrastructure.shared.Conditions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The server table as it is read. There are some hundreds of servers, so nothing is indexed. */
@Singleton
final class PostgresServerBoard implements ServerBoard {
    private static final String SELECT = "select " + ViewColumns.LIST + " from server where ";
    private static final String SHOWN =
            SELECT
                    + """
                    not hidden and gone_since is null
                    order by place_in_list, coalesce(shown_name, name), id limit 1000""";
    private static final String TALLY =
            """
            select status, count(*) as servers, count(unknown_since) as unknown,
                coalesce(sum(users_online), 0)::bigint as users
            from server where gone_since is null group by status""";

    private final Pool pool;

    @Inject
    PostgresServerBoard(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Page<ServerView>> page(
            Filter filter, Field field, boolean descending, Page.Request page) {
        Uni<Optional<Long>> total =
                page.count() ? counted(filter) : Uni.createFrom().item(Optional.empty());
        Conditions wanted = conditions(filter);
        String text = SELECT + wanted.text();
        String order = column(field) + (descending ? " desc nulls last, id" : " nulls last, id");
        String bounds = wanted.bounds(order, page);
        return Uni.combine()
                .all()
                .unis(pool.preparedQuery(text + bounds).execute(wanted.parameters()), total)
                .with((rows, count) -> new Page<>(views(rows), page.number(), page.size(), count));
    }

    private Uni<Optional<Long>> counted(Filter filter) {
        Conditions wanted = conditions(filter);
        return pool.preparedQuery("select count(*) from server where " + wanted.text())
                .execute(wanted.parameters())
                .map(rows -> Optional.of(rows.iterator().next().getLong(0)));
    }

    private static Conditions conditions(Filter filter) {
        Conditions wanted = new Conditions();
        wanted.oneOf(
                "status",
                filter.statuses().stream().map(ServerStatus::code).collect(Collectors.toSet()));
        wanted.oneOf("country", filter.countries());
        filter.hidden().ifPresent(hidden -> wanted.add("hidden = " + wanted.next(hidden)));
        filter.text()
                .map(text -> text.toLowerCase(Locale.ROOT))
                .map(wanted::next)
                .ifPresent(
                        place ->
                                wanted.add(
                                        "(strpos(lower(name), %1$s) > 0 or strpos(lower(address), %1$s) > 0 or strpos(lower(shown_name), %1$s) > 0)"
                                                .formatted(place)));
        return wanted;
    }

    private static String column(Field field) {
        return switch (field) {
            case POSITION -> "place_in_list";
            case NAME -> "lower(coalesce(shown_name, name))";
            case STATUS -> "status";
            case COUNTRY -> "country";
            case USERS_ONLINE -> "users_online";
            case SINCE -> "since";
        };
    }

    @Override
    public Uni<Optional<ServerView>> find(ServerId id) {
        return pool.preparedQuery(SELECT + "id = $1")
                .execute(Tuple.of(id.value()))
                .map(rows -> views(rows).stream().findFirst());
    }

    @Override
    public Uni<Optional<ServerView>> ofNode(String panel, String node) {
        return pool.preparedQuery(SELECT + "panel = $1 and node_ref = $2")
                .execute(Tuple.of(panel, node))
                .map(rows -> views(rows).stream().findFirst());
    }

    @Override
    public Uni<List<ServerView>> shown() {
        return pool.query(SHOWN).execute().map(PostgresServerBoard::views);
    }

    @Override
    public Uni<Tally> tally() {
        return pool.query(TALLY).execute().map(PostgresServerBoard::tally);
    }

    private static Tally tally(RowSet<Row> rows) {
        Map<ServerStatus, Long> byStatus = new EnumMap<>(ServerStatus.class);
        Stream.of(ServerStatus.values()).forEach(status -> byStatus.put(status, 0L));
        long unknown = 0;
        long users = 0;
        for (Row row : rows) {
            byStatus.put(
                    ServerStatus.find(row.getString("status")).orElseThrow(),
                    row.getLong("servers"));
            unknown += row.getLong("unknown");
            users += row.getLong("users");
        }
        return new Tally(byStatus, unknown, users);
    }

    private static List<ServerView> views(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(ViewColumns::view).toList();
    }
}
