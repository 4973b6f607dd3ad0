package io.cybervpn.domain.appstore;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.DomainEvent;
import java.time.Instant;

/**
 * What a store owes a customer is another than before. Handlers may see events of one service in
 * any order: ask HoldStoreService for what holds now.
 */
public record StoreServiceChanged(StoreServiceId service, AccountId account, Instant at)
        implements DomainEvent {}
