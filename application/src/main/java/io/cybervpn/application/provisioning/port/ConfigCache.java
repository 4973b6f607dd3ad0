package io.cybervpn.application.provisioning.port;

import io.cybervpn.application.provisioning.ConfigFile;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps configurations for moments, so that a client that asks in bursts costs the panel one call.
 * Never fails: a cache that is down holds nothing.
 */
public interface ConfigCache {
    /** What was put under the key and is not too old. */
    Uni<Optional<ConfigFile>> find(String key);

    /** Keeps a file under a key. */
    Uni<Void> put(String key, ConfigFile file, Duration ttl);
}
