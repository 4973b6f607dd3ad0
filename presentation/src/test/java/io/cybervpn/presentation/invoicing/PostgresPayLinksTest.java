package io.cybervpn.presentation.invoicing;

import io.cybervpn.application.invoicing.PayLinksContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;

/** PostgreSQL keeps the contract of invoices. */
@QuarkusTest
class PostgresPayLinksTest extends PayLinksContract {
    @Inject PostgresStores postgres;

    @AfterEach
    void leave_nothing() {
        postgres.clean(account());
    }

    @Override
    protected Stores stores() {
        return postgres.stores();
    }
}
