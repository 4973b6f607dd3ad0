package io.cybervpn.infrastructure.provisioning.postgres;

import io.cybervpn.application.shared.WorkQueue;
import io.cybervpn.infrastructure.shared.DueRows;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Accesses that wait to be brought to a panel. */
final class AccessQueue {
    @Produces
    @Singleton
    WorkQueue accesses(Pool pool) {
        return DueRows.queue(pool, "access", "access where next_attempt_at <= $1");
    }
}
