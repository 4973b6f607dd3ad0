package io.cybervpn.application.identity;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.SessionId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Makes somebody whom an identity provider vouches for a way into one's own account (R45). */
@Singleton
public final class LinkOAuth {
    private final OAuthDoor door;
    private final LinkDesk desk;

    @Inject
    LinkOAuth(OAuthDoor door, LinkDesk desk) {
        this.door = door;
        this.desk = desk;
    }

    /**
     * What a browser brings back.
     *
     * @param owner who is logged in; the same who began the journey
     * @param session in which he must have shown lately that it is he
     * @param address whom to count it for
     */
    public record Command(
            AccountId owner, Optional<SessionId> session, OAuthReturn back, String address) {}

    /** What became of it. */
    public sealed interface Result {
        /** It is known who he is. */
        record Known(Linking linking) implements Result {}

        /** The journey is over, or of another browser or account. */
        record Gone() implements Result {}

        /** The provider does not vouch for him. */
        record Refused() implements Result {}

        /** The provider does not answer; begin again. */
        record Unavailable() implements Result {}

        /** Too many of these; come back later. */
        record TooMany(Duration retryAfter) implements Result {}
    }

    /** Links. Not repeatable: a journey ends here. */
    public Uni<Result> execute(Command command) {
        return door.look(command.back(), Optional.of(command.owner()), "", command.address())
                .chain(seen -> link(seen, command));
    }

    private Uni<Result> link(OAuthDoor.Seen seen, Command command) {
        return switch (seen) {
            case OAuthDoor.Seen.TooMany(var retryAfter) -> answer(new Result.TooMany(retryAfter));
            case OAuthDoor.Seen.Gone() -> answer(new Result.Gone());
            case OAuthDoor.Seen.Refused() -> answer(new Result.Refused());
            case OAuthDoor.Seen.Unavailable() -> answer(new Result.Unavailable());
            case OAuthDoor.Seen.Known(var person, _) ->
                    desk.link(command.owner(), command.session(), person).map(Result.Known::new);
        };
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
