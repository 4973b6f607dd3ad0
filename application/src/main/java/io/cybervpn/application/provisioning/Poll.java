package io.cybervpn.application.provisioning;

import io.cybervpn.domain.provisioning.model.AccessLink;

/**
 * One request for a link.
 *
 * @param format that is answered, never {@link ConfigFormat#CLIENT}
 * @param request as the panel is asked
 */
record Poll(String tokenHash, ConfigFormat format, ConfigRequest request) {
    private static final String HWID = "x-hwid";

    static Poll of(String token, ConfigRequest asked) {
        ConfigFormat format =
                asked.format() == ConfigFormat.CLIENT
                        ? ClientRules.formatOf(asked.userAgent())
                        : asked.format();
        ConfigRequest request = new ConfigRequest(format, asked.userAgent(), asked.device());
        return new Poll(AccessLink.hash(token), format, request);
    }

    /** An answer that is the same for every device. */
    String shared() {
        return format.code();
    }

    /** An answer for this device alone: the panel counts devices, by this one header. */
    String own() {
        String device = request.device().get(HWID);
        return device == null ? format.code() + "/" : format.code() + "/" + AccessLink.hash(device);
    }

    /** What may be under way for several at once; after an eviction it is begun anew. */
    String flight(String epoch) {
        return String.join("\n", tokenHash, own(), epoch);
    }
}
