package io.cybervpn.presentation.ledger.schedule;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.presentation.shared.Pumps;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The scheduled proof is a metric to alert on. */
@QuarkusTest
class LedgerAuditorTest {
    @Inject LedgerAuditor auditor;
    @Inject Pool pool;
    @Inject Pumps pumps;

    @Test
    void a_difference_is_in_the_metric_until_it_is_gone() {
        pumps.rest();
        UUID id = UUID.randomUUID();
        prove();
        double before = differences();
        run(
                "insert into ledger_transaction values ('%1$s', 'planted:%1$s', 'accounts_merged', 2, now())"
                        .formatted(id));
        try {
            prove();
            assertThat(differences()).isEqualTo(before + 1);
        } finally {
            run(
                    "set local session_replication_role = replica; delete from ledger_transaction where id = '%s'"
                            .formatted(id));
            pumps.work();
        }

        prove();
        assertThat(differences()).isEqualTo(before);
    }

    private void prove() {
        assertThat(auditor.run().await().indefinitely()).isNotNegative();
    }

    private void run(String sql) {
        pool.withTransaction(connection -> connection.query(sql).execute()).await().indefinitely();
    }

    private static double differences() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("cybervpn_ledger_differences"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
