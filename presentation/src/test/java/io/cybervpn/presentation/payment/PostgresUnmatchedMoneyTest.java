package io.cybervpn.presentation.payment;

import io.cybervpn.application.payment.UnmatchedMoneyContract;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.repository.UnmatchedMoney;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;

/** PostgreSQL keeps the contract of unmatched money. */
@QuarkusTest
class PostgresUnmatchedMoneyTest extends UnmatchedMoneyContract {
    @Inject UnmatchedMoney unmatched;
    @Inject UnitOfWork unitOfWork;
    @Inject Pool pool;

    /** It is in no books, which a proof of another test would find. */
    @AfterEach
    void forget() {
        pool.query("delete from unmatched_money where provider = 'nobody'")
                .execute()
                .await()
                .indefinitely();
    }

    @Override
    protected UnmatchedMoney unmatched() {
        return unmatched;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
