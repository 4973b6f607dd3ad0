package io.cybervpn.domain.payment.model;

import java.util.Map;

/**
 * What staff set of a provider, beside its secrets.
 *
 * @param fields values that take the place of configured ones, by name; never a secret
 * @param version 0 as long as nothing was set, one more with each edit
 */
public record GatewayRecord(
        String provider, GatewayPolicy policy, Map<String, String> fields, long version) {
    /** Copies the fields. */
    public GatewayRecord {
        fields = Map.copyOf(fields);
    }

    /** Of a provider that nobody has touched. */
    public static GatewayRecord untouched(String provider) {
        return new GatewayRecord(provider, GatewayPolicy.USUAL, Map.of(), 0);
    }
}
