package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.TelegramProofs.Proof;
import io.cybervpn.application.identity.port.TelegramProofs.Reason;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.Client;
import io.cybervpn.domain.identity.model.Account;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Opens a session for who shows that Telegram knows him (R45). The first time he gets an account.
 * Open to everybody; a member of staff does not come in this way.
 */
@Singleton
public final class LogInByTelegram {
    private final TelegramDoor door;
    private final UnitOfWork unitOfWork;
    private final Links links;
    private final LoginGate loginGate;

    @Inject
    LogInByTelegram(TelegramDoor door, UnitOfWork unitOfWork, Links links, LoginGate loginGate) {
        this.door = door;
        this.unitOfWork = unitOfWork;
        this.links = links;
        this.loginGate = loginGate;
    }

    /**
     * What a client brings.
     *
     * @param locale a BCP 47 tag for a new account whose language Telegram does not say
     * @param address whom to count it for
     */
    public record Command(Proof proof, String locale, String address, Client client) {}

    /** What became of it. */
    public sealed interface Result {
        /** Telegram vouches for him; {@code isNew} when the account was made by this. */
        record Known(Admission admission, boolean isNew) implements Result {}

        /** The proof is worth nothing. */
        record Refused(Reason reason) implements Result {}

        /** The account is one of staff, who do not come in this way. */
        record NotThisWay() implements Result {}

        /** Too many of these; come back later. */
        record TooMany(Duration retryAfter) implements Result {}
    }

    /** Logs in. Each success opens a session of its own. */
    public Uni<Result> execute(Command command) {
        return door.look(command.proof(), command.locale(), command.address())
                .chain(seen -> admit(seen, command.client()));
    }

    private Uni<Result> admit(TelegramDoor.Seen seen, Client client) {
        return switch (seen) {
            case TelegramDoor.Seen.TooMany(var retryAfter) ->
                    answer(new Result.TooMany(retryAfter));
            case TelegramDoor.Seen.Refused(var reason) -> answer(new Result.Refused(reason));
            case TelegramDoor.Seen.Known(var person, _) ->
                    unitOfWork
                            .run(() -> links.findOrMake(person))
                            .chain(owned -> enter(owned, client));
        };
    }

    private Uni<Result> enter(Links.Owned owned, Client client) {
        return isForHim(owned.account())
                ? loginGate
                        .enter(owned.account().id(), client)
                        .map(admission -> new Result.Known(admission, owned.isNew()))
                : answer(new Result.NotThisWay());
    }

    /** Who can speak for the bot must not become staff by it. */
    static boolean isForHim(Account account) {
        return account.kind() == AccountKind.CUSTOMER;
    }

    static boolean mayComeIn(Account account) {
        return account.mayLogIn() && isForHim(account);
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
