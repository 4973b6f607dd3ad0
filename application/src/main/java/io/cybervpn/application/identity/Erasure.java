package io.cybervpn.application.identity;

import io.cybervpn.application.shared.AccountFollower;
import io.cybervpn.application.shared.AccountFollowers;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.domain.identity.AccountErased;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountStatus;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Session;
import io.cybervpn.domain.identity.repository.Endings;
import io.cybervpn.domain.identity.repository.OpenSessions.Which;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/**
 * Forgets the owner of a customer's account, in one transaction (R51, R56): what he is called and
 * how he comes in; his sessions, his right to a trial, his subscriptions, his unpaid orders. What
 * he paid stays in the books, under an id that is nobody's. A crash before the commit changes
 * nothing; what follows later, the panel, is told by the outbox.
 */
@Singleton
public final class Erasure {
    private final Endings endings;
    private final TrialRights trials;
    private final SessionEndings sessions;
    private final AccountFollowers followers;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    Erasure(
            Endings endings,
            TrialRights trials,
            SessionEndings sessions,
            AccountFollowers followers,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.endings = endings;
        this.trials = trials;
        this.sessions = sessions;
        this.followers = followers;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Forgets the owner of a locked account that has not ended, in the open unit of work.
     *
     * @return sessions that ended with it, to be spread by {@link SessionEndings#spread}
     */
    public Uni<List<SessionId>> erase(Account account, Actor actor) {
        AccountId id = account.id();
        return trials.close(account)
                .chain(() -> sessions.end(id, new Which.All(), Session.EndReason.ACCOUNT_DELETED))
                .call(() -> endings.erase(id, clock.instant()))
                .call(() -> follow(id))
                .call(() -> outbox.append(new AccountErased(id, clock.instant())))
                .call(() -> record(account, actor));
    }

    private Uni<Void> follow(AccountId id) {
        return Multi.createFrom()
                .iterable(followers.all())
                .onItem()
                .transformToUniAndConcatenate((AccountFollower one) -> one.erased(id))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> record(Account account, Actor actor) {
        return audit.append(
                AuditTrail.Entry.of(actor, "account.erase", "account", account.id().value())
                        .with(
                                Changes.none()
                                        .and(
                                                "status",
                                                account.status().code(),
                                                AccountStatus.ERASED.code())));
    }
}
