package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.KnownPasswords;
import io.cybervpn.application.identity.port.PasswordHasher;
import io.cybervpn.application.identity.port.PasswordHasher.Hashed;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.RegistrationFlaw;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Password;
import io.cybervpn.domain.identity.model.Session.EndReason;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.OpenSessions.Which;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Gives accounts other passwords; who came in by the old one goes out. */
@Singleton
final class NewPasswords {
    private final KnownPasswords known;
    private final PasswordHasher hasher;
    private final Accounts accounts;
    private final SessionEndings endings;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    NewPasswords(
            KnownPasswords known,
            PasswordHasher hasher,
            Accounts accounts,
            SessionEndings endings,
            AuditTrail audit,
            Clock clock) {
        this.known = known;
        this.hasher = hasher;
        this.accounts = accounts;
        this.endings = endings;
        this.audit = audit;
        this.clock = clock;
    }

    /** Why a password may not be chosen; empty when it may. */
    Optional<RegistrationFlaw> flaw(Password password) {
        return password.flaw(known::has);
    }

    Uni<Hashed> hash(Password password) {
        return hasher.hash(password);
    }

    /** Stores it in the open unit of work; gives the sessions that are to be spread after it. */
    Uni<List<SessionId>> store(Account account, String hash, Which ended, String action) {
        Actor owner = new Actor.Customer(account.id());
        AuditTrail.Entry entry =
                AuditTrail.Entry.of(owner, action, "account", account.id().value())
                        .with(Changes.none().hidden("password"));
        return accounts.lock(account.id())
                .chain(_ -> accounts.save(account.withPasswordHash(hash)))
                .chain(() -> audit.append(entry))
                .chain(() -> endings.end(account.id(), ended, EndReason.PASSWORD_CHANGED));
    }

    Uni<Void> verifyEmail(AccountId id) {
        return accounts.verifyEmail(id, clock.instant());
    }

    /** Makes the end of sessions known, after the unit of work. Never fails. */
    Uni<Void> spread(Optional<List<SessionId>> ended) {
        return endings.spread(ended.orElseGet(List::of));
    }
}
