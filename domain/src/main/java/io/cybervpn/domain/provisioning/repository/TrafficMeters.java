package io.cybervpn.domain.provisioning.repository;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.domain.provisioning.model.TrafficMeter;
import io.cybervpn.domain.provisioning.model.TrafficReading;
import io.cybervpn.domain.shared.Limit;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What accesses have used, by our own count. Every method works in the open unit of work. */
public interface TrafficMeters {
    /**
     * A reading that was not counted yet.
     *
     * @param limit of its traffic as it is wanted now
     * @param usable whether the access may be used now; who may not is not warned
     * @param meter empty for an access that was never counted
     */
    record Uncounted(
            AccessId access,
            AccountId account,
            Limit limit,
            boolean usable,
            TrafficReading reading,
            Optional<TrafficMeter> meter) {}

    /** A meter as it stands after a reading, and what the reading added. */
    record Kept(AccessId access, TrafficMeter meter, long deltaBytes) {}

    /** What was used on one day of UTC. */
    record Day(LocalDate day, long bytes) {}

    /**
     * Waits until nobody else counts, and keeps others from it until the unit of work ends. Without
     * it two could count the same reading.
     */
    Uni<Void> takeTurn();

    /**
     * Readings that differ from what was counted, in the order of the accesses.
     *
     * @param after the last access of the batch before; empty for the first batch
     * @param limit 1 to 1000
     */
    Uni<List<Uncounted>> uncounted(Optional<AccessId> after, int limit, Instant now);

    /** Stores meters, and adds what they counted to a day. */
    Uni<Void> keep(List<Kept> kept, LocalDate day, Instant now);

    /** The meter of an access. */
    Uni<Optional<TrafficMeter>> find(AccessId access);

    /** The days on which something was used, in their order; both bounds belong to it. */
    Uni<List<Day>> days(AccessId access, LocalDate first, LocalDate last);

    /**
     * An access that the panel should have reset.
     *
     * @param user as we know him
     */
    record Forgotten(AccessId access, PanelUser user) {}

    /**
     * Takes the turn to look for {@link #forgottenResets}, if the last one was taken at least
     * {@code every} ago; of many at once exactly one gets it.
     */
    Uni<Boolean> takeResetTurn(Instant now, Duration every);

    /**
     * Usable accesses with a monthly reset that have used something in a period that began before a
     * moment, and were not reset since, in the order of their ids.
     *
     * @param limit 1 to 1000
     */
    Uni<List<Forgotten>> forgottenResets(Instant since, Instant now, int limit);

    /**
     * Forgets days before one; the meters stay.
     *
     * @param limit 1 to 100,000
     * @return how many
     */
    Uni<Integer> forgetDays(LocalDate before, int limit);

    /** Forgets the days of an account's accesses. Repeatable. */
    Uni<Void> forgetOf(AccountId account);
}
