package io.cybervpn.domain.server.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.server.model.Availability.Since;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** How long a server was how, to the second. */
class AvailabilityTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final long SPAN = 100_000;

    @Provide
    Arbitrary<List<Since>> logs() {
        Arbitrary<Instant> moments =
                Arbitraries.longs().between(-SPAN, 2 * SPAN).map(START::plusSeconds);
        Arbitrary<String> states =
                Arbitraries.of("online", "warning", "offline", "unknown", "maintenance", "gone");
        return Combinators.combine(moments, states)
                .as(Since::new)
                .list()
                .ofMaxSize(30)
                .map(lines -> lines.stream().sorted(Comparator.comparing(Since::at)).toList());
    }

    @Property
    void the_parts_are_the_whole(@ForAll("logs") List<Since> log) {
        Instant end = START.plusSeconds(SPAN);

        assertThat(Availability.of(log, START, end).whole()).isEqualTo(SPAN);
    }

    @Property
    void cut_anywhere_it_adds_up(
            @ForAll("logs") List<Since> log, @ForAll @LongRange(min = 0, max = SPAN) long at) {
        Instant cut = START.plusSeconds(at);
        Instant end = START.plusSeconds(SPAN);

        assertThat(Availability.of(log, START, cut).plus(Availability.of(log, cut, end)))
                .isEqualTo(Availability.of(log, START, end));
    }

    @Test
    void maintenance_and_what_nobody_knows_count_neither_way() {
        List<Since> log =
                List.of(
                        new Since(START, "online"),
                        new Since(START.plusSeconds(300), "offline"),
                        new Since(START.plusSeconds(400), "unknown"),
                        new Since(START.plusSeconds(500), "maintenance"),
                        new Since(START.plusSeconds(700), "warning"));

        Availability sum = Availability.of(log, START, START.plusSeconds(1300));

        assertThat(sum).isEqualTo(new Availability(900, 100, 200, 100));
        assertThat(sum.basisPoints()).isEqualTo(9_000);
    }

    @Test
    void one_second_offline_is_not_rounded_away_and_no_time_is_no_number() {
        assertThat(new Availability(86_399, 1, 0, 0).basisPoints()).isEqualTo(9_999);
        assertThat(Availability.NONE.basisPoints()).isEqualTo(-1);
        assertThat(Availability.of(List.of(), START, START.plusSeconds(5)).unknown()).isEqualTo(5);
    }
}
