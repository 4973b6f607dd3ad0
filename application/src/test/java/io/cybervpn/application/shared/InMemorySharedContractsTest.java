package io.cybervpn.application.shared;

import io.cybervpn.domain.shared.DomainEvent;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Nested;

/** The in-memory stores keep the contracts that PostgreSQL keeps. */
class InMemorySharedContractsTest {
    record Happened(Instant at) implements DomainEvent {}

    @Nested
    class OfTheInbox extends InboxContract {
        private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
        private final InMemoryInbox inbox = new InMemoryInbox(unitOfWork);

        @Override
        protected Inbox inbox() {
            return inbox;
        }

        @Override
        protected InboxDesk desk() {
            return inbox;
        }

        @Override
        protected UnitOfWork unitOfWork() {
            return unitOfWork;
        }
    }

    @Nested
    class OfTheOutboxQueue extends OutboxQueueContract {
        private final InMemoryDeliveries queue = new InMemoryDeliveries();
        private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();

        @Override
        protected UnitOfWork unitOfWork() {
            return unitOfWork;
        }

        @Override
        protected OutboxQueue queue() {
            return queue;
        }

        @Override
        protected void given(UUID id, String handler, Instant dueAt) {
            queue.add(id, handler, new Happened(dueAt), dueAt);
        }
    }

    @Nested
    class OfIdempotencyKeys extends IdempotencyKeysContract {
        private final InMemoryIdempotencyKeys keys = new InMemoryIdempotencyKeys();

        @Override
        protected IdempotencyKeys keys() {
            return keys;
        }
    }
}
