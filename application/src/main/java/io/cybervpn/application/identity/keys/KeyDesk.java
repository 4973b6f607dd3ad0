package io.cybervpn.application.identity.keys;

import io.cybervpn.application.identity.port.ApiKeyRing;
import io.cybervpn.application.identity.staff.Rights;
import io.cybervpn.application.identity.staff.RoleView;
import io.cybervpn.application.identity.staff.StepUpRule;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.ApiKeyId;
import io.cybervpn.domain.identity.IpRange;
import io.cybervpn.domain.identity.model.ApiKey;
import io.cybervpn.domain.identity.repository.ApiKeys;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/** What all changes of API keys have in common. */
@Singleton
final class KeyDesk {
    private final UnitOfWork unitOfWork;
    private final ApiKeys keys;
    private final ApiKeyRing ring;
    private final AuditTrail audit;
    private final StepUpRule stepUp;
    private final Clock clock;

    @Inject
    KeyDesk(
            UnitOfWork unitOfWork,
            ApiKeys keys,
            ApiKeyRing ring,
            AuditTrail audit,
            StepUpRule stepUp,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.keys = keys;
        this.ring = ring;
        this.audit = audit;
        this.stepUp = stepUp;
        this.clock = clock;
    }

    /** In milliseconds: what the first answer says is what the store gives later. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Why the actor may not write keys at all; empty when he may. A key makes no keys, whatever its
     * scopes: it would outlive its own end.
     */
    Optional<KeyRefusal> refusal(Actor actor) {
        if (!actor.may(Permission.API_KEYS_WRITE) || actor.apiKey().isPresent()) {
            return Optional.of(KeyRefusal.FORBIDDEN);
        }
        return stepUp.isMetBy(actor) ? Optional.empty() : Optional.of(KeyRefusal.STEP_UP_REQUIRED);
    }

    /** Whether the actor holds all that the key allows. */
    static boolean covers(Actor actor, ApiKey key) {
        return Rights.covers(actor, RoleView.known(key.terms().scopes()));
    }

    /** One transaction, after which this instance knows of it. */
    <T> Uni<T> change(Supplier<Uni<T>> work) {
        return unitOfWork.run(work).call(ring::forget);
    }

    /** One transaction with the key locked. */
    <T> Uni<T> locked(ApiKeyId id, Function<Optional<ApiKey>, Uni<T>> work) {
        return change(() -> keys.lock(id).chain(found -> work.apply(found)));
    }

    /** What is to be said of a change; never of a secret more than that it changed. */
    Uni<Void> record(Actor actor, String action, ApiKey key, Changes changes) {
        return audit.append(
                AuditTrail.Entry.of(actor, action, "api_key", key.id().value()).with(changes));
    }

    static Map<String, Object> fields(ApiKey key) {
        Map<String, Object> fields = new HashMap<>();
        ApiKey.Terms terms = key.terms();
        fields.put("name", terms.name());
        fields.put("scopes", new TreeSet<>(terms.scopes()));
        fields.put("networks", terms.networks().stream().map(IpRange::toString).toList());
        terms.expiresAt().ifPresent(end -> fields.put("expiresAt", end));
        key.revokedAt().ifPresent(at -> fields.put("revokedAt", at));
        return fields;
    }
}
