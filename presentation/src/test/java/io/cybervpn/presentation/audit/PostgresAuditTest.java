package io.cybervpn.presentation.audit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.application.audit.AuditContract;
import io.cybervpn.application.audit.port.AuditLog;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.UnitOfWork;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** R240: PostgreSQL keeps the contract of the trail, and lets nobody change what is written. */
@QuarkusTest
class PostgresAuditTest extends AuditContract {
    @Inject AuditTrail trail;
    @Inject AuditLog log;
    @Inject UnitOfWork unitOfWork;
    @Inject Pool pool;

    @Override
    protected AuditTrail trail() {
        return trail;
    }

    @Override
    protected AuditLog log() {
        return log;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    @Test
    void the_database_refuses_edits_and_removals() {
        unitOfWork
                .run(
                        () ->
                                trail.append(
                                        AuditTrail.Entry.of(
                                                new Actor.System(), "test.kept", "test", "x")))
                .await()
                .indefinitely();
        for (String sql :
                new String[] {
                    "update audit_entry set reason = 'another'",
                    "delete from audit_entry",
                    "truncate audit_entry",
                    "update audit_link set hash = repeat('0', 64)",
                    "delete from audit_link",
                    "truncate audit_link",
                    "delete from audit_head"
                }) {
            assertThatThrownBy(() -> pool.query(sql).execute().await().indefinitely())
                    .as(sql)
                    .hasMessageMatching("(?s).*(append only|permission denied).*");
        }
    }
}
