package io.cybervpn.application.identity.keys;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.ApiKeyId;
import io.cybervpn.domain.identity.model.ApiKey;
import io.cybervpn.domain.identity.repository.ApiKeys;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Shows API keys, never their secrets. Needs {@link Permission#API_KEYS_READ}. */
@Singleton
public final class ViewApiKeys {
    private static final int KEYS_MAX = 500;

    private final UnitOfWork unitOfWork;
    private final ApiKeys keys;
    private final Clock clock;

    @Inject
    ViewApiKeys(UnitOfWork unitOfWork, ApiKeys keys, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.keys = keys;
        this.clock = clock;
    }

    /** Who asks; for one key or, when it is empty, for all. */
    public record Command(Actor actor, Optional<ApiKeyId> id) {}

    /** The answer. */
    public sealed interface Result {
        /** Those that were not revoked first, then the newest; at most 500. */
        record Shown(List<ApiKeyView> keys) implements Result {
            /** Copies the list. */
            public Shown {
                keys = List.copyOf(keys);
            }
        }

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Answers; an unknown key is an empty list. Changes nothing. */
    public Uni<Result> execute(Command command) {
        return command.actor().may(Permission.API_KEYS_READ)
                ? unitOfWork.run(() -> find(command)).map(this::shown)
                : Uni.createFrom().item(new Result.Forbidden());
    }

    private Uni<List<ApiKey>> find(Command command) {
        return command.id()
                .map(id -> keys.find(id).map(found -> found.stream().toList()))
                .orElseGet(() -> keys.all(KEYS_MAX));
    }

    private Result shown(List<ApiKey> found) {
        return new Result.Shown(
                found.stream().map(key -> ApiKeyView.of(key, clock.instant())).toList());
    }
}
