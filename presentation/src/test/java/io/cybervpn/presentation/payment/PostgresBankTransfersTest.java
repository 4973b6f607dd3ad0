package io.cybervpn.presentation.payment;

import io.cybervpn.application.payment.BankTransfersContract;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.repository.BankReturns;
import io.cybervpn.domain.payment.repository.BankTransfers;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** PostgreSQL keeps the contract of bank transfers and of refunds by hand. */
@QuarkusTest
class PostgresBankTransfersTest extends BankTransfersContract {
    @Inject BankTransfers transfers;
    @Inject BankReturns returns;
    @Inject UnitOfWork unitOfWork;
    @Inject Pool pool;

    /** Their money is in no books. */
    @AfterEach
    void forget() {
        for (String sql :
                List.of(
                        "delete from bank_transfer where arrived_at < $1",
                        "delete from bank_return where asked_at < $1")) {
            pool.preparedQuery(sql)
                    .execute(Tuple.of(LONG_AGO.atOffset(ZoneOffset.UTC).plusYears(20)))
                    .await()
                    .indefinitely();
        }
    }

    @Override
    protected BankTransfers transfers() {
        return transfers;
    }

    @Override
    protected BankReturns returns() {
        return returns;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
