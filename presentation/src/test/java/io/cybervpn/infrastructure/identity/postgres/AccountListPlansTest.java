package io.cybervpn.infrastructure.identity.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.identity.port.AccountList.Condition;
import io.cybervpn.application.identity.port.AccountList.Cursor;
import io.cybervpn.application.identity.port.AccountList.Field;
import io.cybervpn.application.identity.port.AccountList.Query;
import io.cybervpn.application.identity.port.AccountList.Sort;
import io.cybervpn.application.shared.Page;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.AccountStatus;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * How PostgreSQL reads the list of a hundred thousand accounts (R54): by an index, and little. The
 * accounts are in a schema that is never committed.
 */
@QuarkusTest
class AccountListPlansTest {
    /** By {@code -Daccounts=1000000} the same is shown of a million; it takes two minutes. */
    private static final Integer ACCOUNTS = Integer.getInteger("accounts", 100_000);

    /** About half of what the table alone has: what is counted or sorted reads its matches. */
    private static final int BLOCKS_MAX = ACCOUNTS / 100_000 * 1_600;

    /** Ids that grow with age, as the shop's do. */
    private static final String ID =
            "(lpad(to_hex(n), 8, '0') || '-0000-7000-8000-' || substr(md5(n::text), 1, 12))::uuid";

    private static final List<String> FILL =
            List.of(
                    "set local statement_timeout = 0",
                    "create schema plans",
                    "create table plans.account (like public.account including all)",
                    "create table plans.account_tag (like public.account_tag including all)",
                    "create table plans.account_identity"
                            + " (like public.account_identity including all)",
                    "create table plans.account_tally (like public.account_tally including all)",
                    "set local search_path = plans, public",
                    """
                    insert into account (id, email, password_hash, kind, status, locale, created_at,
                        email_verified_at)
                    select ID, 'customer' || n || '@town' || n % 97 || '.test', 'none',
                        case when n % 5000 = 0 then 'staff' else 'customer' end,
                        case when n % 500 = 1 then 'blocked' else 'active' end, 'en',
                        timestamptz '2026-01-01 00:00:00Z' + n * interval '1 second',
                        case when n % 400 = 7 then timestamptz '2026-02-01 00:00:00Z' end
                    from generate_series(1, ACCOUNTS) n""",
                    """
                    insert into account_tag (account_id, tag)
                    select ID, 'common' from generate_series(1, ACCOUNTS, 3) n
                    union all
                    select ID, 'rare' from generate_series(1, ACCOUNTS, 2000) n""",
                    """
                    insert into account_identity (id, account_id, provider, subject, linked_at)
                    select md5('i' || n)::uuid, ID, 'telegram', n::text, now()
                    from generate_series(1, ACCOUNTS, 2) n""",
                    "insert into account_tally values ('active', ACCOUNTS), ('blocked', 200)",
                    "analyze account",
                    "analyze account_tag",
                    "analyze account_identity");

    @Inject Pool pool;

    private static final Sort NEWEST = new Sort(Field.CREATED_AT, true);

    private static Query counted(Sort sort, Condition... conditions) {
        return query(true, sort, conditions);
    }

    private static Query query(boolean count, Sort sort, Condition... conditions) {
        return new Query(new Page.Request(0, 25, count), List.of(conditions), List.of(sort));
    }

    private static Condition blocked() {
        return new Condition.Status(Set.of(AccountStatus.BLOCKED));
    }

