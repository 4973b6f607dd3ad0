package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.RateLimits.Verdict;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.Client;
import io.cybervpn.domain.identity.RefreshTokenReused;
import io.cybervpn.domain.identity.SecurityEventType;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Session;
import io.cybervpn.domain.identity.model.SessionLife;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Exchanges a refresh token for new tokens (R38, R233). Each token is good once; a repeat within
 * ten seconds is a client that lost the answer, a later one is theft and ends the whole session.
 */
@Singleton
public final class RenewTokens {
    private final Gate gate;
    private final UnitOfWork unitOfWork;
    private final Sessions sessions;
    private final Accounts accounts;
    private final TokenDesk tokens;
    private final SessionEndings endings;
    private final SecurityTrail trail;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    RenewTokens(
            Gate gate,
            UnitOfWork unitOfWork,
            Sessions sessions,
            Accounts accounts,
            TokenDesk tokens,
            SessionEndings endings,
            SecurityTrail trail,
            Outbox outbox,
            Clock clock) {
        this.gate = gate;
        this.unitOfWork = unitOfWork;
        this.sessions = sessions;
        this.accounts = accounts;
        this.tokens = tokens;
        this.endings = endings;
        this.trail = trail;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What a client holds.
     *
     * @param address whom to count it for
     */
    public record Command(String refreshToken, String address, Client client) {
        @Override
        public String toString() {
            return "RenewTokens.Command[hidden]";
        }
    }

    /** What became of it. */
    public sealed interface Result {
        /** New tokens; the old refresh token is used. */
        record Renewed(TokenPair tokens) implements Result {}

        /** Unknown, expired, ended, stolen or blocked: the client must log in again. */
        record Refused() implements Result {}

        /** Too many of these; come back later, the token is still good. */
        record TooMany(Duration retryAfter) implements Result {}
    }

    /** What to answer, and what to make known after the unit of work. */
    private record Outcome(Result result, List<SessionId> ended) {}

    /** Renews. */
    public Uni<Result> execute(Command command) {
        return gate.renewal(command.address()).chain(verdict -> renew(verdict, command));
    }

    private Uni<Result> renew(Verdict verdict, Command command) {
        return switch (verdict) {
            case Verdict.Exceeded(var retryAfter) ->
                    Uni.createFrom().item(new Result.TooMany(retryAfter));
            case Verdict.Allowed() ->
                    unitOfWork
                            .run(() -> lockAndRenew(command))
                            .call(outcome -> endings.spread(outcome.ended()))
                            .map(Outcome::result);
        };
    }

    private Uni<Outcome> lockAndRenew(Command command) {
        return sessions.lock(TokenDesk.hash(command.refreshToken()))
                .chain(
                        found ->
                                found.map(held -> renewHeld(held, command.client()))
                                        .orElseGet(RenewTokens::refuse));
    }

    private Uni<Outcome> renewHeld(Sessions.Held held, Client client) {
        return switch (held.session()) {
            case Session.Ended _ -> refuse();
            case Session.Live live ->
                    accounts.find(live.account())
                            .chain(
                                    found ->
                                            found.filter(Account::mayLogIn)
                                                    .map(to -> exchange(to, live, held, client))
                                                    .orElseGet(() -> shutOut(live)));
        };
    }

    private Uni<Outcome> exchange(
            Account account, Session.Live live, Sessions.Held held, Client client) {
        String secret = tokens.newSecret();
        SessionLife life = tokens.lifeOf(account);
        return switch (live.renew(held.token(), TokenDesk.hash(secret), life, clock.instant())) {
            case Session.Renewal.Expired() -> refuse();
            case Session.Renewal.Stolen(var ended) -> alarm(ended);
            case Session.Renewal.Renewed(var used, var next) ->
                    sessions.renew(live, client, used, next)
                            .replaceWith(() -> renewed(account, live, secret));
        };
    }

    private Outcome renewed(Account account, Session.Live live, String secret) {
        return new Outcome(new Result.Renewed(tokens.pair(account, live, secret)), List.of());
    }

    private Uni<Outcome> shutOut(Session.Live live) {
        return end(live.end(Session.EndReason.ACCOUNT_BLOCKED, clock.instant()));
    }

    private Uni<Outcome> alarm(Session.Ended ended) {
        return outbox.append(new RefreshTokenReused(ended.account(), ended.id(), ended.endedAt()))
                .chain(
                        () ->
                                trail.store(
                                        SecurityEventType.REFRESH_TOKEN_REUSED,
                                        ended.account(),
                                        "session " + ended.id().value()))
                .chain(() -> end(ended));
    }

    private Uni<Outcome> end(Session.Ended ended) {
        return endings.end(ended).map(ids -> new Outcome(new Result.Refused(), ids));
    }

    private static Uni<Outcome> refuse() {
        return Uni.createFrom().item(new Outcome(new Result.Refused(), List.of()));
    }
}
