package io.cybervpn.application.identity.port;

import io.cybervpn.domain.identity.ApiKeyId;
import io.cybervpn.domain.identity.model.ApiKey;
import io.smallrye.mutiny.Uni;

/** Writes down when API keys are used. */
public interface ApiKeyUses {
    /**
     * Writes a use, unless one was written within a minute. Not for the path of a request: nobody
     * waits for it, and a use that is lost is a pity and no more.
     */
    Uni<Void> note(ApiKeyId id, ApiKey.Use use);
}
