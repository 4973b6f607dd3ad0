package io.cybervpn.infrastructure.statistics.postgres;

import io.cybervpn.application.statistics.port.CountFigures;
import io.cybervpn.domain.shared.Asset;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Each table once, whatever the number of pieces. */
@Singleton
final class PostgresCountFigures implements CountFigures {
    private static final String COUNTS =
            """
            select piece, sum(customers)::bigint as customers, sum(subscriptions)::bigint as subscriptions,
                sum(started)::bigint as started, sum(captured)::bigint as captured
            from (
                select width_bucket(created_at, $1::timestamptz[]) as piece, count(*) as customers,
                    0 as subscriptions, 0 as started, 0 as captured
                from account
                where kind = 'customer' and created_at >= ($1::timestamptz[])[1] and created_at < $2
                group by 1
                union all
                select width_bucket(started_at, $1::timestamptz[]), 0, count(*), 0, 0 from subscription
                where started_at >= ($1::timestamptz[])[1] and started_at < $2 group by 1
                union all
                select width_bucket(created_at, $1::timestamptz[]), 0, 0, count(*),
                    count(*) filter (where state = 'captured')
                from payment
                where created_at >= ($1::timestamptz[])[1] and created_at < $2 and provider <> 'wallet'
                    and ($3::text is null or provider = $3)
                group by 1) counted
            group by piece""";

    private static final String PROVIDERS =
            """
            select provider, asset, count(*) as started,
                count(*) filter (where state = 'captured') as captured,
                count(*) filter (where state = 'flagged') as flagged,
                count(*) filter (where state = 'expired') as expired,
                count(*) filter (where state = 'failed') as failed,
                count(*) filter (where state in ('created', 'unknown', 'pending')) as open,
                coalesce(sum(received_minor) filter (where state = 'captured'), 0)::bigint as captured_minor,
                round(percentile_cont(0.5) within group (order by extract(epoch from paid_at - created_at))
                    filter (where state = 'captured'))::bigint as seconds_to_pay
            from payment
            where created_at >= $1 and created_at < $2 and provider <> 'wallet'
            group by provider, asset order by provider, asset""";

    private static final String TOTAL =
            """
            select ((select coalesce(sum(accounts), 0) from account_tally
                    where status in ('active', 'blocked'))
                - (select count(*) from account
                    where kind = 'staff' and status in ('active', 'blocked')))::bigint as customers,
                (select count(*) from subscription where status = 'active') as active,
                (select count(*) from subscription where status = 'expired') as expired""";

    private final Pool pool;

    @Inject
    PostgresCountFigures(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Count>> counts(List<Instant> edges, Optional<String> provider) {
        return pool.preparedQuery(COUNTS)
                .execute(
                        Tuple.of(
                                Sheet.times(edges),
                                Sheet.time(edges.getLast()),
                                provider.orElse(null)))
                .map(
                        rows ->
                                Sheet.pieces(
                                        rows,
                                        edges.size() - 1,
                                        PostgresCountFigures::count,
                                        Count.NONE));
    }

    private static Count count(Row row) {
        return new Count(
                row.getLong("customers"),
                row.getLong("subscriptions"),
                row.getLong("started"),
                row.getLong("captured"));
    }

    @Override
    public Uni<List<ProviderCount>> providers(Instant from, Instant to) {
        return pool.preparedQuery(PROVIDERS)
                .execute(Tuple.of(Sheet.time(from), Sheet.time(to)))
                .map(rows -> Sheet.list(rows, PostgresCountFigures::provider));
    }

    private static ProviderCount provider(Row row) {
        return new ProviderCount(
                row.getString("provider"),
                Asset.of(row.getString("asset")),
                row.getLong("started"),
                row.getLong("captured"),
                row.getLong("flagged"),
                row.getLong("expired"),
                row.getLong("failed"),
                row.getLong("open"),
                row.getLong("captured_minor"),
                Optional.ofNullable(row.getLong("seconds_to_pay"))
                        .map(OptionalLong::of)
                        .orElseGet(OptionalLong::empty));
    }

    @Override
    public Uni<Total> total() {
        return pool.preparedQuery(TOTAL).execute().map(rows -> total(rows.iterator().next()));
    }

    private static Total total(Row row) {
        return new Total(row.getLong("customers"), row.getLong("active"), row.getLong("expired"));
    }
}
