package io.cybervpn.application.payment.port;

import io.cybervpn.application.payment.UnmatchedView;
import io.cybervpn.domain.payment.UnmatchedId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads of money that fits no payment, outside any unit of work. */
public interface UnmatchedViews {
    /**
     * Which, newest first.
     *
     * @param open true: what somebody has to decide on; false: what is done; empty: both
     * @param before the last one seen; empty to begin
     * @param limit 1 to 500
     */
    record Filter(
            Optional<Boolean> open,
            Optional<String> provider,
            Optional<Position> before,
            int limit) {}

    /** A place in the list. */
    record Position(Instant seenAt, UnmatchedId id) {}

    /**
     * What is open of one provider and currency.
     *
     * @param asset empty where nobody can count it
     * @param minorUnits how much, 0 where nobody can count it
     * @param oldest when the first of it was seen
     */
    record Open(String provider, String asset, long count, long minorUnits, Instant oldest) {}

    /** A piece of the list. */
    Uni<List<UnmatchedView>> list(Filter filter);

    /** One of them. */
    Uni<Optional<UnmatchedView>> find(UnmatchedId id);

    /** What is open, by provider and currency. */
    Uni<List<Open>> open();
}
