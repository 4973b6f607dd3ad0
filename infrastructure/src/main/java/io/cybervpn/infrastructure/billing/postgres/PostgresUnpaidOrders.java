package io.cybervpn.infrastructure.billing.postgres;

import io.cybervpn.application.billing.port.UnpaidOrders;
import io.cybervpn.domain.billing.OrderId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;

/** Orders that ran out, seen together with their payments. */
@Singleton
final class PostgresUnpaidOrders implements UnpaidOrders {
    private static final String DUE =
            """
            select o.id from sales_order o
            where o.status = 'awaiting_payment' and o.expires_at <= $1
              and not exists (select 1 from payment p where p.subject = o.id
                              and p.state in ('created', 'unknown', 'pending', 'captured'))
            order by o.expires_at limit $2""";

    private final Pool pool;

    @Inject
    PostgresUnpaidOrders(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<OrderId>> due(Instant now, int limit) {
        return pool.preparedQuery(DUE)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), limit))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(row -> new OrderId(row.getUUID("id")))
                                        .toList());
    }
}
