package io.cybervpn.application.shared;

import java.util.Optional;

/**
 * Where a call came from. Empty for what the shop does by itself.
 *
 * @param address of the client
 * @param requestId as in the answer and in the log
 * @param reason what the caller gave as {@code X-Reason}, up to {@link #REASON_LENGTH_MAX} UTF-16
 *     units
 * @param agent the User-Agent, as it says itself
 * @param network about where the client comes from: a /24 of IPv4, a /64 of IPv6
 * @param device what the client calls itself as {@code X-Device}, up to 128 characters
 */
public record Origin(
        Optional<String> address,
        Optional<String> requestId,
        Optional<String> reason,
        Optional<String> agent,
        Optional<String> network,
        Optional<String> device) {
    /** The longest reason. */
    public static final int REASON_LENGTH_MAX = 500;

    /** The shop itself. */
    public static final Origin NONE =
            new Origin(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
}
