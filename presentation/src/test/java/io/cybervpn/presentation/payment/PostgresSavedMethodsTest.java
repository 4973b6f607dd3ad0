package io.cybervpn.presentation.payment;

import io.cybervpn.application.payment.SavedMethodsContract;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.repository.Payments;
import io.cybervpn.domain.payment.repository.SavedMethods;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;

/** PostgreSQL keeps the contract of saved methods. */
@QuarkusTest
class PostgresSavedMethodsTest extends SavedMethodsContract {
    @Inject UnitOfWork unitOfWork;
    @Inject Payments payments;
    @Inject SavedMethods methods;
    @Inject Pool pool;

    /** Nobody ever ordered what was charged for here. */
    @AfterEach
    void take_away() {
        pool.query("delete from payment_charge where subject not in (select id from sales_order)")
                .execute()
                .await()
                .indefinitely();
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    @Override
    protected Payments payments() {
        return payments;
    }

    @Override
    protected SavedMethods methods() {
        return methods;
    }
}
