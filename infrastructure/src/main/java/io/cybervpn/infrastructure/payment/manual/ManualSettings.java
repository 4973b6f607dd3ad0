package io.cybervpn.infrastructure.payment.manual;

import io.cybervpn.domain.shared.Asset;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The bank account for transfers. Without recipient and account the provider is off. */
@ConfigMapping(prefix = "cybervpn.manual")
interface ManualSettings {
    /** Whose account it is, as the bank wants it written. */
    Optional<String> recipient();

    /** The account: its number, IBAN, or what the bank calls it. */
    Optional<String> account();

    /** The bank's name. */
    Optional<String> bank();

    /** The bank's code: BIC, SWIFT, sort code. */
    Optional<String> bankCode();

    /** Anything else that a payer must know. */
    Optional<String> note();

    /** The currencies that the account takes, with commas between them. */
    @WithDefault("RUB")
    String currencies();

    /** Where payments are shown; a payer's details are at {@code /<id>/transfer} below it. */
    @WithDefault("${cybervpn.public-url}/api/v1/payments")
    URI paymentsUrl();

    /** Whether transfers can be made. */
    default boolean isSet() {
        return recipient().filter(text -> !text.isBlank()).isPresent()
                && account().filter(text -> !text.isBlank()).isPresent();
    }

    /** The currencies that we know of. */
    default Set<Asset> assets() {
        return Arrays.stream(currencies().split(",", -1))
                .map(String::strip)
                .map(Asset::find)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }
}
