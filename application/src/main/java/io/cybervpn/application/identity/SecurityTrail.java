package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.SecurityEvents;
import io.cybervpn.application.identity.port.SecurityEvents.About;
import io.cybervpn.application.identity.port.SecurityEvents.Event;
import io.cybervpn.application.identity.port.SecurityEvents.From;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.KeyedHashes;
import io.cybervpn.application.shared.Origin;
import io.cybervpn.application.shared.Origins;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.SecurityEventType;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.model.Account;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where it is said what concerns security (ASVS 16.3, R221). What succeeded is stored in the unit
 * of work of the deed; what failed is noted and stored a moment later, many alike as one, so that a
 * flood costs a few rows and nobody waits. Logins of staff are on the chained audit trail besides.
 */
@Singleton
public final class SecurityTrail {
    private final SecurityEvents events;
    private final EventNotes notes;
    private final AuditTrail audit;
    private final Surroundings surroundings;

    /** Time, ids and where the call came from. */
    @Singleton
    static final class Surroundings {
        private final Origins origins;
        private final Ids ids;
        private final Clock clock;
        private final KeyedHashes hashes;

        @Inject
        Surroundings(Origins origins, Ids ids, Clock clock, KeyedHashes hashes) {
            this.origins = origins;
            this.ids = ids;
            this.clock = clock;
            this.hashes = hashes;
        }

        private Event event(SecurityEventType type, About about, String detail) {
            Origin origin = origins.current();
            return new Event(
                    ids.next(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    type,
                    about,
                    new From(origin.address(), origin.requestId(), origin.agent()),
                    detail,
                    1);
        }

        private About subject(String typed) {
            return new About(Optional.empty(), Optional.of(hashes.hash("security-event", typed)));
        }
    }

    @Inject
    SecurityTrail(
            SecurityEvents events, EventNotes notes, AuditTrail audit, Surroundings surroundings) {
        this.events = events;
        this.notes = notes;
        this.audit = audit;
        this.surroundings = surroundings;
    }

    /** A session was opened, whichever way. In the open unit of work. */
    Uni<Void> loggedIn(Account account, SessionId session) {
        return store(SecurityEventType.LOGGED_IN, account.id(), "session " + session.value())
                .chain(() -> chainIfStaff(account, session));
    }

    private Uni<Void> chainIfStaff(Account account, SessionId session) {
        Actor staff = new Actor.Staff(account.id(), Set.of());
        return account.kind() == AccountKind.STAFF
                ? audit.append(
                        AuditTrail.Entry.of(staff, "auth.log_in", "session", session.value()))
                : Uni.createFrom().voidItem();
    }

    /** Stores what an account did or what was done to it, in the open unit of work. */
    public Uni<Void> store(SecurityEventType type, AccountId account, String detail) {
        return events.append(
                List.of(surroundings.event(type, SecurityEvents.About.account(account), detail)));
    }

    /**
     * Notes what failed at an account. Returns at once and never fails.
     *
     * @param detail which door; never what somebody typed
     */
    public void note(SecurityEventType type, AccountId account, String detail) {
        notes.add(surroundings.event(type, SecurityEvents.About.account(account), detail));
    }

    /**
     * The same where there is no account, or none is looked for.
     *
     * @param subject what was typed, such as an e-mail; only its keyed hash is kept
     */
    public void noteUnknown(SecurityEventType type, String subject, String detail) {
        notes.add(surroundings.event(type, surroundings.subject(subject), detail));
    }

    /** The same where nobody can be named. */
    public void noteNobody(SecurityEventType type, String detail) {
        notes.add(surroundings.event(type, About.NOBODY, detail));
    }

    /** A wrong password: of the account if there is one, else of what was typed. */
    void loginFailed(Optional<Account> found, String subject) {
        if (found.isPresent()) {
            note(SecurityEventType.LOGIN_FAILED, found.get().id(), "password");
        } else {
            noteUnknown(SecurityEventType.LOGIN_FAILED, subject, "password");
        }
    }

    /**
     * Somebody called what he has no right for.
     *
     * @param call method and route
     */
    public void refused(Actor actor, String call) {
        String detail = call + actor.apiKey().map(key -> " by key " + key.value()).orElse("");
        actor.account()
                .ifPresentOrElse(
                        id -> note(SecurityEventType.FORBIDDEN, id, detail),
                        () -> noteNobody(SecurityEventType.FORBIDDEN, detail));
    }
}
