package io.cybervpn.infrastructure.approval;

import io.cybervpn.application.approval.FourEyes;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** When money needs four eyes, from the configuration; what cannot be read stops the start. */
final class ApprovalWiring {
    /** What a shop may set under {@code cybervpn.money}. */
    @ConfigMapping(prefix = "cybervpn.money")
    interface Config {
        /** Off, or above the amounts. */
        @WithDefault("off")
        Mode fourEyes();

        /** Amounts as {@code RUB:50000.00}; of a currency that is not named nothing goes alone. */
        Optional<List<String>> fourEyesAbove();

        /** One of two. */
        enum Mode {
            OFF,
            ABOVE
        }
    }

    @Produces
    @Singleton
    FourEyes fourEyes(Config config) {
        return switch (config.fourEyes()) {
            case OFF -> new FourEyes(Optional.empty());
            case ABOVE ->
                    new FourEyes(Optional.of(thresholds(config.fourEyesAbove().orElse(List.of()))));
        };
    }

    static Map<Asset, Money> thresholds(List<String> entries) {
        return entries.stream()
                .map(ApprovalWiring::money)
                .collect(Collectors.toMap(Money::asset, money -> money));
    }

    private static Money money(String entry) {
        String[] parts = entry.strip().split(":", 2);
        return Asset.find(parts[0])
                .filter(_ -> parts.length == 2)
                .flatMap(asset -> Money.parse(parts[1], asset))
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "cybervpn.money.four-eyes-above: not an amount: " + entry));
    }
}
