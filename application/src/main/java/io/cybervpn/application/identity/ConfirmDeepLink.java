package io.cybervpn.application.identity;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.TelegramUser;
import io.cybervpn.domain.identity.model.DeepLink;
import io.cybervpn.domain.identity.repository.DeepLinks;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * The bot says who opened it with a code: the browser with that code is his (R45). Needs {@link
 * Permission#TELEGRAM_WRITE}. The bot must have asked him first whether he wants to log in.
 */
@Singleton
public final class ConfirmDeepLink {
    private final UnitOfWork unitOfWork;
    private final DeepLinks deepLinks;
    private final Links links;
    private final Clock clock;

    @Inject
    ConfirmDeepLink(UnitOfWork unitOfWork, DeepLinks deepLinks, Links links, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.deepLinks = deepLinks;
        this.links = links;
        this.clock = clock;
    }

    /** Who asks, which code, and who opened the bot with it. */
    public record Command(Actor actor, String code, TelegramUser user, String locale) {
        @Override
        public String toString() {
            return "ConfirmDeepLink.Command[hidden]";
        }
    }

    /** What became of it. */
    public sealed interface Result {
        /** The browser may come in. */
        record Confirmed(AccountView account) implements Result {}

        /** No such code, too late, or confirmed before. */
        record Gone() implements Result {}

        /** The account may not come in, or not this way. */
        record Blocked() implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Confirms, once. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.TELEGRAM_WRITE)) {
            return answer(new Result.Forbidden());
        }
        Links.Person person = TelegramDoor.person(command.user(), command.locale());
        return unitOfWork.run(
                () ->
                        deepLinks
                                .lock(TokenDesk.hash(command.code()))
                                .chain(found -> confirm(found, person)));
    }

    /** Nobody gets an account by a code that is worth nothing. */
    private Uni<Result> confirm(Optional<DeepLink> found, Links.Person person) {
        return found.filter(link -> link.isOpen(clock.instant()))
                .map(link -> links.findOrMake(person).chain(owned -> confirm(link, owned)))
                .orElseGet(() -> answer(new Result.Gone()));
    }

    private Uni<Result> confirm(DeepLink link, Links.Owned owned) {
        if (!LogInByTelegram.mayComeIn(owned.account())) {
            return answer(new Result.Blocked());
        }
        return deepLinks
                .save(link.confirmedBy(owned.account().id()))
                .replaceWith(new Result.Confirmed(AccountView.of(owned.account())));
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
