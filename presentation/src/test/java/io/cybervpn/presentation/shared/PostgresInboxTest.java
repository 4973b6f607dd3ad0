package io.cybervpn.presentation.shared;

import io.cybervpn.application.shared.Inbox;
import io.cybervpn.application.shared.InboxContract;
import io.cybervpn.application.shared.InboxDesk;
import io.cybervpn.application.shared.UnitOfWork;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** PostgreSQL keeps the contract of the inbox. The pumps stand still meanwhile. */
@QuarkusTest
class PostgresInboxTest extends InboxContract {
    @Inject Inbox inbox;
    @Inject InboxDesk desk;
    @Inject UnitOfWork unitOfWork;
    @Inject Pumps pumps;

    @BeforeEach
    void stopThePumps() {
        pumps.rest();
    }

    @AfterEach
    void startThePumps() {
        pumps.work();
    }

    @Override
    protected Inbox inbox() {
        return inbox;
    }

    @Override
    protected InboxDesk desk() {
        return desk;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
