package io.cybervpn.application.identity.port;

import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;

/**
 * Who has shown his first factor and owes the second. Fails while the store of them is away: nobody
 * gets in with half a login.
 */
public interface LoginChallenges {
    /** How long somebody may take. */
    Duration LIFE = Duration.ofMinutes(5);

    /** Remembers who, under a new unguessable token. */
    Uni<String> open(AccountId account);

    /** Who it was; empty when it is over. */
    Uni<Optional<AccountId>> find(String token);

    /** Ends it. Repeatable. */
    Uni<Void> close(String token);
}
