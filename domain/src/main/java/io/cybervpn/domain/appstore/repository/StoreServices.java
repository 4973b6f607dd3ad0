package io.cybervpn.domain.appstore.repository;

import io.cybervpn.domain.appstore.StoreServiceId;
import io.cybervpn.domain.appstore.model.KeptPurchase;
import io.cybervpn.domain.appstore.model.PurchaseKey;
import io.cybervpn.domain.appstore.model.StoreService;
import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Services of stores and their purchases. Every method works in the open unit of work. */
public interface StoreServices {
    /**
     * Waits until nobody else brings purchases, up to the end of the unit of work: a transfer
     * concerns two customers, and both are read at once. Ask after the owner is held, before
     * anything of here.
     */
    Uni<Void> holdAll();

    /** The services of an account, and those that these transactions pay for so far. */
    Uni<List<StoreService>> of(AccountId account, List<PurchaseKey> transactions);

    /** All purchases of these services. */
    Uni<List<KeptPurchase>> purchasesOf(List<StoreServiceId> services);

    /** Stores new ones and the end of known ones. */
    Uni<Void> save(List<StoreService> services, Instant now);

    /** Stores purchases; the same transaction is one, whoever has it. */
    Uni<Void> keep(List<KeptPurchase> purchases, Instant now);

    /** Reads one and keeps others from changing it until the unit of work ends. */
    Uni<Optional<StoreService>> lock(StoreServiceId id);

    /** They are another account's from now on. */
    Uni<Void> reown(AccountId from, AccountId into);
}
