package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.port.ConfigCache;
import io.cybervpn.application.provisioning.port.PanelRefused;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.VpnConfigs;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Fetches the VPN configuration of the actor's own subscription (R109, R110). */
@Singleton
public final class FetchConfig {
    private static final Duration CACHED = Duration.ofSeconds(30);

    private final OwnAccess own;
    private final VpnConfigs configs;
    private final ConfigCache cache;
    private final UnitOfWork unitOfWork;
    private final Accesses accesses;
    private final Clock clock;

    @Inject
    FetchConfig(
            OwnAccess own,
            VpnConfigs configs,
            ConfigCache cache,
            UnitOfWork unitOfWork,
            Accesses accesses,
            Clock clock) {
        this.own = own;
        this.configs = configs;
        this.cache = cache;
        this.unitOfWork = unitOfWork;
        this.accesses = accesses;
        this.clock = clock;
    }

    /** Whose, which, and in what form. */
    public record Query(Actor actor, AccessId access, ConfigRequest request) {}

    /** The answer. */
    public sealed interface Result {
        /** The configuration, at most 30 s old. */
        record Fetched(ConfigFile file) implements Result {}

        /** The panel does not have the access yet, or lost it; ask again in seconds. */
        record NotReady() implements Result {}

        /** The actor has no such subscription. */
        record NoSuchSubscription() implements Result {}

        /** The subscription has no server that this format can describe. */
        record NotOffered() implements Result {}

        /** The panel is down or gives nothing for this client; ask again later. */
        record NoAnswer() implements Result {}
    }

    /** Fetches it. May be repeated at will. */
    public Uni<Result> execute(Query query) {
        return own.find(query.actor(), query.access())
                .chain(found -> answer(found, query.request()));
    }

    private Uni<Result> answer(OwnAccess.Found found, ConfigRequest request) {
        return switch (found) {
            case OwnAccess.Found.Usable usable -> cachedOrFetched(usable, request);
            case OwnAccess.Found.NotReady() -> answer(new Result.NotReady());
            case OwnAccess.Found.NoSuchSubscription() -> answer(new Result.NoSuchSubscription());
        };
    }

    private Uni<Result> cachedOrFetched(OwnAccess.Found.Usable usable, ConfigRequest request) {
        String key = key(usable, request);
        return cache.find(key)
                .chain(
                        found ->
                                found.map(file -> answer(new Result.Fetched(file)))
                                        .orElseGet(() -> fetch(key, usable, request)));
    }

    private Uni<Result> fetch(String key, OwnAccess.Found.Usable usable, ConfigRequest request) {
        return configs.fetch(usable.user(), request)
                .chain(answer -> keep(key, usable.id(), answer))
                .onFailure(FetchConfig::isOutage)
                .recoverWithItem(new Result.NoAnswer());
    }

    private Uni<Result> keep(String key, AccessId access, VpnConfigs.Answer answer) {
        return switch (answer) {
            case VpnConfigs.Answer.Found(var file) ->
                    cache.put(key, file, CACHED).replaceWith(new Result.Fetched(file));
            case VpnConfigs.Answer.Gone() -> recheck(access).replaceWith(new Result.NotReady());
            case VpnConfigs.Answer.NotOffered() -> answer(new Result.NotOffered());
        };
    }

    private Uni<Integer> recheck(AccessId access) {
        return unitOfWork.run(() -> accesses.recheck(Set.of(access), clock.instant()));
    }

    private static boolean isOutage(Throwable failure) {
        return failure instanceof PanelUnavailable || failure instanceof PanelRefused;
    }

    /** The panel answers by client and counts devices, so both belong to the key. */
    private static String key(OwnAccess.Found.Usable usable, ConfigRequest request) {
        Map<String, String> device = new TreeMap<>(request.device());
        String client = request.format() == ConfigFormat.CLIENT ? request.userAgent() : "";
        return String.join(
                "\n",
                usable.id().value().toString(),
                Long.toString(usable.generation()),
                usable.user().shortUuid(),
                request.format().code(),
                client,
                device.toString());
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
