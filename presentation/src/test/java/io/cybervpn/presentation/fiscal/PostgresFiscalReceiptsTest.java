package io.cybervpn.presentation.fiscal;

import io.cybervpn.application.fiscal.FiscalReceiptsContract;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.fiscal.repository.FiscalReceipts;
import io.cybervpn.domain.payment.PaymentId;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/** PostgreSQL keeps the contract of receipts. No registrar is configured, so nobody sends them. */
@QuarkusTest
class PostgresFiscalReceiptsTest extends FiscalReceiptsContract {
    private static final String FAILED =
            """
            insert into payment (id, subject, payer, provider, state, amount_minor, asset, description,
                subscription_days, created_at, expires_at, closed_at, reason)
            values ($1, $1, $1, 'nobody', 'failed', 19900, 'RUB', 'of a test', 0,
                '2001-01-01', '2001-01-02', '2001-01-02', 'of a test')""";

    @Inject FiscalReceipts receipts;
    @Inject UnitOfWork unitOfWork;
    @Inject Pool pool;

    /** They are of no money, and the proof of the books would rightly complain. */
    @AfterEach
    void forget() {
        for (String sql :
                List.of(
                        "delete from fiscal_receipt where created_at < '2002-01-01'",
                        "delete from payment where provider = 'nobody' and created_at < '2002-01-01'")) {
            pool.query(sql).execute().await().indefinitely();
        }
    }

    @Override
    protected FiscalReceipts receipts() {
        return receipts;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    @Override
    protected PaymentId payment() {
        UUID id = UUID.randomUUID();
        pool.preparedQuery(FAILED).execute(Tuple.of(id)).await().indefinitely();
        return new PaymentId(id);
    }
}
