package io.cybervpn.application.subscription;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.domain.identity.TelegramUserRegistered;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Begins the trial of who writes to the bot for the first time, where the shop wants it so (R28).
 * Once, however often it is told: who has had one is refused.
 */
@Singleton
public final class StartTrialOnTelegramUserRegistered
        implements EventHandler<TelegramUserRegistered> {
    private final StartTrial startTrial;
    private final TrialSettings settings;

    @Inject
    StartTrialOnTelegramUserRegistered(StartTrial startTrial, TrialSettings settings) {
        this.startTrial = startTrial;
        this.settings = settings;
    }

    @Override
    public Class<TelegramUserRegistered> event() {
        return TelegramUserRegistered.class;
    }

    @Override
    public String name() {
        return "subscription.start-trial";
    }

    @Override
    public Uni<Void> handle(TelegramUserRegistered event) {
        return settings.mode() == TrialSettings.Mode.AUTO
                ? startTrial
                        .execute(
                                new StartTrial.Command(
                                        new Actor.Customer(event.account()), Optional.empty()))
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }
}
