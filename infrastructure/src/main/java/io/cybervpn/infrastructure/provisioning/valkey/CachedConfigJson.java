package io.cybervpn.infrastructure.provisioning.valkey;

import io.cybervpn.application.provisioning.ConfigFile;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;

/** A configuration as it lies in the cache. */
@RegisterForReflection
record CachedConfigJson(String contentType, Map<String, String> headers, String body) {
    static CachedConfigJson of(ConfigFile file) {
        return new CachedConfigJson(file.contentType(), file.headers(), file.body());
    }

    ConfigFile file() {
        return new ConfigFile(contentType, headers, body);
    }
}
