package io.cybervpn.application.provisioning;

import java.util.Map;

/**
 * A configuration as the client gets it. Holds the customer's keys: never logged.
 *
 * @param headers by lower-case name; those that clients read, such as {@code subscription-userinfo}
 * @param body text
 */
public record ConfigFile(String contentType, Map<String, String> headers, String body) {
    /** Copies the headers. */
    public ConfigFile {
        headers = Map.copyOf(headers);
    }

    /** Leaves the keys out. */
    @Override
    public String toString() {
        return "ConfigFile[" + contentType + ", " + body.length() + " characters]";
    }
}
