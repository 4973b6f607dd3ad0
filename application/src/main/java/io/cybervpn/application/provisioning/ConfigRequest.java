package io.cybervpn.application.provisioning;

import java.util.List;
import java.util.Map;

/**
 * What a client asks for.
 *
 * @param userAgent of the client; empty when it sent none
 * @param device the client's own headers about its device, by lower-case name; only those of {@link
 *     #DEVICE_HEADERS}
 */
public record ConfigRequest(ConfigFormat format, String userAgent, Map<String, String> device) {
    /** By these the panel counts devices. */
    public static final List<String> DEVICE_HEADERS =
            List.of("x-hwid", "x-device-os", "x-ver-os", "x-device-model");

    /** Copies the headers. */
    public ConfigRequest {
        device = Map.copyOf(device);
    }
}