    private static Map<String, Query> queries() {
        Map<String, Query> all = new LinkedHashMap<>();
        for (Field field : Field.values()) {
            for (boolean down : new boolean[] {true, false}) {
                Sort sort = new Sort(field, down);
                all.put("all by " + sort, counted(sort));
                all.put(
                        "page 10 by " + sort,
                        new Query(new Page.Request(9, 100, false), List.of(), List.of(sort)));
            }
        }
        all.put("blocked", counted(NEWEST, blocked()));
        all.put("active", counted(NEWEST, new Condition.Status(Set.of(AccountStatus.ACTIVE))));
        all.put("staff", counted(NEWEST, new Condition.Kind(Set.of(AccountKind.STAFF))));
        all.put(
                "customers",
                query(false, NEWEST, new Condition.Kind(Set.of(AccountKind.CUSTOMER))));
        all.put("rare tag", counted(NEWEST, new Condition.Tag(Set.of("rare"))));
        all.put("common tag", query(false, NEWEST, new Condition.Tag(Set.of("common"))));
        all.put("nobody's tag", counted(NEWEST, new Condition.Tag(Set.of("nobody"))));
        all.put("Telegram", counted(NEWEST, new Condition.Telegram(4711)));
        all.put("verified", counted(NEWEST, new Condition.EmailVerified(true)));
        all.put("not verified", query(false, NEWEST, new Condition.EmailVerified(false)));
        all.put("a part", counted(NEWEST, new Condition.Text("customer4711@")));
        all.put("a common part", query(false, NEWEST, new Condition.Text("town12")));
        all.put("a part and blocked", counted(NEWEST, new Condition.Text("er471"), blocked()));
        all.put("a beginning", query(false, NEWEST, new Condition.Text("cu")));
        all.put("nobody's beginning", counted(NEWEST, new Condition.Text("zq")));
        all.put("an id", counted(NEWEST, new Condition.Text(new UUID(1, 2).toString())));
        all.put(
                "an hour",
                counted(
                        NEWEST,
                        new Condition.CreatedFrom(Instant.parse("2026-01-01T10:00:00Z")),
                        new Condition.CreatedTo(Instant.parse("2026-01-01T10:15:00Z"))));
        all.put("after a cursor", after(NEWEST));
        all.put("after an id", after(new Sort(Field.ID, false)));
        return all;
    }

    private static Query after(Sort sort) {
        Cursor middle =
                new Cursor(
                        Instant.parse("2026-01-01T14:00:00Z"),
                        new AccountId(new UUID(0x0000c35000007000L, 0)));
        return new Query(
                new Page.Request(0, 25, false), List.of(), List.of(sort), Optional.of(middle));
    }

    @Test
    void every_filter_and_every_order_has_its_index() {
        SqlConnection db = pool.getConnectionAndAwait();
        try {
            db.query("begin").executeAndAwait();
            FILL.forEach(statement -> db.query(sql(statement)).executeAndAwait());
            List<String> wrong = new ArrayList<>();
            queries().forEach((name, query) -> judge(name, explain(db, query), wrong));
            assertThat(wrong).isEmpty();
        } finally {
            db.query("rollback").execute().chain(db::close).await().indefinitely();
        }
    }

    private static String sql(String statement) {
        return statement.replace("ID,", ID + ",").replace("ACCOUNTS", ACCOUNTS.toString());
    }

    private static JsonObject explain(SqlConnection db, Query query) {
        AccountListSql sql = AccountListSql.of(query);
        Uni<Object> plan =
                db.preparedQuery("explain (analyze, buffers, format json) " + sql.text())
                        .execute(sql.parameters())
                        .map(rows -> rows.iterator().next().getValue(0));
        JsonArray plans = (JsonArray) plan.await().indefinitely();
        return plans.getJsonObject(0).getJsonObject("Plan");
    }

    private static void judge(String name, JsonObject plan, List<String> wrong) {
        int blocks = plan.getInteger("Shared Hit Blocks") + plan.getInteger("Shared Read Blocks");
        if (blocks > BLOCKS_MAX) {
            wrong.add(name + " read " + blocks + " blocks");
        }
        scans(plan).forEach(table -> wrong.add(name + " reads the whole of " + table));
    }

    private static List<String> scans(JsonObject node) {
        List<String> found = new ArrayList<>();
        String table = node.getString("Relation Name", "");
        if (node.getString("Node Type").equals("Seq Scan") && !table.equals("account_tally")) {
            found.add(table);
        }
        node.getJsonArray("Plans", new JsonArray())
                .forEach(child -> found.addAll(scans((JsonObject) child)));
        return found;
    }
}
