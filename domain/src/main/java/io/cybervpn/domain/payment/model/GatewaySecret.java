package io.cybervpn.domain.payment.model;

import java.util.UUID;

/**
 * A sealed secret that takes the place of a configured one.
 *
 * @param id new with each value
 * @param field its name, such as {@code webhook_secret}
 * @param sealed under {@link #purposeOf} its id
 */
public record GatewaySecret(UUID id, String provider, String field, String sealed) {
    /** What the secret of an id is sealed for. */
    public static String purposeOf(UUID id) {
        return "gateway:" + id;
    }
}
