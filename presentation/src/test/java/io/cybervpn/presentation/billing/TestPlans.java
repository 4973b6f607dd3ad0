package io.cybervpn.presentation.billing;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Plans to buy: the seeded ones, and copies of them for a test alone. */
@Singleton
final class TestPlans {
    /** RUB 199.00 for 30 days; 100 GB; 2 devices; the squad Basic. */
    static final String BASIC = "019b0000-0000-7000-8000-000000000011";

    /** RUB 399.00 for 30 days. */
    static final String PRO = "019b0000-0000-7000-8000-000000000012";

    /** No traffic limit. */
    static final String CYBER = "019b0000-0000-7000-8000-000000000014";

    private static final String COPY =
            """
            insert into plan
            select $1, product_id, $2, tier, name, description, traffic_limit_bytes, traffic_reset,
                device_limit, server_groups, $4, 999, version, created_at, updated_at
            from plan where id = $3""";
    private static final String COPY_PRICES =
            """
            insert into plan_price
            select $1, term_days, asset, minor_units, position from plan_price where plan_id = $2""";

    private final Pool pool;

    @Inject
    TestPlans(Pool pool) {
        this.pool = pool;
    }

    /** A copy of Basic that is not sold. */
    String unsold() {
        return copy(false);
    }

    /** A copy of Basic that is sold. */
    String sold() {
        return copy(true);
    }

    private String copy(boolean active) {
        UUID id = UUID.randomUUID();
        UUID basic = UUID.fromString(BASIC);
        run(COPY, Tuple.of(id, "t" + id, basic, active));
        run(COPY_PRICES, Tuple.of(id, basic));
        return id.toString();
    }

    /** Removes a copy with all its orders. */
    void takeAway(String plan) {
        run("delete from sales_order where plan_id = $1", Tuple.of(UUID.fromString(plan)));
        run("delete from plan where id = $1", Tuple.of(UUID.fromString(plan)));
    }

    private void run(String sql, Tuple parameters) {
        pool.preparedQuery(sql).execute(parameters).await().indefinitely();
    }
}
