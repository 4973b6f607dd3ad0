package io.cybervpn.infrastructure.fiscal.nalog;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * How to reach the tax office's service for the self-employed. Without INN or password it is off.
 */
@ConfigMapping(prefix = "cybervpn.nalog")
interface NalogSettings {
    /** Base URL. */
    @WithDefault("https://lknpd.nalog.ru")
    URI url();

    /** The taxpayer's number, twelve digits. */
    Optional<String> inn();

    /** His password there. */
    Optional<String> password();

    /** Whose rouble payments are his income. */
    @WithDefault("yookassa,tbank")
    Set<String> providers();

    /** What receipts call the service that was sold. */
    @WithDefault("Доступ к сервису")
    String item();

    /** Both are there; blank is as good as missing. */
    default boolean configured() {
        return inn().filter(text -> !text.isBlank()).isPresent()
                && password().filter(text -> !text.isBlank()).isPresent();
    }
}
