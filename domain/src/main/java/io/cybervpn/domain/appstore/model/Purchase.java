package io.cybervpn.domain.appstore.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A purchase as the store says that it is now.
 *
 * @param product as the store calls it; {@code subscription:base-plan} at Google Play
 * @param from when it was made
 * @param expiresAt when what was paid ends; empty: the store knows no end
 * @param graceUntil up to when the store wants it served although it could not charge
 * @param refundedAt when the store gave the money back
 */
public record Purchase(
        PurchaseKey key,
        String product,
        Environment environment,
        Instant from,
        Optional<Instant> expiresAt,
        Optional<Instant> graceUntil,
        Optional<Instant> refundedAt) {
    /**
     * Up to when it is to be served: to its end or the end of its grace, whichever is later, but
     * not after the money went back. Switched off renewal and pauses shorten nothing. Pure.
     *
     * @param days how long it lasts if the store knows no end; empty: nobody said
     * @return empty when nobody knows
     */
    public Optional<Instant> until(Optional<Integer> days) {
        Optional<Instant> end =
                expiresAt.or(() -> days.map(count -> from.plus(Duration.ofDays(count))));
        return end.map(paid -> graceUntil.filter(grace -> grace.isAfter(paid)).orElse(paid))
                .map(
                        served ->
                                Stream.concat(Stream.of(served), refundedAt.stream())
                                        .min(Instant::compareTo)
                                        .orElse(served));
    }

    /** The product without its base plan: a store lists one purchase of each. */
    static String family(String product) {
        return product.split(":", 2)[0];
    }
}
