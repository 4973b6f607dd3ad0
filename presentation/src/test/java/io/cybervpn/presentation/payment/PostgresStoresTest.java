package io.cybervpn.presentation.payment;

import io.cybervpn.application.appstore.StoresContract;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.appstore.repository.StoreCustomers;
import io.cybervpn.domain.appstore.repository.StoreProducts;
import io.cybervpn.domain.appstore.repository.StoreServices;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.shared.Pumps;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** PostgreSQL keeps the contract of purchases in stores. Nobody is read meanwhile. */
@QuarkusTest
class PostgresStoresTest extends StoresContract {
    @Inject StoreCustomers customers;
    @Inject StoreServices services;
    @Inject StoreProducts products;
    @Inject UnitOfWork unitOfWork;
    @Inject Pumps pumps;
    @Inject Pool pool;

    @BeforeEach
    void nobody_reads() {
        pumps.rest();
    }

    @AfterEach
    void somebody_reads_again() {
        pool.query("delete from store_customer where app_user_id like '" + MARK + "%'")
                .execute()
                .await()
                .indefinitely();
        pumps.work();
    }

    @Override
    protected StoreCustomers customers() {
        return customers;
    }

    @Override
    protected StoreServices services() {
        return services;
    }

    @Override
    protected StoreProducts products() {
        return products;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    @Override
    protected AccountId somebody() {
        String id = Logins.register(Logins.freshEmail()).extract().path("account.id");
        return new AccountId(UUID.fromString(id));
    }
}
