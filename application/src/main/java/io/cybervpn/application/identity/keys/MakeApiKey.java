package io.cybervpn.application.identity.keys;

import io.cybervpn.application.identity.port.RefreshSecrets;
import io.cybervpn.application.identity.staff.Rights;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.ApiKeyId;
import io.cybervpn.domain.identity.IpRange;
import io.cybervpn.domain.identity.model.ApiKey;
import io.cybervpn.domain.identity.model.TokenHash;
import io.cybervpn.domain.identity.repository.ApiKeys;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes API keys and gives them new secrets, which are seen here once and never again. Needs {@link
 * Permission#API_KEYS_WRITE}, a fresh proof and every permission that the key allows.
 */
@Singleton
public final class MakeApiKey {
    /** How long an old secret may be good beside the new one. */
    public static final Duration OVERLAP_MAX = ApiKey.OVERLAP_MAX;

    private final KeyDesk desk;
    private final ApiKeys keys;
    private final RefreshSecrets secrets;
    private final ApiKeyRules rules;
    private final Ids ids;

    @Inject
    MakeApiKey(KeyDesk desk, ApiKeys keys, RefreshSecrets secrets, ApiKeyRules rules, Ids ids) {
        this.desk = desk;
        this.keys = keys;
        this.secrets = secrets;
        this.rules = rules;
        this.ids = ids;
    }

    /** What is wanted. */
    public sealed interface Command {
        /** Who wants it. */
        Actor actor();

        /** A new key; {@code networks} empty: from anywhere. */
        record Make(
                Actor actor,
                String name,
                Set<Permission> scopes,
                List<IpRange> networks,
                Optional<Instant> expiresAt)
                implements Command {}

        /**
         * A new secret for a key.
         *
         * @param overlap how long the old one is good too, 0 to 24 h
         */
        record Rotate(Actor actor, ApiKeyId id, Duration overlap) implements Command {}
    }

    /** What became of it. */
    public sealed interface Result {
        /** The key, and the only copy of its secret. */
        record Made(ApiKeyView key, KeyToken token) implements Result {}

        /** Nothing changed. */
        record Refused(KeyRefusal why) implements Result {}
    }

    /** Not repeatable: each time there is another key, or another secret. */
    public Uni<Result> execute(Command command) {
        Optional<KeyRefusal> refusal = desk.refusal(command.actor());
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        return switch (command) {
            case Command.Make make -> make(make);
            case Command.Rotate rotate -> desk.locked(rotate.id(), found -> rotate(found, rotate));
        };
    }

    private Uni<Result> make(Command.Make command) {
        Instant now = desk.now();
        Optional<KeyRefusal> refusal = rules.refuse(command.expiresAt(), now);
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        if (!Rights.covers(command.actor(), command.scopes())) {
            return refuse(KeyRefusal.BEYOND_OWN_RIGHTS);
        }
        KeyToken token = new KeyToken(new ApiKeyId(ids.next()), secrets.next());
        ApiKey key =
                ApiKey.make(
                        token.id(),
                        terms(command),
                        TokenHash.of(token.secret()),
                        command.actor().account(),
                        now);
        return desk.change(
                () ->
                        keys.countOpen(now)
                                .chain(
                                        open ->
                                                open < ApiKeyRules.OPEN_MAX
                                                        ? add(command.actor(), key, token)
                                                        : refuse(KeyRefusal.TOO_MANY)));
    }

    private static ApiKey.Terms terms(Command.Make command) {
        Set<String> scopes =
                command.scopes().stream().map(Permission::code).collect(Collectors.toSet());
        return new ApiKey.Terms(command.name(), scopes, command.networks(), command.expiresAt());
    }

    private Uni<Result> add(Actor actor, ApiKey key, KeyToken token) {
        Changes changes = Changes.created(KeyDesk.fields(key)).hidden("secret");
        return keys.add(key)
                .chain(() -> desk.record(actor, "api_keys.create", key, changes))
                .replaceWith(() -> made(key, token));
    }

    private Uni<Result> rotate(Optional<ApiKey> found, Command.Rotate command) {
        if (found.isEmpty()) {
            return refuse(KeyRefusal.NO_SUCH_KEY);
        }
        ApiKey key = found.get();
        if (key.revokedAt().isPresent()) {
            return refuse(KeyRefusal.REVOKED);
        }
        if (!KeyDesk.covers(command.actor(), key)) {
            return refuse(KeyRefusal.BEYOND_OWN_RIGHTS);
        }
        KeyToken token = new KeyToken(key.id(), secrets.next());
        ApiKey next = key.rotate(TokenHash.of(token.secret()), command.overlap(), desk.now());
        Changes changes = Changes.none().hidden("secret");
        return keys.save(next)
                .chain(() -> desk.record(command.actor(), "api_keys.rotate", next, changes))
                .replaceWith(() -> made(next, token));
    }

    private Result made(ApiKey key, KeyToken token) {
        return new Result.Made(ApiKeyView.of(key, desk.now()), token);
    }

    private static Uni<Result> refuse(KeyRefusal why) {
        return Uni.createFrom().item(new Result.Refused(why));
    }
}
