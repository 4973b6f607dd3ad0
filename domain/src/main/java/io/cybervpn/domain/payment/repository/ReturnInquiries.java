package io.cybervpn.domain.payment.repository;

import io.cybervpn.domain.payment.model.Patience;
import io.cybervpn.domain.payment.model.ReturnInquiry;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** What providers have to be asked about. Only for an open unit of work. */
public interface ReturnInquiries {
    /** Opens one, or makes the one that is there due again. Repeatable. */
    Uni<Void> open(String provider, String about, Instant now);

    /**
     * Takes those that are due, oldest first, and makes them due again later by {@code patience}.
     * Those that somebody else takes at this moment are left out.
     *
     * @param limit 1 to 1000
     */
    Uni<List<ReturnInquiry>> claimDue(Instant now, Patience patience, int limit);

    /** Ends one, unless it was told of again since it was taken. Repeatable. */
    Uni<Void> close(ReturnInquiry inquiry);
}
