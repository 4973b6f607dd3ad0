package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.ConfigFormat;
import io.cybervpn.application.provisioning.ConfigRequest;
import io.cybervpn.presentation.shared.rest.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a client says of itself and of what it wants. */
final class ConfigParams {
    /** Longer than any client's; the panel is not bothered with more. */
    private static final int LENGTH_MAX = 256;

    private ConfigParams() {}

    static ConfigFormat format(String code) {
        return ConfigFormat.find(code)
                .orElseThrow(
                        () ->
                                Problem.invalid(
                                                "format",
                                                "unknown",
                                                "One of base64, v2ray, clash, classic, stash,"
                                                        + " singbox, hiddify, outline, json.")
                                        .asException());
    }

    /** Empty when it sent none. */
    static String userAgent(HttpHeaders headers) {
        return header(headers, HttpHeaders.USER_AGENT).orElse("");
    }

    static Map<String, String> device(HttpHeaders headers) {
        Map<String, String> device = new HashMap<>();
        for (String name : ConfigRequest.DEVICE_HEADERS) {
            header(headers, name).ifPresent(value -> device.put(name, value));
        }
        return device;
    }

    static Optional<String> header(HttpHeaders headers, String name) {
        return Optional.ofNullable(headers.getHeaderString(name))
                .map(value -> value.length() > LENGTH_MAX ? value.substring(0, LENGTH_MAX) : value);
    }
}
