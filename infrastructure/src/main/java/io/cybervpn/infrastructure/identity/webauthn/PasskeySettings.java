package io.cybervpn.infrastructure.identity.webauthn;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** What a shop may set under {@code cybervpn.passkeys}. */
@ConfigMapping(prefix = "cybervpn.passkeys")
interface PasskeySettings {
    /**
     * The host name that passkeys are made for, or one it ends in; the public URL's when it is
     * missing. Another one makes all passkeys worthless.
     */
    Optional<String> rpId();

    /** What authenticators call the shop. */
    @WithDefault("CyberVPN")
    String rpName();

    /**
     * Pages that may ask for passkeys besides those of the shop's origins, and applications on
     * Android as {@code android:apk-key-hash:…}.
     */
    Optional<List<String>> origins();
}
