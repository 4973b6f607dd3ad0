package io.cybervpn.application.identity;

import io.cybervpn.application.shared.AccountFollower;
import io.cybervpn.application.shared.AccountFollowers;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountsMerged;
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
 * Makes two accounts of one person one, in one transaction (R45): ways in, orders, payments,
 * subscriptions and access become the survivor's, and the wallet is booked over. Money that still
 * comes for the other one is the survivor's.
 */
@Singleton
public final class Merger {
    private final Endings endings;
    private final TrialRights trials;
    private final SecondFactorDesk secondFactors;
    private final SessionEndings sessions;
    private final AccountFollowers followers;
    private final Record record;
    private final Clock clock;

    /** Where it is told. */
    @Singleton
    static final class Record {
        private final Outbox outbox;
        private final AuditTrail audit;

        @Inject
        Record(Outbox outbox, AuditTrail audit) {
            this.outbox = outbox;
            this.audit = audit;
        }

        private Uni<Void> tell(AccountsMerged event, Actor actor) {
            return outbox.append(event)
                    .chain(
                            () ->
                                    audit.append(
                                            entry(actor, event.from(), "mergedInto", event.into())))
                    .chain(() -> audit.append(entry(actor, event.into(), "merged", event.from())));
        }

        private static AuditTrail.Entry entry(
                Actor actor, AccountId about, String field, AccountId other) {
            return AuditTrail.Entry.of(actor, "account.merge", "account", about.value())
                    .with(Changes.none().and(field, "", other.value().toString()));
        }
    }

    @Inject
    Merger(
            Endings endings,
            TrialRights trials,
            SecondFactorDesk secondFactors,
            SessionEndings sessions,
            AccountFollowers followers,
            Record record,
            Clock clock) {
        this.endings = endings;
        this.trials = trials;
        this.secondFactors = secondFactors;
        this.sessions = sessions;
        this.followers = followers;
        this.record = record;
        this.clock = clock;
    }

    /**
     * Merges two locked accounts of customers that have not ended, in the open unit of work.
     *
     * @return sessions that ended with it, to be spread by {@link SessionEndings#spread}
     */
    public Uni<List<SessionId>> merge(Account from, Account into, Actor actor) {
        AccountsMerged event = new AccountsMerged(from.id(), into.id(), clock.instant());
        return trials.join(from, into)
                .chain(() -> secondFactors.hand(from.id(), into.id()))
                .chain(
                        () ->
                                sessions.end(
                                        from.id(),
                                        new Which.All(),
                                        Session.EndReason.ACCOUNT_DELETED))
                .call(() -> endings.merge(from.id(), into.id(), event.at()))
                .call(() -> follow(event))
                .call(() -> record.tell(event, actor));
    }

    private Uni<Void> follow(AccountsMerged event) {
        return Multi.createFrom()
                .iterable(followers.all())
                .onItem()
                .transformToUniAndConcatenate(
                        (AccountFollower one) -> one.merged(event.from(), event.into()))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
