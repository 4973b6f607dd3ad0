package io.cybervpn.infrastructure.payment.yookassa;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** How to reach YooKassa, and who it is. Without shop and key the provider is off. */
@ConfigMapping(prefix = "cybervpn.yookassa")
interface YooKassaSettings {
    /** Base URL; the same for test shops. */
    @WithDefault("https://api.yookassa.ru")
    URI url();

    /** The shop's number. */
    Optional<String> shopId();

    /** The secret key; one that begins with {@code test_} is of a test shop. */
    Optional<String> secretKey();

    /** Where customers come back to after paying. */
    @WithDefault("${cybervpn.public-url}")
    URI returnUrl();

    /** Where its pushes come from, as published. */
    @WithDefault(
            "185.71.76.0/27,185.71.77.0/27,77.75.153.0/25,77.75.154.128/25,77.75.156.11,"
                    + "77.75.156.35,2a02:5180::/32")
    List<String> networks();

    /** Shop and key, if both are given. */
    default Optional<Credentials> credentials() {
        return shopId().filter(shop -> !shop.isBlank())
                .flatMap(
                        shop ->
                                secretKey()
                                        .filter(key -> !key.isBlank())
                                        .map(key -> new Credentials(shop, key)));
    }

    /** Who we are. */
    record Credentials(String shop, String key) {
        boolean isTest() {
            return key.startsWith("test_");
        }
    }
}
