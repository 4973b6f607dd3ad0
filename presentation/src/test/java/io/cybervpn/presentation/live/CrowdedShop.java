package io.cybervpn.presentation.live;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A shop with few seats. */
public final class CrowdedShop implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "cybervpn.live.sockets-max", "4",
                "cybervpn.live.sockets-per-address", "2",
                "cybervpn.live.handshakes-per-address", "6");
    }
}
