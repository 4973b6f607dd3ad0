package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.TelegramProofs.Proof;
import io.cybervpn.application.identity.port.TelegramProofs.Reason;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.SessionId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Makes a user of Telegram a way into one's own account (R45). */
@Singleton
public final class LinkTelegram {
    private final TelegramDoor door;
    private final LinkDesk desk;

    @Inject
    LinkTelegram(TelegramDoor door, LinkDesk desk) {
        this.door = door;
        this.desk = desk;
    }

    /**
     * What a client brings.
     *
     * @param owner who is logged in
     * @param session in which he must have shown lately that it is he
     * @param address where the request came from
     */
    public record Command(
            AccountId owner, Optional<SessionId> session, Proof proof, String address) {}

    /** What became of it. */
    public sealed interface Result {
        /** It is known who he is. */
        record Known(Linking linking) implements Result {}

        /** The proof is worth nothing. */
        record Refused(Reason reason) implements Result {}

        /** Too many of these; come back later. */
        record TooMany(Duration retryAfter) implements Result {}
    }

    /** Links. Repeatable. */
    public Uni<Result> execute(Command command) {
        return door.look(command.proof(), "", command.address()).chain(seen -> link(seen, command));
    }

    private Uni<Result> link(TelegramDoor.Seen seen, Command command) {
        return switch (seen) {
            case TelegramDoor.Seen.TooMany(var retryAfter) ->
                    answer(new Result.TooMany(retryAfter));
            case TelegramDoor.Seen.Refused(var reason) -> answer(new Result.Refused(reason));
            case TelegramDoor.Seen.Known(var person, _) ->
                    desk.link(command.owner(), command.session(), person).map(Result.Known::new);
        };
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
