package io.cybervpn.application.payment.port;

import io.cybervpn.domain.payment.model.GatewayRecord;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What staff set of providers, as this instance knows it: at most some seconds old. */
public interface LiveGateways {
    /** Reads all anew. What was known stays if that fails. Never in a unit of work. */
    Uni<Void> refresh();

    /** What holds of a provider; the usual if nobody has touched it. */
    GatewayRecord record(String provider);

    /** Until when pushes are believed by the secret that this one replaced; empty: by none. */
    Optional<Instant> formerUntil(String provider, String field);

    /** The fields of all providers of the shop, by name. */
    List<GatewayFields> fields();
}
