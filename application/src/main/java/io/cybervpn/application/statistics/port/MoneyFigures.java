package io.cybervpn.application.statistics.port;

import io.cybervpn.domain.shared.Asset;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/**
 * Sums of money, read from the books and from the time that orders gave. Set-based, reads only; a
 * figure of the past stays what it was, but for refunds that were undone.
 */
public interface MoneyFigures {
    /**
     * What moved in a piece of time, in smallest units.
     *
     * @param gross earned by sales
     * @param refunds gone back of it
     * @param fees kept by providers
     * @param received taken by providers for us
     */
    record Flow(long gross, long refunds, long fees, long received) {
        /** Nothing moved. */
        public static final Flow NONE = new Flow(0, 0, 0, 0);

        /** What is left to us, perhaps less than nothing. */
        public long net() {
            return gross - refunds - fees;
        }
    }

    /**
     * How things stand at a moment.
     *
     * @param mrr what the time that runs then costs for 30 days
     * @param deferred what was paid for time that comes after it
     * @param payingCustomers who has paid time then
     */
    record Stock(long mrr, long deferred, long payingCustomers) {}

    /**
     * Who came and who went between two moments.
     *
     * @param atStart with paid time at the beginning
     * @param lost of those, without at the end
     * @param gained with paid time at the end and not at the beginning
     * @param during with paid time at any moment between
     */
    record Movement(long atStart, long lost, long gained, long during) {}

    /**
     * What customers brought since the shop opened.
     *
     * @param customers who ever paid for an order
     * @param net what they paid less what went back
     */
    record Lifetime(long customers, long net) {}

    /**
     * Customers who first paid in one month, so many months later.
     *
     * @param month the first of it, at midnight UTC
     * @param age months since; 0 is the month itself
     * @param customers of the cohort, the same for every age
     * @param payers of them, who paid in that month
     * @param net what they paid in that month less what went back in it
     */
    record CohortMonth(Instant month, int age, long customers, long payers, long net) {}

    /**
     * One flow for each piece.
     *
     * @param edges where pieces begin, and where the last ends: 2 to 402, rising
     */
    Uni<List<Flow>> flows(Asset asset, List<Instant> edges);

    /**
     * One stock for each moment.
     *
     * @param moments 1 to 402, rising
     */
    Uni<List<Stock>> stocks(Asset asset, List<Instant> moments);

    /** Who came and who went. */
    Uni<Movement> movement(Asset asset, Instant from, Instant to);

    /** Until a moment. */
    Uni<Lifetime> lifetime(Asset asset, Instant until);

    /**
     * By month and age, of the cohorts whose month begins in the stretch; what came until {@code
     * to} counts. At most 36 cohorts.
     */
    Uni<List<CohortMonth>> cohorts(Asset asset, Instant from, Instant to);
}
