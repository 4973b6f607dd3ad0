package io.cybervpn.infrastructure.shared;

import io.cybervpn.application.shared.WorkQueue;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The queues that every context uses. */
final class WorkQueues {
    @Produces
    @Singleton
    WorkQueue outbox(Pool pool) {
        return DueRows.queue(
                pool, "outbox", "outbox where status = 'pending' and next_attempt_at <= $1");
    }

    @Produces
    @Singleton
    WorkQueue inbox(Pool pool) {
        return DueRows.queue(
                pool, "inbox", "inbox where status = 'received' and next_attempt_at <= $1");
    }
}
