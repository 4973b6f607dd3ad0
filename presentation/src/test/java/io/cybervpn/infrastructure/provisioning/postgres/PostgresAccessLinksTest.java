package io.cybervpn.infrastructure.provisioning.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.provisioning.AccessLinksContract;
import io.cybervpn.application.provisioning.Wishes;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.repository.AccessLinks;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.cybervpn.presentation.shared.Pumps;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract on PostgreSQL, whose triggers note the changes; nobody settles them meanwhile. */
@QuarkusTest
class PostgresAccessLinksTest extends AccessLinksContract {
    private static final Instant NOW = Instant.parse("2099-01-31T10:00:00Z");

    @Inject AccessLinks links;
    @Inject Accesses accesses;
    @Inject UnitOfWork unitOfWork;
    @Inject Pool pool;
    @Inject Pumps pumps;

    @BeforeEach
    void have_the_tables_to_ourselves() {
        pumps.rest();
        execute("delete from link_change");
    }

    @AfterEach
    void give_them_back() {
        execute("delete from access where expire_at > '2090-01-01'");
        pumps.work();
    }

    @Override
    protected AccessLinks links() {
        return links;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    @Override
    protected AccessId access() {
        Access.Pending access = Wishes.pending(NOW);
        assertThat(unitOfWork.run(() -> accesses.add(access, NOW)).await().indefinitely()).isTrue();
        return access.desire().id();
    }

    @Override
    protected void change(AccessId access) {
        update("updated_at = updated_at + interval '1 second'", access);
    }

    private void update(String what, AccessId access) {
        pool.preparedQuery("update access set " + what + " where id = $1")
                .execute(Tuple.of(access.value()))
                .await()
                .indefinitely();
    }

    private void execute(String sql) {
        pool.query(sql).execute().await().indefinitely();
    }

    private List<AccessLinks.Change> changes() {
        return unitOfWork.run(() -> links.changes(1000)).await().indefinitely();
    }

    @Test
    void traffic_that_grows_is_no_change_but_a_reset_is() {
        AccessId access = access();
        update("used_traffic_bytes = 5", access);
        update("used_traffic_bytes = 7, seen_at = now()", access);
        update("next_attempt_at = now()", access);
        assertThat(changes()).isEmpty();

        update("used_traffic_bytes = 0", access);
        assertThat(changes()).hasSize(1);
    }
}
