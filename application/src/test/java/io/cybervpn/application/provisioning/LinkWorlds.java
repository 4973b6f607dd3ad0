package io.cybervpn.application.provisioning;

import java.time.Duration;
import java.util.Optional;

/** Settings of links for tests. */
public final class LinkWorlds {
    public static final LinkSettings SETTINGS =
            new LinkSettings(
                    "https://vpn.example.test",
                    "CyberVPN",
                    12,
                    new LinkSettings.Pages(
                            "https://vpn.example.test",
                            Optional.of("https://vpn.example.test/renew"),
                            Optional.of("https://vpn.example.test/help"),
                            Optional.of("Объявление")),
                    Duration.ofMinutes(10),
                    Duration.ofDays(3));

    private LinkWorlds() {}
}
