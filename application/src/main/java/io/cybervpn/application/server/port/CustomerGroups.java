package io.cybervpn.application.server.port;

import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Set;

/** Which server groups lead a customer to servers. */
public interface CustomerGroups {
    /** Those of all his subscriptions that are served then; a read outside any unit of work. */
    Uni<Set<String>> of(AccountId account, Instant now);
}
