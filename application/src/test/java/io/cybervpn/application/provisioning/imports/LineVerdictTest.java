package io.cybervpn.application.provisioning.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.provisioning.port.PanelUserKey;
import io.cybervpn.domain.provisioning.model.PanelState;
import io.cybervpn.domain.provisioning.model.Stranger;
import io.cybervpn.domain.shared.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who has time left keeps it, and what the panel says counts. */
class LineVerdictTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final Optional<Instant> LATER = Optional.of(NOON.plusSeconds(1));

    private static ImportLine line(boolean blocked, boolean named, Optional<Instant> end) {
        return new ImportLine(
                Optional.of(1L),
                Optional.empty(),
                Optional.empty(),
                blocked,
                Optional.empty(),
                Optional.<PanelUserKey>of(new PanelUserKey.Name("ann")).filter(_ -> named),
                end,
                false);
    }

    private static Stranger user(boolean off, Instant end) {
        PanelState state =
                new PanelState(
                        off, end, Limit.unlimited(), Optional.empty(), Optional.empty(), Set.of());
        return new Stranger("ann", state, 0, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static LineVerdict of(ImportLine line, Optional<Stranger> found) {
        return LineVerdict.of(line, found, NOON);
    }

    @Test
    void the_end_at_the_panel_counts_before_that_of_the_file() {
        Stranger there = user(false, NOON.plusSeconds(9));
        assertThat(of(line(false, true, Optional.of(NOON)), Optional.of(there)))
                .isEqualTo(new LineVerdict.Join(there));
        assertThat(of(line(false, true, LATER), Optional.of(user(false, NOON))))
                .isEqualTo(new LineVerdict.AccountOnly());
    }

    @Test
    void who_is_not_served_by_the_will_of_somebody_stays_so() {
        assertThat(of(line(true, true, LATER), Optional.of(user(false, NOON.plusSeconds(9)))))
                .isEqualTo(new LineVerdict.Refuse("blocked"));
        assertThat(of(line(false, true, LATER), Optional.of(user(true, NOON.plusSeconds(9)))))
                .isEqualTo(new LineVerdict.Refuse("switched_off"));
    }

    @Test
    void a_user_whom_the_panel_does_not_know_is_no_new_one_unless_his_time_is_over() {
        assertThat(of(line(false, true, LATER), Optional.empty()))
                .isEqualTo(new LineVerdict.Refuse("panel_user_not_found"));
        assertThat(of(line(false, true, Optional.empty()), Optional.empty()))
                .isEqualTo(new LineVerdict.Refuse("panel_user_not_found"));
        assertThat(of(line(false, true, Optional.of(NOON)), Optional.empty()))
                .isEqualTo(new LineVerdict.AccountOnly());
    }

    @Test
    void who_names_none_is_served_until_his_end() {
        assertThat(of(line(false, false, LATER), Optional.empty()))
                .isEqualTo(new LineVerdict.Serve(NOON.plusSeconds(1)));
        assertThat(of(line(false, false, Optional.of(NOON)), Optional.empty()))
                .isEqualTo(new LineVerdict.AccountOnly());
        Optional<Instant> never = Optional.of(NOON.plus(Duration.ofDays(99_999)));
        assertThat(of(line(false, false, never), Optional.empty()))
                .isEqualTo(new LineVerdict.Refuse("too_far_ahead"));
    }
}
