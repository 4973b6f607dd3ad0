package io.cybervpn.application.identity;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Session;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.OpenSessions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Notes in a session that a factor was shown now. In the open unit of work. */
@Singleton
final class ProvenSessions {
    private final OpenSessions sessions;
    private final Accounts accounts;
    private final TokenDesk tokens;
    private final Clock clock;

    @Inject
    ProvenSessions(OpenSessions sessions, Accounts accounts, TokenDesk tokens, Clock clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * Notes that the second factor was shown now; gives an access token that says so, or nothing
     * when the session or the account is over.
     */
    Uni<Optional<AccessPass>> prove(AccountId owner, SessionId session) {
        return sessions.prove(owner, session, clock.instant().truncatedTo(ChronoUnit.SECONDS))
                .chain(
                        live ->
                                live.map(this::pass)
                                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    /** Notes that the first factor was shown now; the token is as strong as the one before. */
    Uni<Optional<AccessPass>> show(AccountId owner, SessionId session) {
        return sessions.show(owner, session, clock.instant().truncatedTo(ChronoUnit.SECONDS))
                .chain(
                        live ->
                                live.map(this::pass)
                                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<AccessPass>> pass(Session.Live live) {
        return accounts.find(live.account())
                .map(found -> found.filter(Account::mayLogIn).map(to -> tokens.pass(to, live)));
    }
}
