package io.cybervpn.presentation.payment;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.Optional;

/** Crypto Pay's way back, which is a transfer. */
@QuarkusTest
@Accepts("cryptobot")
class CryptoBotRefundingTest extends RefundingContract {
    @Inject Pool pool;

    private Optional<CryptoBotWayBack> way = Optional.empty();

    @Override
    WayBack way() {
        if (way.isEmpty()) {
            way = Optional.of(new CryptoBotWayBack(pool, staff.withRole("support").id()));
        }
        return way.get();
    }
}
