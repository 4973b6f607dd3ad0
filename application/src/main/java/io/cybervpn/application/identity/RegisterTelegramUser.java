package io.cybervpn.application.identity;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.TelegramUser;
import io.cybervpn.domain.identity.TelegramUserRegistered;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Gives a user of Telegram who writes to the bot an account (R46). Needs {@link
 * Permission#TELEGRAM_WRITE}: the bot's word is taken for who writes to it.
 */
@Singleton
public final class RegisterTelegramUser {
    private final UnitOfWork unitOfWork;
    private final Links links;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    RegisterTelegramUser(UnitOfWork unitOfWork, Links links, Outbox outbox, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.links = links;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Who asks, for whom.
     *
     * @param locale a BCP 47 tag, when Telegram does not say his language
     */
    public record Command(Actor actor, TelegramUser user, String locale) {}

    /** What became of it. */
    public sealed interface Result {
        /** He has an account; {@code isNew} when it was made by this. */
        record Registered(AccountView account, boolean isNew) implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Registers. Repeatable: the second time the account is there. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.TELEGRAM_WRITE)) {
            return Uni.createFrom().item(new Result.Forbidden());
        }
        Links.Person person = TelegramDoor.person(command.user(), command.locale());
        return unitOfWork
                .run(() -> links.findOrMake(person).call(this::tell))
                .map(RegisterTelegramUser::said);
    }

    private Uni<Void> tell(Links.Owned owned) {
        return owned.isNew()
                ? outbox.append(new TelegramUserRegistered(owned.account().id(), clock.instant()))
                : Uni.createFrom().voidItem();
    }

    private static Result said(Links.Owned owned) {
        return new Result.Registered(AccountView.of(owned.account()), owned.isNew());
    }
}
