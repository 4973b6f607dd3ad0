package io.cybervpn.application.appstore.port;

import io.cybervpn.application.shared.Page;
import io.cybervpn.domain.appstore.StoreServiceId;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** Purchases of stores, for staff. */
public interface StorePurchaseViews {
    /**
     * One.
     *
     * @param listed whether it counts
     */
    record StorePurchaseView(
            String store,
            String transaction,
            String product,
            AccountId account,
            StoreServiceId service,
            PlanId plan,
            Instant from,
            Instant until,
            Optional<Instant> refundedAt,
            boolean listed) {}

    /** A page, the latest first; of one account or of all. */
    Uni<Page<StorePurchaseView>> page(Optional<AccountId> account, Page.Request page);
}
