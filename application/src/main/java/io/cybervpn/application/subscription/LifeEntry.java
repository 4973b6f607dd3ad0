package io.cybervpn.application.subscription;

import io.cybervpn.domain.subscription.model.Deed;
import io.cybervpn.domain.subscription.model.Extension;
import io.cybervpn.domain.subscription.model.Grant;
import io.cybervpn.domain.subscription.model.Halt;
import io.cybervpn.domain.subscription.model.PlanChange;
import io.cybervpn.domain.subscription.model.Return;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that moved a subscription's end, or stopped its time.
 *
 * @param kind {@code order}, {@code change}, {@code staff}, {@code trial}, {@code stop}, {@code go}
 *     or {@code return}
 * @param days given; below zero: taken; empty when it is not counted in days
 * @param from where the time begins, or the end before
 * @param to where it ended, or the end after
 * @param reference the order, the refund, or the deed itself
 * @param why as staff said, or what time stopped for
 */
public record LifeEntry(
        String kind,
        Instant at,
        Optional<Integer> days,
        Optional<Instant> from,
        Optional<Instant> to,
        UUID reference,
        String why) {

    static LifeEntry of(Deed deed) {
        return switch (deed) {
            case Extension given ->
                    new LifeEntry(
                            "order",
                            given.at(),
                            Optional.of(given.days()),
                            Optional.of(given.from()),
                            Optional.of(given.to()),
                            given.order().value(),
                            "");
            case PlanChange change ->
                    new LifeEntry(
                            "change",
                            change.at(),
                            Optional.empty(),
                            Optional.of(change.endBefore()),
                            Optional.of(change.endAfter()),
                            change.id(),
                            "");
            case Grant grant -> of(grant);
            case Halt halt ->
                    new LifeEntry(
                            halt.turn().name().toLowerCase(Locale.ROOT),
                            halt.at(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            halt.id(),
                            halt.cause().name().toLowerCase(Locale.ROOT));
        };
    }

    private static LifeEntry of(Grant grant) {
        return new LifeEntry(
                grant.gift().kind().name().toLowerCase(Locale.ROOT),
                grant.at(),
                Optional.of(grant.gift().days()),
                Optional.of(grant.endBefore()),
                Optional.of(grant.endAfter()),
                grant.id(),
                grant.gift().why());
    }

    static LifeEntry of(Return returned) {
        return new LifeEntry(
                "return",
                returned.at(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                returned.refund().value(),
                returned.undone() ? "undone" : returned.amount().toString());
    }
}
