package io.cybervpn.presentation.payment;

import io.quarkus.test.junit.QuarkusTest;

/** The way back of stars. */
@QuarkusTest
@Accepts("stars")
class StarsRefundingTest extends ListedRefundingContract {
    private final StarsWayBack way = new StarsWayBack();

    @Override
    WayBack way() {
        return way;
    }
}
