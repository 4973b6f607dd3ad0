package io.cybervpn.domain.payment.repository;

import io.cybervpn.domain.payment.Resolution;
import io.cybervpn.domain.payment.UnmatchedId;
import io.cybervpn.domain.payment.model.Unmatched;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All money that came and fits no payment. Only for an open unit of work. */
public interface UnmatchedMoney {
    /** Stores what is not known yet; what is stays as it was. Repeatable. */
    Uni<Void> addAll(List<Unmatched> money);

    /** One as it is, without holding it. */
    Uni<Optional<Unmatched>> find(UnmatchedId id);

    /** One, held against others until the unit of work ends. Take its payment before. */
    Uni<Optional<Unmatched>> lock(UnmatchedId id);

    /** Whether it was decided that it went back; false also for one that is not there. */
    Uni<Boolean> wasSentBack(UnmatchedId id);

    /**
     * Notes the provider's own name of how one that is held went back. Repeatable.
     *
     * @param reference of the refund or the dispute
     */
    Uni<Void> noteReturn(UnmatchedId id, String reference);

    /** What was decided on one that is held, and how much it was; at most once. */
    Uni<Void> resolve(UnmatchedId id, Decision decision);

    /**
     * A decision.
     *
     * @param money empty: nobody could count it
     * @param reason why, in the words of who decided; not personal
     */
    record Decision(Resolution resolution, Optional<Money> money, String reason, Instant at) {}
}
