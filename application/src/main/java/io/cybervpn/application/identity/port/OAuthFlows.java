package io.cybervpn.application.identity.port;

import io.cybervpn.application.identity.port.IdentityProviders.Journey;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.model.TokenHash;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;

/**
 * Who is on his way to an identity provider and back. Fails while the store of them is away: nobody
 * comes in by half a journey.
 */
public interface OAuthFlows {
    /** How long somebody may take. */
    Duration LIFE = Duration.ofMinutes(10);

    /**
     * A journey and for whom it is.
     *
     * @param secret of the browser that began it
     * @param linkTo whose account gets another way in; empty for a login
     * @param shownAs what he calls himself, if the provider said so on the way and not in its word
     */
    record Flow(
            Journey journey,
            TokenHash secret,
            Optional<AccountId> linkTo,
            Optional<String> shownAs) {
        /** The same, once it is known what he calls himself. */
        public Flow shownAs(String name) {
            return new Flow(journey, secret, linkTo, Optional.of(name));
        }
    }

    /** Remembers it under its state. */
    Uni<Void> open(Flow flow);

    /** Stores what became known of it, unless it is over. */
    Uni<Void> amend(Flow flow);

    /** Finds it and leaves it; empty when it is over. */
    Uni<Optional<Flow>> look(String state);

    /** Finds it and ends it; empty when it is over. Of two at once one gets it. */
    Uni<Optional<Flow>> take(String state);
}
