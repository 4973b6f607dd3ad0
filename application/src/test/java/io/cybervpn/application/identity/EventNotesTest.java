package io.cybervpn.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.identity.port.SecurityEvents.About;
import io.cybervpn.application.identity.port.SecurityEvents.Event;
import io.cybervpn.application.identity.port.SecurityEvents.From;
import io.cybervpn.application.shared.MovableClock;
import io.cybervpn.domain.identity.SecurityEventType;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R221, ASVS 16.3: a flood is told, and is no flood of rows. */
class EventNotesTest {
    private final EventNotes notes = new EventNotes();
    private final MovableClock clock = new MovableClock();

    private Event event(String subject) {
        return new Event(
                UUID.randomUUID(),
                clock.instant(),
                SecurityEventType.LOGIN_FAILED,
                new About(Optional.empty(), Optional.of(subject)),
                new From(Optional.of("192.0.2.1"), Optional.empty(), Optional.empty()),
                "password",
                1);
    }

    @Test
    void the_first_is_due_at_once_and_those_alike_are_one_more_later() {
        for (int i = 0; i < 1_000; i++) {
            notes.add(event("anna"));
        }
        assertThat(notes.take(clock.instant())).hasSize(1).allMatch(told -> told.times() == 1);
        assertThat(notes.take(clock.instant())).isEmpty();
        clock.advance(EventNotes.QUIET);
        assertThat(notes.take(clock.instant())).hasSize(1).allMatch(told -> told.times() == 999);
        clock.advance(EventNotes.QUIET);
        assertThat(notes.take(clock.instant())).isEmpty();
    }

    @Test
    void each_kind_is_told_by_itself_until_there_are_too_many() {
        for (int i = 0; i < 10 * EventNotes.KINDS_MAX; i++) {
            notes.add(event("stranger " + i));
        }
        assertThat(notes.take(clock.instant())).hasSize(EventNotes.KINDS_MAX + 1);
        clock.advance(EventNotes.QUIET);
        assertThat(notes.take(clock.instant()))
                .singleElement()
                .satisfies(
                        rest -> {
                            assertThat(rest.about()).isEqualTo(About.NOBODY);
                            assertThat(rest.times()).isEqualTo(9 * EventNotes.KINDS_MAX - 1);
                        });
    }

    @Test
    void what_could_not_be_stored_waits_within_bounds() {
        notes.add(event("anna"));
        var due = notes.take(clock.instant());
        notes.giveBack(due);
        assertThat(notes.take(clock.instant())).isEqualTo(due);
    }
}
