package io.cybervpn.application.appstore.port;

import io.cybervpn.domain.appstore.model.Environment;
import io.cybervpn.domain.appstore.model.Reading;
import io.smallrye.mutiny.Uni;

/** What the other side, which knows all stores, says of customers. */
public interface StoreRecords {
    /** Whether there is another side. Without one nothing is ever read. */
    boolean configured();

    /** Which purchases count in this shop. */
    Environment shop();

    /**
     * Reads a customer. Gives up after 12 s. Fails with {@link StoreUnavailable}. Never in a unit
     * of work.
     */
    Uni<Reading> read(String appUser);
}
