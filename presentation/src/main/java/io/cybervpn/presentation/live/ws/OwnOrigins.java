package io.cybervpn.presentation.live.ws;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Pages that may open sockets: of the shop's own address and of {@code cybervpn.web.origins}, by
 * their whole names. The identity providers whose pages may send a form are not among them. What is
 * no browser has no origin.
 */
@Singleton
final class OwnOrigins {
    private final String own;
    private final List<String> others;

    @Inject
    OwnOrigins(
            @ConfigProperty(name = "cybervpn.public-url") String own,
            @ConfigProperty(name = "cybervpn.web.origins") Optional<List<String>> others) {
        this.own = own;
        this.others = others.orElse(List.of());
    }

    boolean admit(@Nullable String origin) {
        return origin == null || origin.equals(own) || others.contains(origin);
    }
}
