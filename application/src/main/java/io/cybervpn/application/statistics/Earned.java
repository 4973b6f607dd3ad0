package io.cybervpn.application.statistics;

import io.cybervpn.application.statistics.port.MoneyFigures.Flow;
import io.cybervpn.application.statistics.port.MoneyFigures.Stock;

/**
 * What was earned by serving: what was sold, less what went back, less what is owed more than
 * before.
 */
final class Earned {
    private Earned() {}

    static long of(Flow flow, Stock before, Stock after) {
        return flow.gross() - flow.refunds() + before.deferred() - after.deferred();
    }
}
