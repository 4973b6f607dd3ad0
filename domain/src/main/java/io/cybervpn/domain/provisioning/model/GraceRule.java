package io.cybervpn.domain.provisioning.model;

import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.provisioning.GraceReason;
import io.cybervpn.domain.renewal.GraceService;
import io.cybervpn.domain.shared.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether somebody is served in grace, by how things stand and not by what has just
 * happened: repeated, late or in another order it decides the same. Pure.
 */
public final class GraceRule {
    private final Owed owed;
    private final Grace.Usage usage;
    private final List<Grace> known;
    private final Instant now;

    private GraceRule(Owed owed, Grace.Usage usage, List<Grace> known, Instant now) {
        this.owed = owed;
        this.usage = usage;
        this.known = List.copyOf(known);
        this.now = now;
    }

    /**
     * What a subscription owes.
     *
     * @param served whether anything is served at all
     * @param end of what is paid for
     * @param grace for how long something is served after it
     * @param service that is given in grace, where the shop has one
     */
    public record Owed(
            boolean served,
            Instant end,
            Duration grace,
            Entitlement entitlement,
            Optional<GraceService> service) {}

    /**
     * What follows.
     *
     * @param changed graces to be stored, those that are closed before one that is begun
     * @param begun the one that begins now
     */
    public record Ruling(AccessSpec spec, List<Grace> changed, Optional<Grace> begun) {
        /** Copies the list. */
        public Ruling {
            changed = List.copyOf(changed);
        }
    }

    /**
     * Decides.
     *
     * @param known all that are open, and those of this end and of this period of traffic
     */
    public static Ruling decide(Owed owed, Grace.Usage usage, List<Grace> known, Instant now) {
        return new GraceRule(owed, usage, known, now).decide();
    }

    private Ruling decide() {
        if (!owed.served()) {
            return rule(spec(owed.entitlement()), known.stream().filter(this::lasts).findFirst());
        }
        return owed.end().isAfter(now) ? beforeEnd() : afterEnd();
    }

    /** A purchase, a gift or another limit since it began: all that is owed is served again. */
    private boolean lasts(Grace grace) {
        return grace.isOpen()
                && now.isBefore(grace.until())
                && grace.end().equals(owed.end())
                && switch (grace.reason()) {
                    case END -> true;
                    case LIMIT ->
                            owed.end().isAfter(now)
                                    && grace.period() == usage.period()
                                    && grace.owed().equals(owed.entitlement().trafficBytes());
                };
    }

    private Ruling beforeEnd() {
        Optional<Grace> ofPeriod =
                known.stream()
                        .filter(one -> one.reason() == GraceReason.LIMIT)
                        .filter(one -> one.period() == usage.period())
                        .findFirst();
        Optional<Grace> current =
                ofPeriod.isPresent() ? ofPeriod.filter(this::lasts) : firstOfPeriod();
        return rule(spec(entitlement(current)), current);
    }

    private Optional<Grace> firstOfPeriod() {
        return owed.service()
                .filter(service -> service.afterLimitHours() > 0)
                .filter(_ -> isUsedUp())
                .map(
                        service ->
                                begin(
                                        GraceReason.LIMIT,
                                        service,
                                        earlier(
                                                now.plus(
                                                        Duration.ofHours(
                                                                service.afterLimitHours())),
                                                owed.end())));
    }

    private boolean isUsedUp() {
        return switch (owed.entitlement().trafficBytes()) {
            case Limit.Unlimited() -> false;
            case Limit.Of(var amount) -> usage.usedBytes() >= amount;
        };
    }

    /** One that ran its time stays wanted as it was: it is over by its date alone. */
    private Ruling afterEnd() {
        Optional<Grace> ofEnd =
                known.stream()
                        .filter(one -> one.reason() == GraceReason.END)
                        .filter(one -> one.end().equals(owed.end()))
                        .findFirst();
        if (ofEnd.filter(one -> !one.isUsedUpToItsEnd()).isPresent()) {
            return rule(new AccessSpec(true, owed.end(), owed.entitlement()), Optional.empty());
        }
        Optional<Grace> current = ofEnd.isPresent() ? ofEnd : firstOfEnd();
        return rule(spec(entitlement(current)), current.filter(this::lasts));
    }

    private Optional<Grace> firstOfEnd() {
        Instant over = owed.end().plus(owed.grace());
        return owed.service()
                .filter(GraceService::afterEnd)
                .filter(_ -> now.isBefore(over))
                .map(service -> begin(GraceReason.END, service, over));
    }

    private Grace begin(GraceReason reason, GraceService service, Instant until) {
        return new Grace(
                reason,
                owed.end(),
                usage.period(),
                now,
                until,
                service.trafficBytes(),
                service.serverGroups(),
                usage.totalBytes(),
                owed.entitlement().trafficBytes(),
                Optional.empty());
    }

    private Entitlement entitlement(Optional<Grace> grace) {
        return grace.map(one -> one.entitlement(owed.entitlement(), usage))
                .orElseGet(owed::entitlement);
    }

    private AccessSpec spec(Entitlement entitlement) {
        return new AccessSpec(owed.served(), owed.end().plus(owed.grace()), entitlement);
    }

    /**
     * Closes those that do not last.
     *
     * @param current open
     */
    private Ruling rule(AccessSpec spec, Optional<Grace> current) {
        List<Grace> changed = new ArrayList<>();
        known.stream()
                .filter(Grace::isOpen)
                .filter(one -> !lasts(one))
                .map(one -> one.closed(now))
                .forEach(changed::add);
        Optional<Grace> moved =
                current.filter(known::contains)
                        .filter(one -> one.period() != usage.period())
                        .map(one -> one.in(usage.period()));
        moved.ifPresent(changed::add);
        Optional<Grace> begun = current.filter(one -> !known.contains(one));
        begun.ifPresent(changed::add);
        return new Ruling(spec, changed, begun);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
