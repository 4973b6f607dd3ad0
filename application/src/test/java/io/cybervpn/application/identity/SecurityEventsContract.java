package io.cybervpn.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.identity.port.SecurityEvents;
import io.cybervpn.application.identity.port.SecurityEvents.About;
import io.cybervpn.application.identity.port.SecurityEvents.Cursor;
import io.cybervpn.application.identity.port.SecurityEvents.Event;
import io.cybervpn.application.identity.port.SecurityEvents.Filter;
import io.cybervpn.application.identity.port.SecurityEvents.From;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.SecurityEventType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of security events does (R221). */
public abstract class SecurityEventsContract {
    private static final Instant OLD =
            Instant.now().minus(100, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MICROS);

    private final AccountId owner = new AccountId(UUID.randomUUID());

    protected abstract SecurityEvents events();

    protected abstract UnitOfWork unitOfWork();

    private Event event(SecurityEventType type, Instant at) {
        return new Event(
                UUID.randomUUID(),
                at,
                type,
                About.account(owner),
                new From(Optional.of("192.0.2.7"), Optional.empty(), Optional.of("a client")),
                "password",
                3);
    }

    private void store(Event... events) {
        unitOfWork().run(() -> events().append(List.of(events))).await().indefinitely();
    }

    private List<Event> page(Set<SecurityEventType> types, Optional<Cursor> before, int limit) {
        Filter filter =
                new Filter(
                        types,
                        Optional.of(owner),
                        Optional.of("192.0.2.7"),
                        Optional.of(OLD.minusSeconds(1)),
                        Optional.of(OLD.plusSeconds(60)));
        return events().page(filter, before, limit).await().indefinitely();
    }

    @Test
    void what_is_stored_is_found_as_it_was_and_newest_first() {
        Event first = event(SecurityEventType.LOGIN_FAILED, OLD);
        Event second = event(SecurityEventType.LOGGED_IN, OLD.plusSeconds(1));
        store(first, second);
        assertThat(page(Set.of(), Optional.empty(), 9)).containsExactly(second, first);
        assertThat(page(Set.of(SecurityEventType.LOGIN_FAILED), Optional.empty(), 9))
                .containsExactly(first);
        Optional<Cursor> after = Optional.of(new Cursor(second.at(), second.id()));
        assertThat(page(Set.of(), Optional.empty(), 1)).containsExactly(second);
        assertThat(page(Set.of(), after, 9)).containsExactly(first);
    }

    @Test
    void one_that_is_stored_twice_is_one() {
        Event event = event(SecurityEventType.FORBIDDEN, OLD);
        store(event);
        store(event, event(SecurityEventType.FORBIDDEN, OLD.plusSeconds(2)));
        assertThat(page(Set.of(), Optional.empty(), 9)).hasSize(2).endsWith(event);
    }

    @Test
    void the_old_are_forgotten_and_the_young_stay() {
        Event old = event(SecurityEventType.LIMITED, OLD);
        Event young = event(SecurityEventType.LIMITED, OLD.plusSeconds(30));
        store(old, young);
        int gone =
                unitOfWork()
                        .run(() -> events().forget(OLD.plusSeconds(30), 100_000))
                        .await()
                        .indefinitely();
        assertThat(gone).isPositive();
        assertThat(page(Set.of(), Optional.empty(), 9)).containsExactly(young);
    }
}
