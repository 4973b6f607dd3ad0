package io.cybervpn.infrastructure.payment;

import io.smallrye.config.SmallRyeConfig;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** Values that staff set and that take the place of configured ones; as of the latest look. */
public interface StoredFields {
    /** A plain value, if one is set. */
    Optional<String> plain(String provider, String field);

    /** A secret, if one is set. */
    Optional<String> secret(String provider, String field);

    /** What was configured, below what is set. */
    static <T> T configured(Class<T> settings) {
        return ConfigProvider.getConfig().unwrap(SmallRyeConfig.class).getConfigMapping(settings);
    }
}
