package io.cybervpn.presentation.identity;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.application.identity.SecurityEventsContract;
import io.cybervpn.application.identity.port.SecurityEvents;
import io.cybervpn.application.shared.UnitOfWork;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PostgresSecurityEventsTest extends SecurityEventsContract {
    @Inject SecurityEvents events;
    @Inject UnitOfWork unitOfWork;
    @Inject Pool pool;

    @Override
    protected SecurityEvents events() {
        return events;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    /** ASVS 16.4.2. */
    @Test
    void the_database_refuses_edits_and_removals_of_young_ones() {
        Logins.register(Logins.freshEmail());
        for (String sql :
                new String[] {
                    "update security_event set detail = 'x'",
                    "delete from security_event where at > now() - interval '89 days'",
                    "truncate security_event"
                }) {
            assertThatThrownBy(() -> pool.query(sql).execute().await().indefinitely())
                    .hasMessageContaining("append only");
        }
    }
}
