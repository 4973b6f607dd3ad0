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
    private final LoginGate loginGate;
    private final Clock clock;

    @Inject
    AwaitDeepLink(
            Gate gate,
            UnitOfWork unitOfWork,
            DeepLinks links,
            Accounts accounts,
            LoginGate loginGate,
            Clock clock) {
        this.gate = gate;
        this.unitOfWork = unitOfWork;
        this.links = links;
        this.accounts = accounts;
        this.loginGate = loginGate;
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
        /** The bot vouches for who sits there. */
        record Known(Admission admission) implements Result {}

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

    /** What the bot's word is worth; the answer about who it is comes once. */
    private sealed interface Word {
        record Given(AccountId account) implements Word {}

        record NotYet() implements Word {}

        record Worthless() implements Word {}
    }

    private Uni<Result> ask(Verdict verdict, Command command) {
        return switch (verdict) {
            case Verdict.Exceeded(var retryAfter) -> answer(new Result.TooMany(retryAfter));
            case Verdict.Allowed() ->
                    unitOfWork.run(() -> take(command)).chain(word -> answer(word, command));
        };
    }

    private Uni<Result> answer(Word word, Command command) {
        return switch (word) {
            case Word.NotYet() -> answer(new Result.Waiting());
            case Word.Worthless() -> answer(new Result.Gone());
            case Word.Given(var account) ->
                    loginGate.enter(account, command.client()).map(Result.Known::new);
        };
    }

    private Uni<Word> take(Command command) {
        return links.lock(TokenDesk.hash(command.code()))
                .chain(
                        found ->
                                found.map(link -> take(link, command))
                                        .orElseGet(AwaitDeepLink::worthless));
    }

    private Uni<Word> take(DeepLink link, Command command) {
        return switch (link.ask(TokenDesk.hash(command.secret()), clock.instant())) {
            case DeepLink.Asked.Waiting() -> Uni.createFrom().item(new Word.NotYet());
            case DeepLink.Asked.Gone() -> worthless();
            case DeepLink.Asked.Confirmed(AccountId id) ->
                    links.remove(link.code())
                            .chain(() -> accounts.find(id))
                            .map(AwaitDeepLink::given);
        };
    }

    private static Word given(Optional<Account> found) {
        return found.filter(LogInByTelegram::isForHim)
                .<Word>map(account -> new Word.Given(account.id()))
                .orElseGet(Word.Worthless::new);
    }

    private static Uni<Word> worthless() {
        return Uni.createFrom().item(new Word.Worthless());
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
