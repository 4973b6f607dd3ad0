package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.RateLimits.Verdict;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Session;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

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
    private final Clock clock;

    @Inject
    RenewTokens(
            Gate gate,
            UnitOfWork unitOfWork,
            Sessions sessions,
            Accounts accounts,
            TokenDesk tokens,
            Clock clock) {
        this.gate = gate;
        this.unitOfWork = unitOfWork;
        this.sessions = sessions;
        this.accounts = accounts;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * What a client holds.
     *
     * @param address where the request came from
     */
    public record Command(String refreshToken, String address) {
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

    /** Renews. */
    public Uni<Result> execute(Command command) {
        return gate.renewal(command.address()).chain(verdict -> renew(verdict, command));
    }

    private Uni<Result> renew(Verdict verdict, Command command) {
        return switch (verdict) {
            case Verdict.Exceeded(var retryAfter) ->
                    Uni.createFrom().item(new Result.TooMany(retryAfter));
            case Verdict.Allowed() -> unitOfWork.run(() -> lockAndRenew(command.refreshToken()));
        };
    }

    private Uni<Result> lockAndRenew(String secret) {
        return sessions.lock(TokenDesk.hash(secret))
                .chain(found -> found.map(this::renewHeld).orElseGet(RenewTokens::refuse));
    }

    private Uni<Result> renewHeld(Sessions.Held held) {
        return switch (held.session()) {
            case Session.Ended _ -> refuse();
            case Session.Live live ->
                    accounts.find(live.account()).chain(account -> renewFor(account, live, held));
        };
    }

    private Uni<Result> renewFor(Optional<Account> found, Session.Live live, Sessions.Held held) {
        if (found.isEmpty() || !found.get().mayLogIn()) {
            return end(live.end(Session.EndReason.ACCOUNT_BLOCKED, clock.instant()));
        }
        String secret = tokens.newSecret();
        return switch (live.renew(held.token(), TokenDesk.hash(secret), clock.instant())) {
            case Session.Renewal.Expired() -> refuse();
            case Session.Renewal.Stolen(var ended) -> end(ended);
            case Session.Renewal.Renewed(var used, var next) ->
                    sessions.renew(live, used, next)
                            .replaceWith(() -> renewed(found.get(), live, secret));
        };
    }

    private Result renewed(Account account, Session.Live live, String secret) {
        return new Result.Renewed(tokens.pair(account, live, secret));
    }

    private Uni<Result> end(Session.Ended ended) {
        return sessions.end(ended).replaceWith(new Result.Refused());
    }

    private static Uni<Result> refuse() {
        return Uni.createFrom().item(new Result.Refused());
    }
}
