package io.cybervpn.application.identity.port;

import io.cybervpn.domain.identity.ApiKeyId;
import io.cybervpn.domain.identity.model.ApiKey;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** API keys to be looked up at each request that brings one, so answered from memory. */
public interface ApiKeyRing {
    /** As it was at most 2 s ago; empty when there is none. */
    Uni<Optional<ApiKey>> find(ApiKeyId id);

    /** Lets this instance see a change at once; the others see it within 2 s. */
    Uni<Void> forget();
}
