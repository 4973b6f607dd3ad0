package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.RateLimits.Verdict;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.Client;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.DeepLink;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.DeepLinks;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Lets the browser in that waited for the bot's word (R45). Open to who holds its secret. */
@Singleton
public final class AwaitDeepLink {
    private final Gate gate;
    private final UnitOfWork unitOfWork;
    private final DeepLinks links;
    private final Accounts accounts;
    private final TokenDesk tokens;
    private final Clock clock;

    @Inject
    AwaitDeepLink(
            Gate gate,
            UnitOfWork unitOfWork,
            DeepLinks links,
            Accounts accounts,
            TokenDesk tokens,
            Clock clock) {
        this.gate = gate;
        this.unitOfWork = unitOfWork;
        this.links = links;
        this.accounts = accounts;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * What the browser holds.
     *
     * @param address whom to count it for
     */
    public record Command(String code, String secret, String address, Client client) {
        @Override
        public String toString() {
            return "AwaitDeepLink.Command[hidden]";
        }
    }

    /** What it gets. */
    public sealed interface Result {
        /** It is in. */
        record LoggedIn(AccountView account, TokenPair tokens) implements Result {}

        /** Not yet; ask again. */
        record Waiting() implements Result {}

        /** No such code, too late, used, or another browser: which of them is not said. */
        record Gone() implements Result {}

        /** Too many of these; come back later. */
        record TooMany(Duration retryAfter) implements Result {}
    }

    /** Asks. The answer that lets in comes once. */
    public Uni<Result> execute(Command command) {
        return gate.renewal(command.address()).chain(verdict -> ask(verdict, command));
    }

    private Uni<Result> ask(Verdict verdict, Command command) {
        return switch (verdict) {
            case Verdict.Exceeded(var retryAfter) -> answer(new Result.TooMany(retryAfter));
            case Verdict.Allowed() ->
                    unitOfWork.run(
                            () ->
                                    links.lock(TokenDesk.hash(command.code()))
                                            .chain(found -> ask(found, command)));
        };
    }

    private Uni<Result> ask(Optional<DeepLink> found, Command command) {
        return found.map(link -> ask(link, command)).orElseGet(() -> answer(new Result.Gone()));
    }

    private Uni<Result> ask(DeepLink link, Command command) {
        return switch (link.ask(TokenDesk.hash(command.secret()), clock.instant())) {
            case DeepLink.Asked.Waiting() -> answer(new Result.Waiting());
            case DeepLink.Asked.Gone() -> answer(new Result.Gone());
            case DeepLink.Asked.Confirmed(AccountId id) ->
                    links.remove(link.code())
                            .chain(() -> accounts.find(id))
                            .chain(account -> open(account, command.client()));
        };
    }

    private Uni<Result> open(Optional<Account> found, Client client) {
        return found.filter(LogInByTelegram::mayComeIn)
                .map(account -> tokens.open(account, client).map(pair -> loggedIn(account, pair)))
                .orElseGet(() -> answer(new Result.Gone()));
    }

    private static Result loggedIn(Account account, TokenPair pair) {
        return new Result.LoggedIn(AccountView.of(account), pair);
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
