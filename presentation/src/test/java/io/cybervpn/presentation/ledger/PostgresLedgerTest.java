package io.cybervpn.presentation.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.application.ledger.LedgerContract;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.ledger.repository.Ledger;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** PostgreSQL keeps the contract of the journal, and refuses by itself what would break it. */
@QuarkusTest
class PostgresLedgerTest extends LedgerContract {
    private static final String TRANSACTION =
            "insert into ledger_transaction (id, business_key, kind, posting_count, at)"
                    + " values ('%1$s', 'guard:%1$s', 'payment_surplus', 2, now())";
    private static final String LINES =
            "insert into ledger_posting values ('%1$s', 1, 'revenue', '', 'RUB', %2$d),"
                    + " ('%1$s', 2, 'refunds', '', 'RUB', %3$d)";

    @Inject Ledger ledger;
    @Inject UnitOfWork unitOfWork;
    @Inject Pool pool;

    private final UUID id = UUID.randomUUID();

    @Override
    protected Ledger ledger() {
        return ledger;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    @Test
    void the_database_refuses_what_does_not_sum_to_zero() {
        assertThatThrownBy(() -> book(5, -4)).hasMessageContaining("do not sum to zero");
        assertThat(count()).isZero();
    }

    @Test
    void the_database_refuses_postings_in_pieces_and_later_ones() {
        run(TRANSACTION.formatted(id));
        assertThatThrownBy(
                        () ->
                                run(
                                        "insert into ledger_posting values ('%1$s', 1, 'revenue', '', 'RUB', 5),"
                                                        .formatted(id)
                                                + " ('%1$s', 2, 'refunds', '', 'RUB', -4),"
                                                        .formatted(id)
                                                + " ('%1$s', 3, 'rounding', '', 'RUB', -1)"
                                                        .formatted(id)))
                .hasMessageContaining("are not complete");
        run(LINES.formatted(id, 5, -5));
        assertThatThrownBy(
                        () ->
                                run(
                                        "insert into ledger_posting values ('%1$s', 3, 'revenue', '', 'RUB', 5), ('%1$s', 4, 'refunds', '', 'RUB', -5)"
                                                .formatted(id)))
                .hasMessageContaining("are not complete");
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void the_database_refuses_edits_and_removals() {
        book(5, -5);
        for (String sql :
                new String[] {
                    "update ledger_posting set minor_units = 6 where transaction_id = '%s'",
                    "delete from ledger_posting where transaction_id = '%s'",
                    "update ledger_transaction set business_key = 'x' where id = '%s'",
                    "delete from ledger_transaction where id = '%s'",
                    "truncate ledger_posting",
                    "truncate ledger_transaction cascade"
                }) {
            assertThatThrownBy(() -> run(sql.formatted(id)))
                    .as(sql)
                    .hasMessageContaining("append only");
        }
        assertThat(count()).isEqualTo(2);
    }

    /** Both in one transaction; sum and completeness are judged where the postings come. */
    private void book(long first, long second) {
        pool.withTransaction(
                        connection ->
                                connection
                                        .query(TRANSACTION.formatted(id))
                                        .execute()
                                        .chain(
                                                _ ->
                                                        connection
                                                                .query(
                                                                        LINES.formatted(
                                                                                id, first, second))
                                                                .execute()))
                .await()
                .indefinitely();
    }

    private void run(String sql) {
        pool.query(sql).execute().await().indefinitely();
    }

    private long count() {
        return pool.query(
                        "select count(*) from ledger_posting where transaction_id = '%s'"
                                .formatted(id))
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }
}
