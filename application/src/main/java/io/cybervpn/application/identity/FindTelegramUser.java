package io.cybervpn.application.identity;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.TelegramUser;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.ExternalId;
import io.cybervpn.domain.identity.model.LinkedIdentity;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.Identities;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Tells the bot who a user of Telegram is here (R47). Needs {@link Permission#TELEGRAM_READ}. */
@Singleton
public final class FindTelegramUser {
    private final UnitOfWork unitOfWork;
    private final Identities identities;
    private final Accounts accounts;

    @Inject
    FindTelegramUser(UnitOfWork unitOfWork, Identities identities, Accounts accounts) {
        this.unitOfWork = unitOfWork;
        this.identities = identities;
        this.accounts = accounts;
    }

    /** Who asks about whom. */
    public record Command(Actor actor, long telegramId) {}

    /** The answer. */
    public sealed interface Result {
        /** He has this account. */
        record Found(AccountView account) implements Result {}

        /** He has none. */
        record Unknown() implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Answers. Changes nothing. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.TELEGRAM_READ)) {
            return answer(new Result.Forbidden());
        }
        if (!TelegramUser.isId(command.telegramId())) {
            return answer(new Result.Unknown());
        }
        ExternalId external = ExternalId.telegram(command.telegramId());
        return unitOfWork.run(() -> identities.find(external).chain(this::view));
    }

    private Uni<Result> view(Optional<LinkedIdentity> found) {
        return found.map(identity -> accounts.find(identity.account()).map(FindTelegramUser::said))
                .orElseGet(() -> answer(new Result.Unknown()));
    }

    private static Result said(Optional<Account> found) {
        return found.<Result>map(account -> new Result.Found(AccountView.of(account)))
                .orElseGet(Result.Unknown::new);
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
