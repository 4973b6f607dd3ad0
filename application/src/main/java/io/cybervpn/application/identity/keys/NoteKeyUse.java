package io.cybervpn.application.identity.keys;

import io.cybervpn.application.identity.port.ApiKeyUses;
import io.cybervpn.domain.identity.ApiKeyId;
import io.cybervpn.domain.identity.model.ApiKey;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Remembers that an API key was used, for whoever wonders whether it still is. */
@Singleton
public final class NoteKeyUse {
    private final ApiKeyUses uses;
    private final Clock clock;

    @Inject
    NoteKeyUse(ApiKeyUses uses, Clock clock) {
        this.uses = uses;
        this.clock = clock;
    }

    /** Which key came from where. */
    public record Command(ApiKeyId id, Optional<String> address) {}

    /** Repeatable; writes at most once a minute. Beside the request, whose answer waits not. */
    public Uni<Void> execute(Command command) {
        return uses.note(
                command.id(),
                new ApiKey.Use(
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        command.address().orElse("")));
    }
}
