package io.cybervpn.infrastructure.provisioning.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How PostgreSQL takes a batch of a long queue, as after a panel was played back: by the indexes,
 * and no more than the batch. The accesses are in a schema that is never committed.
 */
@QuarkusTest
class AccessQueuePlanTest {
    private static final int BATCH = 32;
    private static final String PANEL = "'00000000-0000-7000-8000-000000000001'";

    /** All due at the same moment, as a sweep leaves them; some leases ran out. */
    private static final List<String> FILL =
            List.of(
                    "create schema plans",
                    "create table plans.access (like public.access including all)",
                    "set local search_path = plans, public",
                    """
                    insert into access (id, account_id, username, enabled, expire_at, traffic_reset,
                        server_groups, generation, status, next_attempt_at, lease_until, created_at, updated_at)
                    select md5('a' || n)::uuid, md5('o' || n)::uuid, 'cv_' || md5('a' || n), true, now(), 'month',
                        '{Pro}', 1, 'pending', case when n % 1000 > 0 then now() - interval '1 minute' end,
                        case when n % 1000 = 0 then now() - interval '1 minute' end, now(), now()
                    from generate_series(1, 50000) n""",
                    "analyze access");

    @Inject Pool pool;

    private static Uni<JsonObject> explained(SqlConnection connection) {
        Uni<Void> filled = Uni.createFrom().voidItem();
        for (String step : FILL) {
            filled = filled.chain(() -> connection.query(step).execute().replaceWithVoid());
        }
        String statement =
                AccessSql.DUE
                        .replace(":panel", PANEL)
                        .replace(":now", "now()")
                        .replace(":limit", String.valueOf(BATCH));
        return filled.chain(
                        () ->
                                connection
                                        .query("explain (analyze, format json) " + statement)
                                        .execute())
                .map(rows -> new JsonArray(rows.iterator().next().getValue(0).toString()))
                .map(plan -> plan.getJsonObject(0).getJsonObject("Plan"));
    }

    private static Stream<JsonObject> nodes(JsonObject plan) {
        return Stream.concat(
                Stream.of(plan),
                plan.getJsonArray("Plans", new JsonArray()).stream()
                        .flatMap(node -> nodes((JsonObject) node)));
    }

    @Test
    void a_batch_of_many_that_are_due_reads_what_it_takes() {
        JsonObject plan =
                pool.getConnection()
                        .chain(
                                connection ->
                                        connection
                                                .begin()
                                                .chain(
                                                        open ->
                                                                explained(connection)
                                                                        .eventually(open::rollback))
                                                .eventually(connection::close))
                        .await()
                        .indefinitely();

        assertThat(plan.getNumber("Actual Rows").intValue()).isEqualTo(BATCH);
        assertThat(nodes(plan).map(node -> node.getString("Node Type")))
                .contains("Index Scan")
                .doesNotContain("Seq Scan", "Bitmap Heap Scan");
        assertThat(nodes(plan).map(node -> node.getNumber("Actual Rows").intValue()))
                .allMatch(rows -> rows <= 2 * BATCH);
    }
}
