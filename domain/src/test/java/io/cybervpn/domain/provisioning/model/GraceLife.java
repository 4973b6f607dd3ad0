package io.cybervpn.domain.provisioning.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.provisioning.GraceReason;
import io.cybervpn.domain.renewal.GraceService;
import io.cybervpn.domain.shared.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A subscription, its panel and its graces, as a test lets them go on. */
final class GraceLife {
    static final long GIFT = 1L << 20;
    static final GraceService BOTH = new GraceService(GIFT, List.of("Small"), true, 48);

    private final Map<String, Grace> stored = new HashMap<>();
    private final Set<String> begun = new HashSet<>();
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    Instant end = now.plus(Duration.ofDays(30));
    Instant endBefore = end;
    Duration grace = Duration.ofDays(3);
    Optional<GraceService> service = Optional.of(BOTH);
    boolean served = true;
    long limit = 10 * GIFT;
    int period = 1;
    long used;
    long total;
    AccessSpec spec = new AccessSpec(true, end.plus(grace), owed());

    Entitlement owed() {
        return new Entitlement(
                Limit.of(limit), TrafficReset.MONTH, Limit.of(3), List.of("Basic", "Pro"));
    }

    List<Grace> open() {
        return stored.values().stream().filter(Grace::isOpen).toList();
    }

    void later(Duration time) {
        now = now.plus(time);
    }

    /** The panel lets no more through than it was told. */
    void use(long bytes) {
        long most = spec.entitlement().trafficBytes() instanceof Limit.Of(var some) ? some : 0;
        long more = spec.usableAt(now) ? Math.max(0, Math.min(bytes, most - used)) : 0;
        used += more;
        total += more;
    }

    void reset() {
        used = 0;
        period++;
    }

    void pay() {
        endBefore = end;
        end = (end.isAfter(now) ? end : now).plus(Duration.ofDays(30));
    }

    void refund() {
        end = endBefore;
    }

    private GraceRule.Ruling rule() {
        return GraceRule.decide(
                new GraceRule.Owed(served, end, grace, owed(), service),
                new Grace.Usage(period, used, total),
                List.copyOf(stored.values()),
                now);
    }

    /** Decides, stores, and decides once more as after a repeated event. */
    void decide() {
        GraceRule.Ruling ruling = rule();
        ruling.changed().forEach(one -> stored.put(key(one), one));
        ruling.begun().ifPresent(one -> assertThat(begun.add(key(one))).isTrue());
        spec = ruling.spec();
        assertThat(rule()).isEqualTo(new GraceRule.Ruling(spec, List.of(), Optional.empty()));
    }

    private static String key(Grace grace) {
        return grace.reason() == GraceReason.END ? "end " + grace.end() : "limit " + grace.period();
    }
}
