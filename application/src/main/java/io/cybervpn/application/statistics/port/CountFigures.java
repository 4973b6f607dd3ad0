package io.cybervpn.application.statistics.port;

import io.cybervpn.domain.shared.Asset;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Numbers of people, subscriptions and payments. Set-based, reads only. */
public interface CountFigures {
    /** What happened in a piece of time. */
    record Count(
            long newCustomers, long newSubscriptions, long startedPayments, long capturedPayments) {
        /** Nothing did. */
        public static final Count NONE = new Count(0, 0, 0, 0);
    }

    /**
     * How the payments that were begun in a stretch at one provider, in one asset, stand now.
     *
     * @param open of which it is not known yet
     * @param capturedMinor what came, in smallest units
     * @param secondsToPay the median from the beginning until the money was taken; empty if none
     *     came
     */
    record ProviderCount(
            String provider,
            Asset asset,
            long started,
            long captured,
            long flagged,
            long expired,
            long failed,
            long open,
            long capturedMinor,
            OptionalLong secondsToPay) {}

    /** How many there are now. */
    record Total(long customers, long activeSubscriptions, long expiredSubscriptions) {}

    /**
     * One count for each piece.
     *
     * @param edges where pieces begin, and where the last ends: 2 to 402, rising
     * @param provider of whose payments alone; empty: of all
     */
    Uni<List<Count>> counts(List<Instant> edges, Optional<String> provider);

    /** By provider and asset; a payment by wallet is none. */
    Uni<List<ProviderCount>> providers(Instant from, Instant to);

    /** Of this moment. */
    Uni<Total> total();
}
