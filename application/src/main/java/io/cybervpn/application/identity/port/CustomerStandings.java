package io.cybervpn.application.identity.port;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountStatus;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Tells whether customers may act, for who acts in their name. */
public interface CustomerStandings {
    /** As it is now; empty for staff and for who is not there. */
    Uni<Optional<AccountStatus>> of(AccountId customer);
}
