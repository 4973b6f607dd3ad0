package io.cybervpn.application.billing.port;

import io.cybervpn.domain.billing.OrderId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** Finds orders that nobody will pay any more; a read over orders and their payments. */
public interface UnpaidOrders {
    /**
     * Orders that wait although their time came before {@code now}, and that have no payment that
     * may still succeed; longest due first, at most {@code limit}.
     */
    Uni<List<OrderId>> due(Instant now, int limit);
}
