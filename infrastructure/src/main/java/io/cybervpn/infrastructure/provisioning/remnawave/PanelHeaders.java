package io.cybervpn.infrastructure.provisioning.remnawave;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The headers of every request. Without the two of a reverse proxy the panel closes the connection
 * and says nothing.
 */
final class PanelHeaders implements ClientRequestFilter {
    private final Map<String, String> headers = new LinkedHashMap<>();

    PanelHeaders(String token, List<String> extra) {
        headers.put("X-Forwarded-For", "127.0.0.1");
        headers.put("X-Forwarded-Proto", "https");
        headers.put("Authorization", "Bearer " + token);
        extra.forEach(this::add);
    }

    @Override
    public void filter(ClientRequestContext request) {
        headers.forEach((name, value) -> request.getHeaders().putSingle(name, value));
    }

    private void add(String line) {
        int colon = line.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException(
                    "headers of a panel: each is written as Name: value");
        }
        headers.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }
}
