package io.cybervpn.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.dev.EmbeddedPostgres;
import io.cybervpn.sandbox.SandboxWorld;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** What must be true of the database and of the outside world once everything is quiet. */
final class Books {

    private static final Duration POLL = Duration.ofMillis(200);

    private final EmbeddedPostgres postgres;

    Books(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /**
     * Returns when nothing is left to do and everything that was paid is served; fails after {@code
     * patience}.
     */
    void awaitQuiet(SandboxWorld world, Duration patience) throws SQLException {
        long deadline = System.nanoTime() + patience.toNanos();
        String open = open(world);
        while (!open.isEmpty()) {
            assertThat(System.nanoTime() < deadline).as("still open: %s", open).isTrue();
            LockSupport.parkNanos(POLL.toNanos());
            open = open(world);
        }
    }

    /**
     * Moves every "not before" and "since" of work in hand five minutes back, instead of waiting
     * for them. Only while no shop runs.
     */
    void letMinutesPass() throws SQLException {
        List<String> clocks =
                List.of(
                        "UPDATE outbox SET next_attempt_at = next_attempt_at - interval '5 minutes'"
                                + " WHERE status = 'pending'",
                        "UPDATE inbox SET next_attempt_at = next_attempt_at - interval '5 minutes'"
                                + " WHERE status = 'received'",
                        "UPDATE idempotency_key SET begun_at = begun_at - interval '5 minutes'"
                                + " WHERE completed_at IS NULL",
                        "UPDATE payment SET look_at = look_at - interval '5 minutes'"
                                + " WHERE look_at IS NOT NULL",
                        "UPDATE access SET next_attempt_at = next_attempt_at - interval '5 minutes',"
                                + " lease_until = lease_until - interval '5 minutes'");
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (String clock : clocks) {
                statement.addBatch(clock);
            }
            assertThat(statement.executeBatch()).hasSize(clocks.size());
        }
    }

    private String open(SandboxWorld world) throws SQLException {
        long paid = paidInvoices(world).size();
        var open = new ArrayList<String>();
        expect(open, "outbox rows", 0, "SELECT count(*) FROM outbox WHERE status <> 'done'");
        expect(open, "inbox rows", 0, "SELECT count(*) FROM inbox WHERE status = 'received'");
        expect(
                open,
                "captured payments",
                paid,
                "SELECT count(*) FROM payment WHERE state = 'captured'");
        expect(open, "paid orders", paid, "SELECT count(*) FROM sales_order WHERE status = 'paid'");
        expect(open, "extensions", paid, "SELECT count(*) FROM subscription_extension");
        expect(
                open,
                "accesses not ready",
                0,
                "SELECT count(*) FROM access WHERE status <> 'ready'");
        return String.join(", ", open);
    }

    private void expect(List<String> open, String what, long wanted, String sql)
            throws SQLException {
        long found = number(sql);
        if (found != wanted) {
            open.add("%s: %d instead of %d".formatted(what, found, wanted));
        }
    }

    /**
     * Each paid invoice is one captured payment, one paid order, one extension; each access is one
     * panel user.
     */
    void assertExactlyOnce(SandboxWorld world) throws SQLException {
        Set<String> invoices = paidInvoices(world);
        String chain =
                """
                SELECT p.provider_reference FROM payment p
                JOIN sales_order o ON o.id = p.subject AND o.payment_id = p.id AND o.status = 'paid'
                JOIN subscription_extension e ON e.order_id = o.id AND e.days = o.term_days
                JOIN subscription s ON s.id = e.subscription_id AND s.account_id = o.account_id
                JOIN access a ON a.id = s.id AND a.status = 'ready'
                WHERE p.state = 'captured' ORDER BY 1
                """;
        assertThat(texts(chain)).containsExactlyElementsOf(invoices);
        assertThat(number("SELECT count(*) FROM payment WHERE state = 'flagged'")).isZero();
        assertThat(number("SELECT count(*) FROM inbox WHERE status = 'flagged'")).isZero();
        assertThat(number("SELECT count(*) FROM outbox WHERE status = 'parked'")).isZero();
        // The end of a subscription is the fold of its extensions, without gaps or overlaps.
        assertThat(
                        number(
                                """
                                SELECT count(*) FROM subscription s
                                WHERE s.expire_at <> (SELECT max(to_at) FROM subscription_extension e
                                                      WHERE e.subscription_id = s.id)
                                   OR s.expire_at - s.started_at <> (SELECT sum(days) * interval '24 hours'
                                       FROM subscription_extension e WHERE e.subscription_id = s.id)
                                """))
                .isZero();
        assertPanelUsers(world);
    }

    private void assertPanelUsers(SandboxWorld world) throws SQLException {
        String wanted =
                """
                SELECT username || ' ' || to_char(date_trunc('second', expire_at AT TIME ZONE 'UTC'),
                                                  'YYYY-MM-DD"T"HH24:MI:SS')
                FROM access ORDER BY 1
                """;
        Set<String> users =
                world.panel().users().all().stream()
                        .filter(user -> user.getString("status").equals("ACTIVE"))
                        .map(
                                user ->
                                        user.getString("username")
                                                + " "
                                                + user.getString("expireAt").substring(0, 19))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(users).containsExactlyInAnyOrderElementsOf(texts(wanted));
    }

    /** Every asset sums to zero, and each captured payment was booked once and in full. */
    void assertLedgerBalances() throws SQLException {
        assertThat(
                        texts(
                                "SELECT asset FROM ledger_posting GROUP BY asset HAVING sum(minor_units) <> 0"))
                .isEmpty();
        assertThat(
                        texts(
                                "SELECT business_key FROM ledger_transaction t WHERE posting_count <>"
                                        + " (SELECT count(*) FROM ledger_posting p WHERE p.transaction_id = t.id)"))
                .isEmpty();
        long captured =
                number(
                        "SELECT coalesce(sum(received_minor), 0) FROM payment WHERE state = 'captured'");
        long clearing =
                number(
                        "SELECT coalesce(sum(minor_units), 0) FROM ledger_posting"
                                + " WHERE account_type = 'provider_clearing'");
        assertThat(clearing).isEqualTo(captured);
    }

    static Set<String> paidInvoices(SandboxWorld world) {
        return world.cryptoPay().invoices().all().stream()
                .filter(invoice -> invoice.getString("status").equals("paid"))
                .map((JsonObject invoice) -> invoice.getLong("invoice_id").toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    long number(String sql) throws SQLException {
        return Long.parseLong(texts(sql).getFirst());
    }

    List<String> texts(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                postgres.jdbcUrl(), postgres.username(), postgres.password());
    }
}
